import Foundation
import GRDB
import Inventory
import Testing

@testable import Casebook

@Suite("Where entries were made")
struct JournalPlaceTests {
    private static let place = "blast:live?query=kind:token&at=2026-03-14T02:10:00Z"

    /// A journal as version 0.1.0 wrote it, when no entry named a place, and the hashes that `sha256sum` prints for it.
    private static let old = [
        (
            #"{"action":{"open":{"identifier":"a57f0ce85be555e1e64e8f9297d35044","title":"runner of 14 March","version":"0.1.0"}},"evidence":"a09a99ff1a5865dd680ddd5edbc95cc52c6a34748b59777e3518424b297e43a2","previous":"0000000000000000000000000000000000000000000000000000000000000000","sequence":1,"when":"2026-03-14T14:57:21Z","who":"ana"}"#,
            "d8a2cd65c46790357a3dfd444a062fc94e65298eed9f7ccf1cc5931c6744ba48"
        ),
        (
            #"{"action":{"note":{"subject":{},"text":"the owner was told"}},"previous":"d8a2cd65c46790357a3dfd444a062fc94e65298eed9f7ccf1cc5931c6744ba48","sequence":2,"when":"2026-03-14T14:58:00Z","who":"ana"}"#,
            "d232c97f23aab6f4faf440c9a615e6ff0423889e247879a59b94c88392d3c411"
        ),
    ]

    @Test("Entries without a place are written as before, and keep their hashes")
    func unchanged() throws {
        for (body, hash) in Self.old {
            let entry = try #require(JournalEntry(body: body))
            #expect(entry.hash == hash && entry.content.place == nil)
            #expect(try JournalEntry(entry.content).body == body)
        }
    }

    @Test("A case of before is opened as it is, and goes on with entries that name their place")
    func opened() throws {
        let folder = try CaseFolder()
        let queue = try DatabaseQueue(path: folder.file())
        try queue.inDatabase { database in
            try CaseSchema.migrate(database)
            for (body, hash) in Self.old {
                try database.execute(
                    sql: "INSERT INTO journal (body, hash) VALUES (?, ?)", arguments: [body, hash])
            }
        }
        try queue.close()
        let file = try CaseFile(opening: folder.file())
        #expect(file.head == Self.old[1].1)
        var author = CaseAuthor.ana
        author.place = Self.place
        let written = try #require(try file.append([.mark("a")], by: author).written.first)
        #expect(written.content.place == Self.place && written.content.previous == Self.old[1].1)
        #expect(written.body.contains(#""place":"blast:live?query=kind:token&at="#))
        let again = try CaseFile(opening: folder.file())
        #expect(try again.entries().map(\.hash) == Self.old.map(\.1) + [written.hash])
        #expect(try again.entries().map(\.content.place) == [nil, nil, Self.place])
        let check = try CaseCheck(path: folder.file())
        #expect(check.isSound && check.entry(hash: Self.old[0].1) == 1)
        #expect(JournalFault(among: try again.entries()) == nil)
        // Whoever alters the place alters the hash.
        let forged = written.body.replacing("kind:token", with: "kind:runner")
        #expect(JournalEntry(body: forged)?.hash != written.hash)
    }

    @Test("An earlier program, which knows of no place, reads what is written now")
    func earlier() throws {
        struct Content: Decodable {
            var sequence: Int
            var previous: String
            var who: String
            var when: Instant
            var evidence: String?
            var origin: JournalEntry.Origin?
            var action: CaseAction
        }
        let folder = try CaseFolder()
        var author = CaseAuthor.bo
        author.place = Self.place
        let entry = try #require(try folder.make().append([.mark("a")], by: author).written.first)
        let read = try JSONDecoder().decode(Content.self, from: Data(entry.body.utf8))
        #expect(read.sequence == 2 && read.action == .mark("a") && read.evidence == "e")
    }

    @Test("Merging and saving from a damaged file keep where entries were made")
    func kept() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        let copy = try file.copy(to: folder.file("copy"))
        var author = CaseAuthor.bo
        author.place = Self.place
        _ = try copy.append([.mark("b")], by: author)
        _ = try copy.append([.mark("c")], by: author)
        let taken = try file.merge(copy, by: .ana).taken
        #expect(taken.map(\.content.place) == [Self.place, Self.place])
        try folder.tamper("DELETE FROM journal WHERE sequence = 2", "copy")
        let salvage = try CaseSalvage(path: folder.file("copy"))
        let saved = try salvage.save(to: folder.file("saved"), by: .ana, version: "1")
        #expect(try saved.entries().last?.content.place == Self.place)
        #expect(try saved.entries().first { $0.content.origin == nil && $0.sequence > 1 }?.content.place == nil)
    }

    @Test("Entries that do not follow one another are told, wherever the list of them begins")
    func faults() throws {
        var journal = try Journal()
        for id in ["a", "b", "c"] { try journal.add(.mark(id)) }
        let entries = journal.entries
        #expect(JournalFault(among: entries) == nil && JournalFault(among: Array(entries.dropFirst(2))) == nil)
        #expect(
            JournalFault(among: [entries[0], entries[2], entries[3]]) == JournalFault(entry: 2, kind: .missing))
        var other = try Journal()
        for id in ["a", "x"] { try other.add(.mark(id)) }
        #expect(
            JournalFault(among: [entries[0], entries[1], other.entries[2], entries[3]])
                == JournalFault(entry: 4, kind: .unchained))
    }

    @Test("What an action is about, and of which entry it speaks")
    func about() {
        #expect(CaseAction.mark("a", "b").entityIDs == ["a", "b"])
        #expect(
            CaseAction.unmark(items: [.relation(from: "a", kind: "reads", to: "b")]).entityIDs == ["a", "b"])
        #expect(CaseAction.note(subject: .wholeCase, text: "n").entityIDs.isEmpty)
        #expect(CaseAction.assign(subject: .path(["a", "b"]), to: "bo").entityIDs == ["a", "b"])
        #expect(CaseAction.aim(targets: ["z"]).entityIDs == ["z"])
        #expect(CaseAction.undo(entry: 4).spokenEntry == 4 && CaseAction.strike(note: 3).spokenEntry == 3)
        #expect(CaseAction.mark("a").spokenEntry == nil)
    }
}
