import Inventory
import Testing

@testable import Reports

@Suite("Words of commands")
struct CommandWordTests {
    static let hostile = [
        "$(touch canary)", "`touch canary`", "x'; touch canary; '", "x\ntouch canary\n", "-rf", "--help", "a b",
        "../..", "x/../y",
        "\u{1B}[2Jx", "x\u{202E}y", "x\u{2028}touch", "", "~", "*", "${HOME}", "!!", "a\\", "x;y", "x|y", "x&y", "x>y",
        "é\u{301}\u{301}\u{301}\u{301}",
    ]

    @Test("What no provider could have written is not filled in", arguments: hostile)
    func shapes(text: String) {
        for shape in [IdentifierShape.number, .login, .name, .code] {
            #expect(Identifier(text, shape, or: "X") == .unknown("X"), "\(text)")
        }
    }

    @Test("Real identifiers are")
    func real() {
        let real: [(String, IdentifierShape)] = [
            ("771201", .number), ("octo-org", .login), ("renovate[bot]", .login), ("my.repo_1", .name),
            (".github", .name),
            ("NPM_TOKEN", .code), ("deployer@ci,team=x+y", .name), ("group/sub/project", .path), ("@scope/tool", .path),
            ("https://vault.example:8200", .address), ("prod (eu) ümläut", .visible), ("環境", .visible),
        ]
        for (text, shape) in real { #expect(Identifier(text, shape, or: "X") == .known(text), "\(text)") }
        #expect(Identifier(nil, .name, or: "X") == .unknown("X"))
    }

    @Test("A word is one word for a shell, whatever stands in it")
    func quoting() {
        let name = Identifier("prod (eu)", .visible, or: "X")
        let word: CommandWord = "env-\(name)"
        #expect(word.shell == "'env-prod (eu)'")
        let part: CommandWord = "repos/o/\(part: name)/x"
        #expect(part.shell == "repos/o/prod%20%28eu%29/x")
        let filled: CommandWord = "a=\(variable: "now")!"
        #expect(filled.shell == #"'a='"${now:?}"'!'"#)
        let missing: CommandWord = "x/\(Identifier.unknown("KEY_ID"))"
        #expect(missing.shell == "'x/<KEY_ID>'" && missing.missing == ["KEY_ID"])
    }

    @Test("Marks that a shell expands stand as their numbers")
    func numbers() {
        let name = Identifier("a$b `c` 'd' \\e", .visible, or: "X")
        let word: CommandWord = "\(name)"
        #expect(word.shell == #"$'a\044b \140c\140 \047d\047 \134e'"#)
    }

    @Test("A command whose input was not found cannot run either")
    func chained() {
        let step = RunbookStep(
            .revoke, "x", RunbookCommand("find", "\(Identifier.unknown("ID"))", into: "found"),
            RunbookCommand("delete", "\(variable: "found")"))
        #expect(step.listed.map(\.canRun) == [false, false])
        let complete = RunbookStep(
            .revoke, "x", RunbookCommand("find", into: "found"), RunbookCommand("delete", "\(variable: "found")"))
        #expect(complete.listed.map(\.canRun) == [true, true])
        #expect(complete.listed.map(\.command.line) == ["found=$(find)", #"delete "${found:?}""#])
    }
}
