import Foundation
import TerminalKit
import Testing

@Suite("The console and its terminal")
struct ConsoleTerminalTests {
    @Test("Ctrl-Z gives the terminal back as it was, and the shell brings the same screen back")
    func suspend() throws {
        let evidence = try Evidence(.small())
        let script = """
            set -m; read go; "$0" "$@"; echo "stopped with $?"; read go; fg >/dev/null; echo "ended with $?"
            """
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", script, PseudoTerminal.firebreak, evidence.path(), "--at", "2026-01-10"])
        let modes = terminal.modes
        terminal.type("\n")
        try terminal.wait { $0.isAlternate && $0.line(23).contains("? help") && !$0.text.contains("computing") }
        #expect(terminal.modes != modes)
        terminal.waitForQuiet()
        // A key takes away what was said at the beginning.
        try terminal.press("jk")
        try terminal.wait { !$0.text.contains("is not saved:") && $0.text.contains("blind: ") }
        terminal.waitForQuiet()
        let before = terminal.picture.text
        try terminal.press("<C-z>")
        try terminal.wait(for: "stopped with ")
        #expect(terminal.modes == modes)
        #expect(!terminal.picture.isAlternate && terminal.picture.showsCursor && !terminal.picture.bracketsPastes)
        terminal.type("\n")
        try terminal.wait { $0.isAlternate && $0.text == before }
        #expect(terminal.modes != modes && terminal.picture.bracketsPastes)
        try terminal.press("Q")
        try terminal.wait(for: "ended with 0")
        #expect(try terminal.waitForExit() == .status(0))
        #expect(terminal.modes == modes)
    }

    @Test("Asked to end, it ends in order and leaves the terminal sane", arguments: [SIGTERM, SIGHUP])
    func ended(signal: Int32) throws {
        let session = try ConsoleSession(.small())
        try session.settle("What is compromised?", "? help")
        session.terminal.send(signal)
        #expect(try session.terminal.waitForExit() == .status(128 + signal))
        #expect(session.isSane)
    }

    @Test(
        "A crash leaves the terminal sane, is still a crash, and says where the session is",
        arguments: [SIGABRT, SIGSEGV, SIGILL, SIGBUS, SIGPIPE, SIGUSR1])
    func crash(signal: Int32) throws {
        let session = try ConsoleSession(.small())
        try session.settle("What is compromised?", "? help")
        session.terminal.send(signal)
        #expect(try session.terminal.waitForExit() == .signal(signal))
        #expect(session.isSane)
        let text = session.text.replacing("\n", with: "")
        #expect(text.contains("firebreak died; the session"), "\(text)")
    }

    @Test("A fault that was sent ends it, also where the backtrace is written first", arguments: [SIGSEGV, SIGABRT])
    func backtrace(signal: Int32) throws {
        let session = try ConsoleSession(
            .small(), environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no,threads=crashed,images=none"]
        )
        try session.settle("What is compromised?", "? help")
        session.terminal.send(signal)
        #expect(try session.terminal.waitForExit(seconds: 120) == .signal(signal))
        #expect(session.isSane)
    }

    @Test("Stopped without a word, it takes the terminal again when it goes on, in the size that it has then")
    func stopped() throws {
        let evidence = try Evidence(.small())
        let script = "set -m; read go; \"$0\" \"$@\"; stty sane; echo stopped; read go; fg >/dev/null"
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", script, PseudoTerminal.firebreak, evidence.path(), "--at", "2026-01-10"])
        terminal.type("\n")
        try terminal.wait { $0.isAlternate && $0.line(23).contains("? help") && !$0.text.contains("computing") }
        terminal.waitForQuiet()
        let modes = terminal.modes
        terminal.stopForeground()
        try terminal.wait(for: "stopped")
        #expect(terminal.modes != modes)
        terminal.type("\n")
        try terminal.wait { $0.line(23).contains("? help") && !$0.text.contains("stopped") }
        #expect(terminal.modes == modes)
        try terminal.press("Q")
        #expect(try terminal.waitForExit() == .status(0))
        #expect(terminal.modes != modes)
    }

    @Test(
        "Every terminal gets a picture, poor ones too",
        arguments: [
            ["TERM": "vt100"], ["TERM": "screen"], ["TERM": "screen-256color"], ["TERM": "tmux"],
            ["TERM": "tmux-256color"], ["TERM": "xterm"], ["TERM": "linux"], ["TERM": "linux", "LANG": "C"],
            ["TERM": "vt220", "LANG": "C"], ["LANG": "C"], ["LANG": ""], ["LANG": "no_SUCH.ISO-8859-1"],
            ["LANG": "POSIX", "LC_ALL": "C"], ["NO_COLOR": "1"], ["TERM": "xterm", "NO_COLOR": "1"],
            ["TERM": "xterm-mono", "COLORTERM": "truecolor"], ["TERM": "xterm-kitty"], ["TERM": "foot-direct"],
            ["TERM": "tmux-none"],
        ])
    func poor(environment: [String: String]) throws {
        let session = try ConsoleSession(.small(), environment: environment)
        try session.settle("What is compromised?", "lens: 2026-01-10", "? help")
        try session.terminal.press("b")
        try session.settle("Blast", "deploy key", "1 of 10")
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
        if environment["LANG"] != nil || environment["TERM"] == "linux" {
            #expect(session.terminal.output.allSatisfy { $0 < 0x80 })
        }
        if environment["NO_COLOR"] != nil {
            #expect(session.terminal.output.sequences.filter { $0.final == "m" }.allSatisfy { !$0.setsColor })
        }
    }

    @Test(
        "Where all colours are shown, those of a theme are shown as they are",
        .enabled(
            if: ["/lib", "/usr/share", "/usr/lib"].contains {
                FileManager.default.fileExists(atPath: "\($0)/terminfo/x/xterm-direct")
            }, "nothing here describes xterm-direct"),
        arguments: [["TERM": "xterm-256color", "COLORTERM": "truecolor"], ["TERM": "xterm-direct"]])
    func allColors(environment: [String: String]) throws {
        let theme = try Evidence(["own.theme": Data("inherits = dark\nselection = #112233 on #fedcba\n".utf8)])
        let session = try ConsoleSession(
            Evidence(.small()), arguments: ["--at", "2026-01-10", "--theme", theme.path("own.theme")],
            environment: environment)
        try session.settle("What is compromised?", "? help")
        let written = String(decoding: session.terminal.output, as: UTF8.self)
        #expect(written.contains("17:34:51") && written.contains("254:220:186"))
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
    }

    @Test("Keys have their meaning also in the ways of terminals that TERM does not describe")
    func otherKeys() throws {
        let session = try ConsoleSession(.small())
        try session.settle("What is compromised?", "? help")
        try session.terminal.press("b")
        try session.settle("Blast", "1 of 10")
        session.terminal.type("\u{1B}[B\u{1B}[B")
        try session.settle("Blast", "3 of 10")
        session.terminal.type("\u{1B}[1~")
        try session.settle("Blast", "1 of 10")
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
    }

    @Test("What the terminal sends by itself presses no key")
    func answers() throws {
        let session = try ConsoleSession(.small())
        try session.settle("What is compromised?", "? help")
        // A position, the mouse while it is off, a focus, a key of another protocol, late answers about colours.
        session.terminal.type(
            "\u{1B}[1;7R\u{1B}[M 4+\u{1B}[<0;6;2M\u{1B}[I\u{1B}[57399u\u{1B}]11;rgb:ffff/ffff/ffff\u{7}\u{1B}]10;rgb:0/0/0\u{1B}\\i"
        )
        try session.settle("Start ▸ Inventory", "? help")
        try session.terminal.press("q")
        try session.settle("What is compromised?", "? help")
        #expect(!session.terminal.picture.text.contains("note"))
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
    }

    @Test("--ascii draws nothing else, whatever the locale")
    func ascii() throws {
        let session = try ConsoleSession(Evidence(.small()), arguments: ["--ascii", "--at", "2026-01-10"])
        try session.settle("What is compromised?", "? help")
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.terminal.output.allSatisfy { $0 < 0x80 })
    }

    @Test(
        "Where no console can be drawn the answer comes as text, with the reason", arguments: ["dumb", "no-such", ""])
    func twin(term: String) throws {
        let session = try ConsoleSession(
            .small(), environment: ["TERM": term], size: Size(rows: 60, columns: 160))
        #expect(try session.terminal.waitForExit() == .status(0))
        let said = [
            "compromised: runner build-1", "Still live (", "Revoke first", "no console here: ", "TERM",
            "firebreak --linear ", "firebreak show --place blast ",
        ]
        for text in said { #expect(session.text.contains(text), "\(text)") }
        if term != "no-such" { #expect(!session.terminal.output.contains(0x1B)) }
        #expect(session.isSane)
    }

    @Test("Hostile names put nothing of their own on the terminal")
    func hostile() throws {
        let evidence = try Evidence([
            "incident.json": Incident.hostile().json,
            "broken\u{1B}]0;pwned\u{7}.json": Data("{".utf8),
            "odd.json": Data("{\"graph\":{\"nodes\":[{\"id\":\"".utf8) + Data([0xFF, 0x1B, 0x9B]) + Data("\"}]}}".utf8),
        ])
        let session = try ConsoleSession(evidence)
        try session.settle("What is compromised?", "? help")
        for (keys, mark) in [
            ("i", "Inventory"), ("<Enter>", "of "), ("qj<Enter>", "of "), ("b", "Blast"), ("Gw", "Why"),
            ("q ", "plan (1 mark)"), ("p", "Plan"), ("<Tab>", "1 of 43"), ("c", "compromised: "),
            ("<Enter>", "declared: "), ("i/pwned", "filter: pwned"), ("<Enter>", "/pwned"),
        ] {
            try session.terminal.press(keys)
            try session.terminal.wait { $0.text.contains(mark) && !$0.text.contains("computing") }
            session.terminal.waitForQuiet()
        }
        try session.terminal.press("QQ")
        #expect(try session.terminal.waitForExit() == .status(0))
        let output = session.terminal.output
        let scalars = String(decoding: output, as: UTF8.self).unicodeScalars
        let odd = Set(
            scalars.filter { scalar in
                switch scalar.properties.generalCategory {
                case .format, .lineSeparator, .paragraphSeparator: true
                case .control: !"\u{1B}\r\n\t\u{8}\u{F}".unicodeScalars.contains(scalar)
                default: false
                }
            })
        #expect(odd.isEmpty, "\(odd.map { String($0.value, radix: 16) })")
        #expect(output.foreignEscapes.isEmpty)
        #expect(!scalars.contains("\u{FFFD}"))
        #expect(session.text.contains("pwned") || String(scalars).contains("pwned"))
    }
}

/// A control sequence: ESC [ parameters final.
private struct ControlSequence {
    let parameters: [Int]
    let final: Character

    /// Whether it chooses a colour; 39 and 49, the terminal's own, are none.
    var setsColor: Bool {
        parameters.contains { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
    }
}

extension [UInt8] {
    /// The control sequences that were written.
    fileprivate var sequences: [ControlSequence] {
        split(separator: 0x1B).compactMap { part in
            guard part.first == UInt8(ascii: "["), let end = part.firstIndex(where: { $0 >= 0x40 && $0 != 0x5B }) else {
                return nil
            }
            let parameters = String(decoding: part[(part.startIndex + 1)..<end], as: UTF8.self).split(separator: ";")
            return ControlSequence(
                parameters: parameters.compactMap { Int($0) }, final: Character(UnicodeScalar(part[end])))
        }
    }

    /// What stands behind an escape that no terminal description begins so: titles, device control, messages.
    fileprivate var foreignEscapes: [String] {
        zip(self, dropFirst()).filter { $0.0 == 0x1B && "]PX^_".utf8.contains($0.1) }
            .map { String(UnicodeScalar($0.1)) }
    }
}
