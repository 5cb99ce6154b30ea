import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("The mouse")
struct MouseTests {
    private func position(_ row: Int, _ column: Int = 8) -> Position { Position(row: row, column: column) }

    /// A session after some keys, with the mouse on.
    private func session(_ keys: String, size: Size = Size(rows: 24, columns: 80)) -> Session {
        Session.after("M" + keys, size: size)
    }

    /// The line of the screen on which the selected row stands.
    private func selectedLine(_ session: Session) -> Int? { session.screen().cursor?.row }

    @Test("It is off at first, and then does nothing")
    func off() {
        var session = Session.after("b")
        let before = session.state.place
        session.mouse(.press, at: position(8))
        session.mouse(.wheelDown, at: position(8))
        #expect(session.state.place == before)
        #expect(!session.state.isMouseOn)
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80))
        _ = ConsoleRuntime(inventory: Northwind.inventory(), title: "x", at: Northwind.opened).run(on: terminal)
        #expect(!terminal.reportsMouse)
    }

    @Test(
        "Switched on, a press selects the row under it, and a second one opens it",
        arguments: ["b", "2", "", "e", "b/northwind-site<Enter>w"])
    func selecting(keys: String) throws {
        var session = Session.after(keys + "M")
        #expect(session.effects == [.reportMouse(true)])
        session.press("G")
        let line = try #require(selectedLine(session))
        session.press("g")
        session.mouse(.press, at: position(line))
        #expect(selectedLine(session) == line)
        let place = session.state.place
        if session.state.openObstacle == nil {
            session.mouse(.press, at: position(try #require(selectedLine(session))))
            #expect(session.state.place != place)
        }
        session.press("M")
        #expect(session.effects == [.reportMouse(true), .reportMouse(false)])
    }

    @Test("Wherever the cursor stands, the mouse finds the selected row", arguments: Place.View.allCases)
    func cursor(view: Place.View) throws {
        for size in [Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 40, columns: 160)] {
            var session = Session(size: size, place: PlaceReportTests.place(view))
            if view == .plan { session.press("b <Enter>q4") }
            if view.needsSubject { session.state.place.subject = view == .inherit ? Northwind.runner : "token:AWS_KEY" }
            session.apply(.resize(size))
            for key in ["", "j", "G"] {
                session.press(key)
                guard let cursor = session.screen().cursor, session.state.rows.count > 0 else { continue }
                #expect(session.screen().target(at: cursor) == .row(session.state.selected), "\(size) \(key)")
            }
        }
    }

    @Test("Nothing is under the mouse where nothing is drawn, and the table never leaves the screen")
    func bounds() {
        for size in [Size(rows: 2, columns: 10), Size(rows: 12, columns: 40), Size(rows: 40, columns: 160)] {
            for keys in ["", "b", "bm", "bO", "2F", "2s", "?", ":", "2/kin", "by"] {
                let screen = Session.after(keys, size: size).screen()
                for area in screen.areas {
                    #expect(!area.rect.isEmpty)
                    #expect(area.rect.intersection(screen.bounds) == area.rect)
                }
                #expect(screen.target(at: Position(row: -1, column: 0)) == nil)
                #expect(screen.target(at: Position(row: size.rows, column: 0)) == nil)
            }
        }
    }

    /// Recorded screens, words on them, and what is to be under these.
    private static let pressed: [(golden: String, words: String, target: HitTarget)] = [
        ("blast", "Start", .place(0)), ("blast", "filter", .key("filter")), ("blast", "prod-linux-07", .row(0)),
        ("inventory", "Start", .place(0)), ("inventory", "filter", .key("filter")),
        ("inventory", "all 22", .list(0)), ("inventory", "NAME", .title("NAME")), ("sort", "NAME", .choice(6)),
        ("entity", "prod-linux-07", .place(1)),
    ]

    @Test("Where a recorded screen shows words, the mouse finds what they stand for", arguments: pressed.indices)
    func recorded(number: Int) throws {
        let (name, words, target) = Self.pressed[number]
        let keys = try #require(GoldenTests.places.first { $0.name == name }).keys
        var seen = 0
        for size in Golden.sizes where !Golden.isRecording {
            let kept = try #require(Golden("\(name)-\(size.columns)x\(size.rows)-unicode").kept)
            let screen = Session.after(keys, size: size).screen()
            for (row, line) in kept.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let letters = Array(line)
                for column in letters.indices where String(letters[column...]).hasPrefix(words) {
                    if screen.target(at: Position(row: row, column: column)) == target { seen += 1 }
                }
            }
        }
        // A small screen may have no room for the words.
        #expect(seen >= 2 || Golden.isRecording)
    }

    @Test("The wheel moves the selection, and only where the list is")
    func wheel() {
        var session = session("2")
        session.mouse(.wheelDown, at: position(8))
        #expect(session.state.selected == 3)
        session.mouse(.wheelUp, at: position(8))
        #expect(session.state.selected == 0)
        for row in [0, 1, 2, 22, 23, 99, -1] { session.mouse(.wheelDown, at: position(row)) }
        #expect(session.state.selected == 0)
    }

    @Test("A press on the trail goes back to that place, and forward again from there")
    func trail() {
        var session = session("2b")
        session.click("Inventory", for: \.isPlace)
        #expect(session.state.place.view == .inventory)
        #expect(session.state.history.forward.map(\.view) == [.blast])
        let place = session.state.place
        session.click("Inventory", for: \.isPlace)
        #expect(session.state.place == place)
        session.click("Start", for: \.isPlace)
        #expect(session.state.place.view == .start)
        session.press("LL")
        #expect(session.state.place.view == .blast)
    }

    @Test("A press on the bar runs that key's command, and says why it cannot where it stands in brackets")
    func bar() {
        var session = session("2")
        session.click("filter", for: \.isKey)
        #expect(session.state.overlay.map { if case .prompt = $0 { true } else { false } } == true)
        session.press("<Esc>")
        session.click("help", for: \.isKey)
        #expect(session.state.overlay.map { if case .help = $0 { true } else { false } } == true)
        let place = session.state.place
        session.mouse(.press, at: position(8))
        #expect(session.state.place == place)
        session.mouse(.wheelDown, at: position(8))
        guard case .help(let help) = session.state.overlay else {
            Issue.record("help is gone")
            return
        }
        #expect(help.offset == 3)
    }

    @Test("A press on a list goes to it, and on a title sorts by it, again the other way round")
    func tables() {
        var session = session("b", size: Size(rows: 24, columns: 120))
        session.click("live", for: \.isList)
        #expect(session.state.place.section == "live")
        session.click("everything", for: \.isList)
        #expect(session.state.place.section == nil)
        session.click("KIND", for: \.isTitle)
        #expect(session.state.place.sort == Place.Sort(column: "kind"))
        session.click("KIND", for: \.isTitle)
        #expect(session.state.place.sort == Place.Sort(column: "kind", ascending: false))
        session.press("2a")
        session.click("KIND", for: \.isChoice)
        #expect(session.state.place.group == "kind")
        session.click("ROWS", for: \.isTitle)
        #expect(session.state.place.sort?.column == GroupTable.count)
    }

    @Test("A press on a line of a menu chooses it; where lines are switched the menu stays")
    func menus() {
        var session = session("bs", size: Size(rows: 40, columns: 120))
        session.click("NAME", for: \.isChoice)
        #expect(session.state.place.sort?.column == "name")
        #expect(session.state.overlay == nil)
        session.press("K")
        session.click("runners", for: \.isChoice)
        #expect(session.state.place.hiddenKinds == ["runner"])
        #expect(session.state.overlay != nil)
        session.press("<Esc>J")
        session.click("Start", for: \.isChoice)
        #expect(session.state.place.view == .start)
    }

    @Test("A press on a row of the palette runs it")
    func palette() {
        var session = session(":invent")
        session.click("inventory", for: \.isChoice)
        #expect(session.state.place.view == .inventory)
        #expect(session.state.overlay == nil)
    }

    @Test("A press on what could be typed next types it", arguments: ["2/kin", "2/kind:tok", "2:/kin"])
    func candidates(keys: String) throws {
        var (typed, clicked) = (session(keys), session(keys))
        typed.press("<Tab>")
        let target = try #require(clicked.screen().areas.first { $0.target == .candidate(0) })
        clicked.mouse(.press, at: target.rect.origin)
        #expect(clicked.state.overlay == typed.state.overlay)
        #expect(clicked.state.place.query == typed.state.place.query)
        #expect(typed.state.overlay != session(keys).state.overlay)
    }

    @Test("In the panel of facets a press takes an entry, and the wheel moves there alone")
    func facets() throws {
        var session = session("2F<Esc>", size: Size(rows: 40, columns: 160))
        let screen = session.screen()
        let entry = try #require(screen.areas.first { $0.target == .facet(1) })
        session.mouse(.press, at: entry.rect.origin)
        #expect(!session.state.place.query.isEmpty)
        #expect(session.state.isInFacets)
        let (selected, cursor) = (session.state.selected, session.state.place.facets?.cursor)
        session.mouse(.wheelDown, at: entry.rect.origin)
        #expect(session.state.selected == selected)
        #expect(session.state.place.facets?.cursor != cursor)
        let list = session.state.layout(session.state.size).body
        session.mouse(.press, at: Position(row: list.endRow - 1, column: list.column + 4))
        #expect(!session.state.isInFacets)
    }

    @Test("A press on the pane beside the list opens the page of the selected entity")
    func preview() throws {
        var session = session("bj", size: Size(rows: 40, columns: 160))
        let entity = try #require(session.state.selectedEntity)
        let pane = try #require(session.state.layout(session.state.size).preview)
        session.mouse(.press, at: pane.origin)
        #expect(session.state.place.view == .entity)
        #expect(session.state.place.subject == entity.id)
    }

    @Test("The runtime switches it on the terminal, and says where there is none")
    func runtime() throws {
        for hasMouse in [true, false] {
            let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80), hasMouse: hasMouse)
            terminal.play([.event(.key(.character("M")))])
            if !hasMouse { terminal.play([.untilShown("this terminal reports no mouse")]) }
            _ = ConsoleRuntime(inventory: Northwind.inventory(), title: "x", at: Northwind.opened).run(on: terminal)
            #expect(terminal.reportsMouse == hasMouse)
            #expect(terminal.isExhausted)
        }
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80))
        _ = ConsoleRuntime(
            inventory: Northwind.inventory(), title: "x", at: Northwind.opened,
            configuration: Configuration(text: "mouse = yes", file: "config")
        ).run(on: terminal)
        #expect(terminal.reportsMouse)
    }

    @Test("What is pressed is what the terminal shows")
    func shown() throws {
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80))
        terminal.play(try KeyScript.keys("M2").map { .event(.key($0)) })
        terminal.play([.event(.mouse(MouseEvent(.press, at: Position(row: 1, column: 1))))])
        let exit = ConsoleRuntime(inventory: Northwind.inventory(), title: "x", at: Northwind.opened).run(on: terminal)
        #expect(terminal.screens.contains { $0.line(1).hasPrefix("Start ▸ Inventory") })
        #expect(exit.place.view == .start)
    }
}
