import Inventory
import PlainText
import Reach
import TerminalKit

/// What the pane says of the selected entity: how it is held, and what sources say of it.
struct EntitySummary {
    let state: State
    let entity: Entity
    let look: Look
    /// The cells of the pane.
    let size: Size

    /// The lines kept for how it is held, with their heading; on the plan also for what is severed and what breaks.
    private var heldLines: Int {
        let usual = isNarrow ? 18 : 14
        switch state.place.view {
        case .plan: return usual + 5
        case .chokepoints: return usual + State.chokeFactLines
        default: return usual
        }
    }

    /// Whether long facts take a line more than in a pane of the usual width.
    private var isNarrow: Bool { size.columns < Self.usualColumns }
    private static let usualColumns = 56

    private var isHigh: Bool { FactPane.isHigh(size) }
    /// Whether facts stand in the same lines for every entity, those too that one of them lacks.
    private var keepsPlaces: Bool { isHigh || FactPane.isWide(size) }

    var pane: FactPane {
        FactPane(
            title: entity.name, spokenTitle: "\(Words.kind(entity)) \(entity.name)",
            parts: [
                .init(heading: "Compromise", facts: held, lines: heldLines),
                .init(
                    heading: EntityPage(state: state, entity: entity).factHeading, facts: facts, isSpaced: keepsPlaces),
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
        // In a low pane it would push what is always there up and down.
        let isEventLast = keepsPlaces && !isHigh
        if !isEventLast { facts += [event].compactMap(\.self) }
        if let (ground, row) = state.selectedChange {
            let words = ChangeRowWords(ground: ground, row: row)
            let what = ground.isRelation(row) ? "\(words.word): \(words.name)" : words.word
            add("change", words.why.isEmpty ? what : "\(what): \(words.why)", lines: 3)
        }
        facts += state.chokeFacts(of: entity)
        for (label, text) in JudgementWords(of: entity, in: state).facts { add(label, text) }
        if let note = state.work.present.notes[entity.index] { add("note", note) }
        if state.question == nil {
            add("held", "nothing is declared compromised yet")
        } else if let answer = state.answer {
            facts += self.facts(of: answer.radius[entity.index])
        } else {
            add("held", state.pendingReason)
        }
        facts += state.whatIfFacts
        for declared in state.work.present.seeds where declared.seed.entity == entity.index {
            let window = TimeWords.window(declared.seed.window, near: state.at, arrow: look[.until])
            add("declared", "\(window), \(declared.origin.words)")
        }
        if isEventLast { facts += [event].compactMap(\.self) }
        return facts
    }

    /// What the selected row of the timeline says.
    private var event: SummaryFact? {
        state.rows.timelineEvent(at: state.selected).map { event in
            let detail = EventWords(event: event, state: state, look: look).detail
            let what = "\(TimeWords.second(event.at)) \(event.kind.word(of: entity.kind))"
            return SummaryFact(
                label: "event", text: detail.isEmpty ? what : "\(what): \(detail)", lines: isNarrow ? 3 : 2)
        }
    }

    private func facts(of held: HeldEntity?) -> [SummaryFact] {
        let words = held.map { HeldWords(held: $0, state: state, look: look) }
        func moment(_ instant: Instant) -> String {
            state.place.lens.isTimeless ? "times are left out of account" : TimeWords.minute(instant)
        }
        func standing(_ held: HeldEntity) -> String {
            (words?.state ?? "") + (held.isConditional ? ": only when a guard fails" : "")
        }
        func tier(_ held: HeldEntity) -> String {
            "\(held.tier == 0 ? "0, inherited" : "\(held.tier)"), \(held.plane?.rawValue ?? "unknown") plane"
        }
        // What is declared was not gained from anything.
        let gained = held.flatMap { $0.isSeed ? nil : $0 }
        var facts = [
            placed(
                "held", held.map(standing) ?? "not reached, as far as the sources tell", lines: isNarrow ? 2 : 1),
            placed("first held", held.map { moment($0.firstHeld) }), placed("until", held.map { moment($0.heldUntil) }),
            placed("tier", gained.map(tier)),
            placed("via", gained.flatMap { _ in words?.why }, lines: isNarrow ? 3 : 2),
            placed("known", gained.flatMap { _ in words.map { "\($0.known), by the weakest step" } }),
            placed("used since", words?.used, lines: isNarrow ? 2 : 1),
        ].compactMap(\.self)
        guard let held, let words else { return facts }
        if !state.place.lens.isTimeless, !held.isConditional,
            let ending = state.answer?.radius.ending(of: held.entity.index)
        {
            facts.append(SummaryFact(label: "end", text: ending.words(of: held.entity)))
        }
        if let contents = words.contents { facts.append(SummaryFact(label: "value", text: contents, lines: 2)) }
        if held.isRenewable { facts.append(SummaryFact(label: "renewable", text: "its sessions renew one another")) }
        return facts
    }

    /// A fact, or that there is none, where facts keep their places.
    private func placed(_ label: String, _ text: String?, lines: Int = 1) -> SummaryFact? {
        (text ?? (keepsPlaces ? look[.none] : nil)).map { SummaryFact(label: label, text: $0, lines: lines) }
    }

    /// What sources say of it. In a high pane what takes one line or several comes last, where it pushes nothing up and
    /// down.
    var facts: [SummaryFact] {
        let (out, into) = (state.inventory.outgoing(entity.index).count, state.inventory.incomingCount(entity.index))
        let name = [
            SummaryFact(label: "kind", text: Words.kind(entity)), SummaryFact(label: "short id", text: entity.shortID),
        ]
        let identity =
            [SummaryFact(label: "id", text: entity.id, lines: 2)]
            + state.looks(of: entity.index).map { SummaryFact(label: "looks like", text: $0.text) }
        let relations = [
            SummaryFact(label: "relations", text: "\(Words.grouped(out)) leave it, \(Words.grouped(into)) lead to it")
        ]
        return isHigh
            ? name + relations + recorded + others + identity + origin + flags
            : name + identity + relations + origin + recorded + flags + others
    }

    /// Where it is known from.
    private var origin: [SummaryFact] {
        let provenance = entity.provenance
        guard let first = provenance.first else { return [] }
        let more = provenance.count > 1 ? " and \(Words.count(provenance.count - 1, "more place"))" : ""
        let text = Words.provenance(first, in: state.inventory) + more
        return [SummaryFact(label: "known from", text: text, lines: 2)]
    }

    /// What sources record, and in one fact what none does: in a high pane, and in the widest, each has its line.
    private var recorded: [SummaryFact] {
        if isHigh || FactPane.isWidest(size) { return recordable.compactMap { placed($0.label, $0.text) } }
        let missing = recordable.filter { $0.text == nil }.map(\.label)
        let facts = recordable.compactMap { label, text in text.map { SummaryFact(label: label, text: $0) } }
        guard !missing.isEmpty else { return facts }
        return facts + [SummaryFact(label: "not recorded", text: missing.joined(separator: ", "), lines: 2)]
    }

    private var flags: [SummaryFact] {
        entity.flags.isEmpty ? [] : [SummaryFact(label: "flags", text: Words.flags(entity.flags))]
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

    /// What is counted.
    private var others: [SummaryFact] {
        var facts: [SummaryFact] = []
        if let exposure = state.exposures?[entity.index] {
            facts.append(SummaryFact(label: "exposure", text: Words.exposureOfAnyTime(exposure)))
        }
        // One line for all of them: they differ from row to row, and a pane that follows the cursor over a slow line
        // must not write them anew at every step.
        let attributes = entity.attributes.count
        let text = attributes > 0 ? "\(Words.grouped(attributes)) on its page" : nil
        return facts + [placed("attributes", text)].compactMap(\.self)
    }
}
