import GRDB
import Inventory

/// What can be read of a damaged or altered case.
public struct CaseSalvage: Sendable {
    /// The entries from the first on that form a whole chain.
    public let chain: [JournalEntry]
    /// Entries behind them that can be read, in order; each is as it was written, what is between them is lost.
    public let rest: [JournalEntry]
    /// The entries that could not be read.
    public let missing: [CaseAction.EntryRange]

    /// Reads everything that looks like an entry: through SQLite as far as that goes, and from the bare bytes of the
    /// file. O(size of the file).
    public init(path: String) throws(CaseError) {
        guard FileIdentity(path: path) != nil else { throw FileIdentity.exists(path) ? .notACase : .missing }
        let bodies = Self.rows(path) + JournalScan.bodies(in: try JournalScan.bytes(of: path))
        self.init(bodies: bodies)
    }

    /// Puts texts of entries in order. Of several with one number the one that continues the chain is taken, else the
    /// first.
    init(bodies: [String]) {
        var candidates: [Int: [JournalEntry]] = [:]
        for body in Set(bodies).sorted() {
            if let entry = JournalEntry(body: body) { candidates[entry.sequence, default: []].append(entry) }
        }
        var chain: [JournalEntry] = []
        var head = JournalEntry.beginning
        while let next = candidates[chain.count + 1]?.first(where: { $0.content.previous == head }) {
            chain.append(next)
            head = next.hash
        }
        let end = chain.count
        let rest = candidates.keys.filter { $0 > end }.sorted().compactMap { candidates[$0]?.first }
        self.chain = chain
        self.rest = rest
        var missing: [CaseAction.EntryRange] = []
        var next = end + 1
        for entry in rest {
            if entry.sequence > next { missing.append(.init(first: next, last: entry.sequence - 1)) }
            next = entry.sequence + 1
        }
        self.missing = missing
    }

    /// How many entries could be read.
    public var count: Int { chain.count + rest.count }

    /// Saves what could be read to a new case: the whole chain as it was, then, where there is more, what is known of
    /// the loss and the entries behind it.
    public func save(to path: String, by author: CaseAuthor, version: String) throws(CaseError) -> CaseFile {
        guard count > 0 else { throw .damaged("no entry of its journal can be read") }
        let saved =
            chain.isEmpty
            ? try CaseFile.make(at: path, title: "saved from a damaged case", by: author, version: version)
            : try CaseFile.make(at: path, entries: chain)
        if !rest.isEmpty {
            let identifier = chain.isEmpty ? "" : saved.identifier
            _ = try saved.write(author) { fold throws(CaseError) in
                [CaseFile.Draft(action: .salvage(identifier: identifier, missing: missing))]
                    + EntryImport(rest, from: identifier, into: fold, markers: 1).drafts
            }
        }
        return saved
    }

    /// The bodies that SQLite can still read, by number from both ends; none where it cannot read the file at all.
    private static func rows(_ path: String) -> [String] {
        guard let queue = try? CaseSchema.open(path, readOnly: true) else {
            return []
        }
        return ["ASC", "DESC"].flatMap { order -> [String] in
            var bodies: [String] = []
            // What was read before SQLite meets the damage is kept.
            try? queue.inDatabase { database in
                let rows = try Row.fetchCursor(database, sql: "SELECT body FROM journal ORDER BY sequence \(order)")
                while let row = try rows.next() {
                    if let body = String.fromDatabaseValue(row[0]) { bodies.append(body) }
                }
            }
            return bodies
        }
    }
}
