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
            TableColumn("ENTITY", minimum: 22, ideal: 40, weight: 3, priority: .max),
            TableColumn("BELOW", minimum: 6, ideal: 7, priority: 8),
            TableColumn("FIRST HELD", minimum: 11, ideal: 11, priority: 5),
            TableColumn("UNTIL", minimum: isCompact ? 11 : 19, ideal: isCompact ? 11 : 25, priority: 9),
            TableColumn(
                isCompact ? "T PLANE" : "TIER PLANE", minimum: isCompact ? 7 : 14, ideal: isCompact ? 7 : 14,
                priority: 6),
            TableColumn("HOW", minimum: 14, ideal: 18, weight: 1, priority: 4),
        ]
    }

    private static let fullColumns = 118
    /// What is kept for kinds and names before branches are drawn whole.
    private static let leastName = 17

    func draw(_ tree: TreeRows, empty: String, into screen: inout Screen, in rect: Rect) {
        let columns = Self.columns(rect.columns)
        let table = TextTable(
            columns: columns, rowCount: tree.count, selected: state.selected, emptyText: TextLine(empty))
        let room = rect.columns - TextTable.gutter - 2
        let width = ColumnSlot.slots(for: columns, in: room).first { $0.index == 0 }?.width ?? room
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            cells(row, of: tree, room: width, isCompact: rect.columns < Self.fullColumns)
        }
    }

    private func cells(_ row: Int, of tree: TreeRows, room: Int, isCompact: Bool) -> TableRow {
        let held = tree.held(at: row)
        let words = HeldWords(held: held, state: state, look: look)
        let below = tree.below(row)
        let plane = isCompact ? held.plane.map { $0 == .identity ? "ident" : "integ" } ?? look[.none] : words.plane
        let planeStyle = held.plane.map { look[$0 == .identity ? .identityPlane : .integrityPlane] }
        let isMarked = state.work.present.marks.contains(held.entity.index)
        return TableRow(
            [
                TextSpan(name(row, of: tree, held, room: room)),
                TextSpan(below == 0 ? look[.none] : Words.grouped(below)),
                TextSpan(words.firstHeld),
                TextSpan(
                    isCompact ? words.untilInShort : words.until,
                    look[held.usedSince == true ? .alarm : words.meaning]),
                TextSpan(isCompact ? "\(words.tier) \(plane)" : "\(words.tier)    \(plane)", planeStyle),
                TextSpan(how(held)),
            ], mark: isMarked ? look[.marked] : "",
            style: held.isConditional ? look[.conditional].over(look[.text]) : nil)
    }

    /// Branches, the sign of folding, what it is and how it is called. Of deep branches only the last few are drawn,
    /// behind how deep it lies.
    private func name(_ row: Int, of tree: TreeRows, _ held: HeldEntity, room: Int) -> String {
        let depth = tree.depth(of: row)
        let shown = min(depth, max(1, (room - Self.leastName) / 2))
        var branches = shown < depth ? "\(depth)\(look.glyphs.ellipsis)" : ""
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

    /// The crossing from what it lies under; where that is not listed, from whom it really came.
    private func how(_ held: HeldEntity) -> String {
        guard let via = held.via else { return "declared" }
        let phrase = MapWords.phrase(via.relation)
        guard held.isConditional, let control = via.relation.guard else { return phrase }
        return "\(phrase) if \(control) fails"
    }

    /// A row in words: what it is, how deep it lies, how it is held, how many lie under it.
    func spoken(_ row: Int, of tree: TreeRows) -> String {
        let held = tree.held(at: row)
        let words = HeldWords(held: held, state: state, look: look)
        let below = tree.below(row)
        var parts = ["\(Words.kind(held.entity)) \(held.entity.name)", "level \(tree.depth(of: row))"]
        parts += words.shortSpoken
        if !held.isSeed { parts.append(words.why) }
        parts.append(below == 0 ? "nothing below" : "\(Words.grouped(below)) below")
        if below > 0 { parts.append(tree.isFolded(row) ? "folded" : "open") }
        return parts.joined(separator: ", ").printable
    }
}
