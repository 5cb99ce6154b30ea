import Foundation
import Inventory
import TerminalKit
import Testing

@Suite("The console on a snapshot")
struct SnapshotConsoleTests {
    private let evidence: Evidence
    private var file: String { evidence.path("x.firebreak") }

    init() throws {
        evidence = try Evidence(.small())
        let run = try CommandRun(["import", "incident.json", "-o", "x.firebreak"], on: evidence)
        #expect(run.status == 0)
    }

    private func open() throws -> (terminal: PseudoTerminal, modes: [UInt32]) {
        let terminal = try PseudoTerminal(
            "/bin/sh",
            ["-c", "read go; exec \"$@\"", "sh", PseudoTerminal.firebreak, file, "--at", "2026-01-10"],
            environment: ["SWIFT_BACKTRACE": "enable=no"])
        let modes = terminal.modes
        terminal.type("\n")
        return (terminal, modes)
    }

    private func settle(_ terminal: PseudoTerminal, _ texts: String...) throws {
        try terminal.wait { picture in
            !picture.text.contains("computing") && texts.allSatisfy(picture.text.contains)
        }
        terminal.waitForQuiet()
    }

    private func leave(_ terminal: PseudoTerminal, _ modes: [UInt32]) throws {
        try terminal.press("Q")
        #expect(try terminal.waitForExit() == .status(0))
        #expect(terminal.modes == modes && !terminal.picture.isAlternate && terminal.picture.showsCursor)
    }

    @Test("It opens, and shows what it shows of the sources")
    func opens() throws {
        let (terminal, modes) = try open()
        try settle(terminal, "What is compromised?", "5 still live", "? help")
        try terminal.press("b")
        try settle(terminal, "▸ Blast", "deploy key", "of 10")
        try leave(terminal, modes)
    }

    @Test("A file cut short under it is said on the next key, and it keeps running", arguments: [0, 2_000])
    func truncated(length: Int) throws {
        let (terminal, modes) = try open()
        try settle(terminal, "What is compromised?", "5 still live", "? help")
        #expect(truncate(file, off_t(length)) == 0)
        try terminal.press("i")
        try terminal.wait(for: "the snapshot changed while it was open")
        try terminal.press("jbp/x<Enter>")
        terminal.resize(Size(rows: 10, columns: 60))
        try terminal.wait { $0.text.contains("open it again") && !$0.text.contains("deploy key") }
        terminal.resize(Size(rows: 1, columns: 1))
        terminal.resize(Size(rows: 24, columns: 80))
        try terminal.wait(for: "Nothing is answered from it any more")
        try leave(terminal, modes)
    }

    @Test("A file overwritten in place under it is said on the next key")
    func overwritten() throws {
        let (terminal, modes) = try open()
        try settle(terminal, "What is compromised?", "5 still live", "? help")
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        try handle.seek(toOffset: 2_500)
        try handle.write(contentsOf: Data(repeating: 0x5A, count: 4_000))
        try handle.close()
        try terminal.press("b")
        try terminal.wait(for: "the snapshot changed while it was open")
        try leave(terminal, modes)
    }

    @Test("A file replaced by a new import under it changes nothing")
    func replaced() throws {
        let (terminal, modes) = try open()
        try settle(terminal, "What is compromised?", "5 still live", "? help")
        let other = try Evidence(Incident.small(isDeclared: false))
        #expect(try CommandRun(["import", "incident.json", "-o", file], on: other).status == 0)
        try terminal.press("b")
        try settle(terminal, "▸ Blast", "deploy key", "of 10")
        try leave(terminal, modes)
    }

    @Test("Damage in the content is found after the first screen and said without a key")
    func damaged() throws {
        var bytes = try Data(contentsOf: URL(filePath: file))
        bytes[bytes.count - 70] ^= 0x10
        try bytes.write(to: URL(filePath: file))
        let (terminal, modes) = try open()
        try terminal.wait(for: "x.firebreak is damaged")
        try terminal.wait(for: "Nothing is answered from it any more")
        try leave(terminal, modes)
    }

    @Test("What cannot be opened at all is said before the console begins")
    func unreadable() throws {
        try Data(contentsOf: URL(filePath: file)).prefix(500).write(to: URL(filePath: file))
        let (terminal, _) = try open()
        #expect(try terminal.waitForExit() == .status(2))
        // The path is long, and the line broken somewhere.
        #expect(terminal.picture.text.replacing("\n", with: "").contains("x.firebreak is damaged: 500 of its"))
    }

    @Test("A crash is still a crash, and leaves the terminal sane", arguments: [SIGBUS, SIGSEGV])
    func crash(signal: Int32) throws {
        let (terminal, modes) = try open()
        try settle(terminal, "What is compromised?", "5 still live", "? help")
        terminal.send(signal)
        #expect(try terminal.waitForExit() == .signal(signal))
        #expect(terminal.modes == modes && !terminal.picture.isAlternate && terminal.picture.showsCursor)
    }

    @Test("Where no console can be drawn, the answer comes as text from a snapshot that was checked")
    func twin() throws {
        let run = try CommandRun([file, "--at", "2026-01-10"], on: evidence, environment: ["TERM": "dumb"])
        #expect(run.status == 0)
        #expect(run.text.contains("compromised: runner build-1"))
        var bytes = try Data(contentsOf: URL(filePath: file))
        bytes[bytes.count - 70] ^= 0x10
        try bytes.write(to: URL(filePath: file))
        let refused = try CommandRun([file, "--at", "2026-01-10"], on: evidence, environment: ["TERM": "dumb"])
        #expect(refused.status == 2)
        #expect(refused.output.isEmpty && refused.errors.contains("is damaged"))
    }
}
