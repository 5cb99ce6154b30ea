import Foundation
import TerminalKit
import Testing

@Suite("A case in real terminals: what is said of a mark, and counts")
struct ConsoleCaseStateTests {
    /// A case on evidence of its own, with one mark, and homes for who works on it.
    private struct Desk {
        let evidence: Evidence
        let homes: [String: Evidence]
        let file: String

        init() throws {
            evidence = try Evidence(.small())
            homes = try ["ana": Evidence([:]), "ben": Evidence([:])]
            file =
                evidence.folder.appending(path: "../\(evidence.folder.lastPathComponent).case").standardizedFileURL.path
            #expect(try run("new", file, "incident.json").status == 0)
            #expect(try run("mark", file, "key-1").status == 0)
        }

        func remove() { try? FileManager.default.removeItem(atPath: file) }

        @discardableResult
        func run(_ words: String...) throws -> CommandRun {
            try CommandRun(["case"] + words, on: evidence, environment: ["FIREBREAK_ANALYST": "ana"])
        }

        func open(_ who: String) throws -> ConsoleSession {
            try ConsoleSession(
                evidence, arguments: ["--at", "2026-01-10", "--case", file, "--place", "plan"],
                environment: ["HOME": homes[who]?.folder.path ?? "", "FIREBREAK_ANALYST": who],
                size: Size(rows: 24, columns: 180))
        }
    }

    @Test("A state is seen by the other console, survives a kill once the screen says recorded, and is in the journal")
    func states() throws {
        let desk = try Desk()
        defer { desk.remove() }
        let (ana, ben) = (try desk.open("ana"), try desk.open("ben"))
        try ana.settle("1 proposed", "1 of 1")
        try ben.settle("1 proposed", "1 of 1")
        try ana.terminal.press("dsd")
        ana.terminal.type("revoked by hand")
        try ana.terminal.press("<Enter>")
        try ana.terminal.wait { $0.line(0).contains(" recorded") && $0.text.contains("1 done") }
        ana.terminal.send(SIGKILL)
        #expect(try ana.terminal.waitForExit() == .signal(SIGKILL))
        try ben.terminal.wait { $0.text.contains("ana: done: key-1 (revoked by hand)") && $0.text.contains("1 done") }
        try ben.terminal.press("da")
        try ben.terminal.press("<Enter>")
        try ben.terminal.wait { $0.line(0).contains(" recorded") && $0.text.contains("assigned to ben") }
        try ben.terminal.press("Q")
        #expect(try ben.terminal.waitForExit() == .status(0))
        let journal = try desk.run("journal", desk.file).text
        #expect(journal.contains("done: key-1 (revoked by hand)"))
        #expect(journal.contains("assigned key-1 to ben"))
        let again = try desk.open("ana")
        try again.settle("1 done", "1 of 1")
        #expect(again.text.contains("ben"))
        try again.terminal.press("Q")
        #expect(try again.terminal.waitForExit() == .status(0))
        #expect(try desk.run("check", desk.file).status == 0)
    }

    @Test("On leaving, the counts of what was marked are recorded, and a replay finds the same")
    func counts() throws {
        let desk = try Desk()
        defer { desk.remove() }
        let before = try measured(desk)
        let ana = try desk.open("ana")
        try ana.settle("1 proposed", "1 of 1")
        try ana.terminal.press("2/kind:repository<Enter>")
        try ana.settle("1 of 1")
        try ana.terminal.press(" ")
        try ana.terminal.wait { $0.line(0).contains(" recorded") && $0.text.contains("plan (2 marks)") }
        try ana.terminal.press("Q")
        #expect(try ana.terminal.waitForExit() == .status(0))
        #expect(try measured(desk) == before + 1)
        let replay = try desk.run("replay", desk.file)
        #expect(replay.status == 0)
        let looked = try desk.open("ana")
        try looked.settle("plan (2 marks)", "of")
        try looked.terminal.press("Q")
        #expect(try looked.terminal.waitForExit() == .status(0))
        #expect(try measured(desk) == before + 1)
    }

    @Test("The text of a place says what the case says, and leaves the case as it is")
    func text() throws {
        let desk = try Desk()
        defer { desk.remove() }
        try desk.run("set-state", desk.file, "failed", "key-1", "--why", "no access")
        try desk.run("verdict", desk.file, "suspicious", "--on", "key-1", "--why", "seen in a log")
        try desk.run("assign", desk.file, "bo", "--on", "key-1")
        let before = try Data(contentsOf: URL(filePath: desk.file))
        func show(_ place: String) throws -> String {
            let words = ["show", "--case", desk.file, "--at", "2026-01-10", "--place", place]
            let run = try CommandRun(words, on: desk.evidence)
            #expect(run.status == 0, "\(run.errors)")
            return run.text
        }
        let plan = try show("plan?query=state:failed")
        #expect(plan.contains("1 failed"))
        #expect(plan.contains("token deploy key") && plan.contains("state failed, assignee bo"))
        let page = try show("entity:key-1")
        #expect(page.contains("failed, by ana, ") && page.contains(": no access"))
        #expect(page.contains("suspicious, by ana, "))
        #expect(try show("blast?query=verdict:suspicious").contains("token deploy key, verdict suspicious"))
        #expect(try Data(contentsOf: URL(filePath: desk.file)) == before)
    }

    /// How many counts the journal holds.
    private func measured(_ desk: Desk) throws -> Int {
        try desk.run("journal", desk.file).text.split(separator: "\n").count { $0.contains("measured: ") }
    }
}
