import Foundation
import Inventory
import PlainText
import Synchronization
import TerminalKit
import Testing

@testable import Console

@Suite("Copying")
struct CopyingTests {
    @Test("OSC 52 is the base64 of the text between its marks", arguments: ["", "f", "fo", "foo", "t7f3 ▸ é", "a\nb"])
    func plain(text: String) throws {
        let bytes = try #require(OSC52.bytes(text))
        let encoded = Data(text.utf8).base64EncodedString()
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}]52;c;\(encoded)\u{7}")
    }

    @Test("tmux hands the sequence on between its own marks, with every escape doubled")
    func tmux() throws {
        let bytes = try #require(OSC52.bytes("hi", wrapping: .tmux))
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGk=\u{7}\u{1B}\\")
    }

    @Test("screen hands it on in short pieces, which joined are the sequence")
    func screen() throws {
        let text = String(repeating: "x", count: 500)
        let bytes = try #require(OSC52.bytes(text, wrapping: .screen))
        let pieces = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\u{1B}\\").dropLast()
        #expect(pieces.count > 1)
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 80 })
        let joined = pieces.map { $0.dropFirst(2) }.joined()
        #expect(Array(joined.utf8) == OSC52.bytes(text))
    }

    @Test("A text that terminals would drop is not sent")
    func limit() {
        #expect(OSC52.bytes(String(repeating: "x", count: 56_244)) != nil)
        #expect(OSC52.bytes(String(repeating: "x", count: 56_300)) == nil)
    }

    @Test(
        "Which way a copy takes follows from where the console runs",
        arguments: [
            (["TERM": "xterm"], [ClipboardRoute.terminal(.none)]),
            (["TERM": "linux"], []), (["TERM": "vt100"], []), ([:], []),
            (
                ["TERM": "tmux-256color", "TMUX": "/tmp/x,1,0"],
                [.tool("tmux", ["load-buffer", "-w", "-"]), .terminal(.tmux)]
            ),
            (
                ["TERM": "screen-256color", "TMUX": "/tmp/x,1,0", "SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"],
                [.tool("tmux", ["load-buffer", "-w", "-"]), .terminal(.tmux)]
            ),
            (["TERM": "screen.xterm", "STY": "1.pts"], [.terminal(.screen)]),
            (["TERM": "xterm", "SSH_CONNECTION": "a b", "DISPLAY": ":10"], [.terminal(.none)]),
            (
                ["TERM": "xterm", "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"],
                [
                    .tool("wl-copy", []), .tool("xclip", ["-selection", "clipboard"]),
                    .tool("xsel", ["--clipboard", "--input"]), .terminal(.none),
                ]
            ),
        ] as [([String: String], [ClipboardRoute])])
    func routes(environment: [String: String], routes: [ClipboardRoute]) {
        #if canImport(Darwin)
            let routes = routes
        #endif
        #expect(ClipboardRoute.routes(environment) == routes)
    }

    @Test("When one way fails the next is tried, and at the end the text is shown")
    func chain() {
        let tools = ToolLog(working: "xsel")
        let text = CopiedText(what: "the id", text: "abc")
        let local = Copier(environment: ["TERM": "linux", "DISPLAY": ":0"], tools: tools)
        #expect(local.copy(text) == .taken(text, by: "xsel"))
        #expect(tools.runs == ["xclip: abc", "xsel: abc"])
        #expect(Copier(environment: ["TERM": "linux"], tools: tools).copy(text) == .impossible(text))
        let remote = Copier(environment: ["TERM": "xterm", "SSH_TTY": "x"], tools: tools)
        guard case .terminal(_, let bytes) = remote.copy(text) else {
            Issue.record("the terminal was not asked")
            return
        }
        #expect(bytes == OSC52.bytes("abc"))
    }

    @Test("The menu copies what is chosen, by letter or enter, and says what it did")
    func menu() {
        var session = Session.after("b/npm publish<Enter>y")
        #expect(session.text.contains("the command that gives this answer"))
        session.press("i")
        #expect(session.effects == [.copy(CopiedText(what: "the id", text: "token:NPM_TOKEN"))])
        session.apply(.copied(.taken(CopiedText(what: "the id", text: "token:NPM_TOKEN"), by: "tmux")))
        #expect(session.text.contains("copied the id by tmux: token:NPM_TOKEN"))
        session.effects = []
        session.press("yjj<Enter>")
        #expect(session.effects == [.copy(CopiedText(what: "the name", text: "npm publish"))])
        session.effects = []
        session.press("yp")
        guard case .copy(let path)? = session.effects.first else {
            Issue.record("no path")
            return
        }
        #expect(path.text.contains("2026-03-14 03:02"))
        #expect(path.text.contains("prod-linux-07"))
        #expect(path.text.split(separator: "\n").count > 3)
    }

    @Test("What nothing takes is shown whole, to be selected by hand")
    func byHand() {
        var session = Session.after("b")
        session.apply(.copied(.impossible(CopiedText(what: "the id", text: "an id that nothing takes"))))
        #expect(session.text.contains("an id that nothing takes"))
        #expect(session.text.contains("select the id by hand"))
        session.press("<Enter>")
        #expect(session.state.overlay == nil)
    }

    @Test("A long text can be scrolled at every size, and none is harmed by it")
    func longText() {
        var session = Session.after("b")
        let text = (0..<200).map { "line \($0) \u{1B}[2J\u{202E}" }.joined(separator: "\n")
        session.apply(.copied(.impossible(CopiedText(what: "the path", text: text))))
        for (rows, columns) in [(0, 0), (1, 1), (2, 5), (3, 80), (24, 80), (60, 200)] {
            session.apply(.resize(Size(rows: rows, columns: columns)))
            session.press("jG")
            let screen = session.text
            #expect(!screen.unicodeScalars.contains("\u{1B}") && !screen.unicodeScalars.contains("\u{202E}"))
        }
        #expect(session.text.contains("line 199"))
        session.press("gk")
        #expect(session.text.contains("line 0 "))
    }

    @Test("The terminal gets the bytes between two pictures")
    func transmitted() throws {
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80))
        terminal.play(try KeyScript.keys("i").map { .event(.key($0)) })
        terminal.play([.untilShown("1 of ")])
        terminal.play(try KeyScript.keys("yn").map { .event(.key($0)) })
        terminal.play([.untilShown("sent the name to the terminal")])
        let world = ConsoleWorld(environment: ["TERM": "xterm"])
        _ = ConsoleRuntime(
            inventory: Northwind.inventory(isMarked: true), title: "x", at: Northwind.opened, world: world
        ).run(on: terminal)
        #expect(terminal.isExhausted && !terminal.wokeTooLate)
        #expect(terminal.transmissions.count == 1)
        #expect(terminal.transmissions.first?.prefix(7).elementsEqual("\u{1B}]52;c;".utf8) == true)
    }

    @Test("Each view has the command that gives its answer")
    func commands() {
        func command(_ keys: String) -> String? {
            var session = Session()
            session.state.sources = ["/data/my evidence"]
            session.press(keys)
            return session.state.commandLine
        }
        let start = "firebreak blast '/data/my evidence' --from"
        #expect(
            command("b")
                == "\(start) github.com/northwind/runners/7@2026-03-14T02:10:00Z..2026-03-14T09:40:00Z --at 2026-03-15T12:00:00Z"
        )
        #expect(command("bfT")?.hasSuffix("--timeless --guards fail") == true)
        #expect(command("bfP")?.hasSuffix("--guards fail --plane identity") == true)
        #expect(command("2/owner:none<Enter>") == "firebreak inventory '/data/my evidence' --filter owner:none")
        #expect(command("b/npm publish<Enter>w")?.hasSuffix("--to token:NPM_TOKEN") == true)
        #expect(command("b/npm publish<Enter> p")?.hasSuffix("--remediate token:NPM_TOKEN") == true)
        #expect(command("p<Tab><Tab>")?.contains("--crown-jewels") == true)
        #expect(
            command("e")?.hasPrefix(
                "firebreak show '/data/my evidence' --place entity:github.com/northwind/runners/7 --from ") == true)
        #expect(command("b/kind:token live<Enter>s<Enter>")?.contains("query=kind:token%20live&sort=") == true)
        #expect(command(" p")?.hasPrefix("firebreak plan '/data/my evidence' --from ") == true)
    }

    @Test(
        "The place in a copied command is the place on the screen",
        arguments: [
            "", "e", "t", "I", "b/kind:token<Enter>s<Enter>", "b<Tab>", "bOT", "2aj<Enter>", "b/npm publish<Enter>wW",
            "tP",
        ])
    func placeInCommand(keys: String) throws {
        var session = Session()
        session.press(keys)
        let command = try #require(session.state.commandLine)
        let words = command.split(separator: " ")
        let at = try #require(words.firstIndex(of: "--place"))
        let text = words[at + 1].filter { $0 != "'" }
        #expect(try Place(parsing: String(text)).list == session.state.place.list, "\(command)")
        #expect(command.contains(" --from github.com/northwind/runners/7@") && command.contains(" --at "))
    }

    @Test("On a path its end is what a copied path leads to, whatever step is selected")
    func pathOfPath() {
        var session = Session.after("b/npm publish<Enter>w")
        let whole = session.state.text(of: .path)
        session.press("g")
        #expect(whole?.isEmpty == false)
        #expect(session.state.text(of: .path) == whole)
    }

    @Test("The runbook of the selected entity is copied from any list")
    func runbookOfRow() throws {
        var session = Session.after("2/kind:token npm<Enter>")
        session.effects = []
        session.press("yr")
        guard case .copy(let copied)? = session.effects.last else {
            Issue.record("nothing was copied: \(session.state.message?.text ?? "")")
            return
        }
        #expect(session.selectedName == "npm publish")
        #expect(copied.text.contains("NPM_TOKEN"))
    }

    @Test("The runbook is copied as commands and comments, and shown on the plan with the words that nothing is run")
    func runbook() {
        var session = Session.after("b/npm publish<Enter> p")
        session.press("dr")
        #expect(session.text.contains("Firebreak runs nothing"))
        #expect(session.text.contains("1. "))
        session.press("<Esc>")
        session.effects = []
        session.press("yr")
        guard case .copy(let copied)? = session.effects.first else {
            Issue.record("no runbook")
            return
        }
        #expect(copied.text.hasPrefix("# 1. "))
        session.press("bd")
        #expect(session.text.contains("only on the plan"))
    }
}

/// Notes which programs were run; only one of them works.
final class ToolLog: ToolRunner {
    private let working: String
    private let log = Mutex<[String]>([])

    init(working: String) { self.working = working }

    var runs: [String] { log.withLock { $0 } }

    func run(_ tool: String, _ arguments: [String], input: String) -> Bool {
        log.withLock { $0.append("\(tool): \(input)") }
        return tool == working
    }
}
