import Casebook
import Inventory

extension CaseReport {
    /// `firebreak.case/1`.
    public var json: String {
        let members: [(String, JSONText)] = [
            ("schema", "firebreak.case/1"), ("identifier", .string(file.identifier)), ("title", .string(state.title)),
            ("entries", JSONText(file.sequence)), ("head", .string(file.head)),
            ("evidence", .array(state.evidence.map(Self.evidence))),
            ("declared", .array(state.declared.map(Self.declaration))),
            ("plan", .array(state.plan.map(Self.mark))),
            ("verifications", .array(state.verifications.map(Self.verification))),
            ("verdicts", .array(verdicts)),
            ("notes", .array(state.noted.map(Self.note))),
            ("tags", .array(tags)),
            ("assigned", .array(assignees)),
            ("conflicts", .array(state.conflicts.map(conflict))),
        ]
        return JSONText.object(members).line
    }

    private static func evidence(_ added: StampedEvidence) -> JSONText {
        let evidence = added.evidence
        let members: [(String, JSONText)] = [
            ("hash", .string(evidence.hash)), ("form", .string(evidence.form.rawValue)),
            ("paths", texts(evidence.paths)), ("entities", JSONText(evidence.entities)),
            ("relations", JSONText(evidence.relations)), ("version", .string(evidence.version)),
        ]
        return .object(members + added.stamp.members)
    }

    private static func declaration(_ declaration: Declaration) -> JSONText {
        let members: [(String, JSONText)] = [
            ("entity", .string(declaration.entity)),
            ("windows", .array(declaration.windows.map { JSONText($0.interval) })), ("why", .string(declaration.why)),
        ]
        return .object(members + declaration.stamp.members)
    }

    private static func mark(_ mark: Mark) -> JSONText {
        .object([
            ("item", .string(mark.item.words)), ("state", .string(mark.state.rawValue)), ("at", JSONText(mark.at)),
            ("steps", .array(mark.steps.map(step))),
        ])
    }

    private static func verification(_ known: StampedVerification) -> JSONText {
        let (record, answer) = (known.verification, known.verification.answer)
        let members: [(String, JSONText)] = [
            ("evidence", .string(record.evidence)), ("against", .string(record.against)),
            ("paths", texts(record.source.paths)), ("at", JSONText(record.at)), ("items", JSONText(answer.items)),
            ("closed", JSONText(answer.closed)),
            ("by_finding", .object(answer.findings.sorted { $0.key < $1.key }.map { ($0.key, JSONText($0.value)) })),
            ("widened", JSONText(answer.widened)), ("new_identities_total", JSONText(answer.newIdentities)),
            ("new_identities", .array(answer.newcomers.map(newcomer))),
        ]
        return .object(members + known.stamp.members)
    }

    private static func newcomer(_ newcomer: VerificationRecord.Newcomer) -> JSONText {
        .object([
            ("id", .string(newcomer.entity)), ("kind", .string(newcomer.kind)), ("since", JSONText(newcomer.since)),
            ("known_new", .bool(newcomer.isKnownNew)),
        ])
    }

    private static func step(_ step: Mark.Step) -> JSONText {
        let members: [(String, JSONText)] = [
            ("state", .string(step.state.rawValue)), ("why", .string(step.why)), ("proof", JSONText(step.proof)),
            ("finding", JSONText(step.finding)),
        ]
        return .object(members + step.stamp.members)
    }

    private var verdicts: [JSONText] {
        state.verdicts.sorted { $0.value.stamp.entry < $1.value.stamp.entry }.map { subject, verdict in
            let members: [(String, JSONText)] = [
                ("about", Self.texts(subject.ids)), ("finding", .string(verdict.finding.rawValue)),
                ("why", .string(verdict.why)),
            ]
            return JSONText.object(members + verdict.stamp.members)
        }
    }

    private static func note(_ note: Note) -> JSONText {
        let members: [(String, JSONText)] = [("about", texts(note.subject.ids)), ("text", .string(note.text))]
        return .object(members + note.stamp.members)
    }

    private var tags: [JSONText] {
        state.tags.sorted { $0.key.words < $1.key.words }.map { subject, tags in
            JSONText.object([("about", Self.texts(subject.ids)), ("tags", Self.texts(tags.sorted()))])
        }
    }

    private var assignees: [JSONText] {
        state.assignees.sorted { $0.key.words < $1.key.words }.map { subject, somebody in
            JSONText.object([("about", Self.texts(subject.ids)), ("to", .string(somebody))])
        }
    }

    private func conflict(_ conflict: CaseConflict) -> JSONText {
        .object([
            ("entry", JSONText(conflict.entry)), ("against", .array(conflict.against.map { JSONText($0) })),
            ("says", .array(file.changes([conflict.entry]).map(Self.change))),
            ("against_says", .array(file.changes(conflict.against).map(Self.change))),
        ])
    }

    private static func change(_ change: CaseClash) -> JSONText {
        .object(
            change.stamp.members + [
                ("what", .string(change.action.words)), ("origin", change.origin.map(origin) ?? .null),
            ])
    }

    private static func origin(_ origin: JournalEntry.Origin) -> JSONText {
        .object([
            ("identifier", .string(origin.identifier)), ("entry", JSONText(origin.entry)),
            ("hash", .string(origin.hash)), ("part", .bool(origin.isPart == true)),
        ])
    }

    private static func texts(_ texts: [String]) -> JSONText { .array(texts.map { JSONText.string($0) }) }
}

extension Stamp {
    /// Its members in JSON.
    fileprivate var members: [(String, JSONText)] {
        [("who", .string(who)), ("when", JSONText(when)), ("entry", JSONText(entry))]
    }
}
