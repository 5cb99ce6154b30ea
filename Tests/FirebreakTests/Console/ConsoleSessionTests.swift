import TerminalKit
import Testing

@Suite("The console in a terminal")
struct ConsoleSessionTests {
    @Test("It opens on the bundled incident, and says where one is, as of when, and what can be pressed")
    func bundled() throws {
        let terminal = try PseudoTerminal(PseudoTerminal.firebreak)
        try terminal.wait { $0.isAlternate && $0.line(23).contains("? help") && !$0.text.contains("computing") }
        #expect(terminal.picture.line(0).contains("northwind"))
        #expect(terminal.picture.line(0).contains("UTC"))
        #expect(terminal.picture.line(1).hasPrefix("Start"))
        #expect(terminal.picture.line(1).contains("declared 03-14 02:10Z → 09:40Z"))
        #expect(terminal.picture.text.contains("rollback only: "))
        try terminal.press("Q")
        #expect(try terminal.waitForExit() == .status(0))
    }

    @Test("Filter while typing, open an entity, walk a relation, and come back to exactly the same screens")
    func walk() throws {
        let session = try ConsoleSession(.small())
        try session.settle("What is compromised?", "lens: 2026-01-10 00:00 · UTC", "? help")
        // A key takes away what was said at the beginning.
        try session.terminal.press("jk")
        try session.terminal.wait { !$0.text.contains("is not saved:") && $0.text.contains("blind: ") }
        session.terminal.waitForQuiet()
        let start = session.text
        try session.terminal.press("i")
        try session.settle("▸ Inventory", "of 12")
        let inventory = session.text
        try session.terminal.press("/deploy k")
        try session.terminal.wait { $0.text.contains("filter: deploy k") && $0.text.contains("1 row") }
        #expect(!session.text.contains("customer data"))
        try session.terminal.press("<Enter>")
        try session.terminal.wait { $0.line(23).hasSuffix(" 1 of 1") && !$0.text.contains("computing") }
        session.terminal.waitForQuiet()
        let found = session.text
        try session.terminal.press("<Enter>")
        try session.settle("Inventory /deploy k ▸ deploy key", "used since", " of ")
        try session.terminal.press("/AWS_KEY<Enter>G")
        try session.terminal.wait { $0.text.contains("▸  ← is held by") && $0.line(23).hasSuffix(" 3 of 3") }
        session.terminal.waitForQuiet()
        let page = session.text
        try session.terminal.press("<Enter>")
        try session.terminal.wait { $0.line(1).contains("▸ AWS_KEY") && $0.line(3).hasPrefix(" AWS_KEY") }
        try session.terminal.press("q")
        try session.settle(exactly: page)
        try session.terminal.press("q")
        try session.settle(exactly: found)
        try session.terminal.press("q")
        try session.settle(exactly: start)
        try session.terminal.press("i")
        try session.settle(exactly: inventory)
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
    }

    @Test("Declare a runner compromised, see the blast and why, mark, and see the residual shrink")
    func investigate() throws {
        let session = try ConsoleSession(.small(isDeclared: false))
        try session.settle("nothing is declared compromised yet", "? help")
        try session.terminal.press("i/build<Enter>")
        try session.terminal.wait { $0.line(23).hasSuffix(" 1 of 1") }
        try session.terminal.press("c")
        try session.terminal.wait(for: "build-1 compromised: ")
        try session.terminal.press("<C-u>2026-01-01..2026-01-02<Enter>")
        try session.settle("declared: build-1", "5 still live", "? help")
        try session.terminal.press("b")
        try session.settle("▸ Blast", "9 reached", "5 still live", "1 conditional", "rollback only: 5 live", "of 10")
        for name in ["deploy key", "deployer", "customer data", "AWS_KEY", "deploy #1"] {
            #expect(session.text.contains(name))
        }
        try session.terminal.press("/deploy key<Enter>w")
        try session.settle("Why token deploy key", "declared compromised", "AWS_KEY", "deploy #1", "? help")
        try session.terminal.press("q ")
        try session.settle("plan (1 mark): 2 live", "? help")
        try session.terminal.press("p")
        try session.settle("▸ Plan", "marked 1", "deploy key", "? help")
        try session.terminal.press("<Tab>")
        try session.settle("▸still live after it 2", "ci.yml", "of 2")
        #expect(!session.text.contains("account"))
        try session.terminal.press("Q")
        try session.terminal.wait(for: "would be lost")
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
    }

    @Test("Any size is drawn, and the old size gives the old screen")
    func resize() throws {
        let session = try ConsoleSession(.small())
        try session.settle("What is compromised?", "rollback only: ", "? help")
        try session.terminal.press("b")
        try session.settle("▸ Blast", "if revoked", "1 of 10")
        let before = session.text
        for (size, mark) in [
            (Size(rows: 60, columns: 200), "t timeline"), (Size(rows: 10, columns: 40), "1 of 10"),
            (Size(rows: 5, columns: 20), ""), (Size(rows: 1, columns: 1), ""), (Size(rows: 2, columns: 500), ""),
        ] {
            session.terminal.resize(size)
            if !mark.isEmpty { try session.settle("build-1", mark) }
        }
        session.terminal.resize(Size(rows: 24, columns: 80))
        try session.settle(exactly: before)
        try session.terminal.press("j")
        try session.settle("2 of 10")
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
    }

    @Test("Small, but not too small: 20 by 5 still shows something of the list")
    func tiny() throws {
        let session = try ConsoleSession(.small(), size: Size(rows: 5, columns: 20))
        try session.terminal.wait { $0.isAlternate && $0.text.contains { $0.isLetter } }
        try session.terminal.press("ibpq?<Esc>/web<Enter>Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
    }

    @Test("A paste with line ends in the filter runs no command")
    func paste() throws {
        let session = try ConsoleSession(.small())
        try session.settle("What is compromised?", "? help")
        try session.terminal.press("i")
        try session.settle("▸ Inventory", "of 12")
        let inventory = session.text
        try session.terminal.press("/")
        try session.terminal.wait(for: "filter:")
        session.terminal.paste("web\nQ\r\nQ\ncx\n")
        try session.terminal.wait { $0.text.contains("filter: web") && $0.text.contains("rows") }
        #expect(session.text.contains("cx"))
        try session.terminal.press("<Esc>")
        try session.settle(exactly: inventory)
        session.terminal.paste("Q\nQ\n jjj")
        try session.terminal.press("?")
        try session.terminal.wait(for: "Select the next row")
        try session.terminal.press("<Esc>")
        try session.settle(exactly: inventory)
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
    }
}
