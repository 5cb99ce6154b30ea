import TerminalKit
import Testing

@Suite("Scripted terminal")
struct ScriptedTerminalTests {
    @Test("It plays its steps, keeps the pictures, and ends by itself")
    func playing() throws {
        let terminal = try ScriptedTerminal(size: Size(rows: 2, columns: 10), keys: "j<Enter>")
        terminal.play([.event(.resize(Size(rows: 1, columns: 4))), .event(.paste("x"))])
        var events: [TerminalEvent] = []
        while events.last != .terminate {
            terminal.present(Screen(terminal.size))
            events.append(terminal.nextEvent(timeout: nil))
        }
        #expect(
            events == [
                .key(.character("j")), .key(.enter), .resize(Size(rows: 1, columns: 4)), .paste("x"), .terminate,
            ])
        #expect(terminal.screens.map(\.size.columns) == [10, 10, 10, 4, 4])
        #expect(terminal.isExhausted)
    }

    @Test("It waits for a worker")
    func waking() async {
        let terminal = ScriptedTerminal(size: Size(rows: 1, columns: 1), steps: [.untilWoken])
        let signal = terminal.wakeSignal
        async let woken: Void = Task.detached { signal.wake() }.value
        await woken
        #expect(terminal.nextEvent(timeout: nil) == .wake)
    }
}
