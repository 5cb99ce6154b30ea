import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Notes on entities")
struct NoteTests {
    private static let size = Size(rows: 40, columns: 120)

    @Test("A note is written, shown on the entity's page, found by its tag, changed, undone and removed")
    func writing() throws {
        var session = Session.after("2/kind:runner<Enter>", size: Self.size)
        let name = try #require(session.selectedName)
        session.press(";seen on the forum #suspicious<Enter>")
        #expect(session.state.work.present.notes.count == 1)
        #expect(session.text.contains("noted: \(name)"))
        session.press("e")
        #expect(session.text.contains("seen on the forum #suspicious"))
        session.press("q<Esc>/note~#suspicious<Enter>")
        #expect(session.state.rows.count == 1)
        #expect(session.selectedName == name)
        session.press(";<C-u>cleared by its owner<Enter>")
        #expect(session.state.work.present.notes.values.first == "cleared by its owner")
        session.press("u")
        #expect(session.state.work.present.notes.values.first == "seen on the forum #suspicious")
        session.press(";<C-u><Enter>")
        #expect(session.state.work.present.notes.isEmpty)
        #expect(session.text.contains("no note any more"))
    }

    @Test("Lists of what is held are filtered by notes too", arguments: ["b", "b<Tab>", "bO"])
    func inHeldLists(keys: String) throws {
        var session = Session.after("b/npm publish<Enter>", size: Self.size)
        session.press(";look again #odd<Enter><Esc>")
        session.press("1" + keys + "/note~#odd<Enter>")
        #expect(session.text.contains("npm publish"))
        session.press("/<C-u>note~#even<Enter>")
        #expect(!session.text.contains("npm publish"))
    }

    @Test("The same text again is no change, and giving up changes nothing")
    func unchanged() {
        var session = Session.after("2;kept<Enter>", size: Self.size)
        let work = session.state.work
        session.press(";<Enter>")
        #expect(session.state.work.present == work.present)
        session.press(";<C-u>other<Esc>")
        #expect(session.state.work.present == work.present)
    }

    @Test("What looks like a credential is not kept, and that is said")
    func credentials() {
        var session = Session.after("2", size: Self.size)
        session.state.redact = { $0.contains("hunter2") ? "redacted" : $0 }
        session.press(";hunter2<Enter>")
        #expect(Array(session.state.work.present.notes.values) == ["redacted"])
        #expect(session.text.contains("without what looks like a credential"))
    }

    @Test("Notes come back with the session; one on what is no longer there stays in its file")
    func session() throws {
        let session = Session.after("2;kept<Enter>", size: Self.size)
        let inventory = Northwind.inventory(isMarked: true)
        var record = session.state.sessionDraft.record(of: inventory, title: "northwind", revision: 1)
        record.notes?.append(SessionRecord.NoteRecord(id: "gone", text: "it was here"))
        let read = try SessionRecord(bytes: try #require(record.bytes)).restored(over: inventory, declared: [])
        #expect(read.work.notes == session.state.work.present.notes)
        #expect(read.strays.notes.map(\.id) == ["gone"])
    }

    @Test("Notes are work that leaving would lose, and are counted in words")
    func work() {
        let session = Session.after("2;kept<Enter>", size: Self.size)
        #expect(session.state.work.present.holdsWork)
        #expect(session.state.work.present.summary == "1 note")
    }
}
