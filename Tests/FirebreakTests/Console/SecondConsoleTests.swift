import Foundation
import TerminalKit
import Testing

@Suite("Several consoles on the same evidence")
struct SecondConsoleTests {
    /// Opens one more console beside those that are open, and waits until it says so.
    private func openAnother(_ desk: SessionDesk) throws -> ConsoleSession {
        let console = try desk.open()
        try console.settle(
            "a second console: its work is saved apart, begun from what the first saved (1 mark); d n makes a case",
            "2 of 10")
        #expect(console.terminal.picture.line(0).contains("saved apart"))
        return console
    }

    /// Marks the selected row of a console that works apart, until that is saved.
    private func mark(_ console: ConsoleSession, _ count: Int) throws {
        try console.terminal.press(" ")
        try console.terminal.wait {
            $0.line(0).contains(" saved apart ") && $0.text.contains("plan (\(count) marks): ")
        }
    }

    @Test("The second works in a session of its own, which survives being killed and is opened again from the start")
    func second() throws {
        let desk = try SessionDesk()
        let first = try desk.open()
        try desk.mark(first)
        let saved = try desk.text()
        let second = try openAnother(desk)
        try mark(second, 2)
        second.terminal.send(SIGKILL)
        #expect(try second.terminal.waitForExit() == .signal(SIGKILL))
        #expect(try desk.text() == saved)
        #expect(try desk.marks(of: 2).count == 2)
        try desk.leave(first)
        #expect(try desk.marks() == ["build-1"])

        let again = try desk.open()
        try again.settle("goes on: 1 mark; R begins anew", "plan (1 mark): ", "2 of 10")
        try again.terminal.press("1")
        try again.settle("The same evidence in another console", "? help")
        #expect(again.text.contains("second console"))
        #expect(again.text.contains("2 marks, 0 declarations"))
        try again.terminal.press("\\second console<Enter>")
        try again.terminal.wait(for: "kept apart from what you have here; d n")
        try again.terminal.press("<Enter>")
        try again.settle("which is set apart", "plan (2 marks): ", "of 10")
        #expect(again.terminal.picture.line(0).contains("saved apart"))
        try again.terminal.press("1")
        try again.settle("first console", "? help")
        try desk.leave(again)
        #expect(try desk.marks() == ["build-1"])
        #expect(try desk.marks(of: 2).count == 2)
    }

    @Test("When the first is killed, the second stays apart, and the main session is as the first left it")
    func firstKilled() throws {
        let desk = try SessionDesk()
        let first = try desk.open()
        try desk.mark(first)
        let second = try openAnother(desk)
        first.terminal.send(SIGKILL)
        #expect(try first.terminal.waitForExit() == .signal(SIGKILL))
        let saved = try desk.text()
        try mark(second, 2)
        let main = try desk.open()
        try main.settle("goes on: 1 mark; R begins anew", "2 of 10")
        try desk.leave(second)
        try desk.leave(main)
        #expect(try desk.marks() == ["build-1"])
        #expect(try desk.marks(of: 2).count == 2)
        #expect(saved.contains("\"build-1\""))
    }

    @Test("A third has a session of its own too, never one that was used; one in which nothing is done leaves none")
    func third() throws {
        let desk = try SessionDesk()
        let first = try desk.open()
        try desk.mark(first)
        let second = try openAnother(desk)
        let third = try openAnother(desk)
        try mark(third, 2)
        try desk.leave(second)
        try mark(third, 3)
        // The second did nothing: its number is free, that of the third is not.
        #expect(try desk.files().filter { $0.hasSuffix("+2.json") }.isEmpty)
        try desk.leave(third)
        let fourth = try openAnother(desk)
        try mark(fourth, 2)
        #expect(try desk.marks(of: 2).count == 2)
        #expect(try desk.marks(of: 3).count == 3)
        try desk.leave(fourth)
        try desk.leave(first)
        #expect(try desk.marks() == ["build-1"])
    }

    @Test("Begun anew beside another console, nothing is put aside")
    func fresh() throws {
        let desk = try SessionDesk()
        let first = try desk.open()
        try desk.mark(first)
        let second = try desk.open(["--fresh"])
        try second.settle("saved apart", "? help")
        #expect(!second.text.contains("plan (1 mark)"))
        try desk.leave(second)
        #expect(try desk.files().allSatisfy { !$0.contains("earlier") })
        try desk.leave(first)
        #expect(try desk.marks() == ["build-1"])
    }
}
