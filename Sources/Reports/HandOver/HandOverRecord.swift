import Casebook
import Inventory

/// What the report says of the case itself: its evidence, what analysts wrote, what cannot be known, and its journal.
enum HandOverRecord {
    static func evidence(_ state: CaseState, isRead: Bool, _ change: EvidenceChange?) -> HandOver.Section {
        HandOver.Section(
            name: "evidence", title: "Evidence",
            paragraphs: [
                state.evidence.isEmpty
                    ? "The case names no evidence."
                    : "Evidence is named by the SHA-256 of its content. " + source(isRead: isRead, change)
            ],
            tables: [
                ReportTable(
                    name: "evidence", title: "Evidence",
                    columns: [
                        ("hash", "SHA-256"), ("form", "Form"), ("paths", "Was at"), ("entities", "Entities"),
                        ("relations", "Relations"), ("collected", "Collected"), ("added", "Added"), ("by", "By"),
                        ("version", "Read by version"),
                    ],
                    rows: state.evidence.map { added in
                        let evidence = added.evidence
                        return [
                            .text(evidence.hash), .text(evidence.form.rawValue),
                            .text(evidence.paths.joined(separator: ", ")), .number(evidence.entities),
                            .number(evidence.relations), .time(evidence.collected, missing: "not known"),
                            .time(added.stamp.when), .text(added.stamp.who), .text(evidence.version),
                        ]
                    }),
                proofs(state),
            ])
    }

    /// Which content the numbers are from.
    private static func source(isRead: Bool, _ change: EvidenceChange?) -> String {
        guard isRead else { return "None could be read, so that nothing below is counted." }
        guard let change else { return "Every number below is from what was added last." }
        return "Every number below is from what lies where the last one lay, and is not what was added: \(change.now)."
    }

    /// The evidence that remediations name as their proof: each once, with what it showed first.
    private static func proofs(_ state: CaseState) -> ReportTable {
        let steps = state.plan.flatMap(\.steps).filter { $0.proof != nil }.sorted { $0.stamp.entry < $1.stamp.entry }
        var seen: Set<String> = []
        let proofs = steps.filter { seen.insert($0.proof ?? "").inserted }
        return ReportTable(
            name: "proofs", title: "Evidence of what was carried out",
            columns: [
                ("hash", "SHA-256"), ("form", "Form"), ("paths", "Was at"), ("collected", "Collected"),
                ("used", "First used"), ("by", "By"), ("entry", "Entry"),
            ],
            rows: proofs.map { step in
                let source = step.source ?? state.evidence(hash: step.proof ?? "").map(Mark.ProofSource.init)
                return [
                    .text(step.proof ?? ""), .text(source?.form.rawValue ?? ""),
                    .text(source?.paths.joined(separator: ", ") ?? "not recorded"),
                    .time(source?.collected, missing: "not known"), .time(step.stamp.when), .text(step.stamp.who),
                    .number(step.stamp.entry),
                ]
            })
    }

    static func remarks(_ state: CaseState, _ inventory: Inventory?) -> HandOver.Section {
        func about(_ subject: CaseSubject) -> ReportCell {
            guard case .entity(let id) = subject, let entity = inventory?.entity(id: id) else {
                return .text(subject.words)
            }
            return .text("\(entity.told) (\(id))")
        }
        let verdicts = state.verdicts.sorted { $0.value.stamp.entry < $1.value.stamp.entry }
        let tags = state.tags.sorted { $0.key.words < $1.key.words }
        return HandOver.Section(
            name: "remarks", title: "Verdicts, notes and tags",
            tables: [
                ReportTable(
                    name: "verdicts", title: "Verdicts",
                    columns: [("about", "About"), ("verdict", "Verdict"), ("why", "Why"), ("at", "At"), ("by", "By")],
                    rows: verdicts.map { subject, verdict in
                        [
                            about(subject), .text(verdict.finding.rawValue), .text(verdict.why),
                            .time(verdict.stamp.when), .text(verdict.stamp.who),
                        ]
                    }),
                ReportTable(
                    name: "notes", title: "Notes",
                    columns: [("about", "About"), ("note", "Note"), ("at", "At"), ("by", "By"), ("entry", "Entry")],
                    rows: state.noted.map { note in
                        [
                            about(note.subject), .text(note.text), .time(note.stamp.when), .text(note.stamp.who),
                            .number(note.stamp.entry),
                        ]
                    }),
                ReportTable(
                    name: "tags", title: "Tags",
                    columns: [("about", "About"), ("tags", "Tags")],
                    rows: tags.map { [about($0.key), .text($0.value.sorted().joined(separator: ", "))] }),
            ])
    }

    static func blindSpots(_ inventory: Inventory?) -> HandOver.Section {
        let spots = inventory?.blindSpots ?? []
        return HandOver.Section(
            name: "blind_spots", title: "What cannot be known",
            paragraphs: [
                inventory == nil
                    ? "The evidence could not be read."
                    : spots.isEmpty
                        ? "The sources record no blind spot. What was never collected is not among them."
                        : "Nothing follows from the silence of the sources about these: not known is not safe."
            ],
            tables: [
                ReportTable(
                    name: "blind_spots", title: "Blind spots",
                    columns: [("what", "What"), ("count", "How many"), ("why", "Why")],
                    rows: spots.map { [.text($0.what), .number($0.count), .text($0.why)] })
            ])
    }

    static func journal(_ record: HandOver.Record) -> HandOver.Section {
        HandOver.Section(
            name: "journal", title: "Journal",
            paragraphs: [
                "Every change of the case, with the hash that ties it to all before it. The last hash stands for the "
                    + "whole: firebreak case check CASE --head \(record.head) says whether a journal still holds what "
                    + "this report was made of."
            ],
            tables: [
                ReportTable(
                    name: "journal", title: "Entries",
                    columns: [
                        ("entry", "Entry"), ("at", "At"), ("by", "By"), ("what", "What"), ("place", "Made at"),
                        ("evidence", "On evidence"), ("hash", "Hash"),
                    ],
                    rows: record.entries.map { entry in
                        [
                            .number(entry.sequence), .time(entry.content.when), .text(entry.content.who),
                            .text(entry.words(record.action)),
                            .text(entry.content.place ?? ""),
                            .text(entry.content.evidence.map { String($0.prefix(12)) } ?? ""),
                            .text(entry.hash),
                        ]
                    })
            ])
    }
}
