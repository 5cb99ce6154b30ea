import Console
import Foundation
import TerminalKit
import Testing

@testable import firebreak

@Suite("paths, doctor and the configuration file")
struct CommandPathsTests {
    private func folders(_ variables: [String: String]) -> UserFolders { UserFolders { variables[$0] } }

    @Test("Folders follow XDG; a relative path counts as none, and the own variable goes first")
    func xdg() {
        let home = ["HOME": "/home/ana"]
        #expect(folders(home).configurationFile == "/home/ana/.config/firebreak/config")
        #expect(folders(home).state == "/home/ana/.local/state/firebreak")
        let xdg = home.merging(["XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "state"]) { _, new in new }
        #expect(folders(xdg).themes == "/c/firebreak/themes")
        #expect(folders(xdg).state == "/home/ana/.local/state/firebreak")
        let own = xdg.merging(["FIREBREAK_CONFIG_DIR": "/mine"]) { _, new in new }
        #expect(folders(own).configurationFile == "/mine/config")
        #expect(folders([:]).configurationFile == nil)
        #expect(UserConfiguration.read(folders([:])) == Configuration())
    }

    @Test("paths prints each path and whether it is there")
    func paths() throws {
        let evidence = try Evidence(["config": Data("theme = dark\n".utf8)])
        let run = try CommandRun(
            ["paths"], on: evidence, environment: ["FIREBREAK_CONFIG_DIR": evidence.folder.path, "HOME": "/nowhere"])
        #expect(run.status == 0)
        let lines = run.text.split(separator: "\n").map(String.init)
        #expect(
            lines.contains {
                $0.hasPrefix("config ") && $0.contains(evidence.path("config")) && !$0.contains("not there")
            })
        #expect(lines.contains { $0.hasPrefix("themes ") && $0.hasSuffix("(not there)") })
        #expect(lines.contains { $0.hasPrefix("state ") && $0.contains("/nowhere/.local/state/firebreak") })
        #expect(lines.contains { $0.hasPrefix("sample data ") && $0.contains("northwind") })
    }

    @Test("doctor names what is wrong with file and line, and its status is 1; without a terminal too")
    func doctor() throws {
        let evidence = try Evidence(["config": Data("key.qiut = x\ntheme = nope\n".utf8)])
        let run = try CommandRun(["doctor"], on: evidence, environment: ["FIREBREAK_CONFIG_DIR": evidence.folder.path])
        #expect(run.status == 1)
        #expect(run.text.contains("wrong  terminal"))
        #expect(run.text.contains("wrong  TERM"))
        #expect(run.text.contains("config:1: no command is called \"qiut\" (did you mean quit?)"))
        #expect(run.text.contains("config:2: no theme 'nope'"))
    }

    @Test("In a good terminal doctor finds nothing wrong")
    func well() throws {
        let evidence = try Evidence(["config": Data("mouse = yes\nkey.why = w, <F2>\n".utf8)])
        let terminal = try PseudoTerminal(
            PseudoTerminal.firebreak, ["doctor"], environment: ["FIREBREAK_CONFIG_DIR": evidence.folder.path])
        #expect(try terminal.waitForExit() == .status(0))
        for text in ["ok     terminal", "ok     TERM", "xterm-256color", "ok     locale", "ok     config"] {
            #expect(terminal.picture.text.contains(text), "\(text)")
        }
    }

    @Test("doctor names a theme that inherits itself, or what is not there, and what it cannot read")
    func themes() throws {
        let evidence = try Evidence(["config": Data("theme = a\n".utf8)])
        let folder = evidence.folder.appending(path: "themes")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (text, words) in [
            ("inherits = b", "the theme inherits itself: a > b > a"),
            ("inherits = nope", "no theme \"nope\" to inherit"),
            ("liev = red", "nothing is called \"liev\""), ("live = purpel", "\"purpel\" is not a colour"),
        ] {
            try Data("\(text)\n".utf8).write(to: folder.appending(path: "a.theme"))
            try Data("inherits = a\n".utf8).write(to: folder.appending(path: "b.theme"))
            let run = try CommandRun(
                ["doctor"], on: evidence, environment: ["FIREBREAK_CONFIG_DIR": evidence.folder.path])
            let lines = run.text.split(separator: "\n").filter { $0.contains("  theme ") }
            #expect(lines.count == 1 && lines[0].contains(words), "\(run.text)")
            #expect(lines.allSatisfy { $0.hasPrefix(text.hasPrefix("liev") ? "poor" : "wrong") }, "\(run.text)")
        }
    }

    @Test("The example theme of the documents can be read to the last line")
    func exampleTheme() {
        let source = ThemeLibrary.Source(text: ThemesDocument.example, file: "mine.theme")
        let outcome = ThemeLibrary().theme(named: "mine", source: source)
        #expect(outcome.problems.map(\.description) == [])
        #expect(outcome.theme["kind.token"] != outcome.theme["kind.run"])
    }

    @Test("The example of the documents can be read to the last line")
    func example() {
        let configuration = Configuration(text: ConfigurationDocument.example, file: "config")
        #expect(configuration.problems.map(\.description) == [])
        #expect(configuration.theme == "dark")
        #expect(configuration.usesMouse)
    }

    @Test("The console uses the user's keys and theme, says what is wrong before it opens, and opens all the same")
    func console() throws {
        let folder = try Evidence(["config": Data("key.blast = X\nkey.nonsense = y\ntheme = nope\n".utf8)])
        let session = try ConsoleSession(.small(), environment: ["FIREBREAK_CONFIG_DIR": folder.folder.path])
        try session.settle("What is compromised?", "config:2: no command is called", "? help")
        try session.terminal.press("X")
        try session.settle("Blast", "1 of 10")
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
        let said = String(decoding: session.terminal.output, as: UTF8.self)
        #expect(said.contains("config:2: no command is called \"nonsense\""))
        #expect(said.contains("config:3: no theme 'nope'"))
    }

    @Test("The mouse is reported only after M, reports what xterm sends, and is off when the console ends")
    func mouse() throws {
        let session = try ConsoleSession(.small())
        try session.settle("What is compromised?", "? help")
        #expect(!String(decoding: session.terminal.output, as: UTF8.self).contains("\u{1B}[?1000h"))
        try session.terminal.press("bM")
        try session.terminal.wait { $0.text.contains("mouse on") }
        let row = try #require((0..<24).first { session.terminal.picture.line($0).hasPrefix("▸") })
        session.terminal.type("\u{1B}[<0;10;\(row + 3)M")
        try session.terminal.wait { $0.line(row + 2).hasPrefix("▸") }
        session.terminal.type("\u{1B}[<64;10;\(row + 3)M")
        try session.terminal.wait { $0.line(row).hasPrefix("▸") }
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
        #expect(session.isSane)
        let written = String(decoding: session.terminal.output, as: UTF8.self)
        let on = try #require(written.ranges(of: "1000h").last)
        let off = try #require(written.ranges(of: "1000l").last)
        #expect(on.lowerBound < off.lowerBound)
    }
}
