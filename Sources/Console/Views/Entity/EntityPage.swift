import Inventory
import PlainText
import Reach
import Reports
import TerminalKit

/// The lines of an entity's page.
struct EntityPage {
    let state: State
    let entity: Entity

    /// How many stretches of time are listed one by one.
    private static let holdingsShown = 12

    /// Everything; with a filter only the relations whose other end matches, and of plain words also the lines that say
    /// them.
    var lines: [EntityLine] {
        let relations = relationLines
        guard state.place.query.isEmpty else { return narrowed(relations) }
        return heldLines + factLines + historyLines(withRuns: true) + egoLines(relations) + relations + provenanceLines
    }

    private func narrowed(_ relations: [EntityLine]) -> [EntityLine] {
        guard let filter = wordFilter else { return relations }
        let others = heldLines + factLines + historyLines(withRuns: true)
        return filter.narrowed(others) + relations + filter.narrowed(provenanceLines)
    }

    /// What finds lines by what they say; nil where more is asked for than words.
    private var wordFilter: EntityLineFilter? {
        guard let words = state.query.plainWords, !words.isEmpty else { return nil }
        return EntityLineFilter(
            words: words, drawing: EntityLineDrawing(state: state, look: Look(), subject: entity.index))
    }

    /// The most relations that are looked at for what they say: each is drawn for that.
    private static let relationsRead = 500

    private var heldLines: [EntityLine] {
        let noted = state.work.present.notes[entity.index].map { EntityLine.fact(label: "note", value: $0) }
        let judged = JudgementWords(of: entity, in: state).facts.map {
            EntityLine.fact(label: $0.label, value: $0.text)
        }
        var lines: [EntityLine] = [.heading("Compromise")] + judged + [noted].compactMap { $0 }
        let windows = state.work.present.seeds.filter { $0.seed.entity == entity.index }
        lines += windows.map {
            .fact(
                label: "declared",
                value: "\(TimeWords.minute($0.seed.window.from)) to \(TimeWords.minute($0.seed.window.until)), "
                    + $0.origin.words)
        }
        guard state.question != nil else {
            return lines + [.fact(label: "held", value: "nothing is declared compromised yet")]
        }
        guard let answer = state.answer else { return lines + [.fact(label: "held", value: state.pendingReason)] }
        guard let held = answer.radius[entity.index] else {
            let value = "not reached, as far as the sources tell"
            return lines + [.fact(label: "held", value: value)]
        }
        let words = HeldWords(held: held, state: state, look: Look(glyphs: .ascii))
        lines += [
            .held(label: "held", value: words.state + (held.isConditional ? ": only when a guard fails" : "")),
            moment("first held", held.firstHeld), moment("until", held.heldUntil),
        ]
        if held.holdings.count > 1 {
            let shown = held.holdings.prefix(Self.holdingsShown)
            lines += shown.enumerated().map { number, window in
                .held(label: "holding \(number + 1)", value: TimeWords.windowInFull(window, arrow: "to"))
            }
            let rest = held.holdings.count - shown.count
            if rest > 0 { lines.append(.held(label: "holdings", value: "\(Words.grouped(rest)) more")) }
        }
        if !held.isSeed {
            lines += [
                .held(label: "tier", value: held.tier == 0 ? "0, inherited" : "\(held.tier)"),
                .held(label: "plane", value: held.plane?.rawValue ?? "unknown"),
                .held(label: "via", value: words.why),
                .held(label: "known", value: "\(words.known) (the weakest step)"),
            ]
        }
        if held.isRenewable { lines.append(.held(label: "renewable", value: "its sessions renew one another")) }
        lines.append(.held(label: "used since", value: words.used))
        return lines
    }

    /// A moment, and aside how far it is from the lens.
    private func moment(_ label: String, _ instant: Instant) -> EntityLine {
        state.place.lens.isTimeless
            ? .held(label: label, value: "times are left out of account")
            : .held(
                label: label, value: TimeWords.minute(instant), aside: TimeWords.distance(instant, from: state.at))
    }

    /// Facts without a time are those of the day on which they were collected: said where the lens lies before it.
    var factHeading: String {
        let sources = state.inventory.sources
        let collected = entity.provenance.lazy
            .compactMap { sources.indices.contains($0.source) ? sources[$0.source].collected : nil }.max()
        guard let collected, state.at < collected, !state.place.lens.isTimeless else { return "Facts" }
        return "Facts, as collected on \(TimeWords.minute(collected))"
    }

    private var factLines: [EntityLine] {
        var lines: [EntityLine] = [.heading(factHeading), .fact(label: "kind", value: Words.kind(entity))]
        var missing: [String] = []
        func add(_ label: String, _ value: String?) {
            if let value { lines.append(.fact(label: label, value: value)) } else { missing.append(label) }
        }
        lines.append(.fact(label: "short id", value: entity.shortID))
        lines.append(.fact(label: "id", value: entity.id))
        lines += state.looks(of: entity.index).map { .twin($0.twin, text: $0.text) }
        if let parent = entity.parent { lines.append(.parent(parent.index)) }
        add("owner", entity.owner)
        add("provider", entity.provider)
        add("privilege", entity.privilege.map { "\($0) of 4" })
        let times: [(String, Instant?)] = [
            ("created", entity.created), ("issued", entity.issued), ("rotated", entity.rotated),
            ("last used", entity.lastUsed), ("expires", entity.expires), ("revoked", entity.revoked),
        ]
        missing += times.filter { $0.1 == nil }.map(\.0)
        if state.exposures != nil {
            if let exposure = state.subjectExposure { add("exposure", Words.exposureOfAnyTime(exposure)) }
        } else if state.asked.contains(.exposure(state.crossingFilter)) {
            add("exposure", state.pendingReason)
        }
        if !missing.isEmpty { lines.append(.fact(label: "not recorded", value: missing.joined(separator: ", "))) }
        if !entity.flags.isEmpty { add("flags", Words.flags(entity.flags)) }
        if let impact = state.findings.impact(of: entity.index) {
            add(
                Words.remedy(entity.kind) + " breaks",
                "\(Words.count(impact.breaks, "job")), \(Words.count(impact.workflows.count, "workflow")); "
                    + "\(Words.count(impact.runs, "recorded run")) needed it")
            if let users = impact.usersText { add("in use", users) }
        }
        for attribute in entity.attributes { add(attribute.name, attribute.value) }
        return lines
    }

    /// What happened to it, the lens among it.
    private func historyLines(withRuns: Bool) -> [EntityLine] {
        let (entries, more) = EntityHistory(state: state, entity: entity).entries(withRuns: withRuns)
        guard !entries.isEmpty else { return [] }
        let rest: [EntityLine] =
            more == 0 ? [] : [.fact(label: "left out", value: "\(Words.grouped(more)) farther from the lens")]
        return [.heading("History, in UTC")] + entries.map { .history($0) } + rest
    }

    /// The relations that leave, then those that enter, each by what it says and the plane it speaks of.
    private var relationLines: [EntityLine] {
        let inventory = state.inventory
        let query = state.boundQuery(state.answer)
        let out = inventory.outgoing(entity.index).map { relation in
            EntityLine.relation(relation, isOutgoing: true, other: inventory.relationEnds(relation).to)
        }
        let into = inventory.incoming(entity.index).map { relation in
            EntityLine.relation(relation, isOutgoing: false, other: inventory.relationEnds(relation).from)
        }
        let filter = out.count + into.count <= Self.relationsRead ? wordFilter : nil
        var order: [Group] = []
        var groups: [Group: [EntityLine]] = [:]
        for line in out + into {
            guard case .relation(let number, let isOutgoing, let other) = line,
                query.matches(other) || filter?.finds(line) == true
            else { continue }
            let relation = inventory.relation(at: number)
            let group = Group(
                relation: relation.kind, isOutgoing: isOutgoing, otherKind: inventory.entity(at: other).kind,
                traits: relation.traits)
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(line)
        }
        return order.flatMap { group -> [EntityLine] in
            let lines = groups[group] ?? []
            guard case .relation(let number, let isOutgoing, _)? = lines.first else { return [] }
            let heading = heading(of: inventory.relation(at: number), isOutgoing: isOutgoing)
            return [.heading("\(heading) (\(Words.grouped(lines.count))\(openNow(lines)))")] + lines
        }
    }

    /// How many of the relations are so at the moment of the lens, where that is not all of them.
    private func openNow(_ lines: [EntityLine]) -> String {
        guard !state.place.lens.isTimeless else { return "" }
        let open = lines.count { line in
            guard case .relation(let number, _, _) = line else { return false }
            return state.inventory.valid(of: number).contains(state.at)
        }
        return open == lines.count ? "" : ", \(Words.grouped(open)) at the lens"
    }

    /// The entity drawn in the middle of what gives control of it and what it gives control of.
    private func egoLines(_ relations: [EntityLine]) -> [EntityLine] {
        guard let ego = EgoMap(of: entity.index, lines: relations, in: state.inventory) else { return [] }
        let isNarrow = state.isNarrow
        let drawn = ego.lines
        let signs = PlaneLine.allCases.filter { drawn.contains($0) }.map { "\($0.stroke) \($0.rawValue)" }
        let key = isNarrow ? "" : "; lines by plane: \(signs.joined(separator: ", "))"
        return [.heading("Control: what leads to it, and where it leads\(key)")]
            + (0..<ego.lineCount(isNarrow: isNarrow)).map { .ego(ego, line: $0, isNarrow: isNarrow) }
    }

    /// What relations under one heading share.
    private struct Group: Hashable {
        var relation: RelationKind
        var isOutgoing: Bool
        var otherKind: EntityKind
        var gain: Gain
        var act: Act

        init(relation: RelationKind, isOutgoing: Bool, otherKind: EntityKind, traits: RelationTraits) {
            self.relation = relation
            self.isOutgoing = isOutgoing
            self.otherKind = otherKind
            gain = traits.gain
            act = traits.act
        }
    }

    private func heading(of relation: Relation, isOutgoing: Bool) -> String {
        let phrase = isOutgoing ? relation.phrase : relation.inverse
        let traits = relation.traits
        guard let gaining = relation.gaining else { return "It \(phrase): gives no control" }
        let direction = gaining == entity.index ? "gained from these" : "gives these"
        return "It \(phrase): \(direction) by \(traits.act.name), \(traits.act.plane.rawValue) plane"
    }

    private var provenanceLines: [EntityLine] {
        [.heading("Known from")] + entity.provenance.map { .provenance($0) }
    }
}
