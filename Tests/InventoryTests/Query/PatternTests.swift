import Testing

@testable import Inventory

@Suite("Patterns")
struct PatternTests {
    @Test(
        "A pattern occurs where it should",
        arguments: [
            ("dep", "a deploy", true), ("^dep", "a deploy", false), ("^dep.*$", "Deploy key", true),
            ("a|b", "xbx", true),
            ("^(a|b)$", "ab", false), ("^a*$", "", true), ("^a+$", "", false), ("^a?b$", "b", true),
            ("^a{2,3}$", "aaa", true),
            ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaaa", true), ("^a{2}$", "a", false), ("[0-9]+", "v12", true),
            ("^[^0-9]+$", "v12", false), ("^[^a-z]+$", "ABC", false), ("[]x]", "]", true), ("[a-]", "-", true),
            ("\\d\\d", "x7", false), ("\\bkey\\b", "a key.", true),
            ("\\bkey\\b", "keys", false), ("\\Bey", "key", true), ("a.c", "a\nc", true), ("\\.", "abc", false),
            ("É", "é", true),
            ("^[à-ö]+$", "ÀÖ", true), ("(?:ab)+$", "xabab", true), ("^\\w+\\s\\S$", "two x", true),
            ("^(a*)*$", "aaab", false),
            ("(|a)b", "b", true), ("^.$", "😀", true), ("a**", "b", true), ("a+?b", "aab", true), ("x$|^y", "yx", true),
            ("[\\W]", "a-b", true),
        ])
    func occurs(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try PatternProgram(pattern).occurs(in: text) == expected)
    }

    @Test(
        "What is no pattern is refused with a reason",
        arguments: [
            ("", .empty), ("(", .unbalanced("(")), (")", .unbalanced(")")), ("[a", .unbalanced("[")),
            ("*a", .nothingToRepeat),
            ("a{", .badCount(limit: 100)), ("a{3,2}", .badCount(limit: 100)), ("a{101}", .badCount(limit: 100)),
            ("a{99999999999999999999}", .badCount(limit: 100)), ("[z-a]", .badRange), ("[a-\\d]", .badRange),
            ("\\q", .unknownEscape("q")), ("a\\", .unknownEscape("")), ("(?=a)", .unsupportedGroup),
            ("\\1", .unknownEscape("1")),
            ("((a{100}){100}){100}", .tooLarge), ("(((){100}){100}){100}", .tooLarge),
            (String(repeating: "a", count: 201), .tooLarge),
        ] as [(String, PatternError)])
    func refuses(_ pattern: String, _ reason: PatternError) {
        let error = #expect(throws: PatternError.self) { try PatternProgram(pattern) }
        #expect(error == reason)
        #expect(error?.message.isEmpty == false)
    }

    @Test(
        "Patterns that make backtracking explode are answered",
        arguments: [
            "^(a+)+$", "^(a|a)*$", "^(a*)*b", "(.*)(.*)(.*)(.*)x$", "(a?){30}a{30}$",
        ])
    func linear(_ pattern: String) throws {
        #expect(try !PatternProgram(pattern).occurs(in: String(repeating: "a", count: 500) + "!"))
    }

    @Test func `random patterns never trap`() {
        var random = SeededRandom(8)
        let letters = Array("ab(|)[]^-$*+?{}12,\\dwWbB. é".unicodeScalars)
        for _ in 0..<20_000 {
            if let program = try? PatternProgram(random.text(of: letters, upTo: 10)) {
                _ = program.occurs(in: "abba 12é")
            }
        }
    }
}
