import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Configuration")
struct ConfigurationTests {
    private func read(_ text: String) -> Configuration { Configuration(text: text, file: "config") }

    @Test("Settings are read, and what is not said stays as it was")
    func settings() {
        let all = read("# mine\ntheme = dark\nascii=yes\nmouse = on # a comment\n")
        #expect(all.problems.isEmpty)
        #expect(all.theme == "dark")
        #expect(all.isASCII)
        #expect(all.usesMouse)
        let none = read("")
        #expect(none == Configuration())
        #expect(!none.usesMouse && !none.isASCII && none.theme == nil)
        #expect(none.keymap == .standard)
    }

    @Test("A command gets the keys of its line and loses its own; others keep theirs")
    func rebinding() {
        let keymap = read("key.why = ctrl-g, <F2>\nkey.page-down = X\nkey.bookmark = x").keymap
        #expect(keymap.meaning(of: [.control("g")]) == .command(.why))
        #expect(keymap.meaning(of: [.function(2)]) == .command(.why))
        #expect(keymap.meaning(of: [.character("w")]) == .nothing)
        #expect(keymap.meaning(of: [.character("X")]) == .command(.pageDown))
        #expect(keymap.meaning(of: [.pageDown]) == .nothing)
        #expect(keymap.meaning(of: [.character("j")]) == .command(.down))
    }

    @Test(
        "Keys are read as help shows them, as scripts write them, and as characters",
        arguments: [
            ("space", [[.character(" ")]]), ("Z p", [[.character("Z"), .character("p")]]),
            ("pgdn, <PageUp>", [[.pageDown], [.pageUp]]), ("a,b", nil),
            ("a, b", [[.character("a")], [.character("b")]]),
            (",", [[.character(",")]]), (", ,", [[.character(",")]]), ("a, ,", [[.character("a")], [.character(",")]]),
            ("<#>", [[.character("#")]]), ("=", [[.character("=")]]), ("alt-x", [[.alt("x")]]),
            ("<C-f>", [[.control("f")]]),
            ("Z <Enter>, F9", [[.character("Z"), .enter], [.function(9)]]),
        ] as [(String, [[Key]]?)])
    func keys(text: String, expected: [[Key]]?) {
        // Nothing else keeps a key, so that only what is read is seen.
        let others = Command.ID.allCases.filter { $0 != .why }.map { "key.\($0.rawValue) = none\n" }.joined()
        let configuration = read(others + "key.why = \(text)")
        if let expected {
            #expect(configuration.problems.isEmpty)
            #expect(configuration.keymap.keys(of: .why) == expected.map { KeySequence($0) })
        } else {
            #expect(configuration.problems.map(\.reason) == [.unreadableKey(text)])
        }
    }

    @Test("None unbinds a command, which stays in help and palette")
    func unbound() {
        let configuration = read("key.why = none")
        #expect(configuration.problems.isEmpty)
        #expect(configuration.keymap.keys(of: .why).isEmpty)
        #expect(configuration.keymap.meaning(of: [.character("w")]) == .nothing)
    }

    @Test(
        "What makes no sense is reported with file and line, and the rest of the file counts",
        arguments: [
            ("why w", .notAnEntry), ("key.why =", .missingValue), ("key.why = # w", .missingValue),
            ("colour = red", .unknownSetting("colour", similar: nil)),
            ("thme = dark", .unknownSetting("thme", similar: "theme")),
            ("key.qiut = x", .unknownCommand("qiut", similar: "quit")),
            ("ascii = maybe", .badValue("maybe", expected: "yes or no")),
            ("key.why = <Entre>", .unreadableKey("<Entre>")), ("key.why = ww", .unreadableKey("ww")),
            ("key.why = <C-c>", .reserved(.control("c"))), ("key.why = ctrl-i", .indistinct(.control("i"), .tab)),
            ("\u{1B}[2J = 1", .unknownSetting("\u{1B}[2J", similar: nil)),
        ] as [(String, ConfigurationProblem.Reason)])
    func problems(line: String, reason: ConfigurationProblem.Reason) {
        let configuration = read("# head\n\n\(line)\nkey.blast = X")
        #expect(configuration.problems == [ConfigurationProblem(file: "config", line: 3, reason: reason)])
        #expect(configuration.problems.first?.description.hasPrefix("config:3: ") == true)
        #expect(configuration.problems.first?.description.contains("\u{1B}") == false)
        #expect(configuration.keymap.meaning(of: [.character("X")]) == .command(.blast))
        #expect(configuration.keymap.keys(of: .why) == Keymap.standard.keys(of: .why))
    }

    @Test("A line gives a query a name; a text that is no query is reported")
    func queries() throws {
        let configuration = read(
            "query.Old Keys = kind:token age>1y\nquery.ours=%old-keys owner:web\nquery.bad = (\nquery.ours = x")
        #expect(configuration.queries.map(\.name) == ["Old Keys", "ours"])
        #expect(configuration.problems.map(\.line) == [3, 4])
        #expect(
            try Habits().named(over: configuration.queries).query("%ours")
                == Query(parsing: "(kind:token age>1y) owner:web"))
    }

    @Test("Two lines that ask for one key conflict: the first has it, the second is named with its line")
    func conflict() {
        let configuration = read("key.why = X\nkey.blast = X, Y\nkey.entity = Y Y")
        #expect(configuration.keymap.meaning(of: [.character("X")]) == .command(.why))
        #expect(configuration.keymap.meaning(of: [.character("Y")]) == .command(.blast))
        #expect(
            configuration.problems.map(\.description) == [
                "config:2: X is taken by why in line 1, so it does not run blast",
                "config:3: Y Y is taken by blast in line 2, so it does not run entity",
            ])
        #expect(configuration.problems.allSatisfy { !$0.isWarning })
    }

    @Test("A key that another command loses is said, unless that command has a line of its own")
    func takenAway() {
        let taking = read("\nkey.why = b")
        #expect(taking.keymap.meaning(of: [.character("b")]) == .command(.why))
        #expect(taking.keymap.keys(of: .blast) == [KeySequence([.character("3")])])
        #expect(
            taking.problems.map(\.description) == [
                "config:2: b runs why now, and blast no longer; give key.blast another, or none"
            ])
        #expect(taking.problems.allSatisfy { $0.isWarning })
        #expect(read("key.why = b\nkey.blast = w").problems.isEmpty)
        #expect(read("key.why = b\nkey.blast = none").problems.isEmpty)
        // A prefix takes what it begins with.
        #expect(read("key.why = g g").problems.map(\.isWarning) == [true])
    }

    @Test("A second line about the same command or setting is ignored, and said")
    func repeated() {
        let configuration = read("key.why = X\nkey.WHY = Y\nmouse = no\nmouse = yes")
        #expect(configuration.problems.map(\.line) == [2, 4])
        #expect(configuration.keymap.meaning(of: [.character("X")]) == .command(.why))
        #expect(!configuration.usesMouse)
    }

    @Test("A file without end is read as far as any configuration goes")
    func long() {
        let configuration = read(String(repeating: "\n", count: 5_000) + "mouse = yes")
        #expect(configuration.problems.map(\.reason) == [.tooLong])
        #expect(!configuration.usesMouse)
    }

    @Test("Bar, help, messages and palette show the user's keys, and the start says what was wrong")
    func shown() {
        var session = Session(
            size: Size(rows: 60, columns: 200),
            configuration: read("key.why = g, W\nkey.filter = none\nkey.first = <Home>\nkey.nonsense = x"))
        #expect(session.text.contains("Not all of the configuration was used"))
        #expect(session.text.contains("config:4: no command is called"))
        session.press("i")
        #expect(session.text.contains("g why"))
        session.press("b")
        session.press("?")
        #expect(session.text.contains("g, W"))
        session.press("<Esc>:why")
        #expect(session.text.contains("g W"))
        session.press("<Esc>jjg")
        #expect(session.state.place.view == .path)
        session.press("/")
        #expect(session.text.contains("/ does nothing here"))
        session.press("Zn")
        #expect(session.text.contains("config:4: no command is called"))
        session.press("<Esc>i")
        session.apply(.paste("x"))
        #expect(session.text.contains("press :filter first"))
    }
}
