/// A query about one entity: `owner:{owner}` asks for what has the owner of the entity by which it is filled in. Whoever
/// saves such a query leads from one kind of entity to another by what both say: `kind:secret name:{vault_path}`.
///
/// A blank is the name of a column of texts or of an attribute in braces, where a value may stand. In quotes it is text.
public struct QueryTemplate: Hashable, Sendable {
    /// The query as it was written.
    public let text: String
    private let blanks: [Blank]

    private struct Blank: Hashable, Sendable {
        let range: Range<String.Index>
        let name: String
    }

    /// What an entity does not say.
    public struct Missing: Error, Hashable {
        /// The name in the blank.
        public let name: String
    }

    /// Reads a text. O(its length).
    public init(_ text: String) {
        self.text = text
        var (blanks, isQuoted): ([Blank], Bool) = ([], false)
        var before: Character = " "
        for place in text.indices {
            if text[place] == "{", !isQuoted, before.isWhitespace || ":=~,(-".contains(before) {
                let name = text[place...].dropFirst().prefix { $0 != "}" }
                if QueryScanner.isIdentifier(String(name)), name.endIndex < text.endIndex {
                    blanks.append(Blank(range: place..<text.index(after: name.endIndex), name: String(name)))
                }
            }
            if text[place] == "\"", before != "\\" { isQuoted.toggle() }
            before = text[place]
        }
        self.blanks = blanks
    }

    /// Whether it has blanks at all; without any it is a query like others.
    public var isAboutOne: Bool { !blanks.isEmpty }

    /// The query with what `entity` says in the blanks, in quotes; of an attribute with several values, any of them.
    /// - Throws: ``Missing``, where no source says what a blank asks for.
    public func filled(from entity: Entity) throws(Missing) -> String {
        var (result, rest) = ("", text.startIndex)
        for blank in blanks {
            let values = Self.values(of: blank.name, in: entity)
            guard !values.isEmpty else { throw Missing(name: blank.name) }
            result += text[rest..<blank.range.lowerBound]
            result += values.map(QueryValue.quoted).joined(separator: ",")
            rest = blank.range.upperBound
        }
        return result + text[rest...]
    }

    /// The columns whose texts can be asked for as they stand.
    private static let columns: [EntityColumn] = [.kind, .name, .shortID, .id, .provider, .parent, .owner]

    private static func values(of name: String, in entity: Entity) -> [String] {
        if let column = EntityColumn(named: name), columns.contains(column) {
            return [column.text(of: entity)].filter { !$0.isEmpty }
        }
        return entity.attributes.filter { $0.name.queryName == name.queryName && !$0.value.isEmpty }.map(\.value)
    }
}

extension QueryTemplate {
    /// Ways from one entity to others that everybody asks for.
    public static let ready: [ReadyQuery] = [
        ReadyQuery(name: "same owner", explanation: "what the owner of the selected entity has", text: "owner:{owner}"),
        ReadyQuery(
            name: "same home", explanation: "what belongs to the same as the selected entity", text: "parent:{parent}"),
        ReadyQuery(
            name: "same name", explanation: "what is called as the selected entity is, of whatever kind",
            text: "name:{name}"),
    ]
}
