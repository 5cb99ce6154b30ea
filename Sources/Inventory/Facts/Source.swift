/// A file that facts came from.
public struct Source: Hashable, Sendable {
    /// Its path as the user named it.
    public var path: String
    /// The format that it was read as.
    public var format: String
    /// When what it says was collected, where that is known.
    public var collected: Instant?

    /// A source.
    public init(path: String, format: String, collected: Instant? = nil) {
        self.path = path
        self.format = format
        self.collected = collected
    }
}

/// Where a fact comes from: a source, and a place in it.
public struct Provenance: Hashable, Sendable {
    /// The number of the source, as ``InventoryBuilder/add(source:)`` gave it.
    public var source: Int
    /// The place: a line (`L12`), a JSON pointer, or empty for the whole file.
    public var location: String

    /// A place in a source.
    public init(source: Int, location: String = "") {
        self.source = source
        self.location = location
    }
}
