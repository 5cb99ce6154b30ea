import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("What was read")
struct SourceAccountTests {
    private static let files = [
        SourceAccount(path: "a/whole.json", standing: .whole, summary: "opengraph: entities 7"),
        SourceAccount(
            path: "b/part.yml", standing: .part, summary: "workflow: jobs 2; 1 passed over",
            details: ["line 12: no key of a job"]),
        SourceAccount(path: "c/refused.csv", standing: .unread, summary: "not read: no permission to read it"),
    ]

    private static func session(_ account: [SourceAccount]?, size: Size = Size(rows: 70, columns: 120)) -> Session {
        var session = Session(size: size)
        session.state.account = account
        session.state.rowKey = nil
        session.apply(.resize(size))
        return session
    }

    @Test("The start lists what was refused, then what was read in part, and why")
    func listed() throws {
        var session = Self.session(Self.files)
        let lines = session.text.split(separator: "\n").map(String.init)
        let refused = try #require(lines.firstIndex { $0.contains("c/refused.csv") })
        #expect(lines[refused].contains("not read") && lines[refused].contains("no permission"))
        #expect(lines[refused + 1].contains("b/part.yml") && lines[refused + 1].contains("in part"))
        #expect(lines[refused + 2].contains("3 ") && lines[refused + 2].contains("files: what each gave"))
        session.press("Gk")
        #expect(session.text.contains("line 12: no key of a job"))
        session.press("<Enter>")
        #expect(session.text.contains("workflow: jobs 2; 1 passed over"))
        #expect(session.text.contains("  line 12: no key of a job"))
    }

    @Test("All files are told of, those that lack something first")
    func told() {
        var session = Self.session(Self.files)
        session.press("G<Enter>")
        let text = session.text
        #expect(text.contains("what was read"))
        for file in Self.files { #expect(text.contains("\(file.path): \(file.summary)")) }
        let order = ["b/part.yml", "c/refused.csv", "a/whole.json"].compactMap { session.cells(of: $0).first?.row }
        #expect(order == order.sorted() && order.count == 3)
        session.press("<Esc>")
        #expect(session.state.overlay == nil)
    }

    @Test("Of very many files the first are listed, and the text ends with how many more there are")
    func many() {
        let files = (0..<2_000).map {
            SourceAccount(path: "f\($0)", standing: .part, summary: "csv: 1", details: ["line 1: x"])
        }
        var session = Self.session(files)
        #expect(session.state.accountLines.count == 22)
        session.press("G<Enter>G")
        #expect(session.text.contains("and 1,500 more: firebreak import prints all"))
    }

    @Test("Where nothing is known of it, nothing is said", arguments: [[SourceAccount]?.none, []])
    func nothing(account: [SourceAccount]?) {
        #expect(!Self.session(account).text.contains("What was read"))
    }

    @Test("Hostile paths put nothing but text on the screen")
    func hostile() {
        let path = "\u{1B}]0;x\u{7}\u{202E}evil"
        var session = Self.session([SourceAccount(path: path, standing: .part, summary: path, details: [path])])
        for keys in ["", "Gk", "<Enter>", "<Esc>j<Enter>"] {
            session.press(keys)
            #expect(session.text.contains("evil"))
            for scalar in session.text.unicodeScalars where scalar != "\n" {
                #expect(scalar.properties.generalCategory != .control)
                #expect(!scalar.properties.isBidiControl)
            }
        }
    }
}
