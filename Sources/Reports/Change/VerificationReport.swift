import Inventory
import PlainText
import Reach

/// What a new source shows of a plan, for standard output.
public struct VerificationReport {
    private let verification: Verification
    private let blast: BlastChange?
    private var diff: InventoryDiff { verification.diff }

    /// A report on `verification`; with `blast` the blast radius then and now.
    public init(_ verification: Verification, blast: BlastChange? = nil) {
        self.verification = verification
        self.blast = blast
    }

    /// `firebreak.verification/1`: see docs/json.md.
    public var json: String {
        let closed = verification.results.count(where: \.finding.isClosed)
        let findings = Dictionary(grouping: verification.results, by: \.finding.name).mapValues(\.count)
        return JSONText.object([
            ("schema", "firebreak.verification/1"), ("at", JSONText(verification.at)),
            ("complete", .bool(verification.isComplete)), ("old", .side(diff.old)), ("new", .side(diff.new)),
            (
                "counts",
                .object([
                    ("items", JSONText(verification.results.count)), ("closed", JSONText(closed)),
                    (
                        "by_finding",
                        .object(findings.sorted { $0.key < $1.key }.map { ($0.key, JSONText($0.value)) })
                    ),
                ])
            ),
            ("items", .array(verification.results.map(item))),
            ("new_identities", .array(verification.newcomers.map(newcomer))),
            ("widened", .array(verification.widened.map { .brief(diff.new.entity(at: $0)) })),
            ("blast", blast.map { $0.json(diff) } ?? .null),
        ]).line
    }

    private func item(_ result: Verification.Result) -> JSONText {
        let target: [(String, JSONText)] =
            switch result.item.target {
            case .entity(let id):
                [("entity", JSONText(id)), ("from", .null), ("relation", .null), ("to", .null)]
            case .relation(let from, let kind, let to):
                [("entity", .null), ("from", JSONText(from)), ("relation", JSONText(kind)), ("to", JSONText(to))]
            }
        let entity = result.item.target.entity.flatMap { known($0) }
        let members: [(String, JSONText)] = [
            ("short_id", JSONText(entity?.shortID)), ("kind", JSONText(entity?.kindName)),
            ("name", JSONText(entity?.name)),
            ("decided_at", JSONText(result.item.decided)), ("finding", JSONText(result.finding.name)),
            ("closed", .bool(result.finding.isClosed)), ("found_at", JSONText(result.finding.at)),
            ("why", JSONText(result.finding.words(diff))),
        ]
        return .object(target + members)
    }

    private func newcomer(_ newcomer: Verification.Newcomer) -> JSONText {
        let entity = diff.new.entity(at: newcomer.entity)
        return .object(
            JSONText.naming(entity) + [
                ("since", JSONText(newcomer.since)), ("known_new", .bool(newcomer.isKnownNew)),
                ("reason", JSONText(newcomer.silence.name)), ("why", JSONText(ChangeWords(diff).why(newcomer))),
            ])
    }

    /// What was found of an item and why, in a sentence without its end.
    public func why(_ result: Verification.Result) -> String {
        let words = result.finding.words(diff)
        switch result.finding {
        case .gone, .narrowed: return "\(result.finding.name): \(words)"
        default: return words
        }
    }

    /// What is known of an entity, by the newer source where it has it.
    private func known(_ id: String) -> Entity? { diff.new.entity(id: id) ?? diff.old.entity(id: id) }

    /// The same for people.
    public var table: String {
        let results = verification.results
        let closed = results.count(where: \.finding.isClosed)
        let unknown = results.count { if case .unknown = $0.finding { true } else { false } }
        var lines = [
            "at \(verification.at.iso8601) · times in UTC",
            "new source: "
                + (diff.new.collected.map { "collected \($0.iso8601)" } ?? "when it was collected is not known"),
            "\(results.countWords) planned · \(closed) shown to be done · "
                + "\(results.count - closed - unknown) still open · \(unknown) cannot be known",
            verification.isComplete ? "verification is complete" : "verification is not complete",
        ]
        if let blast { lines += blast.lines(diff) }
        var text = lines.map { $0 + "\n" }.joined()
        if !results.isEmpty { text += "\n" + itemTable }
        return text + "\n" + newcomerText + widenedText
    }

    private var itemTable: String {
        var table = ColumnText([
            .init(title: "FINDING"), .init(title: "DONE"), .init(title: "KIND"), .init(title: "NAME", limit: 60),
            .init(title: "SHORT"), .init(title: "DECIDED"), .init(title: "WHY", limit: 140),
        ])
        for result in verification.results {
            let (kind, name, short) =
                switch result.item.target {
                case .entity(let id): (known(id)?.kindName ?? "–", known(id)?.name ?? id, known(id)?.shortID ?? "–")
                case .relation(let from, let kind, let to): ("relation", "\(from) \(kind) \(to)", "–")
                }
            table.append([
                String(result.finding.name.map { $0 == "_" ? " " : $0 }), result.finding.isClosed ? "yes" : "no", kind,
                name, short, result.item.decided.minuteText,
                result.finding.words(diff),
            ])
        }
        return table.text
    }

    private var newcomerText: String {
        guard !verification.newcomers.isEmpty else { return "new identities since: none told\n" }
        var table = ColumnText([
            .init(title: "NEW"), .init(title: "KIND"), .init(title: "NAME", limit: 60), .init(title: "SHORT"),
            .init(title: "SINCE"), .init(title: "WHY", limit: 140), .init(title: "ID", limit: 100),
        ])
        for newcomer in verification.newcomers {
            let entity = diff.new.entity(at: newcomer.entity)
            table.append([
                newcomer.isKnownNew ? "new" : "not known", entity.kindName, entity.name, entity.shortID,
                newcomer.since?.minuteText ?? "–", ChangeWords(diff).why(newcomer), entity.id,
            ])
        }
        return "identities that the old source does not have: \(verification.newcomers.count)\n" + table.text
    }

    private var widenedText: String {
        guard !verification.widened.isEmpty else { return "" }
        var table = ColumnText([
            .init(title: "KIND"), .init(title: "NAME", limit: 60), .init(title: "SHORT"),
            .init(title: "ID", limit: 100),
        ])
        for number in verification.widened {
            let entity = diff.new.entity(at: number)
            table.append([entity.kindName, entity.name, entity.shortID, entity.id])
        }
        return "\nidentities that can do more than before, or for longer: \(verification.widened.count)\n" + table.text
    }
}
