import CursesTerminal
import Foundation
import TerminalKit
import Testing

/// The real curses terminal, in a process of its own whose input and output are a pseudo-terminal. The process plays
/// both sides: it types, and it looks at what was drawn.
@Suite("Curses terminal")
struct PseudoTerminalCursesTests {
    @Test("Keys, pastes, pictures, sizes and wakes go through ncurses, and the terminal is given back as it was")
    func roundTrip() async throws {
        await #expect(processExitsWith: .success) {
            let far = try PseudoTerminalFarEnd(size: Size(rows: 10, columns: 40))
            let modes = far.modes
            let terminal = try CursesTerminal.open(noColor: false)
            try demand(terminal.colors == .palette && terminal.repertoire == .unicode, "capabilities")
            try demand(terminal.size == Size(rows: 10, columns: 40) && far.modes != modes, "raw mode")
            try demand((try? CursesTerminal.open()) == nil, "opened twice")

            let keys: [(String, TerminalEvent)] = [
                ("j", .key(.character("j"))), ("é", .key(.character("é"))), ("日", .key(.character("日"))),
                ("\r", .key(.enter)), ("\t", .key(.tab)), ("\u{7F}", .key(.backspace)), ("\u{8}", .key(.backspace)),
                ("\u{1B}OA", .key(.up)), ("\u{1B}[6~", .key(.pageDown)), ("\u{1B}[Z", .key(.backTab)),
                ("\u{1B}OP", .key(.function(1))), ("\u{1B}[3~", .key(.delete)), ("\u{1B}x", .key(.alt("x"))),
                ("\u{1B}[1;3D", .key(.altLeft)), ("\u{3}", .key(.control("c"))), ("\u{1A}", .key(.control("z"))),
                ("\u{1B}", .key(.escape)), ("\u{1B}[200~a\r:é\u{1B}[201~", .paste("a\n:é")),
            ]
            for (bytes, expected) in keys {
                far.type(bytes)
                let event = terminal.nextEvent(timeout: .seconds(20))
                try demand(event == expected, "\(expected) arrived as \(event)")
            }

            var screen = Screen(terminal.size)
            screen.write("日本 e\u{301} a\u{1B}[31m\u{202E}", at: Position(row: 1, column: 2))
            screen.write("本", at: Position(row: 9, column: 39))
            screen.write("語", at: Position(row: 9, column: 38), style: Style(foreground: .ansi(.red)))
            screen.cursor = Position(row: 1, column: 2)
            terminal.present(screen)
            let picture = far.picture { $0.line(9).contains("語") && $0.cursor.row == 1 }
            try demand(picture.text == screen.text, picture.text)
            try demand(picture.isAlternate && picture.bracketsPastes && picture.showsCursor, "modes of the screen")
            try demand(picture.cursor == screen.cursor, "cursor")

            far.resize(Size(rows: 5, columns: 20))
            let resized = terminal.nextEvent(timeout: .seconds(20))
            try demand(resized == .resize(Size(rows: 5, columns: 20)) && terminal.size.rows == 5, "\(resized)")
            terminal.present(screen)

            let signal = terminal.wakeSignal
            Thread.detachNewThread { signal.wake() }
            try demand(terminal.nextEvent(timeout: nil) == .wake, "wake")
            try demand(terminal.nextEvent(timeout: .zero) == .tick, "tick")
            for (number, expected) in [(SIGTERM, TerminalEvent.terminate), (SIGINT, .interrupt), (SIGHUP, .hangup)] {
                kill(getpid(), number)
                try demand(terminal.nextEvent(timeout: .seconds(20)) == expected, "\(expected)")
            }

            terminal.close()
            terminal.close()
            try demand(far.modes == modes, "modes of the line")
            try demand(!far.picture { !$0.isAlternate }.bracketsPastes, "pastes are still bracketed")
        }
    }

    @Test("A terminal that cannot place the cursor, an unknown one, and none at all are refused by name")
    func refusals() async throws {
        await #expect(processExitsWith: .success) {
            try demand(refusal() == .notATerminal, "no terminal")
            let far = try PseudoTerminalFarEnd(size: Size(rows: 10, columns: 40))
            let modes = far.modes
            let terms: [(String, TerminalError)] = [
                ("dumb", .cannotPlaceCursor(term: "dumb")), ("no-such", .unknownTerminal(term: "no-such")),
                ("", .unknownTerminal(term: "")),
            ]
            for (term, expected) in terms {
                setenv("TERM", term, 1)
                let refused = refusal()
                try demand(refused == expected, "\(term): \(String(describing: refused))")
            }
            try demand(far.modes == modes, "modes of the line")
        }
    }

    @Test("Without UTF-8 only ASCII is shown, and NO_COLOR leaves no colour")
    func poor() async throws {
        await #expect(processExitsWith: .success) {
            let far = try PseudoTerminalFarEnd(size: Size(rows: 3, columns: 20))
            for name in ["LANG", "LC_ALL", "LC_CTYPE"] { unsetenv(name) }
            setenv("NO_COLOR", "1", 1)
            let terminal = try CursesTerminal.open()
            try demand(terminal.colors == .none && terminal.repertoire == .ascii, "capabilities")
            var screen = Screen(terminal.size)
            screen.write("a日é─z", at: Position(row: 0, column: 0), style: Style(foreground: .ansi(.red)))
            terminal.present(screen)
            try demand(far.picture { $0.line(0).hasSuffix("z") }.line(0) == "a? ??z", "text")
            terminal.close()
            try demand(far.output.allSatisfy { $0 < 0x80 }, "bytes beyond ASCII")
        }
    }
}

/// What a process under test was found not to do.
struct Unmet: Error {
    let what: String
}

/// Ends the process of an exit test as failed where `condition` does not hold.
func demand(_ condition: Bool, _ what: String) throws {
    guard !condition else { return }
    Issue.record(Comment(rawValue: what))
    throw Unmet(what: what)
}

private func refusal() -> TerminalError? {
    do {
        try CursesTerminal.open().close()
        return nil
    } catch { return error }
}
