import Foundation
import TerminalKit
import Testing

@testable import Console

/// Words that name a key name the one that the user has.
@Suite("Every command under another key")
struct ReboundTests {
    /// Every command under a letter that the table does not use.
    static let configuration: Configuration = {
        let letters = (0x430...0x4FF).compactMap { Unicode.Scalar($0).map(Character.init) }
            .filter { $0.isLetter && $0.isLowercase }
        let lines = zip(Command.table, letters).map { "key.\($0.id.rawValue) = \($1)" }
        return Configuration(text: lines.joined(separator: "\n"), file: "config")
    }()

    /// What is written `KEY does` or `press KEY`, with a key of the table that now does nothing.
    private static var stale: Regex<(Substring, Substring, Substring)>? {
        try? Regex(#"(?<![^\s:;,(])([A-Za-z!-/:-@\[-`{-~]|space|tab|esc|enter|↵|⇥) (?!s )([a-z]+s)(?![a-z])"#)
    }

    /// Keys that prompts, menus and panels take, whatever is configured, and words that look like a key before a verb.
    private static let allowed: Set<String> = [
        "enter keeps", "esc gives", "esc closes", "enter closes", "enter goes", "esc clears", "enter copies",
        "enter adds", "enter picks", "enter groups", "enter asks", "enter writes", "enter replaces", "enter declares",
        "enter sets", "enter saves", "enter lists", "esc returns", "tab completes", "x removes", "enter opens", "a class",
        "enter there", "enter finds", "enter shows", "a starts", "- is",
    ]

    private static func staleWords(in text: String) -> Set<String> {
        guard let stale else { return ["the pattern cannot be read"] }
        let found = text.matches(of: stale).map { "\($0.output.1) \($0.output.2)" }
        return Set(found).subtracting(allowed)
    }

    /// All that a state shows, says, and would say of its commands.
    private static func texts(of session: Session, since old: State) -> [String] {
        let state = session.state
        return [session.text, state.message?.text ?? ""] + state.spokenOverlay
            + SpokenChange(old: old, new: state).lines(isReply: true)
            + Command.table.compactMap { $0.disabledReason(state) }
    }

    @Test("The pattern finds what it is to find")
    func pattern() {
        #expect(Self.staleWords(in: "nothing; u undoes it") == ["u undoes"])
        #expect(Self.staleWords(in: "there are none yet: A adds one") == ["A adds"])
        #expect(Self.staleWords(in: "is marked: space marks it; ' lists them") == ["space marks", "' lists"])
        #expect(Self.staleWords(in: "enter keeps, ы undoes it").isEmpty)
        #expect(Self.configuration.problems.isEmpty)
        for command in Command.table { #expect(Self.configuration.keymap.keys(of: command.id).count == 1) }
    }

    @Test(
        "No message, hint or obstacle of any view names a key of the table",
        arguments: Place.View.allCases, [Size(rows: 24, columns: 80), Size(rows: 60, columns: 200)])
    func stale(view: Place.View, size: Size) {
        var found: [String: String] = [:]
        for inventory in [Northwind.inventory(isMarked: true), Northwind.inventory(isMarked: false)] {
            let start = Session(
                inventory, size: size, place: PlaceReportTests.place(view), configuration: Self.configuration)
            let sections = [nil] + view.screenView.sections(start.state).map { Optional($0.name) }
            for section in sections {
                var there = start
                there.state.place.section = section
                there.apply(.resize(size))
                for command in Command.table {
                    var session = there
                    let old = session.state
                    let key = Self.configuration.keymap.keys(of: command.id).first?.keys.first ?? .escape
                    session.apply(.key(key))
                    var texts = Self.texts(of: session, since: old)
                    // What comes of it: a range, an overlay, a prompt that is left again.
                    for next in [key, .enter, .escape] {
                        let before = session.state
                        session.apply(.key(next))
                        texts += Self.texts(of: session, since: before)
                    }
                    for text in texts {
                        for words in Self.staleWords(in: text) { found[words] = "\(command.id) in \(section ?? "-")" }
                    }
                }
                let report = there.state.report(limit: 30).text
                for words in Self.staleWords(in: report) { found[words] = "report of \(section ?? "-")" }
            }
        }
        #expect(found.isEmpty, "\(found)")
    }

    @Test("Nothing is empty: a list without rows names the keys that help")
    func emptiness() {
        var texts: [String] = []
        for view in Place.View.allCases where !view.needsSubject {
            var session = Session(size: Size(rows: 40, columns: 120), configuration: Self.configuration)
            session.state.place = Place(view)
            session.state.place.query = "xyzzy"
            session.apply(.resize(session.state.size))
            texts.append(session.text)
        }
        #expect(texts.contains { $0.contains("nothing matches the filter; \(Self.key(.clear)) clears it") })
        #expect(texts.flatMap(Self.staleWords).isEmpty)
    }

    @Test("A place in words names the keys that the user has, and none where a command has none")
    func report() {
        let session = Session(configuration: Self.configuration)
        #expect(session.state.report(limit: 1).text.contains("\n\(Self.key(.blast)): blast. Show all"))
        let unbound = Session(configuration: Configuration(text: "key.blast = none", file: "config"))
        #expect(unbound.state.report(limit: 1).text.contains("\nno key, command blast: blast. Show all"))
        let scoped = Session.after("m").state.report(limit: 1)
        #expect(scoped.keys.first { $0.name == "open" }?.keys.contains("l") == false)
        #expect(scoped.keys.first { $0.name == "right" }?.keys.first == "l")
    }

    @Test("A menu takes the key that opened it for the same again")
    func again() {
        var session = Session(configuration: Configuration(text: "key.sort = X\nkey.help = Y", file: "config"))
        session.press("bX")
        #expect(session.state.overlay == .sortMenu(selected: 0))
        session.press("X")
        #expect(session.state.overlay == nil && session.state.place.sort != nil)
        session.press("YY")
        #expect(session.state.overlay == nil)
    }

    private static func key(_ command: Command.ID) -> String {
        configuration.keymap.label(of: command) ?? "?"
    }
}
