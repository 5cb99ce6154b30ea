import Inventory
import PlainText
import Reach
import TerminalKit

/// What the pane says of the selected entity: each fact whole, in as many lines as it takes, and in one those that no
/// source records. In a high pane the facts that every entity has keep their places: the eye finds them there while the
/// selection moves, and a move writes only what differs.
struct EntitySummary {
    /// A line of the pane.
    enum Line: Hashable {
        case heading(String)
        case fact(label: String, text: String)
    }

    let state: State
    let entity: Entity
    let look: Look
    /// The cells of the pane.
    let size: Size

    /// From this height on facts keep their places.
    private static let highRows = 36
    /// From this width on the facts stand right of how it is held.
    private static let wideColumns = 100
    private static let labelColumns = 13
    /// How many lines a single fact may take; the page has all.
    private static let linesShown = 6
    /// The lines kept for how it is held, with their heading.
    private static let heldLines = 11

    private var isHigh: Bool { size.rows >= Self.highRows }
    private var isWide: Bool { size.columns >= Self.wideColumns }

    /// The name, above all else.
    var title: [String] {
        guard !isWide else { return [look.shortened(entity.name, to: size.columns)] }
        let lines = wrapped(entity.name, columns: size.columns, lines: 2)
        return isHigh && lines.count == 1 ? lines + [""] : lines
    }

    /// The columns of a column of facts.
    var columnWidth: Int { isWide ? (size.columns - 4) / 2 : size.columns }

    /// The columns of facts, from the left.
    var columns: [[Line]] {
        let left = lines("Compromise", held, keeping: Self.heldLines)
        let right = lines(EntityPage(state: state, entity: entity).factHeading, facts, keeping: 0)
        return isWide ? [left, right] : [left + right]
    }

    /// How many lines lie below the last one that fits.
    var hiddenLines: Int { max(0, (columns.map(\.count).max() ?? 0) - max(0, size.rows - title.count)) }

    private func lines(_ heading: String, _ facts: [SummaryFact], keeping kept: Int) -> [Line] {
        var lines = [Line.heading(heading)]
        for fact in facts {
            let texts = wrapped(fact.text, columns: max(8, columnWidth - Self.labelColumns), lines: Self.linesShown)
            lines += texts.enumerated().map { .fact(label: $0 == 0 ? fact.label : "", text: $1) }
            if isHigh { lines += blanks(fact.lines - texts.count) }
        }
        return lines + (isHigh ? blanks(kept - lines.count) : [])
    }

    private func blanks(_ count: Int) -> [Line] {
        Array(repeating: .fact(label: "", text: ""), count: max(0, count))
    }

    /// A text in lines; what is too long for so many is cut in its middle.
    private func wrapped(_ text: String, columns: Int, lines: Int) -> [String] {
        let whole = Paragraph.lines(text, columns: columns)
        guard whole.count > lines else { return whole }
        let text = text.printable.shortened(
            to: max(1, columns * lines - columns / 2), keeping: .middle, ellipsis: look.glyphs.ellipsis)
        return Array(Paragraph.lines(text, columns: columns).prefix(lines))
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
        if !state.place.lens.isTimeless, !held.isConditional,
            let ending = state.answer?.radius.ending(of: held.entity.index)
        {
            facts.append(SummaryFact(label: "end", text: ending.words(of: held.entity)))
        }
        if let contents = words.contents { facts.append(SummaryFact(label: "value", text: contents, lines: 2)) }
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

// How it looks.
extension EntitySummary {
    /// Draws it from line `offset` on; a bar says which part is shown where that is not all.
    func draw(into screen: inout Screen, in rect: Rect, offset: Int) {
        let title = title
        for (number, text) in title.enumerated() {
            screen.write(TextLine(text, look[.title]), in: rect.line(number), look: look)
        }
        let room = max(0, rect.rows - title.count)
        let columns = columns
        let total = columns.map(\.count).max() ?? 0
        let first = max(0, min(offset, total - room))
        for (number, lines) in columns.enumerated() {
            for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
                let place = Rect(
                    row: rect.row + title.count + row, column: rect.column + number * (columnWidth + 2), rows: 1,
                    columns: columnWidth)
                draw(line, into: &screen, in: place.intersection(rect))
            }
        }
        let bar = Rect(row: rect.row + title.count, column: rect.endColumn, rows: room, columns: 1)
        ScrollBar(total: total, shown: first..<min(total, first + room)).draw(into: &screen, in: bar, look: look)
    }

    private func draw(_ line: Line, into screen: inout Screen, in rect: Rect) {
        switch line {
        case .heading(let text): screen.write(TextLine(text, look[.header]), in: rect, look: look)
        case .fact(let label, let text):
            let front = look.shortened(label, to: Self.labelColumns - 1).padded(to: Self.labelColumns)
            screen.write([TextSpan(front, look[.textDim]), TextSpan(text)], in: rect, style: look[.text], look: look)
        }
    }
}
