import TerminalKit
import Testing

@testable import Console

/// Words that name a key name the one that the user has: with every command under another key, no word of any view
/// names a key of the table.
@Suite("Every command under another key")
struct ReboundTests {
    /// Every command under a letter that the table does not use.
    private static let configuration: Configuration = {
        let letters = (0x430...0x4FF).compactMap { Unicode.Scalar($0).map(Character.init) }
            .filter { $0.isLetter && $0.isLowercase }
        let lines = zip(Command.table, letters).map { "key.\($0.id.rawValue) = \($1)" }
        return Configuration(text: lines.joined(separator: "\n"), file: "config")
    }()

    /// How the keys of the table are written; without digits, arrows and "end", which stand before other things too.
    private static let labels = Set(
        Command.table.flatMap(\.keys).flatMap { [$0.label(Glyphs.unicode), $0.label(Glyphs.ascii)] }
    ).filter { Int($0) == nil && !["→", "←", "end"].contains($0) }

    /// Keys that prompts, menus and panels take, whatever is configured, and words that look like a key before a verb.
    private static let allowed: Set<String> = [
        "enter keeps", "esc gives", "esc closes", "enter closes", "enter goes", "esc clears", "enter copies",
        "enter adds", "enter picks", "enter groups", "enter asks", "enter writes", "enter replaces", "enter declares",
        "enter sets", "enter saves", "enter lists", "esc returns", "tab completes", "x removes", "enter opens",
        "a class", "enter finds", "enter shows", "a starts", "- is", "space switches", "q lists", "tab adds", "r as",
        "ctrl-u empties", "enter makes", "/ finds", "? explains", "x forgets", "s saves",
    ]

    /// What reads as a key of the table and what it does, such as `u undoes`. One pass over the bytes.
    private static func staleWords(in text: String) -> Set<String> {
        var found: Set<String> = []
        let words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        for (key, verb) in zip(words, words.dropFirst()) {
            let letters = verb.prefix { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
            guard letters.count > 1, letters.last == UInt8(ascii: "s") else { continue }
            var label = String(Substring(key))
            while label.utf8.count > 1, let first = label.first, ":;,(".contains(first) { label.removeFirst() }
            guard labels.contains(label) else { continue }
            let pair = "\(label) \(String(Substring(letters)))"
            if !allowed.contains(pair) { found.insert(pair) }
        }
        return found
    }

    @Test("The scan finds what it is to find, and every command has one new key")
    func scan() {
        #expect(Self.staleWords(in: "nothing; u undoes it") == ["u undoes"])
        #expect(Self.staleWords(in: "there are none yet: A adds one") == ["A adds"])
        #expect(Self.staleWords(in: "is marked (space marks it)\n' lists them") == ["space marks", "' lists"])
        #expect(Self.staleWords(in: "enter keeps, ы undoes it, us, undo s").isEmpty)
        #expect(Self.configuration.problems.isEmpty)
        for command in Command.table {
            #expect(Self.configuration.keymap.keys(of: command.id).count == 1)
            #expect(!Self.labels.contains(Self.configuration.keymap.label(of: command.id) ?? ""))
        }
    }

    /// All that a place shows, and says of what its commands would do: none of them is run through to its end.
    private static func texts(_ place: Place, isDeclared: Bool) -> [(text: String, of: String)] {
        let session = Session(
            Northwind.inventory(isMarked: isDeclared), size: Size(rows: 40, columns: 120), place: place,
            configuration: configuration)
        var texts = [
            (session.text, "the screen"), (session.state.report(limit: 5).text, "the words"),
        ]
        for command in Command.table {
            if let reason = command.disabledReason(session.state) {
                texts.append((reason, command.id.rawValue))
                continue
            }
            var state = session.state
            _ = command.perform(&state)
            texts.append((state.message?.text ?? "", command.id.rawValue))
            // What lies over one view lies over the others in the same words.
            if state.overlay != nil, place.view == .blast, isDeclared {
                texts.append((state.screen(state.size, look: Look()).text, command.id.rawValue))
            }
        }
        return texts.map { (text: $0.0, of: $0.1) }
    }

    @Test("No screen, message, hint or obstacle of any view names a key of the table", arguments: Place.View.allCases)
    func stale(view: Place.View) {
        var found: [String: String] = [:]
        var count = 0
        for isDeclared in [true, false] {
            for (text, source) in Self.texts(PlaceReportTests.place(view), isDeclared: isDeclared) {
                count += text.isEmpty ? 0 : 1
                for words in Self.staleWords(in: text) { found[words] = source }
            }
        }
        #expect(count > Command.table.count / 2)
        #expect(found.isEmpty, "\(found)")
    }

    @Test("A list without rows names the key that helps, as the user has it")
    func emptiness() throws {
        let clear = try #require(Self.configuration.keymap.label(of: .clear))
        for view in [Place.View.inventory, .blast] {
            var place = Place(view)
            place.query = "xyzzy"
            let session = Session(size: Size(rows: 24, columns: 80), place: place, configuration: Self.configuration)
            #expect(session.text.contains("nothing matches the filter; \(clear) clears it"))
            #expect(Self.staleWords(in: session.text).isEmpty)
        }
    }
}
