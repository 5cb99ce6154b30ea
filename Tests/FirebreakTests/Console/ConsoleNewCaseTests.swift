import Foundation
import TerminalKit
import Testing

@Suite("A case made in the console")
struct ConsoleNewCaseTests {
    private func session(_ evidence: Evidence, _ home: Evidence) throws -> ConsoleSession {
        try ConsoleSession(
            evidence, arguments: ["--at", "2026-01-10", "--place", "inventory"],
            environment: ["HOME": home.folder.path, "FIREBREAK_ANALYST": "ana"], size: Size(rows: 24, columns: 160))
    }

    @Test("What was marked becomes a case that is gone on in, survives a kill, and gives its report")
    func newCase() throws {
        let (evidence, home) = (try Evidence(.small()), try Evidence([:]))
        let file = home.folder.appending(path: "night.case").path
        let report = home.folder.appending(path: "night.html").path
        let console = try session(evidence, home)
        try console.settle("entities", "1 of")
        try console.terminal.press("/kind:token<Enter>")
        try console.settle("1 of 3")
        try console.terminal.press(" ")
        try console.terminal.wait { $0.text.contains("plan (1 mark)") }
        try console.terminal.press("dn<C-u>")
        console.terminal.type(file)
        try console.terminal.press("<Enter>")
        try console.terminal.wait { $0.line(0).contains("night.case") && $0.line(0).contains("recorded") }
        // The place is kept too.
        try console.settle("plan (1 mark)", "2 of 3")
        try console.terminal.press("dh<C-u>")
        console.terminal.type(report)
        try console.terminal.press("<Enter>")
        try console.terminal.wait { $0.text.contains("written: the report of night.case") }
        console.terminal.send(SIGKILL)
        #expect(try console.terminal.waitForExit() == .signal(SIGKILL))
        let journal = try CommandRun(["case", "journal", file], on: evidence)
        #expect(journal.status == 0)
        #expect(journal.text.contains("ana"))
        #expect(journal.text.contains("key-1"))
        #expect(try CommandRun(["case", "check", file], on: evidence).status == 0)
        let page = try String(contentsOfFile: report, encoding: .utf8)
        #expect(page.contains("night.case"))
        #expect(page.contains("deploy key"))
    }

    @Test("A file that is there is never made a case of, and the question comes back with the reason")
    func taken() throws {
        let (evidence, home) = (try Evidence(.small()), try Evidence(["taken.case": Data("mine".utf8)]))
        let file = home.folder.appending(path: "taken.case").path
        let console = try session(evidence, home)
        try console.settle("entities", "1 of")
        try console.terminal.press("dn<C-u>")
        console.terminal.type(file)
        try console.terminal.press("<Enter>")
        try console.terminal.wait { $0.text.contains("new case: ") && $0.text.contains("there already") }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        try console.terminal.press("<Esc>")
        try console.terminal.wait { !$0.text.contains("new case: ") }
        try console.terminal.press("Q")
        #expect(try console.terminal.waitForExit() == .status(0))
    }
}
