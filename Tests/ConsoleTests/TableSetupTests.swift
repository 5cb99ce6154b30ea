import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Columns, orders, ready queries")
struct TableSetupTests {
    private static let size = Size(rows: 30, columns: 160)

    /// The titles in the header of the list.
    private func header(_ session: Session) -> String {
        session.text.split(separator: "\n").first { $0.contains("NAME") }.map(String.init) ?? ""
    }

    @Test("Columns can be hidden, shown, moved and sized, and the place keeps that")
    func columns() throws {
        var session = Session.after("2", size: Self.size)
        #expect(!header(session).contains("EXPOSURE"))
        #expect(header(session).contains("HELD"))
        session.press("| <Enter>")
        #expect(!header(session).contains("HELD"))
        session.press("|G <Enter>")
        #expect(session.state.tableSetup.shown.contains("exposure"))
        session.press("|G" + String(repeating: "K", count: 20) + "<Enter>")
        #expect(header(session).drop { $0 == " " }.hasPrefix("EXPOSURE"))
        let place = session.state.place
        session.press("b")
        #expect(header(session).contains("FIRST HELD"))
        session.press("q")
        #expect(session.state.place == place)
        session.press("1i")
        #expect(session.state.place.table == place.table)
        session.press("|r<Enter>")
        #expect(session.state.place.table == nil)
        #expect(header(session).contains("HELD"))
    }

    @Test("A width of its own makes a column wider and narrower, in bounds")
    func widths() {
        var setup = TableSetup(columns: [.init(name: "a"), .init(name: "b")])
        setup.widen(0, by: 2, from: 10)
        #expect(setup.columns[0].width == 12)
        for _ in 0..<300 { setup.widen(0, by: -2, from: 10) }
        #expect(setup.columns[0].width == TableSetup.widths.lowerBound)
        setup.toggle(0)
        setup.toggle(1)
        #expect(setup.shown == ["b"])
        #expect(setup.move(0, by: -1) == 0)
        #expect(setup.move(0, by: 1) == 1)
        #expect(setup.fitted(to: ["a", "c"]).columns.map(\.name) == ["a", "c"])
        #expect(setup.fitted(to: ["a", "c"]).shown.isEmpty)
        setup.widen(7, by: 1, from: 1)
        setup.toggle(-1)
    }

    @Test("The blast radius can show columns of the inventory")
    func held() {
        var session = Session.after("b", size: Self.size)
        let provider = HeldTable.columns.firstIndex { $0.name == "provider" } ?? 0
        session.press("|" + String(repeating: "j", count: provider) + " <Enter>")
        #expect(header(session).contains("PROVIDER"))
        session.press("<Esc>")
        #expect(Session.after("e|").text.contains("no columns to choose"))
    }

    @Test("The column by which a list is ordered is on the screen at 80 columns, whichever it is")
    func sortedColumn() {
        for place in [Place(.inventory), Place(.blast)] {
            for column in Session(place: place).state.sortColumns {
                var session = Session(place: place)
                session.state.place.sort = Place.Sort(column: column.name)
                session.apply(.resize(Size(rows: 24, columns: 80)))
                let header = session.screen().line(4)
                let isShown = session.state.tableSetup.shown.contains {
                    $0 == column.name || place.view == .blast && $0 == HeldTableColumn(sortedBy: column.name)?.rawValue
                }
                // A column in which nothing stands is left out, whatever is asked for.
                let cells = EntityCell(state: session.state, look: Look())
                let isEmpty = EntityColumn(named: column.name).map { column in
                    (0..<session.state.rows.count).compactMap { session.state.rows.entity(at: $0) }.allSatisfy {
                        let entity = session.state.inventory.entity(at: $0)
                        return cells.span(column, entity, isCompact: true).text == Look()[.none]
                    }
                }
                #expect(
                    header.contains(Look()[.ascending]) == (isShown && isEmpty != true), "\(column.title): \(header)")
                #expect(isShown || place.view == .blast, "\(column.title)")
            }
        }
    }

    @Test("A column that found no room becomes wider from what its texts need")
    func widening() throws {
        var session = Session(size: Size(rows: 24, columns: 80))
        session.press("2")
        let columns = session.state.tableSetup.columns
        let owner = try #require(columns.firstIndex { $0.name == "owner" })
        #expect(!header(session).contains("OWNER"))
        session.press("|" + String(repeating: "j", count: owner) + "+<Esc>")
        // `platform` and a gap of its title: nothing near the usual width.
        #expect(session.state.place.table?.columns[owner].width ?? .max < 16)
        #expect(header(session).contains("OWNER"))
    }

    @Test("An order by what is held keeps each of its words together", arguments: [true, false])
    func heldOrder(ascending: Bool) throws {
        var session = Session(size: Self.size)
        session.press("2")
        session.state.place.sort = Place.Sort(column: InventoryView.held, ascending: ascending)
        session.apply(.resize(Self.size))
        let radius = try #require(session.state.answer?.radius)
        let rows = try #require(session.state.rows.listed).indices
        let words = rows.map { row in
            radius[row].map { HeldWords(held: $0, state: session.state, look: Look()).state } ?? "no"
        }
        var runs: [String] = []
        for word in words where runs.last != word { runs.append(word) }
        #expect(runs.count == Set(runs).count, "\(runs)")
        #expect(Set(runs).isSuperset(of: ["live", "expired", "ended", "conditional", "no"]), "\(runs)")
        #expect((ascending ? runs.first : runs.last) == "live")
    }

    @Test("Further keys order rows that are equal so far, also when the first one changes direction")
    func furtherKeys() throws {
        var session = Session.after("2s<Enter>", size: Self.size)
        #expect(session.state.place.sort?.column == "kind")
        session.press("Sj<Enter>")
        #expect(session.state.place.furtherSorts == [Place.Sort(column: "name")])
        #expect(header(session).contains("KIND ▲1"))
        #expect(header(session).contains("NAME ▲2"))
        // A further key is a deed of its own, to be undone and done again.
        session.press("u")
        #expect(session.state.place.sort?.column == "kind")
        #expect(session.state.place.furtherSorts == nil)
        session.press("<C-r>")
        #expect(session.state.place.furtherSorts == [Place.Sort(column: "name")])
        session.press("Sj<Enter>")
        #expect(session.state.place.furtherSorts == [Place.Sort(column: "name", ascending: false)])
        session.press("Sg<Enter>")
        #expect(session.state.place.sort == Place.Sort(column: "kind", ascending: false))
        let rows = try #require(session.state.rows.listed).indices.map { session.state.inventory.entity(at: $0) }
        for (left, right) in zip(rows, rows.dropFirst()) {
            #expect((left.kindName, left.name.lowercased()) >= (right.kindName, right.name.lowercased()))
        }
        #expect(Session.after("2S").text.contains("s chooses the first key"))
        session.press("s<Enter>")
        #expect(session.state.place.furtherSorts == nil)
    }

    @Test("Held entities are ordered by several keys as well")
    func heldKeys() throws {
        var session = Session.after("b", size: Self.size)
        session.state.place.sort = Place.Sort(column: "kind")
        session.state.place.furtherSorts = [Place.Sort(column: "name", ascending: false)]
        session.apply(.resize(session.state.size))
        guard case .held(let listed, let answer) = session.state.rows else {
            Issue.record("nothing is listed")
            return
        }
        let held = listed.indices.map { answer.radius.entities[$0] }
        for (left, right) in zip(held, held.dropFirst()) where left.isConditional == right.isConditional {
            let (first, second) = (Words.kind(left.entity), Words.kind(right.entity))
            #expect(
                first < second || first == second && left.entity.name.lowercased() >= right.entity.name.lowercased())
        }
        #expect(held.count > 10)
    }

    @Test("Ready queries are asked of the inventory, or of the blast radius where one is there", arguments: ["", "b"])
    func ready(keys: String) throws {
        for number in ReadyQuery.table.indices {
            var session = Session.after(keys, size: Self.size)
            session.press("!" + String(repeating: "j", count: number) + "<Enter>")
            #expect(session.state.place.query == ReadyQuery.table[number].text)
            #expect(session.state.place.view == (keys.isEmpty ? .inventory : .blast))
            #expect(session.text.contains(ReadyQuery.table[number].name))
            session.press("q")
            #expect(session.state.place.query.isEmpty)
        }
    }

    @Test("A filter can be saved under a name, asked again, and removed")
    func saving() {
        var session = Session.after("2/kind:token<C-s>", size: Self.size)
        #expect(session.text.contains("save this filter as:"))
        session.press("<Enter>")
        #expect(session.text.contains("a name is missing"))
        session.press("  all keys <Enter>")
        #expect(session.state.habits.queries == [SavedQuery(name: "all keys", text: "kind:token")])
        session.press("<Esc><Esc>!G<Enter>")
        #expect(session.state.place.query == "kind:token")
        session.press("!s")
        session.press("all keys<Enter>")
        #expect(session.state.habits.queries.count == 1)
        session.press("!gx")
        #expect(session.text.contains("only saved queries can be removed"))
        session.press("Gx")
        #expect(session.state.habits.queries.isEmpty)
        session.press("<Esc><Esc>!s")
        #expect(session.text.contains("there is no filter to save"))
    }

    @Test("The start asks what is known to be bad, and goes on from there")
    func startEntries() {
        var session = Session(Northwind.inventory(), size: Self.size)
        #expect(session.text.contains("What do you know to be bad?"))
        session.press("<Enter>")
        #expect(session.state.overlay == nil && session.state.place.query == "kind:runner")
        while session.selectedName != "prod-linux-07", session.state.selected < 5 { session.press("j") }
        #expect(session.selectedName == "prod-linux-07")
        session.press("c<Enter>")
        #expect(!session.state.work.present.seeds.isEmpty)
    }

    @Test("A window of time lists the runs that were going on in it")
    func window() {
        var session = Session(Northwind.inventory(), size: Self.size)
        session.press("jjjjj<Enter>")
        #expect(session.text.contains("runs between:"))
        session.press("x<Enter>")
        #expect(session.state.overlay != nil)
        session.press("<C-u>2026-03-14T02:20Z..02:40Z, 2026-03-14T03:00Z..<Enter>")
        #expect(session.state.overlay != nil)
        session.press("<C-u>2026-03-14T02:30Z..2026-03-14T03:02Z<Enter>")
        #expect(session.state.place.view == .inventory)
        #expect(session.state.rows.count == 1)
        #expect(session.selectedName == "deploy-web #8812")
        session.press("q")
        #expect(session.state.place.view == .start)
    }

    @Test("Paths work in the filter box, with completion and errors at their place")
    func paths() {
        var session = Session.after("2/runner[self-hosted] -> job -> tok", size: Self.size)
        #expect(session.text.contains("tab: token"))
        session.press("<Tab>")
        #expect(session.state.place.query == "runner[self-hosted] -> job -> token")
        #expect(session.state.rows.count > 1)
        session.press("[agge>9d]")
        #expect(session.text.contains("did you mean age?"))
    }

    @Test("Random keys over facets, groups, columns and queries never crash", arguments: 0..<8)
    func random(seed: Int) {
        var keys = RandomKeys(seed: UInt64(7_000 + seed))
        let inventory = seed % 2 == 0 ? Northwind.inventory(isMarked: true) : HostileInventory.inventory()
        var session = Session(
            inventory, size: Size(rows: 4 + seed * 3, columns: 20 + seed * 20), answers: seed % 3 != 2)
        let own = "F|a!SKPi2bsJ+-0 "
        for press in 0..<220 {
            if keys.number(below: 3) == 0 {
                session.apply(.key(.character(Array(own)[keys.number(below: own.count)])))
            } else {
                session.apply(.key(keys.key()))
            }
            if press % 7 == 0 { session.answerAll() }
            if press % 11 == 0 {
                session.apply(.resize(Size(rows: keys.number(below: 40), columns: keys.number(below: 160))))
            }
            let screen = session.screen()
            #expect(screen.size == session.state.size)
        }
    }
}
