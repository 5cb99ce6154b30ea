import Inventory
import PlainText
import Reach
import TerminalKit

/// The tree of held entities: each under what first gave it, with how many lie under it.
struct HeldTree {
    let state: State
    let look: Look

    private static func columns(_ width: Int) -> [TableColumn] {
        let isCompact = width < fullColumns
        return [
            TableColumn("ENTITY", minimum: width < 60 ? 22 : 34, ideal: 100, priority: .max, fitsContent: true),
            .shortID(isSpare: true), TableColumn("BELOW", minimum: 5, ideal: 7, priority: 4, fitsContent: true),
            TableColumn("FIRST HELD", minimum: 11, ideal: 11, priority: 5),
            TableColumn("UNTIL", minimum: 11, ideal: isCompact ? 11 : 25, priority: 9, fitsContent: true),
            TableColumn(
                isCompact ? "T PLANE" : "TIER PLANE", minimum: isCompact ? 7 : 14, ideal: isCompact ? 7 : 14,
                priority: 7),
            TableColumn(
                "HOW", minimum: 14, ideal: 60, priority: 8, keeping: .middle, fitsContent: true, wholePart: 6),
        ]
    }

    private static let fullColumns = 118
    /// What is kept for kinds and names before branches are drawn whole.
    private static let leastName = 17

    func draw(_ tree: TreeRows, empty: String, into screen: inout Screen, in rect: Rect) {
        let isCompact = rect.columns < Self.fullColumns
        let columns = Self.columns(rect.columns)
        var table = TextTable(
            columns: columns, rowCount: tree.count, selected: state.selected, emptyText: TextLine(empty))
        table.measures = state.measures
        // Names give way in their middle, and branches from the left: so rows are made to the width that they get.
        let slots = table.slots(in: rect, look: look) { row in
            TableRow(cells(row, of: tree, room: rect.columns, isCompact: isCompact))
        }
        table.columns = slots.map { slot in
            let column = columns[slot.index]
            return TableColumn(
                column.title, minimum: slot.width, ideal: slot.width, priority: column.priority,
                keeping: column.keeping)
        }
        let room = slots.first { $0.index == 0 }?.width ?? rect.columns
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let held = tree.held(at: row)
            let cells = cells(row, of: tree, room: room, isCompact: isCompact)
            return TableRow(
                slots.map { cells[$0.index] },
                mark: state.signs(of: held.entity.index, look),
                style: held.isConditional ? look[.conditional].over(look[.text]) : nil)
        }
    }

    private func cells(_ row: Int, of tree: TreeRows, room: Int, isCompact: Bool) -> [TextSpan] {
        let held = tree.held(at: row)
        let words = HeldWords(held: held, state: state, look: look)
        let below = tree.below(row)
        let plane = isCompact ? held.plane.map { $0 == .identity ? "ident" : "integ" } ?? look[.none] : words.plane
        let planeStyle = held.plane.map { look[$0 == .identity ? .identityPlane : .integrityPlane] }
        return [
            TextSpan(name(row, of: tree, held, room: room)), .shortID(held.entity),
            TextSpan(below == 0 ? look[.none] : Words.grouped(below)),
            TextSpan(words.firstHeld),
            TextSpan(
                isCompact ? words.untilInShort : words.until,
                look[held.usedSince == true ? .alarm : words.meaning]),
            TextSpan(isCompact ? "\(words.tier) \(plane)" : "\(words.tier)    \(plane)", planeStyle),
            TextSpan(how(row, of: tree, held)),
        ]
    }

    /// Branches, the sign of folding, what it is and how it is called. Where there is no room for all branches the first
    /// ones are cut.
    private func name(_ row: Int, of tree: TreeRows, _ held: HeldEntity, room: Int) -> String {
        let depth = tree.depth(of: row)
        let shown = min(depth, max(1, (room - Self.leastName) / 2))
        var branches = shown < depth ? look.glyphs.ellipsis : ""
        let line = depth == 0 ? [] : tree.forest.line(to: tree.position(of: row), last: shown)
        for (number, position) in line.enumerated() {
            let isLast = tree.forest.isLast(position)
            if number == shown - 1 {
                branches += look[isLast ? .bottomLeft : .teeRight] + look[.horizontal]
            } else {
                branches += (isLast ? " " : look[.vertical]) + " "
            }
        }
        let sign = tree.below(row) == 0 ? " " : look[tree.isFolded(row) ? .shut : .open]
        let kind = Words.shortKind(held.entity)
        let name = look.shortened(
            held.entity.name, to: max(6, room - branches.displayWidth - kind.printable.displayWidth - 3))
        return "\(branches)\(sign) \(kind) \(name)"
    }

    /// The crossing from what it lies under; where that did not give it, how many steps of the way are not listed.
    private func how(_ row: Int, of tree: TreeRows, _ held: HeldEntity) -> String {
        guard let via = held.via else { return "declared" }
        if let hidden = hidden(above: row, of: tree, held) { return hidden }
        let phrase = MapWords.phrase(via.relation)
        guard held.isConditional, let control = via.relation.guard else { return phrase }
        return "\(phrase) if \(control) fails"
    }

    /// How many entities that are not listed lie between a row and the one it lies under; nil where that gave it.
    private func hidden(above row: Int, of tree: TreeRows, _ held: HeldEntity) -> String? {
        guard let via = held.via else { return nil }
        guard let parent = tree.parent(of: row).map(tree.held(at:)) else {
            return "\(Words.grouped(held.hops)) hidden above"
        }
        guard parent.entity.index != via.from.index else { return nil }
        return "\(Words.grouped(max(1, held.hops - parent.hops - 1))) hidden between"
    }

    /// A row in words: what it is, how deep it lies, how it is held, how many lie under it.
    func spoken(_ row: Int, of tree: TreeRows) -> String {
        let held = tree.held(at: row)
        let words = HeldWords(held: held, state: state, look: look)
        let below = tree.below(row)
        var parts = ["\(Words.kind(held.entity)) \(held.entity.name)", "level \(tree.depth(of: row))"]
        parts += words.shortSpoken
        if !held.isSeed { parts.append(words.why) }
        parts.append(SpokenFact.shortID(held.entity).words)
        if let hidden = hidden(above: row, of: tree, held) { parts.append(hidden) }
        parts.append(below == 0 ? "nothing below" : "\(Words.grouped(below)) below")
        if below > 0 { parts.append(tree.isFolded(row) ? "folded" : "open") }
        return parts.joined(separator: ", ").printable
    }
}
