import TerminalKit
import Testing

@testable import Console

@Suite("The tour's guide")
struct TourTests {
    private let steps = [
        TourStep("", shows: "What is compromised?", "This is the first thing to be said."),
        TourStep("bj", shows: "Blast", "This is the second thing to be said."),
        TourStep("<Enter>", shows: "Why", "This is the last thing to be said."),
    ]

    private func ride(_ events: [ScriptedTerminal.Step], size: Size = Size(rows: 30, columns: 80)) -> ScriptedTerminal {
        let terminal = ScriptedTerminal(size: size, steps: events)
        let tour = TourTerminal(on: terminal, theme: .plain, pace: nil, steps: steps)
        _ = ConsoleRuntime(inventory: Northwind.inventory(isMarked: true), title: "northwind", at: Northwind.opened)
            .run(on: tour)
        return terminal
    }

    private let next = ScriptedTerminal.Step.event(.key(.enter))

    @Test("It types the keys of a step one by one, and says its words below the console")
    func types() throws {
        let terminal = ride([
            .untilShown("rollback only: 11 live"), next, .event(.tick), .event(.tick), .untilShown("2 of 21"), next,
            .event(.tick), .untilShown("Why"), next,
        ])
        let texts = terminal.screens.map(\.text)
        #expect(texts.contains { $0.contains("tour, 1 of 3") && $0.contains("the first thing to be said") })
        #expect(texts.contains { $0.contains("tour, 2 of 3, typed: bj") && $0.contains("2 of 21") })
        #expect(texts.last?.contains("any key leaves") == true)
        #expect(terminal.isExhausted && !terminal.wokeTooLate)
    }

    @Test("q leaves at any moment, also while it types", arguments: ["q", "Q", "<Esc>", "<C-c>"])
    func leaves(key: String) throws {
        let pressed = try KeyScript.keys(key).map { ScriptedTerminal.Step.event(.key($0)) }
        #expect(ride(pressed).screens.count == 1)
        #expect(!ride([next] + pressed + [next, next]).isExhausted)
    }

    @Test("With a pace it goes on by itself")
    func pace() {
        let terminal = ScriptedTerminal(
            size: Size(rows: 30, columns: 80), steps: Array(repeating: .event(.tick), count: 20))
        let tour = TourTerminal(on: terminal, theme: .plain, pace: .seconds(1), steps: steps)
        _ = ConsoleRuntime(inventory: Northwind.inventory(isMarked: true), title: "northwind", at: Northwind.opened)
            .run(on: tour)
        #expect(terminal.screens.last?.text.contains("tour, 3 of 3") == true)
    }

    @Test("Where there is no room for all words of a step, a key shows the rest of them first")
    func parts() {
        let long = [TourStep("", shows: "What", String(repeating: "word ", count: 60) + "end."), steps[0]]
        let terminal = ScriptedTerminal(size: Size(rows: 20, columns: 40), steps: [next, next, next])
        let tour = TourTerminal(on: terminal, theme: .plain, pace: nil, steps: long)
        _ = ConsoleRuntime(inventory: Northwind.inventory(isMarked: true), title: "northwind", at: Northwind.opened)
            .run(on: tour)
        let texts = terminal.screens.map(\.text)
        #expect(texts.first?.contains("any key: more") == true && texts.first?.contains("end.") == false)
        #expect(texts.contains { $0.contains("tour, 1 of 2") && $0.contains("end.") })
        #expect(texts.last?.contains("tour, 2 of 2") == true)
    }

    @Test("Any size of terminal is a place for it", arguments: [(10, 40), (14, 20), (3, 10), (1, 1), (60, 200)])
    func sizes(rows: Int, columns: Int) {
        let size = Size(rows: rows, columns: columns)
        let terminal = ride([next, .event(.tick), .event(.resize(Size(rows: 20, columns: 60))), next], size: size)
        #expect(terminal.screens.first?.size == size)
        #expect(terminal.screens.last?.size == Size(rows: 20, columns: 60))
    }
}
