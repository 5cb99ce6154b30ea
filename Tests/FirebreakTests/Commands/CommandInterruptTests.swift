import Foundation
import TerminalKit
import Testing

@Suite("Long imports: progress, and Ctrl-C")
struct CommandInterruptTests {
    /// A table that takes a while.
    private func evidence(rows: Int) throws -> Evidence {
        var text = "id,kind,name\n"
        for number in 0..<rows { text += "run:\(number),run,\"a \"\"quoted\"\" run that takes its time \(number)\"\n" }
        return try Evidence(["nodes.csv": Data(text.utf8)])
    }

    @Test("Ctrl-C stops an import at once, says so, and takes the progress line away")
    func interrupted() throws {
        let evidence = try evidence(rows: 200_000)
        let terminal = try PseudoTerminal(
            PseudoTerminal.firebreak, ["import", evidence.path("nodes.csv")],
            size: Size(rows: 24, columns: 60))
        try terminal.wait { $0.text.contains("% ") }
        #expect(terminal.picture.line(1).isEmpty)
        terminal.send(SIGINT)
        #expect(try terminal.waitForExit() == .status(130))
        #expect(terminal.picture.text.contains("firebreak: interrupted; nothing was kept"))
        #expect(!terminal.picture.text.contains("% "))
        #expect(!terminal.picture.text.contains("total:"))
    }
}
