import Testing

@testable import TerminalKit

@Suite("Keys")
struct KeyTests {
    static let all: [Key] =
        [
            .enter, .escape, .backspace, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
            .insert, .delete, .altLeft, .altRight, .character(" "), .character("<"), .character(">"), .character("é"),
            .character("日"), .control(" "), .control("\\"), .alt(" "), .alt("<"), .alt(">"),
        ] + "abcxyz".flatMap { [Key.character($0), .control($0), .alt($0)] } + (1...63).map(Key.function)

    @Test("Every key is printed to a name that reads back as the same key", arguments: all)
    func roundTrip(key: Key) throws {
        #expect(Key(script: key.script) == key)
        #expect(!key.label().isEmpty && key.label(.ascii).allSatisfy { $0.isASCII } || key.label() == key.label(.ascii))
    }

    @Test("A script of all keys reads back as all keys")
    func scriptRoundTrip() throws {
        #expect(try KeyScript.keys(KeyScript.text(Self.all)) == Self.all)
    }

    @Test(
        "Names are read in any case, and nonsense is refused",
        arguments: [
            ("<enter>", .enter), ("<c-F>", .control("f")), ("<f12>", .function(12)), ("<M-x>", .alt("x")),
            ("j", .character("j")),
            ("J", .character("J")), ("<nonsense>", nil), ("<F0>", nil), ("<F64>", nil), ("<C->", nil), ("<C-ab>", nil),
            ("", nil), ("ab", nil), ("<>", nil), ("<", .character("<")),
        ] as [(String, Key?)])
    func parsing(script: String, key: Key?) {
        #expect(Key(script: script) == key)
    }

    @Test(
        "Help names keys with signs, or in words where only ASCII is shown",
        arguments: [
            (.enter, "↵", "enter"), (.control("f"), "ctrl-f", "ctrl-f"), (.character(" "), "space", "space"),
            (.up, "↑", "up"), (.function(1), "F1", "F1"), (.alt(" "), "alt-space", "alt-space"),
            (.backTab, "shift-tab", "shift-tab"),
            (.character("?"), "?", "?"),
        ] as [(Key, String, String)])
    func labels(key: Key, unicode: String, ascii: String) {
        #expect(key.label() == unicode)
        #expect(key.label(.ascii) == ascii)
    }

    @Test(
        "In a configuration a key is what help shows, what scripts write, or a character",
        arguments: [
            ("j", .character("j")), ("<Enter>", .enter), ("enter", .enter), ("Enter", .enter), ("pgdn", .pageDown),
            ("ctrl-f", .control("f")), ("Ctrl-F", .control("f")), ("alt-x", .alt("x")), ("alt-left", .altLeft),
            ("shift-tab", .backTab), ("F5", .function(5)), ("f5", .function(5)), ("<#>", .character("#")),
            ("space", .character(" ")), ("<", .character("<")), (">", .character(">")), ("esc", .escape),
            ("jj", nil), ("", nil), ("<>", nil), ("ctrl-", nil), ("ctrl-xx", nil), ("F99", nil), ("<Entre>", nil),
        ] as [(String, Key?)])
    func words(word: String, key: Key?) {
        #expect(Key(word: word) == key)
    }

    @Test("Every key is read by the name that help shows", arguments: all)
    func labels(key: Key) {
        #expect(Key(word: key.label(.ascii)) == key)
    }

    @Test("Sequences clash when one begins with the other")
    func sequences() {
        func sequence(_ text: String) -> KeySequence { KeySequence(text.map { .character($0) }) }
        #expect(sequence("Z").clashes(with: sequence("Zp")))
        #expect(sequence("Zp").clashes(with: sequence("Z")))
        #expect(sequence("Zp").clashes(with: sequence("Zp")))
        #expect(!sequence("Zp").clashes(with: sequence("Zq")))
        #expect(sequence("Zp").label() == "Z p")
    }

    @Test("A script is what hands would type")
    func scripts() throws {
        let keys = try KeyScript.keys("# find\n:f x<Enter>\nj<lt><C-f>")
        let expected: [Key] = [
            .character(":"), .character("f"), .character(" "), .character("x"), .enter, .character("j"),
            .character("<"),
            .control("f"),
        ]
        #expect(keys == expected)
        #expect(throws: KeyScript.UnknownKey(line: 2, name: "<Entre>")) { try KeyScript.keys("a\nb<Entre>c") }
        #expect(throws: KeyScript.UnknownKey(line: 1, name: "<Ente")) { try KeyScript.keys("<Ente") }
    }
}
