/// What one cell of a terminal holds: a base and the marks that sit on it.
public struct DisplayCluster: Sendable, Hashable {
    /// The base and its marks.
    public let text: Substring

    /// The columns it takes: 0 (only for marks or invisible characters that follow no base), 1 or 2.
    public let width: Int
}

/// The clusters of a text from left to right. Each step is linear in the cluster.
public struct DisplayClusters: Sequence, IteratorProtocol, Sendable {
    private var rest: Substring

    init(_ text: Substring) { rest = text }

    /// The next cluster, or nil at the end.
    public mutating func next() -> DisplayCluster? {
        let scalars = rest.unicodeScalars
        guard let first = scalars.first else { return nil }
        var end = scalars.index(after: scalars.startIndex)
        while end < scalars.endIndex, DisplayWidth.of(scalars[end]) == 0 { scalars.formIndex(after: &end) }
        let cluster = DisplayCluster(text: rest[..<end], width: DisplayWidth.of(first))
        rest = rest[end...]
        return cluster
    }
}

extension StringProtocol {
    /// The clusters of this text from left to right; see ``DisplayCluster``.
    public var displayClusters: DisplayClusters { DisplayClusters(Substring(self)) }
}
