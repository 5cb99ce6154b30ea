import PlainText
import Testing

@testable import TerminalKit

@Suite("Widgets")
struct WidgetTests {
    static let columns = [
        TableColumn("WHEN", minimum: 11, ideal: 11, priority: 3, keeping: .end),
        TableColumn("TIER", minimum: 4, ideal: 4, priority: 1, alignment: .right),
        TableColumn("KIND", minimum: 6, ideal: 15, priority: 2),
        TableColumn("NAME", minimum: 8, ideal: 20, weight: 2, priority: .max, keeping: .middle),
        TableColumn("WHY", minimum: 10, ideal: 16, weight: 1, priority: 0),
    ]

    static func row(_ index: Int) -> TableRow {
        TableRow(
            [
                "03-14 02:1\(index % 10)", "\(index)", "service account", "northwind/日本語/repository-\(index)",
                "x\u{1B}[31m",
            ].map { TextSpan($0) },
            mark: index == 2 ? "✓" : "")
    }

    private func lines(_ columns: Int, rows: Int = 4, selected: Int? = 1, count: Int = 3) -> [String] {
        var screen = Screen(Size(rows: rows, columns: columns))
        let table = TextTable(columns: Self.columns, rowCount: count, selected: selected)
        table.draw(into: &screen, in: screen.bounds, offset: 0, look: Look(), row: Self.row)
        return screen.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("At 40 columns what matters least is gone, and the rest is squeezed")
    func narrow() {
        #expect(
            lines(40) == [
                "   WHEN         TIER  KIND    NAME",
                "   03-14 02:10     0  servi…  north…ry-0",
                "▸  03-14 02:11     1  servi…  north…ry-1",
                " ✓ 03-14 02:12     2  servi…  north…ry-2",
            ])
    }

    @Test("At 60 and 80 columns there is room for more")
    func middle() {
        #expect(lines(60)[0] == "   WHEN         TIER  KIND    NAME                WHY")
        #expect(lines(80)[1] == "   03-14 02:10     0  service account  northwind/…epository-0  x\\e[31m")
    }

    @Test("The selected row loses no wide character where the highlight of its name ends", arguments: [38, 39, 40, 41])
    func wideCharacters(before: Int) {
        let name = String(repeating: "x", count: before) + "日本語"
        var screen = Screen(Size(rows: 2, columns: 80))
        TextTable(columns: [TableColumn("NAME", ideal: 60, priority: .max)], rowCount: 1, selected: 0)
            .draw(into: &screen, in: screen.bounds, offset: 0, look: Look()) { _ in TableRow([TextSpan(name)]) }
        #expect(screen.text.contains(name))
    }

    @Test("What stands behind a text has what its column has left, and takes nothing from another")
    func asides() {
        let columns = [
            TableColumn("NAME", minimum: 4, ideal: 60, priority: .max, fitsContent: true),
            TableColumn("WHY", minimum: 4, ideal: 60, fitsContent: true),
        ]
        func line(_ width: Int) -> String {
            var screen = Screen(Size(rows: 2, columns: width))
            TextTable(columns: columns, rowCount: 1).draw(into: &screen, in: screen.bounds, offset: 0, look: Look()) {
                _ in
                var row = TableRow(["build", "because of this"])
                row.asides[0] = "in deploy.yml, acme/web"
                return row
            }
            return String(screen.text.split(separator: "\n")[1])
        }
        #expect(line(80) == "   build  in deploy.yml, acme/web  because of this")
        #expect(line(40) == "   build  in dep…me/web  because of this")
        #expect(line(30) == "   build       because of this")
    }

    @Test("At 200 columns the flexible ones share what is left by weight")
    func wide() {
        let slots = ColumnSlot.slots(for: Self.columns, in: 197)
        #expect(slots.map(\.width) == [11, 4, 15, 102, 57])
        #expect(slots.map(\.start) == [0, 13, 19, 36, 140])
    }

    @Test("A column that fits its content is as wide as its widest text, also of rows out of sight, and no wider")
    func fitting() {
        let columns = [
            TableColumn("NAME", minimum: 4, ideal: 30, priority: .max, fitsContent: true),
            TableColumn("WHY", minimum: 4, ideal: 8),
        ]
        func line(_ ideal: Int, columns width: Int) -> String {
            var columns = columns
            columns[0].ideal = ideal
            var screen = Screen(Size(rows: 2, columns: width))
            TextTable(columns: columns, rowCount: 9).draw(into: &screen, in: screen.bounds, offset: 0, look: Look()) {
                TableRow([TextSpan($0 == 8 ? "a long name" : "short"), "why"])
            }
            return String(screen.text.split(separator: "\n")[1])
        }
        #expect(line(30, columns: 60).hasPrefix("   short        why"))
        #expect(line(7, columns: 60).hasPrefix("   short    why"))
        #expect(line(30, columns: 18).hasPrefix("   short    why"))
    }

    @Test("What was measured once is not measured again, and the drawing is the same")
    func measured() {
        let columns = [TableColumn("NAME", minimum: 4, ideal: 30, priority: .max, fitsContent: true)]
        let measures = TableMeasures()
        func drawing(of size: Size) -> (asked: Int, screen: Screen) {
            var (asked, screen) = (0, Screen(size))
            var table = TextTable(columns: columns, rowCount: 900, selected: 2)
            table.measures = measures
            table.draw(into: &screen, in: screen.bounds, offset: 0, look: Look()) {
                asked += 1
                return TableRow([TextSpan("name \($0)")])
            }
            return (asked, screen)
        }
        let (first, again) = (drawing(of: Size(rows: 9, columns: 40)), drawing(of: Size(rows: 9, columns: 40)))
        #expect(first.asked > 200 && again.asked == 8)
        #expect(first.screen == again.screen)
        #expect(drawing(of: Size(rows: 9, columns: 30)).asked > 200)
    }

    @Test("A column in which no row says anything leaves first")
    func silent() {
        let columns = [
            TableColumn("NAME", minimum: 4, ideal: 30, priority: .max, fitsContent: true),
            TableColumn("USED", minimum: 8, ideal: 8, priority: 9, fitsContent: true),
            TableColumn("WHY", minimum: 4, ideal: 4, priority: 1, fitsContent: true),
        ]
        func header(_ used: String) -> String {
            var screen = Screen(Size(rows: 3, columns: 29))
            TextTable(columns: columns, rowCount: 1).draw(into: &screen, in: screen.bounds, offset: 0, look: Look()) {
                _ in TableRow([TextSpan("a name of some length"), TextSpan(used), TextSpan("why")])
            }
            return String(screen.text.split(separator: "\n")[0])
        }
        #expect(header("03-14").contains("USED"))
        #expect(!header("–").contains("USED"))
        #expect(header("–").contains("WHY"))
    }

    @Test("Nine of ten texts are whole before the longest is; a spare column is there only where they are")
    func sharing() {
        let columns = [
            TableColumn("NAME", minimum: 4, ideal: 40, priority: .max, fitsContent: true),
            TableColumn("WHY", minimum: 4, ideal: 40, priority: 5, fitsContent: true),
            TableColumn("KNOWN", minimum: 8, ideal: 8, priority: 1, isSpare: true),
        ]
        func lines(_ width: Int) -> [String] {
            var screen = Screen(Size(rows: 21, columns: width))
            TextTable(columns: columns, rowCount: 20).draw(into: &screen, in: screen.bounds, offset: 0, look: Look()) {
                let name = $0 == 7 ? "a name longer than all the others" : "short"
                return TableRow([TextSpan(name), "held by a runner", "seen"])
            }
            return screen.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(lines(40)[0] == "   NAME       WHY               KNOWN")
        #expect(lines(40)[1] == "   short      held by a runner  seen")
        #expect(lines(40)[8].contains("…"))
        #expect(lines(30)[0] == "   NAME       WHY")
        #expect(lines(30)[1].hasSuffix("held by a runner"))
    }

    @Test("At every width columns stay apart and inside, and the last one is never dropped", arguments: 1...220)
    func everyWidth(width: Int) {
        let slots = ColumnSlot.slots(for: Self.columns, in: width)
        #expect(slots.contains { $0.index == 3 })
        var end = -ColumnSlot.gap
        for slot in slots {
            #expect(slot.start == end + ColumnSlot.gap)
            end = slot.start + slot.width
        }
        #expect(end <= width)
        var screen = Screen(Size(rows: 3, columns: width))
        let table = TextTable(columns: Self.columns, rowCount: 9, selected: 0)
        table.draw(into: &screen, in: screen.bounds, offset: 0, look: Look(), row: Self.row)
        #expect(screen.row(1).reduce(0) { $0 + Int($1.width) } == width)
    }

    @Test(
        "The window follows the selection and stays full",
        arguments: [
            (0, 0, 10, 0), (9, 0, 10, 0), (10, 0, 10, 1), (99, 0, 10, 90), (5, 90, 10, 5), (95, 90, 10, 90),
            (nil, 95, 10, 90),
            (nil, -4, 10, 0), (50, 45, 0, 0), (500, 3, 10, 3), (-1, 3, 10, 3), (99, .max, 10, 90),
        ] as [(Int?, Int, Int, Int)])
    func scrolling(selected: Int?, offset: Int, lines: Int, expected: Int) {
        #expect(
            TextTable(columns: [], rowCount: 100, selected: selected).offset(near: offset, lines: lines) == expected)
    }

    @Test("Only rows in the window are made, however many there are")
    func window() {
        var asked: [Int] = []
        var screen = Screen(Size(rows: 5, columns: 60))
        let table = TextTable(columns: Self.columns, rowCount: 1_000_000, selected: 500_000)
        let shown = table.draw(into: &screen, in: screen.bounds, offset: 0, look: Look()) { index in
            asked.append(index)
            return Self.row(index)
        }
        #expect(shown == 499_997..<500_001)
        #expect(asked == Array(shown))
        #expect(screen.cursor == Position(row: 4, column: 0))
        #expect(table.positionText == "500001 of 1000000")
    }

    @Test("An empty table says why it is empty")
    func empty() {
        var screen = Screen(Size(rows: 3, columns: 30))
        var table = TextTable(columns: Self.columns, rowCount: 0, selected: 3, emptyText: "not collected")
        table.sorted = (column: 3, ascending: false)
        table.draw(into: &screen, in: screen.bounds, offset: 7, look: Look(), row: Self.row)
        #expect(screen.line(0) == "   WHEN         TIER  NAME ▼")
        #expect(screen.line(1) == "   not collected")
        #expect(table.positionText == "0 rows")
    }

    @Test("The selected row is told by a sign and by what it is called in reverse, without any colour; the rest stays")
    func selection() throws {
        var screen = Screen(Size(rows: 4, columns: 40))
        let theme = try #require(ThemeLibrary.builtIn("ansi")).adapted(to: .none)
        let table = TextTable(columns: Self.columns, rowCount: 3, selected: 1)
        table.draw(into: &screen, in: screen.bounds, offset: 0, look: Look(theme: theme, glyphs: .ascii), row: Self.row)
        let reversed = screen.row(2).filter { $0.style.attributes.contains(.reverse) }
        #expect(reversed.map(\.text).joined() == ">  north~ry-1")
        #expect(screen.line(2).hasPrefix(">"))
        #expect(screen.row(1).allSatisfy { !$0.style.attributes.contains(.reverse) })
        #expect(!screen.text.contains("…"))
    }

    @Test(
        "A key bar drops whole items, the least important first",
        arguments: [
            (60, "↵ why   space mark   / filter   ? help               6 of 47"),
            (40, "↵ why   space mark   ? help      6 of 47"),
            (25, "↵ why   ? help    6 of 47"), (16, "↵ why    6 of 47"), (10, "   6 of 47"), (5, "↵ why"), (3, ""),
        ])
    func keyBar(columns: Int, expected: String) {
        let items: [KeyBar.Item] = [
            .init("↵", "why", priority: 9), .init("space", "mark", priority: 2), .init("/", "filter", priority: 1),
            .init("?", "help", priority: 8),
        ]
        var screen = Screen(Size(rows: 1, columns: columns))
        KeyBar(items, trailing: "6 of 47").draw(into: &screen, in: screen.bounds, look: Look())
        #expect(screen.text == expected)
    }

    @Test(
        "A paragraph breaks between words, and inside only where it must",
        arguments: [
            ("the runner kept a token", 10, ["the runner", "kept a", "token"]), ("", 10, [""]),
            ("a\n\nb", 10, ["a", "", "b"]),
            ("abcdefghijkl mn", 5, ["abcde", "fghij", "kl mn"]), ("日本語日本語", 5, ["日本", "語日", "本語"]),
            ("  - first second", 9, ["  - first", "  second"]), ("x\u{1B}y z", 4, ["x\\ey", "z"]), ("日", 1, ["日"]),
        ] as [(String, Int, [String])])
    func paragraphs(text: String, columns: Int, expected: [String]) {
        #expect(Paragraph.lines(text, columns: columns) == expected)
    }

    @Test("A popup takes the room it needs, and scrolls where there is less")
    func popup() {
        var screen = Screen(Size(rows: 6, columns: 24))
        let popup = Popup(title: "Help", lines: (1...9).map { TextLine("line \($0)") }, offset: 99, footer: "esc")
        #expect(popup.draw(into: &screen, in: screen.bounds, look: Look()) == 5..<9)
        #expect(screen.line(0) == "      ┌─ Help ──┐".padded(to: 17))
        #expect(screen.line(1).contains("line 6"))
        #expect(screen.line(5).contains("─ esc ─"))
        var tiny = Screen(Size(rows: 1, columns: 3))
        #expect(popup.draw(into: &tiny, in: tiny.bounds, look: Look()).isEmpty)
    }

    @Test("Regions are divided without gaps and without more than there is", arguments: 0...40)
    func layout(length: Int) {
        let rect = Rect(row: 2, column: 3, rows: length, columns: 10)
        let parts = rect.stacked(.fixed(3), .flexible(weight: 2, minimum: 2), .flexible(), .fixed(1))
        #expect(parts.map(\.rows).reduce(0, +) == length)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.endRow == $1.row })
        #expect(length < 6 || (parts[0].rows == 3 && parts[3].rows == 1))
    }

    @Test("A line of pieces is cut at its end, also between two pieces")
    func textLines() {
        for (columns, expected) in [(12, "one two"), (7, "one two"), (5, "one…"), (4, "one…"), (3, "on…")] {
            var screen = Screen(Size(rows: 1, columns: columns))
            screen.write(["one", " two"], in: screen.bounds, look: Look())
            #expect(screen.text == (columns == 5 ? "one …" : expected))
        }
    }

    @Test("The sign of an order stays where the title has no room beside it")
    func narrowSortSign() {
        var table = TextTable(columns: [TableColumn("FIRST HELD", minimum: 10, ideal: 10)], rowCount: 0)
        table.sortKeys = [TextTable.SortKey(column: 0, ascending: true)]
        var screen = Screen(Size(rows: 2, columns: 12))
        table.draw(into: &screen, in: screen.bounds, offset: 0, look: Look()) { _ in TableRow([]) }
        #expect(screen.text.contains("FIRST H…▲"))
    }

    @Test("A box beside which only a column or two would be left covers them", arguments: [40, 41, 42, 43, 44, 46])
    func rims(columns: Int) {
        let popup = Popup(title: "keys", lines: [TextLine(String(repeating: "x", count: 35))])
        var screen = Screen(Size(rows: 5, columns: columns))
        screen.fill(screen.bounds, style: .plain)
        for row in 0..<5 { screen.write(String(repeating: "b", count: columns), at: Position(row: row, column: 0)) }
        popup.draw(into: &screen, in: screen.bounds, look: Look())
        let left = screen.row(2).count { $0.text == "b" }
        #expect(left == (columns < 44 ? 0 : columns - 40))
    }

    @Test("A column with a part of its own is whole up to that before the name has more than it needs")
    func parts() {
        func widths(_ room: Int, _ kind: String) -> [Int] {
            let columns = [
                TableColumn("KIND", minimum: 8, ideal: 24, priority: 5, fitsContent: true, wholePart: 6),
                TableColumn("NAME", minimum: 12, ideal: 60, priority: .max, fitsContent: true),
            ]
            let rect = Rect(row: 0, column: 0, rows: 10, columns: room + TextTable.gutter)
            return TextTable(columns: columns, rowCount: 4).slots(in: rect, look: Look()) { _ in
                TableRow([TextSpan(kind), TextSpan(String(repeating: "n", count: 70))])
            }.map(\.width)
        }
        #expect(widths(72, "token") == [8, 60])
        #expect(widths(72, String(repeating: "k", count: 11)) == [11, 59])
        #expect(widths(72, String(repeating: "k", count: 40)) == [12, 58])
        #expect(widths(120, String(repeating: "k", count: 40)) == [24, 60])
        #expect(widths(30, String(repeating: "k", count: 40)).first == 8)
    }
}
