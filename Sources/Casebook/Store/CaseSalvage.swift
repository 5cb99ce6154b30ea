import GRDB
import Inventory

/// What can be read of a damaged or altered case.
public struct CaseSalvage: Sendable {
    /// The entries from the first on that form a whole chain, none of which anything speaks against.
    public let chain: [JournalEntry]
    /// Entries behind them that can be read, in order; what is between them is lost.
    public let rest: [JournalEntry]
    /// The entries that could not be read.
    public let missing: [CaseAction.EntryRange]
    /// The entries that are not what was written: they have another hash than was stored, or than the entry behind them
    /// names.
    public let altered: [CaseAction.EntryRange]
    private let doubted: Set<Int>

    /// Reads everything that looks like an entry: through SQLite as far as that goes, and from the bare bytes of the
    /// file. O(size of the file).
    public init(path: String) throws(CaseError) {
        guard FileIdentity(path: path) != nil else { throw FileIdentity.exists(path) ? .notACase : .missing }
        self.init(try Self.texts(path))
    }

    /// Puts texts of entries in order. Of several with one number the one that continues the chain is taken, else the
    /// first.
    init(_ texts: [FoundText]) {
        let candidates = Candidates(texts)
        var chain: [JournalEntry] = []
        var head = JournalEntry.beginning
        while let next = candidates.sound(chain.count + 1, after: head) {
            chain.append(next)
            head = next.hash
        }
        let end = chain.count
        let rest = candidates.numbers.filter { $0 > end }.compactMap { candidates.best($0) }
        var missing: [CaseAction.EntryRange] = []
        var next = end + 1
        for entry in rest {
            if entry.sequence > next { missing.append(.init(first: next, last: entry.sequence - 1)) }
            next = entry.sequence + 1
        }
        self.chain = chain
        self.rest = rest
        self.missing = missing
        let doubted = rest.filter(candidates.isDoubted).map(\.sequence)
        self.doubted = Set(doubted)
        altered = CaseAction.EntryRange.ranges(of: doubted)
    }

    /// How many entries could be read.
    public var count: Int { chain.count + rest.count }

    /// Saves what could be read to a new case: the whole chain as it was, then, where there is more, what is known of
    /// the loss and the entries behind it. What was altered is set aside, so that it has no effect until somebody
    /// settles it. The new case is there whole or not at all.
    public func save(to path: String, by author: CaseAuthor, version: String) throws(CaseError) -> CaseFile {
        guard count > 0 else { throw .damaged("no entry of its journal can be read") }
        let opening = CaseAction.open(
            title: "saved from a damaged case", identifier: CaseFile.randomIdentifier, version: version)
        let start =
            chain.isEmpty
            ? try CaseFile.entries([CaseFile.Draft(action: opening)], by: author, after: CaseFold()) : chain
        guard !rest.isEmpty else { return try CaseFile.make(at: path, entries: start) }
        let fold = Self.fold(start)
        let marker = CaseAction.salvage(
            identifier: identifier, missing: missing, altered: altered.isEmpty ? nil : altered)
        let drafts = [CaseFile.Draft(action: marker)] + following(fold).drafts
        return try CaseFile.make(at: path, entries: start + CaseFile.entries(drafts, by: author, after: fold))
    }

    /// Those of the rest that the new case leaves out, because they mean nothing where others are missing: what was counted
    /// of the whole, and what speaks of an entry that is lost.
    public var leftOut: [CaseAction.EntryRange] {
        rest.isEmpty ? [] : CaseAction.EntryRange.ranges(of: following(Self.fold(chain)).leftOut)
    }

    /// The identifier of the damaged case; empty where its first entry is lost.
    private var identifier: String { chain.isEmpty ? "" : Self.fold(chain.prefix(1)).identifier }

    private static func fold(_ entries: some Sequence<JournalEntry>) -> CaseFold {
        var fold = CaseFold()
        for entry in entries { fold.take(entry) }
        return fold
    }

    /// The rest, ready to be written behind the marker that follows what `fold` says.
    private func following(_ fold: CaseFold) -> EntryImport {
        EntryImport(chain + rest, from: identifier, into: fold, markers: 1, doubted: doubted)
    }

    /// What can be found in the file as it was after the last change that was finished.
    private static func texts(_ path: String) throws(CaseError) -> [FoundText] {
        guard !FileIdentity.isWritable(path), let unfinished = UnfinishedCase(path: path) else {
            // Opening takes an unfinished change back, and only then are the bytes those of the case.
            let rows = (try? CaseSchema.openForReading(path)).map(Self.rows) ?? []
            return rows + JournalScan.texts(in: try JournalScan.bytes(of: path))
        }
        var bytes: [UInt8] = []
        let queue = try unfinished.openCopy { copy throws(CaseError) in bytes = try JournalScan.bytes(of: copy) }
        return rows(queue) + JournalScan.texts(in: bytes)
    }

    /// The rows that SQLite can still read, by number from both ends; none where it cannot read the file at all.
    private static func rows(_ queue: DatabaseQueue) -> [FoundText] {
        ["ASC", "DESC"].flatMap { order -> [FoundText] in
            var texts: [FoundText] = []
            // What was read before SQLite meets the damage is kept.
            try? queue.inDatabase { database in
                let rows = try Row.fetchCursor(
                    database, sql: "SELECT body, hash FROM journal ORDER BY sequence \(order)")
                while let row = try rows.next() {
                    guard let body = String.fromDatabaseValue(row[0]) else { continue }
                    texts.append(FoundText(body: body, hash: String.fromDatabaseValue(row[1]) ?? ""))
                }
            }
            return texts
        }
    }
}

/// A text that may be an entry, and the hash that was found beside it; nil where none could be told.
struct FoundText: Sendable {
    let body: String
    let hash: String?
}

/// The entries that were found, by number and then in the order in which they were found: several of one where old pages
/// hold what was written there before.
private struct Candidates {
    private var entries: [Int: [JournalEntry]] = [:]
    /// The texts beside which a hash was found that is not theirs, and never theirs.
    private var altered: Set<String> = []

    init(_ texts: [FoundText]) {
        var hashes: [String: Set<String>] = [:]
        var bodies: [String] = []
        for text in texts {
            if hashes[text.body] == nil { bodies.append(text.body) }
            hashes[text.body, default: []].formUnion(text.hash.map { [$0] } ?? [])
        }
        for body in bodies {
            guard let entry = JournalEntry(body: body) else { continue }
            if let stored = hashes[body], !stored.isEmpty, !stored.contains(entry.hash) { altered.insert(body) }
            entries[entry.sequence, default: []].append(entry)
        }
    }

    var numbers: [Int] { entries.keys.sorted() }

    /// The entry that follows the one with the hash `previous`, where nothing speaks against it.
    func sound(_ number: Int, after previous: String) -> JournalEntry? {
        entries[number]?.first { $0.content.previous == previous && !isDoubted($0) }
    }

    /// The entry to keep of those with this number.
    func best(_ number: Int) -> JournalEntry? {
        entries[number]?.first { !isDoubted($0) } ?? entries[number]?.first
    }

    /// Whether the entry has another hash than was stored, or than each sound entry behind it names.
    func isDoubted(_ entry: JournalEntry) -> Bool {
        if altered.contains(entry.body) { return true }
        let followers = (entries[entry.sequence + 1] ?? []).filter { !altered.contains($0.body) }
        return !followers.isEmpty && !followers.contains { $0.content.previous == entry.hash }
    }
}
