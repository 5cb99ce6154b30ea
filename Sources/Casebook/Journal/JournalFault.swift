/// What is wrong with a journal at one entry: it was altered, cut or damaged.
public struct JournalFault: Error, Hashable, Sendable {
    /// The ways in which a chain can be broken.
    public enum Kind: Hashable, Sendable {
        /// There is no entry of this number, though there are later ones.
        case missing
        /// The text is no entry.
        case unreadable
        /// The text's hash is not the one that was stored.
        case altered
        /// It does not follow the entry before it.
        case unchained
        /// It says another number than its row has.
        case misnumbered
    }

    /// The number of the entry.
    public let entry: Int
    /// What is wrong.
    public let kind: Kind

    /// The fault in words.
    public var words: String {
        switch kind {
        case .missing: "entry \(entry) is missing"
        case .unreadable: "entry \(entry) cannot be read"
        case .altered: "entry \(entry) was altered: its text has another hash than was stored"
        case .unchained: "entry \(entry) does not follow the entry before it"
        case .misnumbered: "entry \(entry) says another number"
        }
    }
}

extension JournalFault {
    /// The first fault of entries that should follow one another; nil where each names the one before it. O(entries).
    public init?(among entries: [JournalEntry]) {
        for (before, after) in zip(entries, entries.dropFirst()) {
            if after.sequence != before.sequence + 1 {
                self.init(entry: before.sequence + 1, kind: .missing)
                return
            }
            if after.content.previous != before.hash {
                self.init(entry: after.sequence, kind: .unchained)
                return
            }
        }
        return nil
    }
}

/// A row as it is stored, before anything in it is believed.
struct JournalRow: Sendable {
    let sequence: Int
    let body: String
    let hash: String

    /// The row as an entry that follows `previous`, or what is wrong with it.
    func entry(after previous: (sequence: Int, hash: String)) throws(JournalFault) -> JournalEntry {
        try entry(JournalEntry(body: body), after: previous)
    }

    /// The same of what its text was read as; nil where it is no entry.
    func entry(
        _ read: JournalEntry?, after previous: (sequence: Int, hash: String)
    ) throws(JournalFault) -> JournalEntry {
        let expected = previous.sequence + 1
        guard sequence == expected else { throw JournalFault(entry: expected, kind: .missing) }
        guard let entry = read else {
            let isStored = JournalEntry.hash(of: body) == hash
            throw JournalFault(entry: expected, kind: isStored ? .unreadable : .altered)
        }
        guard entry.hash == hash else { throw JournalFault(entry: expected, kind: .altered) }
        guard entry.content.sequence == expected else { throw JournalFault(entry: expected, kind: .misnumbered) }
        guard entry.content.previous == previous.hash else { throw JournalFault(entry: expected, kind: .unchained) }
        return entry
    }
}
