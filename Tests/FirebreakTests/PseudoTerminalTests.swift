import Foundation
import TerminalKit
import Testing

@Suite("Pseudo-terminal")
struct PseudoTerminalTests {
    @Test(
        "The picture is what a terminal shows",
        arguments: [
            ("abc\rX", "Xbc\n\n"), ("a\r\nb\r\nc", "a\nb\nc"), ("a\r\nb\r\nc\r\nd", "b\nc\nd"),
            ("abcdefgh", "abcdefgh\n\n"),
            ("abcdefghi", "abcdefgh\ni\n"), ("abcdefgh\rX", "Xbcdefgh\n\n"), ("\u{1B}[2;3Hx", "\n  x\n"),
            ("\u{1B}[3dx\u{1B}[5Gy", "\n\nx   y"),
            ("abc\u{1B}[2DX", "aXc\n\n"), ("a\u{1B}[2Cb", "a  b\n\n"), ("a\u{1B}[Bb\u{1B}[Ac", "a c\n b\n"),
            ("abc\u{1B}[1K", "\n\n"),
            ("abcd\u{1B}[2G\u{1B}[K", "a\n\n"), ("abcd\u{1B}[2G\u{1B}[2X", "a  d\n\n"),
            ("abcd\u{1B}[2G\u{1B}[P", "acd\n\n"),
            ("abcd\u{1B}[2G\u{1B}[2@", "a  bcd\n\n"), ("a\r\nb\r\nc\u{1B}[1;1H\u{1B}[L", "\na\nb"),
            ("a\r\nb\r\nc\u{1B}[1;1H\u{1B}[M", "b\nc\n"),
            ("a\r\nb\r\nc\u{1B}[2J", "\n\n"), ("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[J", "a\n\n"), ("-\u{1B}[4b", "-----\n\n"),
            ("a\tb", "a      b\n\n"),
            ("a\r\nb\r\nc\u{1B}[1;2r\u{1B}[2;1H\nd", "b\nd\nc"), ("a\r\nb\u{1B}[1;1H\u{1B}M", "\na\nb"),
            ("日本\u{1B}[2Gx", " x本\n\n"),
            ("e\u{301}x", "e\u{301}x\n\n"), ("\u{1B}[1;31mred\u{1B}(B\u{1B}[m", "red\n\n"),
            ("\u{1B}]0;title\u{7}x", "x\n\n"),
            ("a\u{1B}7bc\u{1B}8X", "aXc\n\n"), ("old\u{1B}[?1049h\u{1B}[Hnew\u{1B}[?1049l", "old\n\n"),
            ("a\u{1B}[Sb", " b\n\n"),
            ("abd\u{1B}[3G\u{1B}[4hc\u{1B}[4l\u{1B}[Ge", "ebcd\n\n"),
            ("日本語x日", "日本語x\n日\n"),
        ])
    func picture(bytes: String, expected: String) {
        var picture = PseudoTerminalPicture(Size(rows: 3, columns: 8))
        picture.draw(bytes.utf8)
        #expect(picture.text == expected)
    }

    @Test("No bytes make the picture trip")
    func anyBytes() {
        var picture = PseudoTerminalPicture(Size(rows: 4, columns: 7))
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("\u{1B}\u{1B}[[;?0123459ABCDGHJKLMPSTXZ@bdhlmr78 \r\n\t日e\u{301}".utf8)
        for _ in 0..<50_000 {
            picture.draw([alphabet.randomElement(using: &generator) ?? 0])
        }
        picture.resize(Size(rows: 2, columns: 3))
        picture.draw(Array("\u{1B}[9999;9999Hx".utf8))
        #expect(picture.size == Size(rows: 2, columns: 3))
    }

    @Test("A program gets a terminal of its own, keys, and another size")
    func session() throws {
        let script = """
            trap 'stty size' WINCH; stty size; tty -s && echo is a tty; printf '\\033[10;20Hhere> '
            while ! read line; do :; done; echo "got <$line>"; exit 7
            """
        let terminal = try PseudoTerminal("/bin/sh", ["-c", script], size: Size(rows: 20, columns: 50))
        try terminal.wait(for: "here>")
        #expect(terminal.picture.line(0) == "20 50")
        #expect(terminal.picture.line(1) == "is a tty")
        #expect(terminal.picture.cursor == Position(row: 9, column: 25))
        terminal.resize(Size(rows: 30, columns: 100))
        try terminal.press("a b<Enter>")
        try terminal.wait(for: "got <a b>")
        try terminal.wait(for: "30 100")
        #expect(try terminal.waitForExit() == .status(7))
    }

    @Test("A program that ends early, and one that is killed, are reported as such")
    func ends() throws {
        let early = try PseudoTerminal("/bin/sh", ["-c", "echo bye"])
        #expect(throws: PseudoTerminal.Failure.self) { try early.wait(for: "never") }
        let killed = try PseudoTerminal("/bin/cat")
        killed.send(SIGKILL)
        #expect(try killed.waitForExit() == .signal(SIGKILL))
        #expect(throws: PseudoTerminal.Failure.self) { try PseudoTerminal("/no/such/program") }
    }

    @Test("The program under test is found")
    func firebreak() throws {
        let terminal = try PseudoTerminal(
            PseudoTerminal.firebreak, ["--help"], size: Size(rows: 80, columns: 80))
        try terminal.wait(for: "USAGE: firebreak")
        #expect(try terminal.waitForExit() == .status(0))
    }
}
