import Foundation
import GRDB
import Inventory

@testable import Casebook

/// A folder of its own for the cases of a test, which goes with it.
final class CaseFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/casebook-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in it.
    func file(_ name: String = "one.case") -> String { "\(path)/\(name)" }

    /// A new case in it.
    func make(_ name: String = "one.case", identifier: String = CaseFile.randomIdentifier) throws -> CaseFile {
        try CaseFile.make(at: file(name), title: "a case", by: .ana, version: "1", identifier: identifier)
    }

    /// A case of an earlier layout in it, and its journal.
    func makeEarlier(version: Int) throws -> Journal {
        var journal = try Journal()
        try journal.add(.mark("a"))
        let entries = journal.entries
        let queue = try DatabaseQueue(path: file())
        try queue.inDatabase { database in
            try CaseSchema.migrate(database, to: version)
            for entry in entries { try JournalRow.insert(entry, into: database) }
        }
        try queue.close()
        return journal
    }

    /// What lies in it.
    var names: Set<String> { get throws { Set(try FileManager.default.contentsOfDirectory(atPath: path)) } }
}

extension CaseAuthor {
    static let ana = CaseAuthor(who: "ana", when: Instant(1_000))
    static let bo = CaseAuthor(who: "bo", when: Instant(2_000), evidence: "e")
}

extension CaseAction {
    static func mark(_ ids: String...) -> CaseAction { .mark(items: ids.map { .entity($0) }, at: nil) }
    static func unmark(_ ids: String...) -> CaseAction { .unmark(items: ids.map { .entity($0) }) }
    static func advance(_ id: String, _ state: Mark.State) -> CaseAction {
        .advance(items: [.entity(id)], state: state, why: "", proof: nil)
    }
    static func verdict(_ id: String, _ finding: Verdict.Finding) -> CaseAction {
        .conclude(subject: .entity(id), finding: finding, why: "")
    }
}

extension CaseState {
    func mark(_ id: String) -> Mark? { marks[.entity(id)] }
}

/// Writes entries one behind the other without a file.
struct Journal {
    private(set) var entries: [JournalEntry] = []
    private(set) var fold = CaseFold()

    init() throws { try add(.open(title: "t", identifier: "i", version: "1"), by: "ana") }

    mutating func add(_ action: CaseAction, by who: String = "ana") throws {
        let entry = try JournalEntry(
            JournalEntry.Content(
                sequence: fold.sequence + 1, previous: fold.head, who: who, when: Instant(Int64(fold.sequence)),
                action: action))
        entries.append(entry)
        fold.take(entry)
    }
}

/// The same numbers every time: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }
}
