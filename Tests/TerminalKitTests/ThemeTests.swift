import Foundation
import Testing

@testable import TerminalKit

@Suite("Themes")
struct ThemeTests {
    private func parse(_ text: String, files: [String: String] = [:]) -> ThemeLibrary.Outcome {
        let library = ThemeLibrary { name in files[name].map { .init(text: $0, file: name + ".theme") } }
        return library.theme(named: "mine", source: .init(text: text, file: "mine.theme"))
    }

    @Test(
        "A value is a colour, a background and attributes, all optional",
        arguments: [
            ("red", "red"), ("bright-red bold", "bright-red bold"), ("default on blue", "default on blue"),
            ("bold underline", "bold underline"), ("on 208 reverse", "default on 208 reverse"),
            ("grey", "bright-black"),
            ("#d7005f on #000000 dim italic", "#d7005f on #000000 dim italic"), ("default", "default"),
            ("red # a comment", "red"), ("255", "255"),
        ])
    func values(value: String, expected: String) {
        let outcome = parse("alarm = \(value)")
        #expect(outcome.problems == [])
        #expect(outcome.theme[.alarm].description == expected)
        #expect(parse("alarm=\(value)").theme[.alarm].description == expected)
    }

    @Test(
        "What makes no sense is reported with its line, and the rest of the file counts",
        arguments: [
            ("alarm", .notAnEntry), ("= red", .notAnEntry), ("alarm red", .notAnEntry), ("alarm =", .missingValue),
            ("alarm = purpel", .unknownColor("purpel")), ("alarm = #d70", .unknownColor("#d70")),
            ("alarm = #gggggg", .unknownColor("#gggggg")), ("alarm = 256", .unknownColor("256")),
            ("alarm = red on", .missingValue), ("alarm = red blod", .unknownAttribute("blod")),
            ("alarm = red = blue", .unknownAttribute("=")), ("alrm = red", .unknownKey("alrm")),
            ("inherits =", .missingValue), ("inherits = nowhere", .unknownParent("nowhere")),
            ("inherits = mine", .circular(["mine", "mine"])), ("palette.x = red |", .missingValue),
            ("palette.x = red | #ffffff", .unknownColor("#ffffff")), ("palette.x = red, blue", .unknownColor("red,")),
            ("\u{1B}[2J = \u{202E}", .unknownKey("\u{1B}[2J")),
        ] as [(String, ThemeProblem.Reason)])
    func problems(line: String, reason: ThemeProblem.Reason) {
        let outcome = parse("# head\n\n\(line)\ngood = green")
        #expect(outcome.problems == [ThemeProblem(file: "mine.theme", line: 3, reason: reason)])
        #expect(outcome.theme[.good].description == "green")
        #expect(outcome.problems.first?.description.hasPrefix("mine.theme:3: ") == true)
        #expect(outcome.problems.first?.description.contains("\u{1B}") == false)
    }

    @Test("Only an unknown key is a mere warning")
    func warnings() {
        #expect(parse("alrm = red").problems.map(\.isWarning) == [true])
        #expect(parse("alarm = rde").problems.map(\.isWarning) == [false])
    }

    @Test("A meaning falls back along its dots")
    func fallback() {
        let theme = parse("kind = cyan\nkind.token = yellow\nstatus.bar = reverse").theme
        #expect(theme[Meaning.kind.appending("token")].description == "yellow")
        #expect(theme[Meaning.kind.appending("token").appending("deploy")].description == "yellow")
        #expect(theme[Meaning.kind.appending("runner")].description == "cyan")
        #expect(theme[.status] == .plain)
        #expect(theme["kindred"] == .plain)
    }

    @Test("A theme takes over the entries it inherits, and may change the palette under them")
    func inheritance() {
        let files = ["base": "palette.hot = #ff0000 | red\nalarm = hot bold\ngood = green", "odd": "alarm = rde"]
        let theme = parse("inherits = base\npalette.hot = #00ff00 | bright-blue\ngood = cyan", files: files).theme
        #expect(theme[.alarm].description == "#00ff00 bold")
        #expect(theme[.good].description == "cyan")
        #expect(theme.adapted(to: .sixteen)[.alarm].description == "bright-blue bold")
        #expect(parse("inherits = odd", files: files).problems.map(\.file) == ["odd.theme"])
    }

    @Test("Themes that inherit one another in a circle end with a message")
    func circles() {
        let library = ThemeLibrary { name in .init(text: "inherits = \(name == "a" ? "b" : "a")", file: name) }
        #expect(library.theme(named: "a")?.problems.map(\.reason) == [.circular(["a", "b", "a"])])
    }

    @Test("A file without end is read up to a limit")
    func long() {
        let outcome = parse(String(repeating: "alarm = red\n", count: 5000))
        #expect(outcome.problems.map(\.reason) == [.tooLong])
    }

    @Test("Colours go down to the nearest the terminal has")
    func downgrade() {
        let hot = Color.rgb(red: 215, green: 0, blue: 95)
        #expect(hot.downgraded(to: .full) == hot)
        #expect(hot.downgraded(to: .palette) == .indexed(161))
        #expect(hot.downgraded(to: .sixteen) == .ansi(.red))
        #expect(hot.downgraded(to: .none) == .standard)
        #expect(Color.indexed(9).downgraded(to: .sixteen) == .ansi(.brightRed))
        #expect(Color.indexed(255).downgraded(to: .sixteen) == .ansi(.white))
        #expect(Color.rgb(red: 8, green: 8, blue: 8).downgraded(to: .palette) == .indexed(232))
        #expect(Color.standard.downgraded(to: .sixteen) == .standard)
    }

    @Test("Built-in themes are clean, complete, and in no colours at all they use attributes only")
    func builtIn() throws {
        #expect(ThemeLibrary.builtInNames == ["ansi", "dark", "light", "high-contrast", "monochrome"])
        for name in ThemeLibrary.builtInNames {
            let outcome = try #require(ThemeLibrary().theme(named: name))
            #expect(outcome.problems == [])
            #expect(outcome.theme[.selection].attributes.contains(.reverse), "\(name)")
            for support in [ColorSupport.sixteen, .palette, .full] {
                #expect(outcome.theme.adapted(to: support)[.selection].attributes.contains(.reverse))
            }
            for meaning in Meaning.all {
                let style = outcome.theme.adapted(to: .none)[meaning]
                #expect(style.foreground == .standard && style.background == .standard, "\(name) \(meaning)")
            }
        }
        let monochrome = try #require(ThemeLibrary.builtIn("monochrome"))
        #expect(Meaning.all.allSatisfy { monochrome[$0].foreground == .standard })
        let ansi = try #require(ThemeLibrary.builtIn("ansi"))
        for meaning in Meaning.all {
            for color in [ansi[meaning].foreground, ansi[meaning].background] {
                switch color {
                case .standard, .ansi: break
                case .indexed, .rgb: Issue.record("\(meaning) leaves the user's palette")
                }
            }
        }
    }

    @Test("Built-in themes equal the files in themes/ byte for byte")
    func builtInFiles() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let files = root.appending(path: "themes")
        let names = try FileManager.default.contentsOfDirectory(atPath: files.path).filter { $0.hasSuffix(".theme") }
        #expect(names.sorted() == ThemeLibrary.builtInNames.map { $0 + ".theme" }.sorted())
        var source = """
            extension ThemeLibrary {
                /// The files in `themes/`, byte for byte, so that the program needs nothing beside itself. A test keeps
                /// them equal; with FIREBREAK_RECORD=1 it writes this file anew from `themes/`.
                static let builtInTexts: [(name: String, text: String)] = [

            """
        for (name, builtIn) in ThemeLibrary.builtInTexts {
            let text = try String(contentsOf: files.appending(path: name + ".theme"), encoding: .utf8)
            #expect(text == builtIn, "\(name): run the tests once with FIREBREAK_RECORD=1")
            let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
            let indented = lines.map { $0.isEmpty ? "" : "            " + $0 }.joined(separator: "\n")
            source +=
                "        (\n            \"\(name)\",\n            #\"\"\"\n\(indented)\n\n            \"\"\"#\n        ),\n"
        }
        source += "    ]\n}\n"
        if ProcessInfo.processInfo.environment["FIREBREAK_RECORD"] == "1" {
            let file = root.appending(path: "Sources/TerminalKit/Themes/ThemeLibrary+BuiltIn.swift")
            try source.write(to: file, atomically: true, encoding: .utf8)
        }
    }
}
