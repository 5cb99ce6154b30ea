import Foundation
import TerminalKit
import Testing

@Suite("The console in lines, on real terminals")
struct ConsoleLinesTests {
    @Test(
        "It works by keys on any terminal, writes only lines, and gives the terminal back as it was",
        arguments: ["dumb", "", "no-such", "vt100", "xterm-256color", "linux"])
    func keys(term: String) throws {
        let session = try ConsoleSession(
            Evidence(.small()), arguments: ["--linear", "--at", "2026-01-10"], environment: ["TERM": term],
            size: Size(rows: 500, columns: 400))
        try session.terminal.wait(for: "counts: ")
        try session.terminal.wait(for: "1 of ")
        #expect(session.terminal.modes != session.modes)
        try session.terminal.press("b")
        try session.terminal.wait(for: "place: Blast")
        try session.terminal.wait(for: "1 of 10: runner build-1")
        try session.terminal.press("j")
        try session.terminal.wait(for: "2 of 10: ")
        try session.terminal.press("<Up>")
        try session.terminal.press("/deploy key<Enter>")
        try session.terminal.wait(for: "1 of 1: token deploy key, identity plane")
        try session.terminal.press(" ")
        try session.terminal.wait(for: "plan (1 mark): 2 live")
        try session.terminal.press("Q")
        try session.terminal.wait(for: "would be lost")
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
        let escapes = session.terminal.output.filter { $0 == 0x1B }.count
        #expect(escapes == (["xterm-256color", "linux"].contains(term) ? 2 : 0))
        #expect(!session.terminal.picture.isAlternate)
    }

    @Test("A letter that is typed is answered by how many rows it leaves, and by no row; Enter says the rest")
    func typing() throws {
        let session = try ConsoleSession(
            Evidence(.small()), arguments: ["--linear", "--at", "2026-01-10"], environment: ["TERM": "dumb"],
            size: Size(rows: 500, columns: 400))
        try session.terminal.press("b")
        try session.terminal.wait(for: "1 of 10: runner build-1")
        let before = session.terminal.output.count
        try session.terminal.press("/deploy key<Enter>")
        try session.terminal.wait(for: "1 of 1: token deploy key, identity plane")
        let said = String(decoding: session.terminal.output.dropFirst(before), as: UTF8.self)
        let parts = said.split(separator: "filter: deploy key", maxSplits: 1)
        let typed = try #require(parts.first)
        #expect(parts.count == 2)
        #expect(typed.contains("filter: 10 rows") && typed.contains("1 row"))
        #expect(!typed.contains(" of "), "\(typed)")
        #expect(typed.split(whereSeparator: \.isWhitespace).count < 24, "\(typed)")
        try session.terminal.press("Q")
    }

    @Test("It begins at a place, and refuses one that there is not")
    func place() throws {
        let evidence = try Evidence(.small())
        let words = ["--linear", "incident.json", "--at", "2026-01-10", "--place"]
        let run = try CommandRun(words + ["path:token:deploy key"], on: evidence)
        #expect(run.status == 0 && run.text.contains("Why deploy key") && run.errors.isEmpty)
        #expect(try CommandRun(words + ["path:token:twin"], on: evidence).status == 2)
        #expect(try CommandRun(words + ["nowhere"], on: evidence).status == 2)
    }

    @Test("No locale, no colour: only ASCII is written")
    func ascii() throws {
        let session = try ConsoleSession(
            Evidence(.small()), arguments: ["--linear", "--at", "2026-01-10"],
            environment: ["LANG": "C", "TERM": "dumb", "NO_COLOR": "1"], size: Size(rows: 200, columns: 200))
        try session.terminal.press("b")
        try session.terminal.wait(for: "1 of 10: runner build-1")
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.terminal.output.allSatisfy { $0 < 0x80 && $0 != 0x1B })
    }

    @Test("Ctrl-C, signals and the end of input end it in order", arguments: [SIGTERM, SIGHUP, SIGINT])
    func ends(signal: Int32) throws {
        let session = try ConsoleSession(
            Evidence(.small()), arguments: ["--linear", "--at", "2026-01-10"], size: Size(rows: 200, columns: 200))
        try session.terminal.wait(for: "1 of ")
        session.terminal.send(signal)
        if signal == SIGINT {
            try session.terminal.wait(for: "ctrl-C again")
            try session.terminal.press("<C-c>")
        }
        guard case .status = try session.terminal.waitForExit() else {
            Issue.record("it did not end in order")
            return
        }
        #expect(session.isSane)
    }

    @Test("A crash leaves the terminal sane")
    func crash() throws {
        let session = try ConsoleSession(
            Evidence(.small()), arguments: ["--linear", "--at", "2026-01-10"], size: Size(rows: 200, columns: 200))
        try session.terminal.wait(for: "1 of ")
        session.terminal.send(SIGSEGV)
        #expect(try session.terminal.waitForExit() == .signal(SIGSEGV))
        #expect(session.isSane)
    }

    @Test("Ctrl-Z goes to the background, and the shell brings it back with its keys")
    func suspend() throws {
        let evidence = try Evidence(.small())
        let script = "set -m; \"$0\" \"$@\"; echo \"stopped with $?\"; read go; fg >/dev/null; echo \"ended with $?\""
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", script, PseudoTerminal.firebreak, "--linear", evidence.path(), "--at", "2026-01-10"],
            size: Size(rows: 200, columns: 200))
        try terminal.wait(for: "counts: ")
        try terminal.press("<C-z>")
        try terminal.wait(for: "stopped with ")
        terminal.type("\n")
        try terminal.press("b")
        try terminal.wait(for: "place: Blast")
        try terminal.press("Q")
        try terminal.wait(for: "ended with 0")
        #expect(try terminal.waitForExit() == .status(0))
    }

    @Test("Keys from a pipe are lines of a script, and the end waits for the answers")
    func pipe() throws {
        let evidence = try Evidence(.small())
        let command = """
            printf 'b\\n/deploy key\\n\\n<Nokey>\\n?' | '\(PseudoTerminal.firebreak)' --linear incident.json --at 2026-01-10
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = evidence.folder
        process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text.contains("place: Blast") && text.contains("1 of 1: token deploy key"))
        #expect(text.contains("no key is called <Nokey>"))
        #expect(text.contains("List all keys"))
    }
}
