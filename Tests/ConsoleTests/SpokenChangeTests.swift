import TerminalKit
import Testing

@testable import Console

@Suite("The console in lines")
struct SpokenChangeTests {
    /// What is said after each key of a script, from a state on.
    private func lines(_ script: String, after before: String = "") throws -> [[String]] {
        var session = Session.after(before)
        return try KeyScript.keys(script).map { key in
            let old = session.state
            session.apply(.key(key))
            return SpokenChange(old: old, new: session.state).lines(isReply: true)
        }
    }

    @Test("It begins with where one is, what is declared, the figures, and the selected row last")
    func opening() {
        let lines = SpokenChange(old: nil, new: Session().state).lines(isReply: false)
        #expect(lines.first?.contains("northwind") == true)
        #expect(lines.contains { $0.hasPrefix("declared: runner prod-linux-07") })
        #expect(lines.contains { $0.hasPrefix("counts: 18 reached") })
        #expect(lines.last?.hasPrefix("1 of ") == true)
    }

    @Test("A move says the row that is selected now, and nothing else")
    func move() throws {
        let said = try lines("jk", after: "b")
        #expect(said[0].count == 1 && said[0][0].hasPrefix("2 of 21: "))
        #expect(said[1].count == 1 && said[1][0].hasPrefix("1 of 21: runner prod-linux-07"))
    }

    @Test("A key that changes nothing is answered all the same")
    func silence() throws {
        #expect(try lines("k", after: "b") == [["1 of 21: " + Session.after("b").state.spoken(row: 0).dropFirst(9)]])
        #expect(try lines("&&")[1] == ["note: & does nothing here; ? lists the keys"])
    }

    @Test("A mark says what it means, the figures, and the row that is next")
    func mark() throws {
        let said = try lines(" ", after: "bjjj").first ?? []
        #expect(said.first?.hasPrefix("marked: ") == true)
        #expect(said.contains { $0.contains("plan (1 mark): ") })
        #expect(said.last?.hasPrefix("5 of 21: ") == true)
        #expect(try lines("k", after: "bjjj ")[0][0].hasSuffix(", marked"))
    }

    @Test("What is typed is said with how many rows it leaves, and what is wrong with it in words")
    func prompt() throws {
        let said = try lines("/owner:<Esc>", after: "2")
        #expect(said[0].first?.hasPrefix("filter: ") == true)
        #expect(said[1].contains { $0.hasPrefix("filter: o, ") })
        #expect(said[6].contains { $0.hasPrefix("problem: ") })
        #expect(said[7].last?.hasPrefix("1 of 22: ") == true)
    }

    @Test("Menus say the line that is chosen; help says all of its lines at once")
    func overlays() throws {
        let said = try lines("sj", after: "b")
        #expect(said[0].contains("sort by") && said[0].contains("selected: FIRST HELD"))
        #expect(said[1] == ["selected: UNTIL"])
        let help = try lines("?<Esc>", after: "b")
        for command in Command.table {
            #expect(help[0].joined(separator: " ").contains(command.description), "\(command.id)")
        }
        #expect(help[1].count == 1)
    }

    @Test("Going elsewhere says where, what it is about and how many rows it has")
    func going() throws {
        let said = try lines("<Enter>", after: "b/northwind-site<Enter>")[0]
        #expect(said.contains { $0 == "place: Why northwind-site" })
        #expect(said.contains { $0 == "Why resource northwind-site" })
        #expect(said.contains { $0.hasSuffix(" rows") })
        #expect(said.last?.hasPrefix("1 of ") == true)
    }

    @Test("Every key of the console can be pressed in lines, and none of them leaves a row unsaid")
    func everyKey() {
        var random = RandomKeys(seed: 5)
        var session = Session()
        for _ in 0..<600 {
            let old = session.state
            session.apply(.key(random.key()))
            let lines = SpokenChange(old: old, new: session.state).lines(isReply: true)
            #expect(!lines.isEmpty)
            #expect(lines.allSatisfy { !$0.contains { $0.isNewline } })
            let isMoved =
                old.overlay == nil && session.state.overlay == nil
                && (old.selected != session.state.selected || old.place.view != session.state.place.view)
            if isMoved { #expect(lines.last == session.state.spokenSelection) }
        }
    }

    @Test("Once the evidence is lost that is said, and nothing is read from it")
    func lost() {
        let session = Session.after("b")
        var lost = session.state
        _ = lost.lose("the file changed")
        let said = SpokenChange(old: session.state, new: lost).lines(isReply: false)
        #expect(said.first == "the file changed" && said.last == "Q leaves.")
        #expect(SpokenChange(old: lost, new: lost).lines(isReply: false).isEmpty)
        #expect(SpokenChange(old: lost, new: lost).lines(isReply: true) == said)
    }

    @Test("A terminal of lines is spoken to, and never drawn on")
    func runtime() throws {
        let terminal = SpokenTo(try KeyScript.keys("bjQ"))
        _ = ConsoleRuntime(
            inventory: Northwind.inventory(isMarked: true), title: "northwind", at: Northwind.opened
        ).run(on: terminal)
        #expect(terminal.screens == 0)
        #expect(terminal.said.contains("place: Blast"))
        #expect(terminal.said.last?.hasPrefix("2 of 21: ") == true)
        #expect(terminal.said.contains { $0.hasPrefix("counts: 18 reached") })
    }
}

/// A terminal of lines that plays keys, each when the one before is answered, and keeps what it is told.
private final class SpokenTo: LineTerminal {
    private let inner: ScriptedTerminal
    private(set) var said: [String] = []
    private(set) var screens = 0

    init(_ keys: [Key]) {
        inner = ScriptedTerminal(size: Size(rows: 24, columns: 80), steps: keys.map { .event(.key($0)) })
    }

    var size: Size { inner.size }
    var colors: ColorSupport { .none }
    var repertoire: Glyphs.Repertoire { .unicode }
    var wakeSignal: any WakeSignal { inner.wakeSignal }
    var waitsForAnswers: Bool { true }
    func present(_ screen: Screen) { screens += 1 }
    func say(_ lines: [String]) { said += lines }
    func nextEvent(timeout: Duration?) -> TerminalEvent { inner.nextEvent(timeout: timeout) }
    func nextWake(timeout: Duration?) -> TerminalEvent { inner.nextWake(timeout: timeout) }
    func transmit(_ bytes: [UInt8]) {}
    func reportMouse(_ isOn: Bool) -> Bool { false }
    func redraw() {}
    func suspend() {}
    func close() {}
}
