import TerminalKit
import Testing

@testable import Console

@Suite("What was typed before")
struct TypedLinesTests {
    private func line(_ session: Session) -> String? {
        switch session.state.overlay {
        case .prompt(let prompt): prompt.line.text
        case .palette(let palette): palette.line.text
        default: nil
        }
    }

    @Test("A filter is recalled by the arrow on an empty line or by ctrl-P, and what was being typed comes back")
    func filters() {
        var session = Session.after("2/kind:token<Enter>/<C-u>npm<Enter>/<C-u>")
        #expect(session.text.contains("ctrl-p recalls"))
        session.press("<Up>")
        #expect(line(session) == "npm")
        #expect(session.state.place.query == "npm")
        session.press("<Up>")
        #expect(line(session) == "kind:token")
        #expect(session.state.place.query == "kind:token")
        session.press("<Up>")
        #expect(line(session) == "kind:token")
        session.press("<Down><Down>")
        #expect(line(session)?.isEmpty == true)
        session.press("aws<C-p>")
        #expect(line(session) == "npm")
        session.press("<C-n>")
        #expect(line(session) == "aws")
        session.press("<C-p><C-p> live<Enter>")
        #expect(session.state.place.query == "kind:token live")
        session.press("/<C-u><C-p>")
        #expect(line(session) == "kind:token live")
        session.press("<Esc>")
        #expect(session.state.place.query == "kind:token live")
    }

    @Test("While something is typed, and where nothing was typed before, the arrows move the list")
    func lists() {
        var session = Session.after("2/<Down><Down>")
        #expect(!session.text.contains("ctrl-p recalls"))
        let row = session.state.selected
        #expect(row > 0)
        session.press("<Up>")
        #expect(session.state.selected == row - 1)
        session.press("o<Enter>/<C-u>o")
        session.press("<Down>")
        #expect(line(session) == "o")
        #expect(session.state.selected > 0)
    }

    @Test("Each prompt has its own lines: searches, notes and the palette")
    func kinds() {
        var session = Session.after("2/kind:token<Enter>\\npm<Enter><Esc>\\<C-u><C-p>")
        #expect(line(session) == "npm")
        session.press("<Esc>;first look<Enter>:blast<Enter>:<Up>")
        #expect(line(session) == "blast")
        session.press("<Esc><Esc>")
        #expect(session.state.typed[.filter] == ["kind:token"])
        #expect(session.state.typed[.command] == ["blast"])
    }

    @Test("A line is remembered once, the last one last, no empty one, and not without end")
    func limits() {
        var lines = TypedLines()
        for number in 0..<(TypedLines.limit + 5) { lines.remember("line \(number)", as: .filter) }
        lines.remember("line 20", as: .filter)
        lines.remember("  ", as: .filter)
        #expect(lines[.filter].count == TypedLines.limit)
        #expect(lines[.filter].last == "line 20")
        #expect(lines[.filter].first == "line 5")
        #expect(lines[.note].isEmpty)
    }

    @Test("The reason of a state or a verdict is remembered, so that one that was refused need not be typed again")
    func reasons() throws {
        var worker = try CaseDesk().console("ana")
        worker.press("b/kind:token<Enter>   4dsfno answer<Enter>")
        #expect(worker.session.state.typed[.reason] == ["no answer"])
        worker.press("dsd")
        #expect(worker.session.text.contains("ctrl-p recalls"))
        worker.press("<Up>")
        #expect(line(worker.session) == "no answer")
    }

    @Test("A note is remembered without what looks like a credential")
    func redacted() {
        var session = Session.after("2")
        session.state.redact = { $0.replacing("hunter2", with: "[left out]") }
        session.press(";it was hunter2<Enter>")
        #expect(session.state.typed[.note] == ["it was [left out]"])
    }
}
