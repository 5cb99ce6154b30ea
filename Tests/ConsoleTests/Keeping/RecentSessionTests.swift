import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Sessions of other evidence")
struct RecentSessionTests {
    /// A shelf on which other sessions lie.
    private struct Shelf: SessionShelf {
        var saved: [SavedSession] = []
        var gone: Set<String> = []
        var changed: Set<String> = []

        func claim() -> SessionClaim { .ours }
        func read() throws(SessionShelfError) -> SavedSession? { nil }
        func write(_ bytes: [UInt8]) throws(SessionShelfError) {}
        func putAside(_ reason: String) throws(SessionShelfError) -> String { reason }
        func others() -> [SavedSession] { saved }

        func standing(of sources: [String], since: Instant?) -> EvidenceStanding {
            if let lost = sources.first(where: gone.contains) { return .gone(lost) }
            return sources.contains(where: changed.contains) ? .changed : .present
        }
    }

    private static func saved(_ title: String, _ sources: [String], keys: String = "b jj 2") -> SavedSession {
        let session = Session.after(keys)
        let record = session.state.sessionDraft.record(
            of: session.state.inventory, title: title, sources: sources, revision: 3)
        return SavedSession(bytes: record.bytes ?? [], written: Northwind.moment("2026-03-14T20:00Z"))
    }

    /// A console that was told of some sessions, with one of them selected.
    private static func session(_ recent: [RecentSession], selecting number: Int = 0) -> Session {
        var session = Session(size: Size(rows: 60, columns: 120))
        session.apply(.recent(recent))
        let id = "recent \(recent[number].id)"
        if let row = session.state.rows.row(of: id, in: session.state.inventory) {
            session.state.select(row)
        } else {
            Issue.record("not listed: \(id)")
        }
        return session
    }

    private static func recent(
        _ title: String, sources: [String] = ["/evidence/a"], standing: EvidenceStanding = .present
    ) -> RecentSession {
        RecentSession(
            title: title, sources: sources, place: "Blast live", written: Northwind.opened, marks: 3, declarations: 1,
            standing: standing)
    }

    @Test("Each says what it was about, where it was left, when, and how much was decided")
    func read() {
        var shelf = Shelf()
        shelf.saved = [Self.saved("first", ["/a", "/b"]), Self.saved("second", ["/c"], keys: "")]
        shelf.gone = ["/b"]
        shelf.changed = ["/c"]
        let found = shelf.recent()
        #expect(found.map(\.title) == ["first", "second"])
        #expect(found.map(\.sources) == [["/a", "/b"], ["/c"]])
        #expect(found.map(\.place) == ["Inventory", "Start"])
        #expect(found.map(\.marks) == [2, 0])
        // What a source marks as compromised, nobody declared.
        #expect(found.map(\.declarations) == [0, 0])
        #expect(found.map(\.standing) == [.gone("/b"), .changed])
        #expect(found.allSatisfy { $0.written == Northwind.moment("2026-03-14T20:00Z") })
    }

    @Test("What cannot be read is passed over, and one of an earlier version has no path")
    func unread() throws {
        var shelf = Shelf()
        shelf.saved = [
            SavedSession(bytes: Array("nothing".utf8), written: nil), Self.saved("old", []), Self.saved("new", ["/c"]),
        ]
        let found = shelf.recent()
        #expect(found.map(\.title) == ["old", "new"])
        #expect(found[0].obstacle != nil && found[1].obstacle == nil)
    }

    @Test("The start lists them, and enter leaves for the evidence")
    func opening() {
        var session = Self.session([Self.recent("acme.firebreak"), Self.recent("b", sources: ["/evidence/b"])])
        #expect(session.text.contains("Other evidence you worked on"))
        #expect(session.text.contains("acme.firebreak"))
        #expect(session.text.contains("2026-03-15 12:00Z"))
        #expect(session.text.contains("3 marks, 1 declaration · left at Blast live"))
        session.press("<Enter>")
        #expect(session.effects.last == .open(NextEvidence(sources: ["/evidence/a"])))
    }

    @Test("Cases come before evidence without one, are opened with theirs, and say why where they cannot be")
    func cases() {
        let good = RecentCase(
            path: "/cases/leak.case", title: "the leak", sources: ["/evidence/a"], written: Northwind.opened, marks: 2,
            declarations: 1)
        let broken = RecentCase(path: "/cases/old.case", title: "", problem: "nothing is at /cases/old.case")
        var session = Self.session(
            [RecentSession(good), RecentSession(broken), Self.recent("b", sources: ["/evidence/b"])])
        let lines = session.text.split(separator: "\n")
        let cases = lines.firstIndex { $0.contains("Other cases you worked on") }
        let evidence = lines.firstIndex { $0.contains("Other evidence you worked on") }
        #expect(cases.map { $0 + 3 } == evidence)
        #expect(session.text.contains("leak.case: the leak"))
        #expect(session.text.contains("2 marks, 1 declaration"))
        session.press("<Enter>")
        #expect(
            session.effects.last == .open(NextEvidence(sources: ["/evidence/a"], casebook: "/cases/leak.case")))
        session.press("j")
        #expect(session.text.contains("cannot be opened"))
        session.press("<Enter>")
        #expect(session.text.contains("nothing is at /cases/old.case"))
    }

    @Test("Evidence that is gone or has changed says so, and what is gone is not opened")
    func standing() {
        let recent = [
            Self.recent("lost", standing: .gone("/evidence/a")),
            Self.recent("altered", sources: ["/evidence/b"], standing: .changed),
            Self.recent("folder", sources: ["/evidence/c"], standing: .unknown),
        ]
        var session = Self.session(recent)
        #expect(session.text.contains("evidence gone"))
        #expect(session.text.contains("evidence changed since"))
        #expect(session.text.contains("evidence not compared"))
        session.press("<Enter>")
        #expect(session.effects.isEmpty)
        #expect(session.text.contains("its evidence is gone: nothing is at /evidence/a"))
        session.press("j<Enter>")
        #expect(session.effects.last == .open(NextEvidence(sources: ["/evidence/b"])))
    }

    @Test("Work that is saved nowhere keeps the console from leaving")
    func unsaved() {
        var session = Session(size: Size(rows: 60, columns: 120))
        session.press("b 1")
        session.apply(.recent([Self.recent("a")]))
        if let row = session.state.rows.row(of: "recent /evidence/a", in: session.state.inventory) {
            session.state.select(row)
        }
        session.press("<Enter>")
        #expect(session.effects.isEmpty)
        #expect(session.text.contains("1 mark would be lost"))
        session.state.keeping.mode = .on
        session.press("<Enter>")
        #expect(session.effects.last == .open(NextEvidence(sources: ["/evidence/a"])))
    }

    @Test("Hostile names put nothing but text on the screen")
    func hostile() {
        let name = "\u{1B}[2J\u{202E}evil\u{7}\nname"
        var session = Self.session([Self.recent(name, sources: ["/\(name)"], standing: .gone("/\(name)"))])
        for keys in ["", "<Enter>"] {
            session.press(keys)
            for scalar in session.text.unicodeScalars where scalar != "\n" {
                #expect(scalar.properties.generalCategory != .control)
                #expect(!scalar.properties.isBidiControl)
            }
        }
        #expect(session.text.contains("evil"))
    }

    @Test("The runtime looks for them beside the console, and leaves for the one that is chosen")
    func runtime() throws {
        var shelf = Shelf()
        shelf.saved = [Self.saved("acme", ["/evidence/acme"])]
        let terminal = ScriptedTerminal(size: Size(rows: 60, columns: 120))
        terminal.play([.untilShown("Other evidence you worked on")])
        // Behind what is declared, and what may be known to be bad.
        let down = String(repeating: "j", count: 1 + StartEntry.allCases.count)
        terminal.play(try KeyScript.keys(down + "<Enter>").map { .event(.key($0)) })
        let exit = ConsoleRuntime(
            inventory: Northwind.inventory(isMarked: true), title: "northwind", at: Northwind.opened,
            world: ConsoleWorld(sessions: shelf)
        ).run(on: terminal)
        #expect(!terminal.wokeTooLate)
        #expect(exit.next == NextEvidence(sources: ["/evidence/acme"]))
    }
}
