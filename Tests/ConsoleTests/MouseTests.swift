import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("The mouse")
struct MouseTests {
    private func press(_ row: Int, _ column: Int = 8) -> Event {
        .mouse(MouseEvent(.press, at: Position(row: row, column: column)))
    }

    /// The line of the screen on which the selected row stands.
    private func selectedLine(_ session: Session) -> Int? { session.screen().cursor?.row }

    @Test("It is off at first, and then does nothing")
    func off() {
        var session = Session.after("b")
        let before = session.state.place
        session.apply(press(8))
        session.apply(.mouse(MouseEvent(.wheelDown, at: Position(row: 8, column: 8))))
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
        session.apply(press(line))
        #expect(selectedLine(session) == line)
        let place = session.state.place
        if session.state.openObstacle == nil {
            session.apply(press(try #require(selectedLine(session))))
            #expect(session.state.place != place)
        }
        session.press("M")
        #expect(session.effects == [.reportMouse(true), .reportMouse(false)])
    }

    @Test("The wheel moves the selection, and presses beside the list do nothing")
    func wheel() {
        var session = Session.after("2M")
        session.apply(.mouse(MouseEvent(.wheelDown, at: Position(row: 8, column: 8))))
        #expect(session.state.selected == 3)
        session.apply(.mouse(MouseEvent(.wheelUp, at: Position(row: 8, column: 8))))
        #expect(session.state.selected == 0)
        let place = session.state.place
        for row in [0, 1, 2, 23, 99, -1] { session.apply(press(row)) }
        #expect(session.state.place == place)
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
}
