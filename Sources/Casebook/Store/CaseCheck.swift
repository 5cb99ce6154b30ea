import GRDB
import Inventory

/// Whether a case's file and its journal's chain are whole.
public struct CaseCheck: Sendable {
    /// How many entries follow one another without a fault, from the first on.
    public let entries: Int
    /// The hash of the last of them: what reports print.
    public let head: String
    /// The first fault of the chain; nil where it is whole.
    public let fault: JournalFault?
    /// What SQLite finds wrong with the file; empty where it is whole.
    public let damage: [String]
    /// What guards the journal, and is not as it was made: names of triggers and tables. The chain tells whether anything was
    /// changed; that something could be is no damage.
    public let unguarded: [String]
    /// What says that entries behind it were saved from a damaged file: the chain is whole since then, and what was lost
    /// or altered before stays so.
    public let salvages: [CaseClash]
    private let numbers: [String: [Int]]

    /// Whether nothing is wrong.
    public var isSound: Bool { fault == nil && damage.isEmpty }

    /// Reads the whole file. O(entries).
    public init(path: String) throws(CaseError) {
        guard FileIdentity(path: path) != nil else { throw FileIdentity.exists(path) ? .notACase : .missing }
        guard FileIdentity.beginsLikeSQLite(path) else { throw .notACase }
        var fold = CaseFold()
        var (fault, damage): (JournalFault?, [String]) = (nil, [])
        var unguarded: [String] = []
        do {
            let queue = try CaseSchema.openForReading(path)
            try queue.inDatabase { database in
                try CaseSchema.check(database)
                damage = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
                unguarded = try CaseSchema.strangeParts(of: database)
                try fold.takeNew(from: database)
            }
        } catch let found as JournalFault {
            fault = found
        } catch {
            let error = CaseError(error)
            guard case .damaged(let words) = error else { throw error }
            damage.append(words)
        }
        if fold.sequence == 0, fault == nil { fault = JournalFault(entry: 1, kind: .missing) }
        entries = fold.sequence
        head = fold.head
        numbers = fold.numbers()
        salvages = fold.clashes((1...max(1, fold.sequence)).filter { fold.isSalvage($0) })
        self.fault = fault
        self.damage = damage
        self.unguarded = unguarded
    }

    /// How many digits of a hash tell an entry from every other one.
    public static let digits = 8...64

    /// The number of the entry whose hash begins with these digits, at least eight of them: where a report was made
    /// that prints it. Nil when no sound entry has it: then the journal is not the one of that report, or was cut or
    /// rewritten.
    public func entry(hash: String) -> Int? {
        guard Self.digits.contains(hash.count) else { return nil }
        let found = numbers.filter { $0.key.hasPrefix(hash.lowercased()) }
        // Of an entry of another copy several may be parts: the last one ends it.
        return found.count == 1 ? found.first?.value.last : nil
    }
}
