import Inventory
import PlainText
import Reach
import TerminalKit

/// The words of a node: what it is, how it is called, its signs, and what is folded behind it.
struct MapNodeText {
    /// A text in a line of a node, from a column on.
    struct Line {
        var text = ""
        var column = 0
    }

    private let kind: String
    private let name: String
    private let signs: String
    private let tail: String
    let style: Style

    init(_ row: Int, map: MapRows, signs: MapSigns, look: Look) {
        let node = map.node(at: row)
        let first = map.routes.entities[node.members[0]]
        let isBundle = node.isBundle
        kind = isBundle ? look[.shut] : Words.shortKind(first.entity).printable
        name =
            isBundle
            ? "\(Words.grouped(node.members.count)) "
                + Words.kinds(first.entity.kind, in: first.entity.inventory, count: node.members.count).printable
            : first.entity.name.printable
        self.signs = signs.signs(of: row).map { sign, count in
            look[sign.glyph] + (isBundle && count < node.members.count ? "\(count)" : "")
        }.joined()
        let hidden = map.hidden(at: row)
        let aside = map.aside[map.number(of: row)].count
        tail = [
            hidden == 0 ? "" : "\(look[.shut])\(Words.grouped(hidden))", aside == 0 ? "" : "+\(Words.grouped(aside))",
        ].filter { !$0.isEmpty }.joined(separator: " ")
        style = first.isConditional ? look[.conditional] : look[Meaning.kind.appending(first.entity.kindName)]
    }

    /// The columns it takes when nothing is cut.
    func width(height: Int) -> Int {
        let words = [signs, kind, tail].filter { !$0.isEmpty }
        guard height > 1 else {
            return 2 + (words + [name]).reduce(0) { $0 + $1.displayWidth } + words.count
        }
        // The kind and the signs stand in the upper border.
        return 4 + max(words.reduce(0) { $0 + $1.displayWidth + 1 }, name.displayWidth)
    }

    /// Its lines in so many columns; the name is cut in the middle, and a kind leaves before a name is cut short.
    func lines(columns: Int, height: Int, isSelected: Bool, look: Look) -> [Line] {
        let ellipsis = look.glyphs.ellipsis
        func cut(_ text: String, _ room: Int) -> String {
            text.shortened(to: max(1, room), keeping: .middle, ellipsis: ellipsis)
        }
        let start = isSelected ? look[.selected] : height > 1 ? " " : "["
        guard height > 1 else {
            let ends = [signs, tail].filter { !$0.isEmpty }.reduce(0) { $0 + $1.displayWidth + 1 }
            let room = columns - 2 - ends
            let showsKind = room - kind.displayWidth - 1 >= min(Self.leastName, name.displayWidth)
            let shown = cut(name, showsKind ? room - kind.displayWidth - 1 : room)
            let words = [signs, showsKind ? kind : "", shown, tail].filter { !$0.isEmpty }
            return [Line(text: "\(start)\(words.joined(separator: " "))]")]
        }
        let title = [kind, signs, tail].filter { !$0.isEmpty }.joined(separator: " ")
        var lines = [Line](repeating: Line(), count: height)
        lines[0] = Line(text: cut(title, columns - 2), column: 1)
        let shown = cut(name, columns - 3)
        lines[height / 2] = Line(
            text: start + shown + String(repeating: " ", count: max(0, columns - 3 - shown.displayWidth)), column: 1)
        return lines
    }

    /// A name that is cut to fewer columns tells too little.
    private static let leastName = 9
}

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
