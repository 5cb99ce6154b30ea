import Inventory
import Reach
import Reports

// What marking the selected row would change: asked while the cursor stands on it, and called off when it moves.
extension State {
    /// What is asked about the selected row of the blast radius, and where guards matter, the same if they fail, with it and
    /// without.
    var whatIfs: [Inquiry] {
        guard let whatIf, case .live(let question, let after) = whatIf else { return [] }
        guard answer?.counts.conditional ?? 0 > 0 else { return [whatIf] }
        let failing = question.withGuardsFailing
        return [whatIf, .live(failing, after), .live(failing, work.present.marks)]
    }

    /// What is asked about the selected row of the blast radius; nil where nothing is asked.
    var whatIf: Inquiry? {
        guard let question = planQuestion, answer != nil, let entity = rows.entity(at: selected) else { return nil }
        let marks = work.present.marks
        return .live(question, marks.contains(entity) ? marks.without(entity) : marks.with(entity))
    }

    /// What the selected row is worth, in words: how much stays live if it were revoked too, or spared.
    var whatIfWords: String? {
        guard let entity = rows.entity(at: selected), let question = planQuestion else { return nil }
        let marks = work.present.marks
        switch place.view {
        case .blast:
            guard case .live(let asked, let after)? = whatIf, !declined.contains(.live(asked, after)) else {
                return nil
            }
            let name = marks.contains(entity) ? "without it" : planInquiry == nil ? "if revoked" : "if revoked too"
            let now = planInquiry == nil ? answer?.counts.live : planAnswer?.counts.live
            guard let live = findings.live(asked, after: after), let now, live != now || !isCountingConditional
            else { return name + ": counting" }
            let change = conditionalChange(after, from: now, to: live)
            return live == now
                ? "\(name): \(change ?? "no change")"
                : "\(name): \(Words.grouped(live)) live" + (change.map { ", " + $0 } ?? "")
        case .plan:
            guard marks.contains(entity), let severed = findings.severed(question, marks, by: entity) else {
                return nil
            }
            return severed.count == 0
                ? "alone it severs nothing"
                : "alone it severs \(Words.count(severed.count, "entity", plural: "entities"))"
        default: return nil
        }
    }

    /// Whether it is still being counted what would change of that.
    private var isCountingConditional: Bool {
        whatIfs.dropFirst().contains { inquiry in
            guard case .live(let failing, let marks) = inquiry, !declined.contains(inquiry) else { return false }
            return findings.live(failing, after: marks) == nil
        }
    }

    /// What else would change of what is live only if a guard fails; nil where nothing does, or is not known yet.
    private func conditionalChange(_ after: Marks, from live: Int, to left: Int) -> String? {
        guard let failing = question?.withGuardsFailing, answer?.counts.conditional ?? 0 > 0,
            let before = findings.live(failing, after: work.present.marks),
            let later = findings.live(failing, after: after), before - live != later - left
        else { return nil }
        return "\(Words.grouped(max(0, later - left))) conditional instead of \(Words.grouped(max(0, before - live)))"
    }

    /// The facts about it for a pane: what it is worth, what it severs and what breaks, by name.
    var whatIfFacts: [SummaryFact] {
        guard let words = whatIfWords, let entity = rows.entity(at: selected) else { return openSlotFacts }
        var facts = [SummaryFact(label: "worth", text: words)] + openSlotFacts
        if place.view == .plan, let question = planQuestion {
            let severed = findings.severed(question, work.present.marks, by: entity)?.first ?? []
            facts += severed.map {
                let other = inventory.entity(at: $0)
                return SummaryFact(label: "severs", text: "\(Words.kind(other)) \(other.name)")
            }
            facts += (findings.impact(of: entity)?.jobs ?? []).prefix(8).map {
                SummaryFact(label: "breaks", text: "job \($0.name)")
            }
            if let users = findings.impact(of: entity)?.usersText {
                facts.append(SummaryFact(label: "in use", text: users))
            }
        }
        return facts
    }

    /// Where a new value of the selected row of the plan would be lost, as a fact for a pane.
    private var openSlotFacts: [SummaryFact] {
        guard place.view == .plan, let entity = selectedEntity,
            let words = openSlots(of: entity).words(of: entity)
        else { return [] }
        return [SummaryFact(label: "new value", text: words)]
    }
}

extension Question {
    /// The same where every guard fails.
    fileprivate var withGuardsFailing: Question {
        var question = self
        question.guards = .fail
        return question
    }
}
