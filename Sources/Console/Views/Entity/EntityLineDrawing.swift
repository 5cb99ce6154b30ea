import Inventory
import PlainText
import TerminalKit

/// How the lines of an entity's page look.
struct EntityLineDrawing {
    let state: State
    let look: Look
    /// The entity whose lines these are.
    var subject: Int?

    private static let value = TableColumn("", minimum: 4, ideal: 4, weight: 1, priority: .max, keeping: .middle)
    private static let source = TableColumn("", minimum: 4, ideal: 4, weight: 1, priority: .max, keeping: .end)

    /// The number of the column that says what the other end belongs to, where it is there.
    private static let home = 3

    /// Below this width a relation is as wide as its words: those under one heading are of one relation.
    private static let wideColumns = 100

    /// The columns of a relation. In a narrow pane a guard takes the place of how the relation is known; what the other
    /// end belongs to stands beside it where it is known.
    private static func relation(
        _ phrase: TextSpan, isGuarded: Bool, isTimed: Bool, hasHome: Bool, room: Int, in inventory: Inventory
    ) -> [TableColumn] {
        let isNarrow = room < wideColumns
        let width = isNarrow ? min(18, phrase.text.printable.displayWidth) : 18
        return [
            TableColumn("", minimum: width, ideal: width, weight: isNarrow ? 0 : 1, priority: 6),
            TableColumn("", minimum: 20, ideal: 26, weight: 3, priority: .max, keeping: .middle),
            .shortID(in: inventory),
        ] + (hasHome ? [TableColumn("", minimum: isNarrow ? 22 : 10, ideal: 30, weight: 2, priority: 4)] : []) + [
            TableColumn("", minimum: isTimed ? 21 : 12, ideal: isTimed ? 27 : 21, priority: 5),
            TableColumn("", minimum: 6, ideal: 12, priority: 1),
            TableColumn("", minimum: 10, ideal: 10, priority: 2),
            TableColumn("", minimum: 8, ideal: 18, weight: 1, priority: isGuarded ? 3 : 0),
        ]
    }

    func draw(_ line: EntityLine, into screen: inout Screen, in rect: Rect, style: Style) {
        switch line {
        case .heading(let title): screen.write(TextLine(title, look[.header]), in: rect, style: style, look: look)
        case .fact(let label, let value): write(label, value, into: &screen, in: rect, style: style)
        case .held(let label, let value, let aside):
            write(label, value, aside: aside, into: &screen, in: rect, style: style)
        case .history(let entry):
            HistoryDrawing(state: state, look: look, subject: subject)
                .draw(entry, into: &screen, in: rect, style: style)
        case .parent(let parent):
            let entity = state.inventory.entity(at: parent)
            write("belongs to", "\(Words.kind(entity)) \(entity.name)", into: &screen, in: rect, style: style)
        case .twin(_, let text): write("looks like", text, into: &screen, in: rect, style: style)
        case .provenance(let provenance):
            let sources = state.inventory.sources
            let collected = sources.indices.contains(provenance.source) ? sources[provenance.source].collected : nil
            let when = collected.map { ", collected \(TimeWords.minute($0))" } ?? ""
            let place = Words.provenance(provenance, in: state.inventory)
            write("source", place + when, column: Self.source, into: &screen, in: rect, style: style)
        case .ego(let ego, let number, let isNarrow):
            EgoDrawing(ego: ego, state: state, look: look)
                .draw(line: number, isNarrow: isNarrow, into: &screen, in: rect, style: style)
        case .relation(let number, let isOutgoing, let other):
            var cells = relationCells(number, isOutgoing: isOutgoing, other: other, columns: rect.columns)
            let relation = state.inventory.relation(at: number)
            let entity = state.inventory.entity(at: other)
            let columns = Self.relation(
                cells[0], isGuarded: relation.isGuarded, isTimed: relation.valid != .always,
                hasHome: Words.home(entity) != nil, room: rect.columns, in: state.inventory)
            let slot = ColumnSlot.slots(for: columns, in: rect.columns).first { $0.index == Self.home }
            if !look.isSpoken, let slot, let home = Words.home(entity, in: slot.width - "in ".count) {
                cells[Self.home].text = "in \(home)"
            }
            screen.write(cells, columns: columns, in: rect, style: style, look: look)
        }
    }

    private func write(
        _ label: String, _ value: String, aside: String? = nil, column: TableColumn = value, into screen: inout Screen,
        in rect: Rect,
        style: Style
    ) {
        // In a narrow pane the value needs the room more.
        let label = TextSpan(label, look[.textDim])
        let width = rect.columns < 50 ? 10 : rect.columns < 70 ? 12 : 15
        let isKnown = value != "unknown"
        var column = column
        // What is a sentence, and no name, is cut at its end.
        if value.contains(" "), column == Self.value { column.keeping = .start }
        let whole = value + (aside.map { " (\($0))" } ?? "")
        let hasRoom = look.isSpoken || whole.printable.displayWidth <= rect.columns - width - 2
        screen.write(
            [label, TextSpan(hasRoom ? whole : value, isKnown ? nil : look[.textDim])],
            columns: [TableColumn("", minimum: 8, ideal: width, priority: .max), column], in: rect, style: style,
            look: look)
    }

    private func relationCells(_ number: Int, isOutgoing: Bool, other: Int, columns: Int) -> [TextSpan] {
        let relation = state.inventory.relation(at: number)
        let entity = state.inventory.entity(at: other)
        let arrow = look[isOutgoing ? .arrowRight : .arrowLeft]
        let traits = relation.traits
        let control = relation.guard.map { "guard: \($0)" } ?? "no guard"
        let planned = state.work.present.endings[RelationMark(relation)].map { "to end (\($0.state.rawValue)): " } ?? ""
        let home = Words.home(entity).map { [TextSpan("in \($0)", look[.textDim])] } ?? []
        return [
            TextSpan("\(arrow) \(planned)\(isOutgoing ? relation.phrase : relation.inverse)"),
            TextSpan(
                "\(columns < 100 ? Words.shortKind(entity) : Words.kind(entity)) \(entity.name)",
                look[Meaning.kind.appending(entity.kindName)]), .shortID(entity),
        ] + home + [
            TextSpan(when(relation)),
            TextSpan(traits.gain == .none ? look[.none] : Words.hold(traits.hold)),
            TextSpan(traits.evidence.name, traits.evidence == .inferred ? look[.inferred] : nil),
            TextSpan(control, relation.isGuarded ? look[.conditional] : look[.textDim]),
        ]
    }

    /// When it was so. Settings without a time are those of the day on which they were collected.
    private func when(_ relation: Relation) -> String {
        guard relation.valid == .always else {
            return TimeWords.window(relation.valid, near: state.at, arrow: look[.until])
        }
        guard relation.traits.evidence == .configured else { return "no time recorded" }
        return relation.collected.map { "collected \(TimeWords.cell($0, near: state.at))" } ?? "as collected"
    }
}
