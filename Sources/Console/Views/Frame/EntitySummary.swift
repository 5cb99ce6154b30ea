import Inventory
import PlainText
import Reach
import TerminalKit

/// What the pane says of the selected entity: how it is held, and what sources say of it.
struct EntitySummary {
    let state: State
    let entity: Entity
    let look: Look

    /// The lines kept for how it is held, with their heading.
    private static let heldLines = 11

    /// The pane of some size.
    func pane(_ size: Size) -> FactPane {
        FactPane(
            title: entity.name, spokenTitle: "\(Words.kind(entity)) \(entity.name)",
            parts: [
                .init(heading: "Compromise", facts: held, lines: Self.heldLines),
                .init(heading: EntityPage(state: state, entity: entity).factHeading, facts: facts),
            ], look: look, size: size)
    }
}

// What it says.
extension EntitySummary {
    /// How it is held.
    var held: [SummaryFact] {
        var facts: [SummaryFact] = []
        func add(_ label: String, _ text: String, lines: Int = 1) {
            facts.append(SummaryFact(label: label, text: text, lines: lines))
        }
        if let event = state.rows.timelineEvent(at: state.selected) {
            let detail = EventWords(event: event, state: state, look: look).detail
            let what = "\(TimeWords.second(event.at)) \(event.kind.word(of: entity.kind))"
            add("event", detail.isEmpty ? what : "\(what): \(detail)", lines: 2)
        }
        if let (ground, row) = state.selectedChange {
            let words = ChangeRowWords(ground: ground, row: row)
            let what = ground.isRelation(row) ? "\(words.word): \(words.name)" : words.word
            add("change", words.why.isEmpty ? what : "\(what): \(words.why)", lines: 3)
        }
        for (label, text) in JudgementWords(of: entity, in: state).facts { add(label, text) }
        if let note = state.work.present.notes[entity.index] { add("note", note) }
        if state.question == nil {
            add("held", "nothing is declared compromised yet")
        } else if let answer = state.answer {
            if let held = answer.radius[entity.index] {
                facts += self.facts(of: held)
            } else {
                add("held", "not reached from what is declared, as far as the sources tell")
            }
        } else {
            add("held", "still computing")
        }
        facts += state.whatIfFacts
        for declared in state.work.present.seeds where declared.seed.entity == entity.index {
            let window = TimeWords.window(declared.seed.window, near: state.at, arrow: look[.until])
            add("declared", "\(window), \(declared.origin.words)")
        }
        return facts
    }

    private func facts(of held: HeldEntity) -> [SummaryFact] {
        let words = HeldWords(held: held, state: state, look: look)
        func moment(_ instant: Instant) -> String {
            state.place.lens.isTimeless ? "times are left out of account" : TimeWords.minute(instant)
        }
        var facts = [
            SummaryFact(
                label: "held", text: words.state + (held.isConditional ? ": only when a guard fails" : "")),
            SummaryFact(label: "first held", text: moment(held.firstHeld)),
            SummaryFact(label: "until", text: moment(held.heldUntil)),
        ]
        if !held.isSeed {
            let tier = held.tier == 0 ? "0, inherited" : "\(held.tier)"
            facts += [
                SummaryFact(label: "tier", text: "\(tier), \(held.plane?.rawValue ?? "unknown") plane"),
                SummaryFact(label: "via", text: words.why, lines: 2),
                SummaryFact(label: "known", text: "\(words.known), by the weakest step"),
            ]
        }
        if held.isRenewable { facts.append(SummaryFact(label: "renewable", text: "its sessions renew one another")) }
        return facts + [SummaryFact(label: "used since", text: words.used)]
    }

    /// What sources say of it.
    var facts: [SummaryFact] {
        let (out, into) = (state.inventory.outgoing(entity.index).count, state.inventory.incomingCount(entity.index))
        var facts = [
            SummaryFact(label: "kind", text: Words.kind(entity)),
            SummaryFact(label: "id", text: entity.id, lines: 2),
        ]
        facts += state.looks(of: entity.index).map { SummaryFact(label: "looks like", text: $0.text) }
        facts += [
            SummaryFact(label: "relations", text: "\(Words.grouped(out)) leave it, \(Words.grouped(into)) lead to it")
        ]
        let provenance = entity.provenance
        if let first = provenance.first {
            let more = provenance.count - 1
            let place = Words.provenance(first, in: state.inventory)
            facts.append(
                SummaryFact(
                    label: "known from", text: place + (more > 0 ? " and \(Words.count(more, "more place"))" : "")))
        }
        var missing: [String] = []
        for (label, text) in recordable {
            if let text { facts.append(SummaryFact(label: label, text: text)) } else { missing.append(label) }
        }
        if !missing.isEmpty {
            facts.append(SummaryFact(label: "not recorded", text: missing.joined(separator: ", "), lines: 2))
        }
        return facts + others
    }

    /// What sources may record of any entity.
    private var recordable: [(label: String, text: String?)] {
        func time(_ instant: Instant?) -> String? { instant.map(TimeWords.minute) }
        return [
            ("belongs to", entity.parent.map { "\(Words.kind($0)) \($0.name)" }), ("owner", entity.owner),
            ("provider", entity.provider), ("privilege", entity.privilege.map { "\($0) of 4" }),
            ("created", time(entity.created)), ("issued", time(entity.issued)), ("rotated", time(entity.rotated)),
            ("last used", time(entity.lastUsed)), ("expires", time(entity.expires)),
            ("revoked", time(entity.revoked)),
        ]
    }

    /// What only some entities have.
    private var others: [SummaryFact] {
        var facts: [SummaryFact] = []
        if let exposure = state.exposures?[entity.index] {
            facts.append(SummaryFact(label: "exposure", text: Words.exposureOfAnyTime(exposure)))
        }
        if !entity.flags.isEmpty { facts.append(SummaryFact(label: "flags", text: Words.flags(entity.flags))) }
        // One line for all of them: they differ from row to row, and a pane that follows the cursor over a slow line
        // must not write them anew at every step.
        let attributes = entity.attributes.count
        if attributes > 0 {
            facts.append(SummaryFact(label: "attributes", text: "\(Words.grouped(attributes)) on its page"))
        }
        return facts
    }
}
