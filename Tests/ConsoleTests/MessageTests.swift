import Inventory
import PlainText
import TerminalKit
import Testing

@testable import Console

@Suite("Messages")
struct MessageTests {
    private static let small = Size(rows: 12, columns: 40)

    @Test("A message of several lines hides no row: the list gives way to it")
    func lines() throws {
        var session = Session(size: Self.small)
        session.press("iG")
        let name = try #require(session.selectedName)
        session.state.message = Message(text: (1...12).map { "word\($0)" }.joined(separator: " "))
        session.apply(.resize(Self.small))
        #expect(session.text.contains("word1 ") && session.text.contains("word12"))
        let selected = session.screen().text.split(separator: "\n").filter { $0.hasPrefix(Look()[.selected]) }
        #expect(selected.count == 1 && selected[0].contains(name.prefix(8)), "\(session.text)")
        session.press("k")
        #expect(session.state.message == nil)
    }

    @Test(
        "A message is shown whole, or says that it is not",
        arguments: [Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)])
    func whole(size: Size) {
        var session = Session(size: size)
        session.press("b")
        let words = (1...12).map { "word\($0)" }.joined(separator: " ")
        session.state.message = Message(text: words)
        let shown = session.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(shown.contains(words), "\(session.text)")
        session.state.message = Message(text: (1...400).map { "word\($0)" }.joined(separator: " "))
        #expect(session.text.contains("word1 ") && !session.text.contains("word400"))
        let note = session.screen().line(size.rows - 2)
        #expect(note.contains("…"), "\(session.text)")
    }

    @Test("What is cancelled is not said to be computed, and its key is named")
    func cancelled() {
        for keys in ["", "b", "f", "m", "p", "T"] {
            var session = Session(answers: false)
            session.press(keys)
            #expect(session.text.contains("computing…"))
            session.press("<C-c>")
            session.state.message = nil
            #expect(!session.text.contains("computing"), "\(session.text)")
            #expect(session.text.contains("cancelled, r computes"), "\(session.text)")
            #expect(!session.state.spokenSelection.contains("computing"))
            session.press("r")
            #expect(session.text.contains("computing…"))
        }
    }

    @Test("A word that looks like a pattern and finds nothing is answered with how patterns are written")
    func pattern() {
        #expect(Session.after("i/^aws").text.contains("a pattern stands between slashes: /^aws/"))
        #expect(Session.after("i\\foo.*bar<Enter>").text.contains("a pattern stands between slashes: /foo.*bar/"))
        #expect(Session.after("/^aws").text.contains("a pattern stands between slashes: /^aws/"))
        #expect(!Session.after("i/nosuchname").text.contains("between slashes"))
        #expect(State.patternHint(in: "/^aws/") == nil && State.patternHint(in: "kind:token id$") != nil)
    }
}
