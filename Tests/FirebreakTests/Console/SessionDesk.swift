import Foundation
import TerminalKit
import Testing

/// Evidence of its own, and a home of its own for the sessions of consoles on it.
struct SessionDesk {
    let evidence: Evidence
    let home: Evidence

    init() throws {
        evidence = try Evidence(.small())
        home = try Evidence([:])
    }

    /// Where a console finds the home.
    var environment: [String: String] { ["HOME": home.folder.path] }

    func open(_ arguments: [String] = [], _ environment: [String: String] = [:]) throws -> ConsoleSession {
        try ConsoleSession(
            evidence, arguments: ["--at", "2026-01-10"] + arguments,
            environment: self.environment.merging(environment) { _, given in given },
            size: Size(rows: 24, columns: 180))
    }

    private var folder: URL { home.folder.appending(path: ".local/state/firebreak/sessions") }

    /// The files of the sessions, by name.
    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// The session of a console: the first one, or one that was set apart.
    func session(of console: Int = 1) throws -> URL {
        let name = try #require(
            try files().first { name in
                name.hasSuffix(".json") && (console == 1 ? !name.contains("+") : name.hasSuffix("+\(console).json"))
            })
        return folder.appending(path: name)
    }

    func text(of console: Int = 1) throws -> String { try String(contentsOf: session(of: console), encoding: .utf8) }

    /// The ids that are marked in the session of a console.
    func marks(of console: Int = 1) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(text(of: console).utf8)) as? [String: Any]
        return try #require(object?["marks"] as? [String])
    }

    /// Opens the blast radius and marks its first row, until that is saved.
    func mark(_ session: ConsoleSession) throws {
        try session.settle("What is compromised?", "? help")
        try session.terminal.press("b")
        try session.settle("9 reached", "1 of 10")
        try session.terminal.press(" ")
        try session.terminal.wait { $0.line(0).contains(" saved ") && $0.text.contains("plan (1 mark): ") }
    }

    /// Leaves a console, which needs no second key.
    func leave(_ session: ConsoleSession) throws {
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
    }
}
