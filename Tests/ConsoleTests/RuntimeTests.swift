import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("Runtime")
struct RuntimeTests {
    private func runtime(_ inventory: Inventory = Northwind.inventory(isMarked: true)) -> ConsoleRuntime {
        ConsoleRuntime(inventory: inventory, title: "northwind", at: Northwind.opened)
    }

    @Test("Answers arrive from the worker, and leaving tells what was decided")
    func session() throws {
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80))
        terminal.play([.event(.key(.character("b"))), .untilShown("AKIA")])
        terminal.play(try KeyScript.keys("/kind:token<Enter> ").map { .event(.key($0)) })
        terminal.play([.untilShown("plan (1 mark): 8 live")])
        terminal.play(try KeyScript.keys("QQ").map { .event(.key($0)) })
        let exit = runtime().run(on: terminal)
        #expect(terminal.isExhausted)
        #expect(!terminal.wokeTooLate)
        #expect(exit.marks.map(\.name) == ["AWS key AKIA…7Q"])
        #expect(exit.seeds.map(\.window) == [Northwind.window])
        #expect(exit.place.view == .blast)
    }

    @Test("Signals end the loop, suspending goes through the terminal, and resizing is drawn")
    func signals() {
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80))
        terminal.play([
            .event(.key(.control("z"))), .event(.resize(Size(rows: 5, columns: 20))), .event(.tick), .event(.wake),
            .event(.hangup),
        ])
        _ = runtime().run(on: terminal)
        #expect(terminal.suspensions == 1)
        #expect(terminal.screens.last?.size == Size(rows: 5, columns: 20))
    }

    @Test("Answers to superseded questions are dropped")
    func stale() {
        var session = Session(answers: false)
        let first = session.waiting
        session.press("T")
        #expect(session.waiting.count > first.count)
        for (inquiry, generation) in first {
            session.apply(.found(inquiry.finding(in: session.state.inventory), for: inquiry, generation: generation))
        }
        #expect(session.state.answer == nil)
        #expect(session.text.contains("computing…"))
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.answer?.radius.question.timeless == true)
        #expect(!session.text.contains("computing…"))
    }

    @Test("Keys work while answers are awaited, and the cursor waits with its list")
    func awaiting() {
        var session = Session.after("b")
        while session.selectedName != "npm publish" { session.press("j") }
        session.answers = false
        session.press("f")
        #expect(session.state.rows.isPending)
        session.press("jjk")
        session.answerAll()
        #expect(session.selectedName == "npm publish")
    }

    @Test("Cancelled computing stays cancelled until it is asked for again")
    func cancel() {
        var session = Session(answers: false)
        session.press("<C-c>")
        #expect(session.text.contains("computing cancelled"))
        session.press("j")
        #expect(session.state.asked.isEmpty)
        session.waiting = []
        session.press("r")
        session.answerAll()
        #expect(session.state.answer != nil)
    }

    @Test("The picture of a place is what the console shows there")
    func picture() {
        let size = Size(rows: 24, columns: 80)
        let picture = runtime().picture(of: Place(.blast), size: size, look: Look())
        #expect(picture.text.contains("18 reached"))
        var session = Session(size: size, place: Place(.blast))
        session.apply(.resize(size))
        #expect(picture == session.screen())
    }
}
