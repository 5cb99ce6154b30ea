import Foundation
import TerminalKit

/// The console in a terminal of its own, on evidence of its own.
struct ConsoleSession {
    let terminal: PseudoTerminal
    /// The line settings before the program came.
    let modes: [UInt32]
    private let evidence: Evidence

    /// Opens the console on the files of `evidence`, as seen on 2026-01-10.
    init(
        _ evidence: Evidence, arguments: [String] = ["--at", "2026-01-10"], environment: [String: String] = [:],
        size: Size = Size(rows: 24, columns: 80)
    ) throws {
        self.evidence = evidence
        // The pause lets the test look at the line as the program will find it; a crash shall not stop for a dialogue.
        terminal = try PseudoTerminal(
            "/bin/sh",
            ["-c", "read go; exec \"$@\"", "sh", PseudoTerminal.firebreak, evidence.folder.path] + arguments,
            environment: ["SWIFT_BACKTRACE": "enable=no"].merging(environment) { _, given in given }, size: size)
        modes = terminal.modes
        terminal.type("\n")
    }

    init(
        _ incident: Incident, environment: [String: String] = [:], size: Size = Size(rows: 24, columns: 80)
    ) throws {
        try self.init(Evidence(incident), environment: environment, size: size)
    }

    /// The screen as text.
    var text: String { terminal.picture.text }

    /// The last line of the screen: keys, and which row of how many.
    var foot: String { terminal.picture.line(terminal.picture.size.rows - 1) }

    /// Reads until everything is computed and the screen shows all of `texts`, the last of them in its last line.
    func settle(_ texts: String...) throws {
        try terminal.wait { picture in
            let text = picture.text
            return !text.contains("computing") && texts.allSatisfy(text.contains)
                && picture.line(picture.size.rows - 1).contains(texts.last ?? "")
        }
        terminal.waitForQuiet()
    }

    /// Reads until the screen is exactly this one.
    func settle(exactly text: String) throws { try terminal.wait { $0.text == text } }

    /// Whether the terminal is as a shell wants it.
    var isSane: Bool {
        let picture = terminal.picture
        return terminal.modes == modes && !picture.isAlternate && picture.showsCursor && !picture.bracketsPastes
    }
}
