import Inventory
import PlainText
import Reach
import Reports
import TerminalKit

extension State {
    /// The facts of the selected entity beside the list or below it.
    func drawPreview(into screen: inout Screen, in rect: Rect, look: Look) {
        let layout = layout(screen.size)
        if let edge = layout.edge {
            if edge.columns == 1 {
                screen.verticalLine(edge, style: look[.border], glyphs: look.glyphs)
            } else {
                screen.horizontalLine(edge, style: look[.border], glyphs: look.glyphs)
            }
        }
        if !layout.showsList { screen.cursor = rect.origin }
        guard let pane = factPane(rect.size, look: look) else {
            let text = selectedRemark.map { "\($0.head)\n\n\($0.body)" } ?? "no entity is selected"
            screen.paragraph(text, in: rect, style: look[.textDim])
            return
        }
        pane.draw(into: &screen, in: rect, offset: paneOffset)
    }

    /// What a pane of some size says of the selected row: the entry of the journal, else the entity; nil where it is
    /// neither.
    func factPane(_ size: Size, look: Look) -> FactPane? {
        if let entry = selectedEntry { return entry.pane(size, in: self, look: look) }
        return selectedEntity.map { EntitySummary(state: self, entity: $0, look: look, size: size).pane }
    }

    /// What else there is to say of the selected row of the start, and of a change.
    private var selectedRemark: (head: String, body: String)? {
        if let (ground, row) = selectedChange {
            let words = ChangeRowWords(ground: ground, row: row)
            return ("\(words.word): \(words.kind(isCompact: false)) \(words.name)", words.why)
        }
        guard case .start(let lines) = rows, lines.indices.contains(selected) else { return nil }
        switch lines[selected] {
        case .blind(let spot): return (spot.what, spot.why)
        case .file(let file): return ("\(file.path): \(file.summary)", file.details.joined(separator: "\n"))
        case .recent(let session):
            return (
                session.name,
                session.obstacle
                    ?? ([sharing(of: session), session.casebook].compactMap { $0 } + session.sources)
                    .joined(separator: "\n")
            )
        case .lookAlikes(let count):
            return ("\(Words.grouped(count)) \(Words.lookAlikes(count))", QueryState.lookalike.row.explanation)
        case .heading, .remark, .seed, .entry, .found, .section, .files, .comparison: return nil
        }
    }

    /// What a session of the same evidence is, and what two people have in common instead; nil for another.
    private func sharing(of session: RecentSession) -> String? {
        guard session.isOfSameEvidence else { return nil }
        return "kept apart from what you have here; \(key(.newCase)) makes a case, which two people can share"
    }

    /// The selected row in full, where no pane shows it.
    func drawDetail(into screen: inout Screen, in rect: Rect, look: Look) {
        if let worded = rows.worded, selected < worded.count {
            let pieces = worded.pieces(at: selected, look: look)
            let line = FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: rect.columns - 1)
            screen.write(TextLine([" "] + line.spans), in: rect, style: look[.textDim], look: look)
            return
        }
        guard let entity = selectedEntity else {
            guard let remark = selectedRemark else { return }
            let line = remark.body.split(separator: "\n").joined(separator: " \(look[.separator]) ")
            screen.write(TextLine(" \(line)"), in: rect, style: look[.textDim], look: look)
            return
        }
        let separator = " \(look[.separator]) "
        if let event = rows.timelineEvent(at: selected) {
            let pieces: [FittedLine.Piece] = [
                .init(TimeWords.second(event.at), priority: 7),
                .init("\(Words.event(event, in: inventory)) \(entity.shortID)", priority: 9),
                .init(EventWords(event: event, state: self, look: look).detail, priority: 8),
            ]
            let line = FittedLine(pieces: pieces.filter { $0.spans[0].text != "" }, separator: separator)
            let text = TextLine([" "] + line.line(fitting: rect.columns - 1).spans)
            screen.write(text, in: rect, style: look[.textDim], look: look)
            return
        }
        var pieces: [FittedLine.Piece] = []
        func add(_ text: String, priority: Int) { pieces.append(.init(text, priority: priority)) }
        let isPlanned = place.view == .plan && work.present.marks.contains(entity.index)
        if isPlanned {
            add(" \(Words.shortKind(entity)) \(look.shortened(entity.name, to: 22)) \(entity.shortID)", priority: 10)
            add(Words.effect(entity.kind.remediation), priority: 9)
            if let note = openSlots(of: entity).note { add(note, priority: 10) }
        } else {
            let name = look.shortened(entity.name, to: min(40, rect.columns / 2 - 8))
            add(" \(Words.kind(entity)) \(name) \(entity.shortID)", priority: 9)
        }
        if let chokeWords = chokeWords(of: entity) { add(chokeWords, priority: 9) }
        if let id = foundID(of: entity, look) { add("id \(id)", priority: 10) }
        if let like = looks(of: entity.index).first {
            pieces.append(
                .init("looks like \(look.cut(like.text, to: max(20, rect.columns / 3)))", look[.warning], priority: 10))
        }
        if let held = answer?.radius[entity.index] {
            let words = HeldWords(held: held, state: self, look: look)
            // Why it is held is always told, if need be without its end.
            let taken = pieces.reduce(0) { $0 + TextLine($1.spans).width + separator.displayWidth }
            let room = max(8, rect.columns - taken)
            add(look.cut(words.why, to: min(room, max(44, rect.columns / 2))), priority: 9)
            if let again = words.heldAgain {
                add(again, priority: 8)
            } else {
                add(words.standing, priority: held.isSeed ? 7 : 6)
            }
            if let contents = words.contents { add(contents, priority: 10) }
            // What is held only if a guard fails has nothing else to show for being revoked.
            if let whatIfWords { add(whatIfWords, priority: held.isConditional ? 10 : 9) }
            if !held.isSeed { add(words.known, priority: 7) }
            if held.usedSince == true { add("used since", priority: 8) }
            if let plane = held.plane { add("\(plane.rawValue) plane", priority: 8) }
        }
        if let home = Words.home(entity) { add("in \(look.shortened(home, to: 40))", priority: 7) }
        if let owner = entity.owner { add("owner \(look.shortened(owner, to: 24))", priority: 2) }
        if let expires = entity.expires { add("expires \(TimeWords.minute(expires))", priority: 3) }
        screen.write(
            FittedLine(pieces: pieces, separator: separator).line(fitting: rect.columns), in: rect,
            style: look[.textDim], look: look)
    }

    /// The id of the selected entity where a search found it by that alone, from the hit on where it is long.
    private func foundID(of entity: Entity, _ look: Look) -> String? {
        guard !place.search.isEmpty, hits?.position(of: selected) != nil,
            !entity.name.lowercased().contains(place.search.lowercased()),
            let hit = entity.id.lowercased().firstRange(of: place.search.lowercased())
        else { return nil }
        let id = entity.id
        guard id.printable.displayWidth > Self.idColumns else { return id.printable }
        let lead = entity.id.lowercased()[..<hit.lowerBound].count
        return look.glyphs.ellipsis + look.cut(String(id.dropFirst(lead)), to: Self.idColumns)
    }

    /// What an id takes of the line of details.
    private static let idColumns = 36
}
