import Casebook
import Inventory
import Reach

/// What was taken back, when, by whom, and how it was verified.
struct HandOverPlan {
    private let state: CaseState
    private let findings: HandOverFindings?

    init(_ state: CaseState, _ findings: HandOverFindings?) {
        self.state = state
        self.findings = findings
    }

    var section: HandOver.Section {
        let plan = state.plan
        let counts = Mark.State.allCases.reversed().compactMap { state -> String? in
            let count = plan.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(state.rawValue)"
        }
        return HandOver.Section(
            name: "remediation", title: "What was taken back, when, and how that was verified",
            paragraphs: plan.isEmpty
                ? ["Nothing is planned."]
                : [
                    "\(plan.countWords): \(counts.joined(separator: ", ")). Done is what somebody reported; "
                        + "verified is what later evidence shows, which is named under Proof."
                ] + unproven + openSlots,
            tables: [
                ReportTable(
                    name: "remediation", title: "Remediations",
                    columns: [
                        ("kind", "Kind"), ("name", "Name"), ("short_id", "Short id"), ("id", "Id"), ("do", "Do"),
                        ("state", "State"),
                        ("marked", "Marked"), ("approved", "Approved"), ("done", "Done"), ("verified", "Verified"),
                        ("who", "Last by"), ("how", "How, or why not"), ("proof", "Proof"), ("live", "Live before"),
                        ("used_since", "Used since"), ("breaks", "Breaks jobs"), ("owner", "Owner"),
                        ("assigned", "Assigned to"),
                    ], rows: plan.map(row)),
                verifications, newIdentities,
            ])
    }

    /// What was looked in, and what that showed.
    private var verifications: ReportTable {
        ReportTable(
            name: "verifications", title: "Verifications",
            columns: [
                ("entry", "Entry"), ("recorded", "Recorded"), ("by", "By"), ("at", "As of"), ("against", "In evidence"),
                ("paths", "Was at"), ("evidence", "Compared with"), ("items", "Items"), ("closed", "Shown to be done"),
                ("new_identities", "New identities"), ("widened", "Widened"), ("live_then", "Live then"),
                ("live_now", "Live now"),
            ],
            rows: state.verifications.map { known in
                let (record, answer) = (known.verification, known.verification.answer)
                return [
                    .number(known.stamp.entry), .time(known.stamp.when), .text(known.stamp.who), .time(record.at),
                    .text(record.against), .text(record.source.paths.joined(separator: ", ")), .text(record.evidence),
                    .number(answer.items), .number(answer.closed), .number(answer.newIdentities),
                    .number(answer.widened), .number(answer.then?.live), .number(answer.now?.live),
                ]
            })
    }

    /// The identities that a verification came upon: each as it was seen last.
    private var newIdentities: ReportTable {
        var seen: Set<String> = []
        let newcomers = state.verifications.reversed().flatMap { known in
            known.verification.answer.newcomers.filter { seen.insert($0.entity).inserted }.map { (known, $0) }
        }
        return ReportTable(
            name: "new_identities", title: "Identities that the evidence of the case does not have",
            columns: [
                ("kind", "Kind"), ("id", "Id"), ("since", "Since"), ("is_new", "Known to be new"),
                ("against", "In evidence"), ("entry", "Entry"),
            ],
            rows: newcomers.map { known, newcomer in
                [
                    .text(newcomer.kind.replacing("_", with: " ")), .text(newcomer.entity),
                    .time(newcomer.since, missing: "not known"), .truth(newcomer.isKnownNew ? true : nil),
                    .text(known.verification.against), .number(known.stamp.entry),
                ]
            })
    }

    /// Where a new value was, or would be, lost as the old one was: a paragraph an item.
    private var openSlots: [String] {
        guard let findings else { return [] }
        return state.plan.compactMap { mark in
            guard let entity = mark.item.entity.flatMap({ findings.inventory.entity(id: $0) }),
                let words = findings.planned.openSlots(of: entity).words(of: entity)
            else { return nil }
            return "\(entity.told): once the whole plan is carried out \(words)."
        }
    }

    /// What somebody calls verified without naming the evidence.
    private var unproven: [String] {
        let count = state.plan.count { $0.state == .verified && !$0.isProven }
        guard count > 0 else { return [] }
        return [
            "\(count) of the verified \(count == 1 ? "names" : "name") no evidence: somebody says so, and the numbers above "
                + "do not count \(count == 1 ? "it" : "them") as verified."
        ]
    }

    private func row(_ mark: Mark) -> [ReportCell] {
        let entity = mark.item.entity.flatMap { findings?.inventory.entity(id: $0) }
        let held = entity.flatMap { findings?.answer[$0.index] }
        let last = mark.steps.last
        func time(_ state: Mark.State) -> ReportCell { .time(mark.steps.last { $0.state == state }?.stamp.when) }
        var cells: [ReportCell] = []
        if let id = mark.item.entity {
            cells = [
                .text(entity?.kindWords ?? ""), .text(entity?.name ?? id), .text(entity?.shortID ?? ""), .text(id),
            ]
            cells.append(.text(entity?.kind.remediation.instruction ?? ""))
        } else {
            cells = [.text("relation"), .text(mark.item.words), .text(""), .text(""), .text("end")]
        }
        cells += [.text(mark.state.rawValue), .time(mark.stamp.when), time(.approved), time(.done), time(.verified)]
        cells += [.text(last?.stamp.who ?? ""), .text(last?.why ?? ""), .text(last?.proof ?? "")]
        cells += [.truth(entity == nil ? nil : held?.isLive ?? false), .truth(held?.usedSince)]
        cells += [.number(entity.map { Impact(of: $0).breaks }), .text(entity?.answering ?? "")]
        cells.append(.text(mark.item.entity.flatMap { state.assignees[.entity($0)] } ?? ""))
        return cells
    }
}
