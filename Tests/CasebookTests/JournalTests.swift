import Crypto
import Foundation
import Inventory
import Testing

@testable import Casebook

@Suite("The journal's chain")
struct JournalTests {
    private static let hostile = "\u{1B}]0;x\u{7} \"quoted\" \\ \u{202E}abc\u{2028} \u{1F600} \n\u{0}é"

    private static let actions: [CaseAction] = [
        .open(title: hostile, identifier: "i", version: "1"), .retitle(title: hostile),
        .addEvidence(
            evidence: CaseEvidence(
                hash: "h", form: .files, paths: ["/x"], repository: "o/r", files: [EvidenceFile(path: "p", hash: "q")],
                entities: 1, relations: 2, collected: Instant(7), version: "1")),
        .removeEvidence(hash: "h"),
        .declare(entity: hostile, windows: [Window(Interval(Instant(1), .never)), Window(.always)], why: hostile),
        .undeclare(entity: "e"),
        .mark(items: [.entity(hostile), .relation(from: "a", kind: "reads", to: "b")], at: Instant(300_000_000_000)),
        .mark(items: [], at: .never), .unmark(items: [.entity("a")]),
        .advance(items: [.entity("a")], state: .verified, why: hostile, proof: "h"),
        .advance(items: [.entity("a")], state: .failed, why: "", proof: nil),
        .advance(
            items: [.entity("a")], state: .verified, why: "", proof: "h",
            source: .init(CaseEvidence(hash: "h", form: .files, paths: ["/x"], entities: 1, relations: 2, version: "1"))
        ),
        .note(subject: .path(["a", hostile]), text: hostile), .rewrite(note: 3, text: ""), .strike(note: 3),
        .conclude(subject: .entity("a"), finding: .contained, why: ""), .reconsider(subject: .wholeCase),
        .tag(subject: .wholeCase, tags: [hostile]), .untag(subject: .wholeCase, tags: []),
        .assign(subject: .entity("a"), to: nil), .assign(subject: .entity("a"), to: "bo"),
        .bookmark(name: hostile, place: "start"), .dropBookmark(name: ""), .aim(targets: ["a"]),
        .measure(
            measurement: Measurement(
                evidence: "h", terms: .init(at: Instant(-5), timeless: true, guardsFail: true, plane: .identity),
                figures: .init(reached: 1, live: 2, conditional: 3, rollbackOnly: 4, afterPlan: 5))),
        .undo(entry: 1), .redo(entry: 1), .merge(identifier: "i", head: "h", entries: 2),
        .settle(entry: 4, takes: false), .salvage(identifier: "i", missing: [.init(first: 1, last: 2)], altered: nil),
        .salvage(identifier: "i", missing: [], altered: [.init(first: 3, last: 3)]),
    ]

    @Test("Every action is written in one line of printable ASCII and read back as it was", arguments: actions)
    func roundTrip(action: CaseAction) throws {
        let entry = try JournalEntry(
            JournalEntry.Content(
                sequence: 4, previous: JournalEntry.beginning, who: Self.hostile, when: Instant(12),
                evidence: "h", origin: .init(identifier: "o", entry: 9, hash: "x", isAside: true), action: action))
        #expect(entry.body.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
        #expect(entry.body.hasPrefix(#"{"action":{"\#(action.name)":{"#))
        let read = try #require(JournalEntry(body: entry.body))
        #expect(read == entry)
        #expect(read.hash == SHA256.hash(data: Data(entry.body.utf8)).map { String(format: "%02x", $0) }.joined())
    }

    @Test("All actions there are were tried")
    func complete() {
        #expect(Set(Self.actions.map(\.name)).count == 26)
    }

    @Test("docs/case.md says what every action is")
    func documented() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: folder.appending(path: "docs/case.md"), encoding: .utf8)
        let heads = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap {
            $0.split(separator: "|").first
        }
        for name in Set(Self.actions.map(\.name)) {
            #expect(heads.contains { $0.contains("`\(name)`") }, "\(name)")
        }
    }

    @Test("Each entry names the hash of the one before it")
    func chained() throws {
        var journal = try Journal()
        for id in ["a", "b", "c"] { try journal.add(.mark(id)) }
        #expect(journal.entries.first?.content.previous == String(repeating: "0", count: 64))
        for (before, after) in zip(journal.entries, journal.entries.dropFirst()) {
            #expect(after.content.previous == before.hash)
            #expect(after.sequence == before.sequence + 1)
        }
    }

    @Test("A row that was altered, cut out, moved or renumbered is told from a sound one")
    func faults() throws {
        var journal = try Journal()
        for id in ["a", "b", "c"] { try journal.add(.mark(id)) }
        let (first, second, third) = (journal.entries[0], journal.entries[1], journal.entries[2])
        func kind(_ row: JournalRow, after entry: JournalEntry) -> JournalFault.Kind? {
            do throws(JournalFault) {
                _ = try row.entry(after: (entry.sequence, entry.hash))
                return nil
            } catch {
                return error.kind
            }
        }
        #expect(kind(JournalRow(sequence: 2, body: second.body, hash: second.hash), after: first) == nil)
        let altered = second.body.replacing("ana", with: "bo")
        #expect(kind(JournalRow(sequence: 2, body: altered, hash: second.hash), after: first) == .altered)
        // Whoever alters a text and its hash breaks the chain behind it.
        let forged = JournalRow(sequence: 2, body: altered, hash: JournalEntry.hash(of: altered))
        #expect(kind(forged, after: first) == nil)
        let forgery = try forged.entry(after: (1, first.hash))
        #expect(kind(JournalRow(sequence: 3, body: third.body, hash: third.hash), after: forgery) == .unchained)
        #expect(kind(JournalRow(sequence: 3, body: third.body, hash: third.hash), after: first) == .missing)
        #expect(kind(JournalRow(sequence: 2, body: third.body, hash: third.hash), after: first) == .misnumbered)
        #expect(
            kind(JournalRow(sequence: 2, body: "{}", hash: JournalEntry.hash(of: "{}")), after: first) == .unreadable)
    }

    @Test("Files get the hash of what sha256sum prints for them in the order of their paths")
    func evidenceHash() {
        let files = [EvidenceFile(path: "b\\n", hash: "2"), EvidenceFile(path: "a/z", hash: "1")]
        let printed = "1  a/z\n\\2  b\\\\n\n"
        let expected = SHA256.hash(data: Data(printed.utf8)).map { String(format: "%02x", $0) }.joined()
        #expect(CaseEvidence.hash(of: files) == expected)
        #expect(CaseEvidence.hash(of: files.reversed()) == expected)
    }
}
