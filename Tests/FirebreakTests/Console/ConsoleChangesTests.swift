import Foundation
import TerminalKit
import Testing

@Suite("A console that compares, in its terminal")
struct ConsoleChangesTests {
    private func evidence() throws -> Evidence {
        try Evidence([
            "old.json": ChangedEstate.old, "new.json": ChangedEstate.new,
            "picture.png": Data([0x89, 0x50, 0x4E, 0x47]),
        ])
    }

    private func terminal(_ evidence: Evidence, _ words: [String]) throws -> PseudoTerminal {
        try PseudoTerminal(
            PseudoTerminal.firebreak, words, environment: ["XDG_STATE_HOME": evidence.path("state")],
            size: Size(rows: 30, columns: 110))
    }

    @Test("The other evidence is read beside the console; 9 shows what changed, Tab what is live, new and verified")
    func compares() throws {
        let evidence = try evidence()
        let terminal = try terminal(
            evidence, [evidence.path("old.json"), "--against", evidence.path("new.json"), "--at", "1000"])
        try terminal.wait { $0.text.contains("new.json is read") }
        #expect(terminal.picture.text.contains("Compared with"))
        try terminal.press("9")
        try terminal.wait { $0.text.contains("entities: 1 added, 2 removed, 1 changed") && $0.text.contains("1 of ") }
        #expect(terminal.picture.text.contains("key-4"))
        try terminal.press("<Tab><Tab>")
        try terminal.wait { $0.text.contains("now: 5 live") && $0.text.contains("live now") }
        try terminal.press("<Enter>")
        try terminal.wait { $0.text.contains("as new.json tells it") }
        try terminal.press("qQ")
        #expect(try terminal.waitForExit() == .status(0))
    }

    @Test("What cannot be read takes nothing else with it")
    func unreadable() throws {
        let evidence = try evidence()
        let terminal = try terminal(
            evidence, [evidence.path("old.json"), "--against", evidence.path("picture.png"), "--at", "1000"])
        try terminal.wait { $0.text.contains("picture.png was not read") }
        try terminal.press("b")
        try terminal.wait { $0.text.contains("Blast") && $0.text.contains("1 of 6") }
        try terminal.press("9")
        try terminal.wait { $0.text.contains("changes: picture.png was not read") }
        try terminal.press("Q")
        #expect(try terminal.waitForExit() == .status(0))
    }

    @Test("In a case the plan is verified as case verify does it, and nothing is written")
    func verifies() throws {
        let evidence = try evidence()
        func firebreak(_ words: String...) throws -> CommandRun { try CommandRun(words, on: evidence) }
        _ = try firebreak("case", "new", "a.case", "old.json")
        _ = try firebreak("case", "mark", "a.case", "key-1", "key-2")
        let verified = try firebreak(
            "case", "verify", "a.case", "--against", "new.json", "--dry-run", "--format", "json")
        let items = verified.json?["items"] as? [[String: Any]] ?? []
        #expect(items.map { $0["finding"] as? String } == ["gone", "still_there"])
        let entries = try firebreak("case", "info", "a.case", "--format", "json").json?["head"] as? String
        let terminal = try terminal(
            evidence,
            ["--case", evidence.path("a.case"), "--against", evidence.path("new.json"), "--place", "changes:plan"])
        try terminal.wait { $0.text.contains("2 planned") && $0.text.contains("still there") }
        let text = terminal.picture.text
        #expect(text.contains("1 shown to be done") && text.contains("1 still open") && text.contains("gone"))
        #expect(text.contains("a change counts from each decision on"))
        try terminal.press("Q")
        #expect(try terminal.waitForExit() == .status(0))
        #expect(try firebreak("case", "info", "a.case", "--format", "json").json?["head"] as? String == entries)
    }

    @Test("In lines it waits for the other evidence, and says the same")
    func lines() throws {
        let evidence = try evidence()
        let terminal = try terminal(
            evidence,
            [
                "--linear", evidence.path("old.json"), "--against", evidence.path("new.json"), "--at", "1000",
                "--place",
                "changes",
            ])
        try terminal.wait { $0.text.contains("entities: 1 added, 2 removed, 1 changed") }
        try terminal.wait { $0.text.contains("1 of ") }
        try terminal.press("Q")
        #expect(try terminal.waitForExit() == .status(0))
    }
}
