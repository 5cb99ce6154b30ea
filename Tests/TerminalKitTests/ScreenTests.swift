import PlainText
import Testing

@testable import TerminalKit

@Suite("Screen")
struct ScreenTests {
    private func lines(_ screen: Screen) -> [String] {
        screen.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(
        "Text is clipped, and a wide character is never torn",
        arguments: [
            ("abcdef", 0, 4, "abcd"), ("abcdef", 2, 4, "  ab"), ("abcdef", -2, 4, "cdef"), ("日本", 0, 4, "日本"),
            ("日本", 1, 4, " 日"), ("日本", -1, 4, " 本"), ("日本語", 0, 5, "日本"), ("日", 0, 1, ""), ("日", -1, 1, ""),
            ("abc", 9, 4, ""), ("abc", -9, 4, ""), ("e\u{301}x", 0, 4, "e\u{301}x"),
        ] as [(String, Int, Int, String)])
    func clipping(text: String, column: Int, columns: Int, expected: String) {
        var screen = Screen(Size(rows: 1, columns: columns))
        screen.write(text, at: Position(row: 0, column: column))
        #expect(screen.text == expected)
        let widths = screen.row(0).reduce(0) { $0 + Int($1.width) }
        #expect(widths == columns)
    }

    @Test("A wide character beyond its limit or its region leaves a space")
    func limits() {
        var screen = Screen(Size(rows: 2, columns: 8))
        #expect(screen.write("日本語", at: Position(row: 0, column: 0), limit: 3) == 3)
        screen.write("|", at: Position(row: 0, column: 3))
        screen.write("日本", at: Position(row: 1, column: 0), clip: Rect(row: 1, column: 1, rows: 1, columns: 2))
        #expect(lines(screen) == ["日 |", ""])
    }

    @Test("Drawing over half of a wide character leaves a space in place of the other half")
    func halves() {
        for (column, expected) in [(0, "x 本"), (1, " x本"), (2, "日x"), (3, "日 x")] {
            var screen = Screen(Size(rows: 1, columns: 4))
            screen.write("日本", at: Position(row: 0, column: 0))
            screen.write("x", at: Position(row: 0, column: column))
            #expect(screen.text == expected)
            #expect(screen.row(0).reduce(0) { $0 + Int($1.width) } == 4)
        }
        var screen = Screen(Size(rows: 1, columns: 6))
        screen.write("日本語", at: Position(row: 0, column: 0))
        screen.write("木", at: Position(row: 0, column: 1))
        #expect(screen.text == " 木 語")
    }

    @Test("Hostile text arrives spelled out")
    func hostile() {
        var screen = Screen(Size(rows: 1, columns: 40))
        screen.write("a\u{1B}[2J\u{202E}b\n\u{301}", at: Position(row: 0, column: 0))
        #expect(screen.text == "a\\e[2J\\u{202E}b\\n\\u{301}")
    }

    @Test("Odd places and sizes are harmless")
    func oddities() {
        var screen = Screen(Size(rows: -1, columns: 5))
        screen.write("x", at: Position(row: 0, column: 0))
        #expect(screen.text == "")
        screen = Screen(Size(rows: 2, columns: 2))
        screen.fill(Rect(row: -5, column: -5, rows: 100, columns: 100), style: Style(attributes: .bold))
        screen.box(Rect(row: 0, column: 0, rows: 1, columns: 1))
        screen.write("x", at: Position(row: .max, column: .max), limit: .max)
        screen.write("x", at: Position(row: 0, column: 0), limit: -4)
        #expect(screen.text == "\n")
        #expect(screen[Position(row: 2, column: 0)] == nil)
        #expect(screen.row(7).isEmpty)
    }

    @Test("A cell holds a base with three marks and drops presentation selectors")
    func cells() {
        var screen = Screen(Size(rows: 1, columns: 4))
        screen.write("❤\u{FE0F}e\u{301}\u{302}\u{303}", at: Position(row: 0, column: 0))
        #expect(screen.row(0).map(\.text) == ["❤", "e\u{301}\u{302}\u{303}", " ", " "])
    }

    @Test("Boxes and lines have a form in Unicode and one in ASCII")
    func boxes() {
        var screen = Screen(Size(rows: 3, columns: 12))
        screen.box(screen.bounds, title: "日本語の題名")
        #expect(lines(screen) == ["┌─ 日本… ──┐", "│          │", "└──────────┘"])
        screen.box(screen.bounds, title: "Why", glyphs: .ascii)
        #expect(lines(screen) == ["+- Why ----+", "|          |", "+----------+"])
    }

    @Test("The second layer names each style once, by order of appearance")
    func styledText() {
        var screen = Screen(Size(rows: 2, columns: 6))
        screen.write("ab", at: Position(row: 0, column: 0), style: Style(foreground: .ansi(.red), attributes: .bold))
        screen.write("日", at: Position(row: 1, column: 2), style: Style(background: .indexed(208)))
        screen.write("c", at: Position(row: 1, column: 5), style: Style(foreground: .ansi(.red), attributes: .bold))
        #expect(screen.styledText == "aa\n  bb a\na = red bold\nb = default on 208")
    }

    @Test("No two signs of different meaning share a character, in ASCII neither")
    func signs() {
        let signs: [Glyph] = [.marked, .noted, .dot, .circle, .half, .choke, .cut, .target, .folded]
        #expect(Set(signs.map(\.ascii)).count == signs.count)
        #expect(Set(signs.map(\.unicode)).count == signs.count)
    }

    @Test("Every glyph takes one column in both forms, is no emoji, and is ASCII where it should be")
    func glyphs() {
        for (name, glyph) in Glyph.all {
            #expect(glyph.unicode.displayWidth == 1, "\(name)")
            #expect(glyph.ascii.utf8.count == 1 && glyph.ascii.allSatisfy(\.isASCII), "\(name)")
            #expect(!glyph.unicode.unicodeScalars.contains { $0.properties.isEmojiPresentation }, "\(name)")
        }
    }

    @Test("A row that is cheap to write changes its style as seldom as it can, and looks the same")
    func frugal() {
        var screen = Screen(Size(rows: 1, columns: 60))
        let dim = Style(attributes: .dim)
        let reverse = Style(attributes: .reverse)
        for (column, style) in [(0, dim), (4, dim), (40, dim), (44, reverse), (48, Style.plain)] {
            screen.write("ab", at: Position(row: 0, column: column), style: style)
        }
        let row = screen.frugalRow(0)
        #expect(row.map(\.text) == screen.row(0).map(\.text))
        #expect(row[2...3].allSatisfy { $0.style == dim }, "a short gap")
        #expect(row[6..<40].allSatisfy { $0.style == .plain }, "a long gap is jumped over")
        #expect(row[42...43].allSatisfy { $0.style == dim } && row[46...47].allSatisfy { $0.style == .plain })
        #expect(row[50...].allSatisfy { $0.style == .plain }, "the end of the line can be cleared")
        for (cheap, cell) in zip(row, screen.row(0)) where cell.text != " " { #expect(cheap == cell) }
    }
}
