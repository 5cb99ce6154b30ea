import Inventory

@testable import Casebook

/// Makes entries that say anything that entries can say, sensible or not, with hostile texts.
struct RandomEntry {
    var random: SeededRandom

    private static let pieces = [
        "a", "github.com/org/repo/secrets/NAME", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{C}", "\u{0}",
        "\u{1B}[2J", "\u{7F}",
        "\u{202E}", "\u{2028}", "é", "e\u{301}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "\u{1F600}", "\\u0041",
        "{\"entity\":\"", "],",
        "null", "\u{FEFF}", " ",
    ]

    mutating func text() -> String {
        (0..<random.pick([0, 1, 1, 1, 2, 5, 40])).map { _ in random.pick(Self.pieces) }.joined()
    }

    mutating func texts() -> [String] { (0..<random.pick([0, 1, 1, 3])).map { _ in text() } }

    mutating func number() -> Int {
        random.pick([
            0, 1, 2, 10, 99_999, -1, Int(UInt32.max), .max, .min, 999_999_999_999_999_999, 1_000_000_000_000_000_000,
        ])
    }

    mutating func moment() -> Instant {
        random.pick([
            Instant(0), Instant(1_773_453_005), Instant(-62_135_596_800), Instant(300_000_000_000), .beginning, .never,
            Instant(-1), Instant(253_402_300_799), Instant(253_402_300_800), Instant(Int64(UInt32.max)),
            Instant(.max - 1),
        ])
    }

    mutating func optional<Value>(_ value: (inout Self) -> Value) -> Value? {
        Bool.random(using: &random) ? value(&self) : nil
    }

    mutating func items() -> [Mark.Item] {
        (0..<random.pick([0, 1, 1, 2, 5])).map { _ in
            Bool.random(using: &random) ? .entity(text()) : .relation(from: text(), kind: text(), to: text())
        }
    }

    mutating func subject() -> CaseSubject {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: .wholeCase
        case 1: .entity(text())
        default: .path(texts())
        }
    }

    mutating func evidence() -> CaseEvidence {
        CaseEvidence(
            hash: text(), form: random.pick([.snapshot, .files]), paths: texts(), repository: optional { $0.text() },
            files: [EvidenceFile(path: text(), hash: text())], entities: number(), relations: number(),
            collected: optional { $0.moment() }, version: text())
    }

    mutating func windows() -> [Window] {
        (0..<random.pick([0, 1, 3])).map { _ in
            var window = Window(.always)
            window.from = optional { $0.moment() }
            window.until = optional { $0.moment() }
            return window
        }
    }

    mutating func measurement() -> Measurement {
        Measurement(
            evidence: text(),
            terms: .init(
                at: moment(), timeless: Bool.random(using: &random), guardsFail: Bool.random(using: &random),
                plane: optional { $0.random.pick(Plane.allCases) },
                evidence: optional { $0.random.pick(Evidence.allCases) }),
            figures: .init(
                reached: number(), live: number(), conditional: number(), rollbackOnly: number(), afterPlan: number()))
    }

    /// One of every action, in the order of the enumeration.
    mutating func actions() -> [CaseAction] {
        [
            .open(title: text(), identifier: text(), version: text()), .retitle(title: text()),
            .addEvidence(evidence: evidence()), .removeEvidence(hash: text()),
            .declare(entity: text(), windows: windows(), why: text()), .undeclare(entity: text()),
            .mark(items: items(), at: optional { $0.moment() }), .unmark(items: items()),
            .advance(
                items: items(), state: random.pick(Mark.State.allCases), why: text(), proof: optional { $0.text() },
                source: optional { Mark.ProofSource($0.evidence()) }),
            .note(subject: subject(), text: text()), .rewrite(note: number(), text: text()), .strike(note: number()),
            .conclude(subject: subject(), finding: random.pick(Verdict.Finding.allCases), why: text()),
            .reconsider(subject: subject()), .tag(subject: subject(), tags: texts()),
            .untag(subject: subject(), tags: texts()), .assign(subject: subject(), to: optional { $0.text() }),
            .bookmark(name: text(), place: text()), .dropBookmark(name: text()), .aim(targets: texts()),
            .measure(measurement: measurement()), .undo(entry: number()), .redo(entry: number()),
            .merge(identifier: text(), head: text(), entries: number()),
            .settle(entry: number(), takes: Bool.random(using: &random)),
            .salvage(identifier: text(), missing: [.init(first: number(), last: number())], altered: nil),
        ]
    }

    /// An entry that says this.
    mutating func content(_ action: CaseAction) -> JournalEntry.Content {
        JournalEntry.Content(
            sequence: number(), previous: text(), who: text(), when: moment(), evidence: optional { $0.text() },
            origin: optional {
                .init(
                    identifier: $0.text(), entry: $0.number(), hash: $0.text(), isAside: Bool.random(using: &$0.random))
            },
            place: optional { $0.text() }, action: action)
    }
}
