import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Room for columns, times of other years, what tells rows apart")
struct ColumnRoomTests {
    private static let newYear = Northwind.moment("2027-01-01")
    private static let shift = Interval(
        Northwind.moment("2026-03-14T02:10Z"), Northwind.moment("2026-03-14T09:40Z"))

    @Test("On the smallest screen the inventory says what is held, of which kind it is, and its name")
    func smallest() {
        let text = Session.after("2", size: Size(rows: 12, columns: 40)).text
        #expect(text.contains("HELD") && text.contains("NAME") && text.contains("KIND"), "\(text)")
    }

    @Test("A time of another year keeps its minute, and what a table shows can be typed")
    func otherYear() {
        let cell = TimeWords.cell(Self.shift.from, near: Self.newYear)
        #expect(cell == "26-03-14 02:10")
        #expect(cell.count == TimeWords.anyCellColumns)
        #expect(TimeWords.cell(Self.shift.from, near: Self.shift.until) == "03-14 02:10")
        #expect(TimeWords.cell(Northwind.moment("1999-01-02T03:04Z"), near: Self.newYear) == "1999-01-02")
        #expect(TimeWords.window(Self.shift, near: Self.newYear, arrow: "to") == "2026-03-14 02:10Z to 09:40Z")
        #expect(WindowText.instant(cell, now: Self.newYear) == Self.shift.from)
    }

    @Test("At 80 columns held rows say until when, by which plane, their kind, name and first moment; in any year")
    func narrowBlast() {
        for lens in [nil, Self.newYear.seconds] {
            var place = Place(.blast)
            place.lens.at = lens
            let screen = Session(place: place).screen()
            for title in ["UNTIL", "T PLANE", "KIND", "NAME", "FIRST HELD"] {
                #expect(screen.width(ofColumn: title) != nil, "\(title)")
            }
            #expect(screen.width(ofColumn: "WHY") == nil)
            #expect(screen.width(ofColumn: "NAME") ?? 0 >= 23)
            #expect(screen.text.contains(lens == nil ? "03-14 02:10" : "26-03-14 02:10"))
        }
        #expect(Session(size: Size(rows: 24, columns: 110), place: Place(.blast)).text.contains("by prod-linux-07"))
    }

    @Test(
        "A wider column is wider on the screen, from what it was, and others leave for it", arguments: [80, 120, 200])
    func wider(columns: Int) throws {
        var session = Session.after("b", size: Size(rows: 30, columns: columns))
        let name = HeldTable.columns.firstIndex { $0.name == "name" } ?? 0
        let before = try #require(session.screen().width(ofColumn: "NAME"))
        session.press("|" + String(repeating: "j", count: name) + "+")
        #expect(session.screen().width(ofColumn: "NAME") == before + 2)
        session.press("++++")
        #expect(session.screen().width(ofColumn: "NAME") == before + 10)
        for _ in 0..<60 { session.press("+") }
        #expect(session.text.contains("no room"))
        #expect(session.screen().width(ofColumn: "WHY") == nil)
    }

    @Test("Lists of what is held can be sorted by every column that the table can show")
    func sorts() throws {
        let names = Set(HeldTable.sortColumns.map(\.name))
        for column in HeldTableColumn.allCases where column != .why && column != .verdict {
            #expect(names.contains(column.rawValue))
        }
        var place = Place(.blast)
        place.sort = .init(column: "owner")
        let session = Session(place: place)
        let owners = (0..<session.state.rows.count).compactMap { row in
            session.state.rows.entity(at: row).map { session.state.inventory.entity(at: $0) }
        }.filter { session.state.answer?.radius[$0.index]?.isConditional == false }.map { $0.owner?.lowercased() }
        let known = owners.compactMap { $0 }
        #expect(known.count > 1)
        #expect(known == known.sorted())
        #expect(owners.drop { $0 != nil }.allSatisfy { $0 == nil })
    }

    @Test("The inventory sorted by what is held has what is live first")
    func heldFirst() throws {
        var place = Place(.inventory)
        place.sort = .init(column: InventoryView.held)
        let session = Session(place: place)
        let radius = try #require(session.state.answer?.radius)
        let live = (0..<session.state.rows.count).map { row in
            session.state.rows.entity(at: row).flatMap { radius[$0] }.map { $0.isLive && !$0.isConditional } ?? false
        }
        let count = live.count { $0 }
        #expect(count > 10 && live.prefix(count).allSatisfy { $0 } && live.count > count)
    }

    @Test("A noted row has a sign of its own, and so has a marked one")
    func noted() {
        var session = Session.after("b")
        #expect(!session.text.contains("¶"))
        session.press(";odd<Enter>")
        #expect(session.text.contains("▸¶"))
        session.press("k ")
        #expect(session.text.contains("✓"))
    }

    @Test("Lists of the blast radius count what the filter leaves")
    func filteredCounts() throws {
        let session = Session.after("b/kind:token<Enter>")
        let held = try #require(session.state.answer).radius.entities
        for section in BlastView().sections(session.state) {
            let own = try #require(HeldSection(rawValue: section.name))
            let count = held.count { own.contains($0) && $0.entity.kind == .token }
            #expect(section.count.map { $0 + section.more } == count, "\(section.name)")
        }
    }

    @Test("A row of the timeline says what happened, and to whom", arguments: [(12, 40), (24, 80), (40, 120)])
    func timeline(rows: Int, columns: Int) {
        for lens in [nil, Self.newYear.seconds] {
            var place = Place(.timeline)
            place.section = "held"
            place.lens.at = lens
            let session = Session(size: Size(rows: rows, columns: columns), place: place)
            let screen = session.screen()
            for title in ["TIME UTC", "EVENT", "NAME"] {
                #expect(screen.width(ofColumn: title) ?? 0 >= 10, "\(title) \(columns)")
            }
            #expect(screen.text.contains("first held"))
            #expect((screen.width(ofColumn: "WHAT") ?? 0 >= 14) == (columns >= 80), "\(screen.text)")
            #expect(screen.text.contains(lens == nil ? "03-14 02:1" : columns < 60 ? "26-03-14" : "26-03-14 02:1"))
            #expect(columns < 80 || screen.text.contains("executed by"))
        }
    }

    @Test("Kinds that only their source knows can be read, and keep both ends where they are too long")
    func importedKinds() {
        var maker = FactMaker()
        maker.declare("seed", .runner, "seed", compromised: Northwind.window)
        for (number, kind) in ["GH_Branch", "GH_RepoRole", "GH_BranchProtectionRule"].enumerated() {
            for copy in 0..<9 {
                let id = "\(kind) \(copy)"
                let name = "policy-bot-testing, the \(number * 9 + copy)th one, with a long name that takes all it gets"
                maker.declare(id, maker.builder.entityKind(named: kind), name)
                maker.relate(.retains, "seed", id)
            }
        }
        let inventory = maker.builder.build().inventory
        for place in [Place(.inventory), Place(.blast)] {
            let narrow = Session(inventory, size: Size(rows: 40, columns: 80), place: place).text
            #expect(narrow.contains("GH_Branch ") && narrow.contains("GH_RepoRole "))
            #expect(narrow.contains(/GH_B\w+…\w+Rule/), "\(narrow)")
            let wide = Session(inventory, size: Size(rows: 60, columns: 200), place: place).text
            #expect(wide.contains(/GH_BranchP\w*…\w*ctionRule|GH_BranchProtectionRule/), "\(wide)")
        }
    }

    @Test("The crumb of a filter is cut only where there is no room, and a long message takes a second line")
    func room() {
        let query = "kind:token -owner:none privilege>=2"
        var session = Session(size: Size(rows: 24, columns: 160), place: Place(.inventory))
        session.press("/\(query)<Enter>")
        #expect(session.text.contains(query))
        session.state.message = Message(text: String(repeating: "word ", count: 30) + "end")
        session.state.size = Size(rows: 24, columns: 80)
        #expect(session.text.contains("end"))
    }
}
