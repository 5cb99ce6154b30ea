import Inventory
import PlainText
import Reach
import TerminalKit

/// The suggested firebreak: what to disable, or the way that stays open whatever is disabled.
struct FirebreakTable {
    let state: State
    let firebreak: Firebreak
    let look: Look

    /// The lines above the table in such a rectangle: a third of it at most, up to half of it where its rows leave that
    /// much.
    static func headLines(_ state: State, in rect: Rect) -> Int {
        guard rect.rows >= 6 else { return 0 }
        guard rect.rows >= 9 else { return 3 }
        let wanted = state.firebreak.map { 2 + lines(of: words(of: $0, state), in: rect.columns - 2).count } ?? 3
        let spare = rect.rows - 1 - state.rows.count
        return max(3, min(wanted, max(rect.rows / 3, min(spare, rect.rows / 2))))
    }

    /// What it leaves open besides, which is what has to be acted on, and then why it is enough; or why there is none.
    private static func words(of firebreak: Firebreak, _ state: State) -> [String] {
        guard let why = firebreak.why else {
            return ["no crown jewel is marked; \(state.key(.defend)) on an entity makes it a target"]
        }
        return [firebreak.guardCaveat.map { "\($0): \(state.key(.guards))" }].compactMap { $0 }
            + firebreak.slotCaveats + [why]
    }

    private static func lines(of words: [String], in columns: Int) -> [String] {
        words.flatMap { Paragraph.lines($0, columns: max(1, columns)) }
    }

    /// Below this width kinds have their short names.
    private static let fullColumns = 100

    /// What the targets are, what the firebreak costs, and what is to be known of it: a line each where not all has room.
    func drawHead(into screen: inout Screen, in rect: Rect) {
        guard rect.rows > 0 else { return }
        let origin = firebreak.areJewels ? "the crown jewels" : "chosen by \(state.key(.defend))"
        write([(targets(columns: rect.columns - 2), 9), (origin, 5)], .text, into: &screen, in: rect.line(0))
        let isInPlan = firebreak.isFound && firebreak.members.keys.allSatisfy(state.work.present.marks.contains)
        let words = isInPlan ? "all of it is on the plan" : "\(state.key(.markAll)) puts it on the plan"
        let take = firebreak.isFound ? [(words, 8)] : []
        let isWhole = firebreak.isFound && firebreak.guardCaveat == nil && firebreak.slotCaveats.isEmpty
        write(
            firebreak.headlineParts.map { ($0, 9) } + take, isWhole ? .good : .warning, into: &screen, in: rect.line(1))
        let rest = Rect(row: rect.row + 2, column: rect.column + 1, rows: rect.rows - 2, columns: rect.columns - 2)
        let facts = Self.words(of: firebreak, state)
        var lines = Self.lines(of: facts, in: rest.columns)
        if lines.count > rest.rows { lines = facts.map { look.cut($0, to: rest.columns) } }
        for (number, text) in lines.prefix(max(0, rest.rows)).enumerated() {
            screen.write(TextLine(text, look[isWhole ? .textDim : .text]), in: rest.line(number), look: look)
        }
    }

    /// The targets by name, as many as there is room for.
    private func targets(columns: Int) -> String {
        let names = firebreak.targets.prefix(3).map { look.shortened($0.name, to: 24) }
        guard !names.isEmpty else { return "no target" }
        let texts = names.indices.reversed().map { last in
            let more = firebreak.targets.count - last - 1
            return "targets: \(names[...last].joined(separator: ", "))" + (more > 0 ? " and \(more) more" : "")
        }
        return texts.first { $0.displayWidth <= columns } ?? texts[texts.count - 1]
    }

    private func write(_ words: [(String, Int)], _ meaning: Meaning, into screen: inout Screen, in line: Rect) {
        let pieces = words.map { FittedLine.Piece($0.0, look[meaning], priority: $0.1) }
        let inner = line.inset(columns: 1)
        let fitted = FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: inner.columns)
        screen.write(fitted, in: inner, look: look)
    }

    func draw(_ rows: [Int], into screen: inout Screen, in rect: Rect) {
        firebreak.isFound ? drawCut(rows, into: &screen, in: rect) : drawPath(rows, into: &screen, in: rect)
    }

    private func drawCut(_ rows: [Int], into screen: inout Screen, in rect: Rect) {
        let isCompact = rect.columns < Self.fullColumns
        let columns = [
            TableColumn("STEP", minimum: isCompact ? 4 : 13, ideal: isCompact ? 4 : 13, priority: 8),
            .kind(isShort: isCompact, priority: 4),
            TableColumn("NAME", minimum: 14, ideal: 60, priority: .max, keeping: .middle, fitsContent: true),
            .shortID(isSpare: isCompact), TableColumn("BREAKS", minimum: 7, ideal: 8, priority: 7),
            TableColumn("SEVERS", minimum: 11, ideal: 12, priority: 6),
            TableColumn("TOWARDS", minimum: 14, ideal: 60, priority: 5, keeping: .middle, fitsContent: true),
        ]
        let table = TextTable(columns: columns, rowCount: rows.count, selected: state.selected)
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let entity = state.inventory.entity(at: rows[row])
            let member = firebreak.members[rows[row]]
            let severed = member?.severed
            let targets = severed?.targets ?? []
            let more = targets.count > 1 ? " and \(targets.count - 1) more" : ""
            return TableRow(
                [
                    TextSpan(
                        member?.step.map {
                            "\($0.number)" + ($0.isAtomic ? isCompact ? " +" : ", together" : "")
                        } ?? look[.none]), kind(entity, isCompact), TextSpan(entity.name),
                    .shortID(entity), TextSpan(Words.count(severed?.breaks ?? 0, "job")),
                    TextSpan(Words.count(severed?.reached ?? 0, "entity", plural: "entities")),
                    TextSpan(targets.first.map { $0.name + more } ?? look[.none]),
                ], mark: state.gutter(of: row, entity.index, look))
        }
    }

    /// The way to a target that nothing revocable stands on.
    private func drawPath(_ rows: [Int], into screen: inout Screen, in rect: Rect) {
        guard !rows.isEmpty else { return }
        let isCompact = rect.columns < Self.fullColumns
        let columns = [
            TableColumn("WHEN", minimum: 11, ideal: 11, priority: 6),
            TableColumn("HOW", minimum: 12, ideal: 30, priority: 7, fitsContent: true),
            .kind(isShort: isCompact, priority: 5),
            TableColumn("NAME", minimum: 14, ideal: 60, weight: 1, priority: .max, keeping: .middle),
            .shortID(isSpare: isCompact), TableColumn("KNOWN", minimum: 10, ideal: 10, priority: 3),
        ]
        let table = TextTable(columns: columns, rowCount: rows.count, selected: state.selected)
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let entity = state.inventory.entity(at: rows[row])
            let step = firebreak.crossings[rows[row]]
            let how = step.map { $0.relation.fromIndex == $0.from.index ? $0.relation.phrase : $0.relation.inverse }
            let when = step.map { $0.at == .beginning ? "no time" : TimeWords.cell($0.at, near: state.at) }
            return TableRow(
                [
                    TextSpan(when ?? look[.none]), TextSpan(how ?? "held"), kind(entity, isCompact),
                    TextSpan(entity.name), .shortID(entity),
                    TextSpan(step?.relation.traits.evidence.name ?? "declared"),
                ], mark: state.gutter(of: row, entity.index, look))
        }
    }

    private func kind(_ entity: Entity, _ isCompact: Bool) -> TextSpan {
        TextSpan(
            isCompact ? Words.shortKind(entity) : Words.kind(entity), look[Meaning.kind.appending(entity.kindName)])
    }
}
