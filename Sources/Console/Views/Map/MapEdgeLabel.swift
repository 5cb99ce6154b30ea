import Inventory
import PlainText
import Reach

/// The words about the edges that enter a node: what they say, and on which plane.
struct MapEdgeLabel {
    private let phrase: String
    /// The plane of all of them; nil where they differ.
    let plane: Plane?
    private let planes: String

    init?(entering node: Int, map: MapRows) {
        let crossings = map.entering(node).flatMap { map.edges[$0] }
        guard let inventory = map.routes.entities.first?.entity.inventory, !crossings.isEmpty else { return nil }
        var phrases: [String] = []
        var planes: Set<Plane> = []
        for crossing in crossings {
            let relation = inventory.relation(at: crossing.relation)
            planes.insert(relation.traits.act.plane)
            let phrase = MapWords.phrase(relation)
            if !phrases.contains(phrase) { phrases.append(phrase) }
        }
        phrase = phrases.count > 2 ? "\(phrases[0]) or \(phrases.count - 1) other" : phrases.joined(separator: " or ")
        plane = planes.count == 1 ? planes.first : nil
        self.planes =
            switch plane {
            case .identity?: Plane.identity.rawValue
            case .integrity?: Plane.integrity.rawValue
            case nil: "both"
            }
    }

    /// The columns of all of it, with a space at either end.
    var width: Int { phrase.displayWidth + 3 + min(5, planes.count) }

    /// As much of it as there is room for: the phrase is cut before the plane leaves.
    func text(fitting columns: Int, ellipsis: String) -> String {
        let text = PlanePhrase(phrase: phrase, plane: planes).text(fitting: columns - 2, ellipsis: ellipsis)
        return text.isEmpty ? "" : " \(text) "
    }
}

/// What a relation says and the plane that it speaks of, where there is little room.
struct PlanePhrase {
    let phrase: String
    /// `identity`, `integrity` or another word of which the beginning tells enough.
    let plane: String

    /// The shortest beginnings by which the planes are told apart, the best first.
    private static let lengths = [5, 2]
    private static let leastPhrase = 4

    /// All of it, else with a shorter word for the plane, else with the phrase cut, else the plane alone.
    func text(fitting columns: Int, ellipsis: String) -> String {
        for length in Self.lengths where phrase.displayWidth + 1 + min(length, plane.count) <= columns {
            return "\(phrase) \(plane.prefix(length))"
        }
        let short = String(plane.prefix(2))
        let room = columns - 1 - short.count
        if room >= Self.leastPhrase { return "\(phrase.shortened(to: room, ellipsis: ellipsis)) \(short)" }
        return columns >= short.count ? short : ""
    }
}
