import Inventory
import PlainText
import TerminalKit

/// How the lines of the start look.
struct StartLineDrawing {
    let state: State
    let look: Look

    private static func entity(_ kind: Int, in inventory: Inventory) -> [TableColumn] {
        [
            TableColumn("", minimum: 8, ideal: kind, priority: 5),
            TableColumn("", minimum: 12, ideal: 24, weight: 1, priority: .max, keeping: .middle),
            .shortID(in: inventory), TableColumn("", minimum: 14, ideal: 28, weight: 3, priority: 4, keeping: .end),
        ]
    }
    private static func seed(_ kind: Int, in inventory: Inventory) -> [TableColumn] {
        [
            TableColumn("", minimum: 8, ideal: kind, priority: 5),
            TableColumn("", minimum: 12, ideal: 20, weight: 2, priority: .max, keeping: .middle),
            .shortID(in: inventory), TableColumn("", minimum: 14, ideal: 42, weight: 1, priority: 4),
        ]
    }
    /// Below this width kinds have their short names.
    private static let fullColumns = 100

    private static let recent = [
        TableColumn("", minimum: 16, ideal: 17, priority: 5),
        TableColumn("", minimum: 12, ideal: 24, weight: 1, priority: .max, keeping: .middle),
        TableColumn("", minimum: 14, ideal: 40, weight: 3, priority: 4),
    ]
    private static let file = [
        TableColumn("", minimum: 9, ideal: 9, priority: 5),
        TableColumn("", minimum: 12, ideal: 28, weight: 1, priority: .max, keeping: .end),
        TableColumn("", minimum: 14, ideal: 40, weight: 3, priority: 4),
    ]

    private static let count = [
        TableColumn("", minimum: 7, ideal: 9, priority: .max, alignment: .right),
        TableColumn("", minimum: 10, ideal: 20, weight: 1, priority: .max),
    ]

    func draw(_ line: StartLine, into screen: inout Screen, in rect: Rect, style: Style) {
        switch line {
        case .heading(let title): screen.write(TextLine(title, look[.header]), in: rect, style: style, look: look)
        case .comparison(let text): screen.write(TextLine(text), in: rect, style: style, look: look)
        case .remark(let text): screen.write(TextLine(text, look[.textDim]), in: rect, style: style, look: look)
        case .entry(let entry, let count):
            let title =
                count > 0 ? TextSpan(entry.title) : TextSpan("\(entry.title) (\(entry.sources))", look[.textDim])
            screen.write(
                [TextSpan(Words.grouped(count)), title], columns: Self.count, in: rect, style: style, look: look)
        case .seed(let index, let origin):
            let windows = state.work.present.windows(of: index)
                .map { TimeWords.window($0, near: state.at, arrow: look[.until]) }
            let declared = "\(windows.joined(separator: ", ")), \(origin.words)"
            write(index, declared, columns: Self.seed, into: &screen, in: rect, style: style)
        case .found(let index):
            let id = state.inventory.entity(at: index).id
            write(index, id, columns: Self.entity, into: &screen, in: rect, style: style)
        case .section(let section, let count):
            screen.write(
                [TextSpan(Words.grouped(count)), TextSpan(title(section, count))], columns: Self.count, in: rect,
                style: style, look: look)
        case .recent(let session):
            let lack = session.standingWords
            let words = [lack, session.work, session.place.map { "left at \($0)" }].compactMap { $0 }
            screen.write(
                [
                    TextSpan(session.written.map(TimeWords.minute) ?? "unknown", look[.textDim]),
                    TextSpan(session.nameInList),
                    TextSpan(
                        words.joined(separator: " \(look[.separator]) "), look[lack == nil ? .textDim : .warning]),
                ], columns: Self.recent, in: rect, style: style, look: look)
        case .file(let file):
            screen.write(
                [
                    TextSpan(file.standing == .unread ? "not read" : "in part", look[.warning]), TextSpan(file.path),
                    TextSpan(file.summary, look[.textDim]),
                ], columns: Self.file, in: rect, style: style, look: look)
        case .files(let count):
            screen.write(
                [
                    TextSpan(Words.grouped(count)),
                    TextSpan(count == 1 ? "file: what it gave" : "files: what each gave"),
                ],
                columns: Self.count, in: rect, style: style, look: look)
        case .lookAlikes(let count):
            screen.write(
                [TextSpan(Words.grouped(count)), TextSpan(Words.lookAlikes(count), look[.warning])],
                columns: Self.count, in: rect, style: style, look: look)
        case .blind(let spot):
            screen.write(
                [
                    TextSpan(Words.grouped(spot.count)),
                    TextSpan("\(spot.what): \(spot.why)", look[.warning]),
                ], columns: Self.count, in: rect, style: style, look: look)
        }
    }

    private func title(_ section: InventorySection, _ count: Int) -> String {
        switch section {
        case .all: count == 1 ? "entity in all" : "entities in all"
        case .nonHuman: count == 1 ? "non-human identity" : "non-human identities, runners counted"
        case .kind(let kind): Words.kinds(kind, in: state.inventory, count: count)
        }
    }

    private func write(
        _ index: Int, _ remark: String, columns: (Int, Inventory) -> [TableColumn], into screen: inout Screen,
        in rect: Rect,
        style: Style
    ) {
        let entity = state.inventory.entity(at: index)
        let isCompact = rect.columns < Self.fullColumns
        screen.write(
            [
                TextSpan(
                    isCompact ? Words.shortKind(entity) : Words.kind(entity),
                    look[Meaning.kind.appending(entity.kindName)]),
                TextSpan(entity.name), .shortID(entity), TextSpan(remark, look[.textDim]),
            ], columns: columns(isCompact ? 8 : 15, state.inventory), in: rect, style: style, look: look)
    }
}
