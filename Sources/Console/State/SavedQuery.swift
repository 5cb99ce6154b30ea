/// A query that the analyst gave a name. Where it is kept is up to whoever runs the console.
public struct SavedQuery: Codable, Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Its text.
    public var text: String

    /// The most characters of a name: lists have room for that.
    static let nameLimit = 40

    /// A query with a name.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

extension [SavedQuery] {
    /// Adds a query in the place of one of the same name.
    mutating func save(_ query: SavedQuery) {
        if let place = firstIndex(where: { $0.name == query.name }) { self[place] = query } else { append(query) }
    }
}
