import Inventory
import PlainText
import TerminalKit

/// How the lines of an entity's page look.
struct EntityLineDrawing {
    let state: State
    let look: Look

    private static let value = TableColumn("", minimum: 4, ideal: 4, weight: 1, priority: .max, keeping: .middle)
    private static let relation: [TableColumn] = [
        TableColumn("", minimum: 12, ideal: 20, priority: 5),
        TableColumn("", minimum: 12, ideal: 24, weight: 3, priority: .max, keeping: .middle),
        TableColumn("", minimum: 11, ideal: 24, priority: 4),
        TableColumn("", minimum: 6, ideal: 12, priority: 1),
        TableColumn("", minimum: 8, ideal: 10, priority: 2),
        TableColumn("", minimum: 8, ideal: 18, weight: 1, priority: 3),
    ]

    func draw(_ line: EntityLine, into screen: inout Screen, in rect: Rect, style: Style) {
        switch line {
        case .heading(let title): screen.write(TextLine(title, look[.header]), in: rect, style: style, look: look)
        case .fact(let label, let value), .held(let label, let value):
            write(label, value, into: &screen, in: rect, style: style)
        case .parent(let parent):
            let entity = state.inventory.entity(at: parent)
            write("belongs to", "\(Words.kind(entity)) \(entity.name)", into: &screen, in: rect, style: style)
        case .provenance(let provenance):
            let sources = state.inventory.sources
            let collected = sources.indices.contains(provenance.source) ? sources[provenance.source].collected : nil
            let when = collected.map { ", collected \(TimeWords.minute($0))" } ?? ""
            let place = Words.provenance(provenance, in: state.inventory)
            write("source", place + when, into: &screen, in: rect, style: style)
        case .relation(let number, let isOutgoing, let other):
            let cells = relationCells(number, isOutgoing: isOutgoing, other: other)
            screen.write(cells, columns: Self.relation, in: rect, style: style, look: look)
        }
    }

    private func write(_ label: String, _ value: String, into screen: inout Screen, in rect: Rect, style: Style) {
        // In a narrow pane the value needs the room more.
        let label = TextSpan(label, look[.textDim])
        let width = rect.columns < 50 ? 10 : 15
        let isKnown = value != "unknown"
        screen.write(
            [label, TextSpan(value, isKnown ? nil : look[.textDim])],
            columns: [TableColumn("", minimum: 8, ideal: width, priority: .max), Self.value], in: rect, style: style,
            look: look)
    }

    private func relationCells(_ number: Int, isOutgoing: Bool, other: Int) -> [TextSpan] {
        let relation = state.inventory.relation(at: number)
        let entity = state.inventory.entity(at: other)
        let arrow = look[isOutgoing ? .arrowRight : .arrowLeft]
        let traits = relation.traits
        let control = relation.guard.map { "guard: \($0)" } ?? "no guard"
        return [
            TextSpan("\(arrow) \(isOutgoing ? relation.phrase : relation.inverse)"),
            TextSpan("\(Words.kind(entity)) \(entity.name)", look[Meaning.kind.appending(entity.kindName)]),
            TextSpan(when(relation)),
            TextSpan(traits.gain == .none ? look[.none] : Words.hold(traits.hold)),
            TextSpan(traits.evidence.name, traits.evidence == .inferred ? look[.inferred] : nil),
            TextSpan(control, relation.isGuarded ? look[.conditional] : look[.textDim]),
        ]
    }

    /// When it was so. Settings without a time are those of the day on which they were collected.
    private func when(_ relation: Relation) -> String {
        guard relation.valid == .always else {
            return TimeWords.window(relation.valid, near: state.at, arrow: look[.arrowRight])
        }
        guard relation.traits.evidence == .configured else { return "no time recorded" }
        let sources = state.inventory.sources
        let collected = relation.provenance.lazy
            .compactMap { sources.indices.contains($0.source) ? sources[$0.source].collected : nil }.max()
        return collected.map { "as collected \(TimeWords.cell($0, near: state.at))" } ?? "as collected"
    }
}
