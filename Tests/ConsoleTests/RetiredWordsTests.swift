import Foundation
import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("One word for one thing")
struct RetiredWordsTests {
    /// What no screen, help or command says any more, with the word that is said instead.
    private static var retired: [(pattern: Regex<Substring>, instead: String)] {
        [
            (/\b[Jj]udge?ments?\b/, "verdict"),
            (/\b(?:minimum|smallest|least) (?:cut|firebreak)\b/, "firebreak"),
            (/\b(?:[Aa]|[Tt]he|no) cut\b/, "firebreak"),
            (/\bkeeps? (?:the attacker )?from\b/, "target"),
            (/\b[Dd]efend(?:ed|s)?\b/, "target"),
            (/\b[Ss]eeds?\b/, "declared"),
            (/\b[Ss]ecrets?\b(?! (?:slot|value))/, "secret slot"),
        ]
    }

    /// Which retired words a text has.
    static func found(in text: String) -> [String] {
        // A query is not prose.
        let text = text.replacing(/\bkind:[a-z_,]+/, with: "")
        return retired.flatMap { word in text.matches(of: word.pattern).map { "\($0.output): say \(word.instead)" } }
    }

    /// A text without the names that sources gave.
    private static func ours(_ text: String, in inventory: Inventory) -> String {
        let names = Set(
            (0..<inventory.entityCount).flatMap { index -> [String] in
                let entity = inventory.entity(at: index)
                return [entity.id, entity.name]
            }
        ).sorted { $0.count > $1.count }
        return names.reduce(text) { $1.count > 3 ? $0.split(separator: $1).joined(separator: "…") : $0 }
    }

    @Test("The patterns find what they are for")
    func patterns() {
        for text in [
            "2 judgements", "the smallest cut", "no cut", "keeps the attacker from it", "a seed", "read secrets",
            "defended",
        ] {
            #expect(Self.found(in: text).count == 1, "\(text)")
        }
        #expect(Self.found(in: "secret slots, no secret value, a firebreak, the cutting").isEmpty)
    }

    @Test("No command, no help and no word of the glossary says a word that was given up")
    func commands() {
        var texts = Command.table.flatMap { [$0.label, $0.description] + Array($0.labels.values) }
        texts += Command.Group.allCases.map(\.rawValue) + PaletteEntry.roomEntries.flatMap { [$0.name, $0.meaning] }
        texts += Glossary.table.flatMap { [$0.word, $0.meaning] }
        texts += QueryHelp(vocabulary: nil).sections.flatMap(\.entries).map(\.text)
        texts += QueryField.table.map(\.explanation) + QueryState.table.map(\.explanation)
        texts +=
            StartEntry.allCases.map(\.title) + MapSigns.Sign.allCases.flatMap { [$0.name, $0.shortName, $0.words] }
        texts += EntityKind.table.flatMap { [$0.words(), $0.words(count: 2), $0.shortWord] }
        #expect(texts.count > 250)
        for text in texts {
            #expect(Self.found(in: text).isEmpty, "\(text): \(Self.found(in: text))")
        }
    }

    @Test("No place says one in its text, its lists or its rows", arguments: Place.View.allCases)
    func places(view: Place.View) {
        var session = Session(place: PlaceReportTests.place(view))
        var texts = SpokenChange(old: nil, new: session.state).lines(isReply: false)
        for _ in 0...session.state.place.view.screenView.sections(session.state).count {
            let report = session.state.report(limit: 1_000)
            texts += [report.counts.joined(separator: " "), report.emptiness] + report.head + report.notes
            texts += report.lists.map(\.title) + report.rows.flatMap { $0.facts.map(\.words) }
            texts += session.text.split(separator: "\n").map(String.init)
            session.press("<Tab>")
        }
        #expect(texts.count > 10)
        for text in texts {
            let words = Self.ours(text, in: session.state.inventory)
            #expect(Self.found(in: words).isEmpty, "\(words): \(Self.found(in: words))")
        }
    }

    @Test("No page of the documentation says one, besides in code and in names that providers gave")
    func pages() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let docs = root.appendingPathComponent("docs")
        let names = try FileManager.default.contentsOfDirectory(atPath: docs.path).sorted()
            // What was measured is called there as in what it was measured against.
            .filter { ($0.hasSuffix(".md") || $0.hasSuffix(".1")) && $0 != "PERFORMANCE.md" }
        #expect(names.count > 15)
        for file in names.map(docs.appendingPathComponent) + [root.appendingPathComponent("README.md")] {
            // A table of what is done at providers says their words.
            let text = try String(contentsOf: file, encoding: .utf8)
            for line in text.split(separator: "\n") where !line.hasPrefix("    ") && !line.contains("<https://") {
                // The name of a command in the configuration stays what it was.
                let words = String(line).replacing(/`[^`]*`|<[^>]*>|\]\([^)]*\)|\(defend\)|defend +Make/, with: "")
                #expect(Self.found(in: words).isEmpty, "\(file.lastPathComponent): \(words): \(Self.found(in: words))")
            }
        }
    }

    @Test(
        "The other word for the same is found by ? and by the palette",
        arguments: Glossary.table.filter { !$0.also.isEmpty }.map(\.word))
    func synonyms(word: String) throws {
        let row = try #require(Glossary.table.first { $0.word == word })
        for other in row.also {
            let help = Session.after("?/\(other)<Enter>", size: Size(rows: 60, columns: 120)).text
            #expect(help.contains("Words on the screens") && help.contains(row.word), "\(other)")
            let entries = Session().state.paletteEntries(for: other)
            let leadsNowhere = ["SHORT"].contains(row.word)
            #expect(leadsNowhere || entries.contains { $0.name == row.entry ?? row.word }, "\(other)")
        }
    }

    @Test(
        "Every pair of words for one thing has its row",
        arguments: ["target", "crown jewel", "verdict", "secret slot", "firebreak", "declared"])
    func rows(word: String) {
        #expect(Glossary.table.contains { $0.word == word })
    }
}
