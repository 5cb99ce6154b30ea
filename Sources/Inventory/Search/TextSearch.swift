import Synchronization

/// Finds the rows of a ``SearchText`` that hold a needle, and remembers what it found last: what holds `deploy` is
/// among what holds `depl`, so that each letter typed leaves less to search.
final class TextSearch: Sendable {
    /// What is searched.
    let text: SearchText
    private let recent = Mutex<[(needle: [UInt8], rows: RowSet, count: Int)]>([])

    /// Up to this part of all rows looking at each costs less than passing over the whole text.
    private static let sparse = 16

    init(_ text: SearchText) { self.text = text }

    /// The rows that hold `needle`: ASCII in lower case, not empty. O(length of the text), or of the rows that hold
    /// what was asked before and is part of the needle.
    /// - Returns: nil when `isCancelled` said so first.
    func rows(containing needle: [UInt8], isCancelled: Cancellation? = nil) -> RowSet? {
        let known = recent.withLock { recent in
            recent.filter { Self.contains(needle, $0.needle) }.min { $0.count < $1.count }
        }
        if let known, known.needle == needle { return known.rows }
        let narrowed = known.flatMap { $0.count <= text.rowCount / Self.sparse ? $0.rows : nil }
        let found =
            narrowed.map { text.rows(of: $0, containing: needle, isCancelled: isCancelled) }
            ?? text.rows(containing: needle, isCancelled: isCancelled)
        guard let found else { return nil }
        let count = found.count
        recent.withLock { recent in
            recent.removeAll { $0.needle == needle }
            if recent.count == Inventory.rememberedSearches { recent.removeFirst() }
            recent.append((needle, found, count))
        }
        return found
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.count >= part.count
            && (0...bytes.count - part.count).contains { bytes[$0..<$0 + part.count].elementsEqual(part) }
    }
}
