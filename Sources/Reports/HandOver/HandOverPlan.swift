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
                    ], rows: plan.map(row))
            ])
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
