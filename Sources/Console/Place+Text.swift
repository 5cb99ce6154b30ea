import Inventory

/// Why a text names no place.
public enum PlaceError: Error, Hashable, Sendable {
    case unknownView(String)
    /// The view is about an entity, and the text names none.
    case missingSubject(Place.View)
    /// The view has no lists to choose from.
    case unexpectedSection(String, Place.View)
    case unknownParameter(String)
    case repeatedParameter(String)
    case badValue(String, parameter: String, expected: String)
    /// A percent sign that no two hexadecimal digits of a UTF-8 text follow.
    case badEscape(String)

    /// Where what has no view of its own is told.
    private static let homes = [
        "blind": "start lists what the sources do not tell", "blindspots": "start lists what the sources do not tell",
        "notices": "start says what was not read", "files": "start says what was read",
        "journal": "firebreak case journal prints it",
        "tree": "blast?tree shows one", "choke": "chokepoints lists them", "chokes": "chokepoints lists them",
        "choke-points": "chokepoints lists them",
    ]

    /// One line for people; what it quotes may not be printable.
    public var description: String {
        switch self {
        case .unknownView(let name):
            "'\(name)' is no view\(Self.homes[name.lowercased()].map { "; \($0)" } ?? ""); one of: \(Place.View.allCases.map(\.rawValue).joined(separator: ", "))"
        case .missingSubject(let view): "\(view.rawValue) is about an entity: write \(view.rawValue):ID"
        case .unexpectedSection(let name, let view): "\(view.rawValue) has no list '\(name)' to choose"
        case .unknownParameter(let name):
            "a place has no '\(name)'; one of: \(PlaceParameter.table.map(\.name).joined(separator: ", "))"
        case .repeatedParameter(let name): "'\(name)' is given twice"
        case .badValue(let value, let parameter, let expected): "\(parameter): '\(value)' is not \(expected)"
        case .badEscape(let text):
            "'\(text)': a percent sign is written %25; else two hexadecimal digits follow it, as in %20"
        }
    }
}

extension Place.View {
    /// Whether a place of this view is about one entity.
    var needsSubject: Bool {
        switch self {
        case .entity, .path, .inherit: true
        default: false
        }
    }
}

extension Place {
    /// Reads `VIEW[:REST][?NAME=VALUE[&…]]`: `blast`, `inventory:token`, `entity:ID`,
    /// `blast:live?query=kind:token&sort=-until&at=2026-03-14T02:10Z`. The names are those of ``PlaceParameter/table``.
    /// In REST and in values `%`, `&`, `?` and whatever cannot be typed are written as `%` and two hexadecimal digits.
    public init(parsing text: String) throws(PlaceError) {
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = (halves.first ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard let view = View(rawValue: name.lowercased()) else { throw .unknownView(name) }
        try self.init(view, rest: parts.count > 1 && !parts[1].isEmpty ? try PlaceEscape.read(parts[1]) : nil)
        if halves.count > 1 { try read(parameters: halves[1]) }
    }

    /// A place by what stands behind the name of its view.
    private init(_ view: View, rest: String?) throws(PlaceError) {
        switch view {
        case .entity, .path, .inherit:
            guard let rest else { throw .missingSubject(view) }
            self.init(view, subject: rest)
        case .start, .journal:
            if let rest { throw .unexpectedSection(rest, view) }
            self.init(view)
        case .inventory, .blast, .plan, .timeline, .map, .changes, .chokepoints: self.init(view, section: rest)
        }
    }

    private mutating func read(parameters text: Substring) throws(PlaceError) {
        var seen: Set<String> = []
        for part in text.split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = sides.first.map(String.init) ?? ""
            guard let parameter = PlaceParameter.table.first(where: { $0.name == name }) else {
                throw .unknownParameter(name)
            }
            guard seen.insert(name).inserted else { throw .repeatedParameter(name) }
            let value = sides.count > 1 ? try PlaceEscape.read(sides[1]) : ""
            guard parameter.read(value, &self) else {
                throw .badValue(value, parameter: name, expected: parameter.expected)
            }
        }
    }

    /// The same without a reason where it names none.
    public init?(text: String) {
        do throws(PlaceError) {
            try self.init(parsing: text)
        } catch {
            return nil
        }
    }

    /// The text that ``init(parsing:)`` reads back as this place; without how far it is scrolled, which follows from
    /// the cursor and the size of the screen.
    public var text: String {
        let rest = view.needsSubject ? subject ?? section : section
        let name = [view.rawValue, rest.map(PlaceEscape.written)].compactMap { $0 }
        let parameters = PlaceParameter.table.compactMap { parameter in
            parameter.write(self).map { value in
                value.isEmpty ? parameter.name : "\(parameter.name)=\(PlaceEscape.written(value))"
            }
        }
        return name.joined(separator: ":") + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
    }
}
