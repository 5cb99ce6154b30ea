import TerminalKit
import Testing

@Suite("Line editor")
struct LineEditorTests {
    @Test(
        "Keys edit the line",
        arguments: [
            ("abc", "abc", 3), ("abc<Left><Left>x", "axbc", 2), ("abc<BS><BS>", "a", 1), ("abc<Home><Del>", "bc", 0),
            ("abc<Home><BS>", "abc", 0), ("abc<End><Del>", "abc", 3),
            ("owner=ci kind:token<C-w>", "owner=ci kind:", 14),
            ("a b  <C-w>", "a ", 2), ("one two<C-a><A-d>", " two", 0), ("one two<A-b>x", "one xtwo", 5),
            ("one two<C-a><A-f>x", "onex two", 4), ("abc<Left><C-u>", "c", 0), ("abc<Home><Right><C-k>", "a", 1),
            ("日本<Left><BS>", "本", 0), ("a<Left><Left><Left>b<Right><Right><Right>c", "bac", 3),
        ] as [(String, String, Int)])
    func keys(script: String, text: String, cursor: Int) throws {
        var editor = LineEditor()
        for key in try KeyScript.keys(script) {
            let used = editor.apply(key)
            #expect(used)
        }
        #expect(editor.text == text)
        #expect(editor.cursor == cursor)
    }

    @Test(
        "Keys of others are left to others",
        arguments: [.enter, .escape, .up, .tab, .function(1), .control("c")] as [Key])
    func othersKeys(key: Key) {
        var editor = LineEditor("abc")
        let used = editor.apply(key)
        #expect(!used)
        #expect(editor.text == "abc")
    }

    @Test(
        "A suggestion gives way to what is typed, and any other key of the editor keeps it",
        arguments: [
            ("x", "x"), ("xy", "xy"), ("<End>x", "namex"), ("<Left>x", "namxe"), ("<BS>", "nam"), ("<BS>x", "namx"),
            ("<C-u>", ""), ("<Home><Del>x", "xame"),
        ] as [(String, String)])
    func suggestion(script: String, text: String) throws {
        var editor = LineEditor(suggesting: "name")
        #expect(editor.isSuggestion && editor.text == "name" && editor.cursor == 4)
        for key in try KeyScript.keys(script) {
            let used = editor.apply(key)
            #expect(used)
        }
        #expect(editor.text == text)
        #expect(!editor.isSuggestion)
    }

    @Test("A paste takes the place of a suggestion, a key of others leaves it, and nothing suggested is no suggestion")
    func pastedOverSuggestion() {
        var editor = LineEditor(suggesting: "name")
        let used = editor.apply(.enter)
        #expect(!used && editor.isSuggestion)
        editor.insert("")
        editor = LineEditor(suggesting: "name")
        editor.insert("other")
        #expect(editor.text == "other")
        #expect(!LineEditor(suggesting: "").isSuggestion)
    }

    @Test("A paste is one printable line, and no paste is too long")
    func paste() {
        var editor = LineEditor("[]")
        let used = editor.apply(.left)
        #expect(used)
        editor.insert("a\r\nb\tc\u{1B}[0m\u{202E}")
        #expect(editor.text == "[a b c\\e[0m\\u{202E}]")
        editor.insert(String(repeating: "x", count: 100_000))
        #expect(editor.text.count == LineEditor.limit)
        #expect(editor.text.hasSuffix("]"))
    }

    @Test("A mark that arrives after its base joins it")
    func marks() {
        var editor = LineEditor("e")
        let used = editor.apply(.character("\u{301}"))
        #expect(used)
        #expect(editor.text == "e\u{301}" && editor.cursor == 1)
    }

    @Test("A completion replaces what it completes")
    func replacing() {
        var editor = LineEditor("kind:tok x")
        editor.replace(5..<8, with: "token")
        #expect(editor.text == "kind:token x" && editor.cursor == 10)
        editor.replace(50..<80, with: "!")
        #expect(editor.text == "kind:token x!")
    }

    @Test("A long line scrolls with its cursor, and an error has a caret below it")
    func drawing() {
        var screen = Screen(Size(rows: 2, columns: 12))
        LineEditor("kind=tken").draw(into: &screen, in: screen.bounds, prompt: "/", error: 5, look: Look())
        #expect(screen.text == "/kind=tken\n      ^")
        #expect(screen.cursor == Position(row: 0, column: 10))

        screen = Screen(Size(rows: 2, columns: 12))
        LineEditor("0123456789日本語").draw(into: &screen, in: screen.bounds, prompt: "/", error: 10, look: Look())
        #expect(screen.line(0) == "/…789日本語")
        #expect(screen.line(1) == "     ^")
        #expect(screen.cursor == Position(row: 0, column: 11))

        var tiny = Screen(Size(rows: 1, columns: 1))
        LineEditor("abc").draw(into: &tiny, in: tiny.bounds, prompt: "/", look: Look())
        #expect(tiny.text == "/")
    }
}
