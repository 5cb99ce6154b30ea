import Inventory
import PlainText
import Reach
import TerminalKit

/// The words about the edges that enter a node: what they say, and on which plane.
struct MapEdgeLabel {
    private let words: PlanePhrase

    /// The planes of the edges, told as everywhere.
    var plane: PlaneLine { words.plane }

    init?(entering node: Int, map: MapRows) {
        let entering = map.entering(node)
        let crossings = entering.flatMap { map.edges[$0] }
        guard let inventory = map.routes.entities.first?.entity.inventory,
            let plane = PlaneLine(entering.reduce(into: Set<Plane>()) { $0.formUnion(map.planes[$1]) })
        else { return nil }
        var phrases: [String] = []
        for crossing in crossings {
            let phrase = MapWords.phrase(inventory.relation(at: crossing.relation))
            if !phrases.contains(phrase) { phrases.append(phrase) }
        }
        let phrase =
            phrases.count > 2
            ? "\(phrases[0]) or \(phrases.count - 1) other" : phrases.joined(separator: " or ")
        words = PlanePhrase(phrase: phrase, plane: plane)
    }

    /// The columns of all of it, with a space at either end.
    var width: Int { words.width + 2 }

    /// As much of it as there is room for: the phrase is cut before the plane leaves.
    func text(fitting columns: Int, glyphs: Glyphs) -> String {
        let text = words.text(fitting: columns - 2, glyphs: glyphs)
        return text.isEmpty ? "" : " \(text) "
    }
}
