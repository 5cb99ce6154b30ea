import Inventory
import PlainText
import TerminalKit

/// How a line of a drawing tells the plane of what it stands for: the one table for its weight, its word and its sign
/// in legends.
enum PlaneLine: String, CaseIterable {
    case identity, integrity
    /// Relations of both planes share the line.
    case both

    /// The line of relations on these planes; nil for none.
    init?(_ planes: Set<Plane>) {
        guard let plane = planes.first else { return nil }
        self = planes.count > 1 ? .both : plane == .identity ? .identity : .integrity
    }

    var weight: LineCanvas.Weight {
        switch self {
        case .identity: .single
        case .integrity: .double
        case .both: .mixed
        }
    }

    /// How a line of this weight is called.
    var stroke: String {
        switch self {
        case .identity: "single"
        case .integrity: "double"
        case .both: "dashed"
        }
    }

    /// What it says.
    var meaning: String {
        switch self {
        case .identity: "identity plane"
        case .integrity: "integrity plane"
        case .both: "both planes"
        }
    }

    func style(_ look: Look) -> Style {
        switch self {
        case .identity: look[.identityPlane]
        case .integrity: look[.integrityPlane]
        case .both: look[.textDim]
        }
    }

    /// A piece of the line.
    func sign(_ glyphs: Glyphs) -> String {
        let isUnicode = glyphs.repertoire == .unicode
        return switch self {
        case .identity: isUnicode ? "──" : "--"
        case .integrity: isUnicode ? "══" : "=="
        case .both: isUnicode ? "┅┅" : "::"
        }
    }
}

/// What a relation says and the plane that it speaks of, where there is little room. The word for the plane is always
/// the same, and never cut.
struct PlanePhrase {
    let phrase: String
    let plane: PlaneLine

    private static let leastPhrase = 4

    /// The columns of what stands between the two.
    private static let gap = 3

    /// The columns of all of it.
    var width: Int { phrase.displayWidth + Self.gap + plane.rawValue.count }

    /// All of it, as `reads · identity`, else with the phrase cut, else the plane alone; nothing where that has no room.
    func text(fitting columns: Int, glyphs: Glyphs) -> String {
        let room = columns - Self.gap - plane.rawValue.count
        guard room >= min(Self.leastPhrase, phrase.displayWidth) else {
            return columns >= plane.rawValue.count ? plane.rawValue : ""
        }
        return "\(cut(to: room, glyphs.ellipsis)) \(glyphs[.separator]) \(plane.rawValue)"
    }

    /// The phrase, cut behind a word where one has room.
    private func cut(to room: Int, _ ellipsis: String) -> String {
        guard phrase.displayWidth > room else { return phrase }
        var words = phrase.split(separator: " ")
        while !words.isEmpty, words.joined(separator: " ").displayWidth + ellipsis.displayWidth > room {
            words.removeLast()
        }
        return words.isEmpty
            ? phrase.shortened(to: room, ellipsis: ellipsis) : words.joined(separator: " ") + ellipsis
    }
}
