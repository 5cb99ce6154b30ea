import Foundation
import TerminalKit
import Testing

@Suite("The console reads its evidence again")
struct ConsoleRereadingTests {
    /// The incident without the deploy key, and with two entities more.
    private static var changed: Data {
        get throws {
            let text = String(decoding: try Incident.small().json, as: UTF8.self)
            var object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            var graph = try #require(object["graph"] as? [String: Any])
            var nodes = try #require(graph["nodes"] as? [[String: Any]])
            nodes.removeAll { $0["id"] as? String == "key-1" }
            for id in ["new-1", "new-2"] {
                nodes.append(["id": id, "kinds": ["Thing"], "properties": ["firebreak_kind": "token", "name": id]])
            }
            var edges = try #require(graph["edges"] as? [[String: Any]])
            edges.removeAll { edge in
                ["start", "end"].contains { (edge[$0] as? [String: Any])?["value"] as? String == "key-1" }
            }
            (graph["nodes"], graph["edges"]) = (nodes, edges)
            object["graph"] = graph
            return try JSONSerialization.data(withJSONObject: object)
        }
    }

    /// Marks the deploy key and the runner in the inventory, with a filter, until that is saved.
    private func work(_ session: ConsoleSession) throws {
        try session.settle("What is compromised?", "? help")
        try session.terminal.press("2")
        try session.settle("▸ Inventory", "of 12")
        try session.terminal.press("\\deploy key<Enter> \\build-1<Enter> ")
        try session.terminal.wait { $0.line(0).contains(" saved ") && $0.text.contains("plan (2 marks): ") }
        try session.terminal.press("/kind:runner<Enter>")
        try session.settle("kind:runner", "1 of 1")
    }

    @Test("It goes on at the same place over what lies there now, and loses no mark that names nothing for a while")
    func files() throws {
        let desk = try SessionDesk()
        let file = URL(filePath: desk.evidence.path())
        let session = try desk.open()
        try work(session)
        try Self.changed.write(to: file)
        try session.terminal.press("=")
        try session.settle(
            "read again: 2 entities more, 1 gone; 1 mark names nothing now and stays in the session", "1 of 1")
        #expect(session.text.contains("plan (1 mark): "))
        #expect(session.terminal.picture.line(1).contains("▸ Inventory"))
        #expect(session.text.contains("kind:runner"))
        #expect(try Set(desk.marks()) == ["build-1", "key-1"])

        try Data("{\"graph\":".utf8).write(to: file)
        try session.terminal.press("=")
        try session.settle("not read again: ", "the evidence stays as it was", "1 of 1")
        try FileManager.default.removeItem(at: file)
        try session.terminal.press("=")
        try session.settle("not read again: ", "the evidence stays as it was", "1 of 1")
        #expect(session.text.contains("plan (1 mark): "))

        try Incident.small().json.write(to: file)
        try session.terminal.press("=")
        try session.settle("read again: 1 entity more, 2 gone", "plan (2 marks): ", "1 of 1")
        #expect(!session.text.contains("names nothing now"))
        try desk.leave(session)
        #expect(try Set(desk.marks()) == ["build-1", "key-1"])
        #expect(try desk.files().filter { $0.hasSuffix(".json") }.count == 1)
    }

    @Test("What was carried over lies on the disk before anything else is done")
    func killed() throws {
        let desk = try SessionDesk()
        let session = try desk.open()
        try work(session)
        try Self.changed.write(to: URL(filePath: desk.evidence.path()))
        try session.terminal.press("=")
        try session.terminal.wait { $0.text.contains("read again: ") && $0.line(0).contains(" saved ") }
        session.terminal.send(SIGKILL)
        #expect(try session.terminal.waitForExit() == .signal(SIGKILL))
        #expect(try Set(desk.marks()) == ["build-1", "key-1"])
        let again = try desk.open()
        try again.settle("goes on: 1 mark", "kind:runner", "1 of 1")
        #expect(!again.text.contains("the evidence is not what it was"))
    }

    @Test("A snapshot that was written over is lost, is read again, and the session that was saved goes on")
    func snapshot() throws {
        let desk = try SessionDesk()
        func `import`() throws {
            #expect(
                try CommandRun(["import", "incident.json", "-o", "new.firebreak"], on: desk.evidence).status == 0)
        }
        try `import`()
        let file = desk.evidence.path("x.firebreak")
        try FileManager.default.copyItem(atPath: desk.evidence.path("new.firebreak"), toPath: file)
        let terminal = try PseudoTerminal(
            PseudoTerminal.firebreak, [file, "--at", "2026-01-10"], environment: desk.environment,
            size: Size(rows: 24, columns: 180))
        try terminal.wait { $0.text.contains("5 still live") && !$0.text.contains("computing") }
        try terminal.press("2\\deploy key<Enter> ")
        try terminal.wait { $0.line(0).contains(" saved ") && $0.text.contains("plan (1 mark): ") }
        try Self.changed.write(to: URL(filePath: desk.evidence.path()))
        try `import`()
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(contentsOf: URL(filePath: desk.evidence.path("new.firebreak"))))
        try handle.close()
        try terminal.press("j")
        try terminal.wait(for: "= reads it again, and goes on with what was saved.")
        try terminal.press("=")
        try terminal.wait {
            $0.text.contains("read again: 13 entities; what it was before is lost")
                && $0.text.contains("1 mark names nothing now and stays in the session")
        }
        #expect(terminal.picture.line(1).contains("▸ Inventory"))
        try terminal.press("Q")
        #expect(try terminal.waitForExit() == .status(0))
        // Each content has a session of its own; the mark is in both.
        let saved = try desk.files().filter { $0.hasSuffix(".json") }
        #expect(saved.count == 2)
    }

    @Test("In a case it is said first that the evidence is not what the case names, and the journal keeps its marks")
    func `case`() throws {
        let desk = try SessionDesk()
        let file = desk.home.path("a.case")
        let environment = ["FIREBREAK_ANALYST": "ana"]
        for words in [["case", "new", file, "incident.json"], ["case", "mark", file, "key-1"]] {
            #expect(try CommandRun(words, on: desk.evidence, environment: environment).status == 0)
        }
        let session = try desk.open(["--case", file, "--place", "plan"], environment)
        try session.settle("deploy key", "1 of 1")
        try Self.changed.write(to: URL(filePath: desk.evidence.path()))
        try session.terminal.press("=")
        try session.settle(
            "THE EVIDENCE CHANGED since it was added to the case", "read again: 2 entities more, 1 gone", "help")
        try session.terminal.press("Zn")
        try session.terminal.wait(for: "changed: incident.json")
        try session.terminal.press("qQ")
        #expect(try session.terminal.waitForExit() == .status(0))
        let journal = try CommandRun(["case", "journal", file], on: desk.evidence, environment: environment)
        #expect(journal.text.contains("key-1"))
        let info = try CommandRun(["case", "info", file], on: desk.evidence, environment: environment)
        #expect(info.text.contains("key-1") || info.text.contains("1 mark"), "\(info.text)")
        #expect(try CommandRun(["case", "check", file], on: desk.evidence, environment: environment).status == 0)
    }

    @Test("In lines the same is said")
    func linear() throws {
        let session = try ConsoleSession(
            Evidence(.small()), arguments: ["--linear", "--at", "2026-01-10"], size: Size(rows: 400, columns: 300))
        try session.terminal.wait(for: "1 of ")
        try session.terminal.press("b =")
        try session.terminal.wait(for: "read again: the same 12 entities, as many relations")
        try session.terminal.press("2")
        try session.terminal.wait(for: "place: Inventory")
        try session.terminal.wait(for: "plan (1 mark)")
        try session.terminal.press("QQ")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
    }
}
