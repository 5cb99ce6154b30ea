import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("The frame")
struct FrameTests {
    private static let narrow = Size(rows: 12, columns: 40)

    @Test("On a narrow screen the place is whole, and what is declared is said as far as there is room")
    func narrow() {
        let blast = Session.after("b", size: Self.narrow).screen().line(1)
        #expect(blast.contains("▸ Blast") && blast.hasSuffix("declared"), "\(blast)")
        for (keys, place) in [("bt", "Timeline"), ("bi", "Inventory"), ("bI", "Inherit prod-linux-07")] {
            let line = Session.after(keys, size: Self.narrow).screen().line(1)
            #expect(line.contains(place), "\(line)")
        }
        #expect(Session.after("b").screen().line(1).hasSuffix("declared 03-14 02:10Z → 09:40Z"))
        #expect(Session.after("b", size: Self.narrow).text.contains("q back"))
    }

    @Test("Of several declarations it says how many there are and which came last")
    func several() {
        var maker = FactMaker()
        for name in ["first", "second"] {
            maker.declare("runner-\(name)", .runner, name, compromised: Northwind.window)
        }
        var session = Session(maker.builder.build().inventory, size: Size(rows: 24, columns: 100))
        session.press("b")
        let name = session.state.inventory.entity(at: session.state.work.present.seeds[1].seed.entity).name
        #expect(session.screen().line(1).hasSuffix("2 declared, last \(name) 03-14 02:10Z → 09:40Z"))
    }

    @Test("An order leaves its sign in the trail, also where its column is not shown")
    func order() {
        var session = Session.after("i")
        session.state.place.sort = Place.Sort(column: "last_used", ascending: false)
        session.apply(.resize(session.state.size))
        #expect(session.screen().line(1).contains("Inventory ▼last used"))
        #expect(session.state.spokenPlace == "Inventory")
    }

    @Test("A pattern in the filter keeps its own slashes alone")
    func pattern() {
        #expect(Session.after("b//^aws/<Enter>").screen().line(1).contains("Blast /^aws/"))
        #expect(Session.after("b/aws<Enter>").screen().line(1).contains("Blast /aws"))
    }

    @Test("The lens is no event: it is not counted, and says how many lie before it")
    func lensRow() throws {
        var session = Session.after("bt", size: Size(rows: 40, columns: 120))
        guard case .timeline(let rows) = session.state.rows else {
            Issue.record("no timeline")
            return
        }
        let events = rows.timeline.events.count
        session.press("G")
        let isLens = session.state.selected == rows.lensRow
        #expect(session.text.contains(isLens ? "lens after \(events) of \(events)" : "\(events) of \(events)"))
        session.state.select(rows.lensRow)
        #expect(session.text.contains("lens after \(rows.lensRow) of \(events)"))
        #expect(session.state.spoken(row: rows.lensRow).hasPrefix("after \(rows.lensRow) of \(events)"))
        #expect(session.state.rows.row(atPosition: rows.lensRow) == (rows.lensRow < events ? rows.lensRow + 1 : nil))
    }

    @Test("Without times, lists of what is live are called reachable")
    func timeless() {
        let session = Session.after("bT")
        #expect(session.screen().line(3).contains("reachable "))
        #expect(!session.screen().line(3).contains("live "))
        #expect(Session.after("pT", size: Size(rows: 24, columns: 120)).text.contains("still reachable after it"))
    }

    @Test("A minus goes to the view before, and again back, along the trail, which grows no longer")
    func lastView() {
        var session = Session.after("bjt-")
        let blast = session.state.place
        #expect(blast.view == .blast && blast.cursor != nil)
        session.press("-")
        #expect(session.state.place.view == .timeline)
        #expect(session.state.history.all.map(\.view) == [.start, .blast, .timeline])
        session.press("-")
        #expect(session.state.place == blast)
        #expect(session.state.selectedEntity?.id == blast.cursor)
        #expect(session.state.history.all.map(\.view) == [.start, .blast, .timeline])
        // What going back left is the view before, too.
        session.press("qq-")
        #expect(session.state.place.view == .blast)
        session.press("-")
        #expect(session.state.place.view == .start)
        // Another lens makes it another place.
        session.press("-T-")
        #expect(session.state.place.view == .start && session.state.place.lens.isTimeless)
        #expect(session.state.history.all.map(\.view) == [.start, .blast, .start])
        #expect(Session.after("-").text.contains("no other view was shown yet"))
    }

    @Test("Finding a key leaves the box of keys as large as it was")
    func help() {
        let size = Size(rows: 60, columns: 160)
        func edge(_ keys: String) -> Int? {
            let line = Session.after(keys, size: size).text.split(separator: "\n").first { $0.contains("┌─ keys") }
            return line?.prefix { $0 != "┌" }.count
        }
        #expect(edge("b?") != nil)
        #expect(edge("b?") == edge("b?/withdraw<Enter>"))
        #expect(edge("b?") == edge("b?/nothing of the kind"))
    }
}

@Suite("Columns that matter")
struct NarrowTableTests {
    @Test("At 80 by 24 the blast radius says why of the selected row, and its tree by which relation")
    func why() {
        let blast = Session.after("b").text
        #expect(blast.contains("UNTIL") && blast.contains("NAME") && blast.contains("FIRST HELD"))
        #expect(Session.after("bj").text.contains("executed by prod-linux-07"))
        let tree = Session.after("bO").text
        #expect(tree.contains("ENTITY") && tree.contains("HOW"))
        #expect(tree.contains("executed"))
    }

    @Test("In a wide tree neither names nor relations are cut")
    func tree() {
        var maker = FactMaker()
        let name = "northwind/a-repository-with-quite-a-long-name"
        maker.declare("runner", .runner, "runner", compromised: Northwind.window)
        maker.declare("token", .token, "a token of the deployment of the payment service")
        maker.declare("repository", .repository, name)
        maker.relate(.retains, "runner", "token")
        maker.relate(.canWrite, "token", "repository")
        var session = Session(maker.builder.build().inventory, size: Size(rows: 60, columns: 200))
        session.press("bO")
        #expect(session.text.contains("repo \(name)"))
        let body = session.state.bodyRect(session.state.size)
        let list = (body.row..<body.endRow).map { row in
            session.screen().row(row).prefix(body.columns).map(\.text).joined()
        }
        #expect(list.count { $0.contains("a token of the deployment of the payment service") } == 1)
        #expect(!list.joined().contains("…"))
    }

    @Test("Of one moment causes stand before what follows from them")
    func causes() {
        var maker = FactMaker()
        maker.declare("m-runner", .runner, "runner", compromised: Northwind.window)
        maker.declare("z-token", .token, "token")
        maker.declare("a-account", .serviceAccount, "account")
        maker.relate(.retains, "m-runner", "z-token")
        maker.relate(.authenticatesAs, "z-token", "a-account")
        var session = Session(maker.builder.build().inventory)
        func names() -> [String] {
            (0..<session.state.rows.count).compactMap { session.state.rows.entity(at: $0) }.map {
                session.state.inventory.entity(at: $0).name
            }
        }
        session.press("b")
        #expect(names() == ["runner", "token", "account"])
        session.press("t")
        session.state.place.section = TimelineSection.held.rawValue
        session.apply(.resize(session.state.size))
        #expect(names() == ["token", "account"])
    }

    @Test("A bar of all rows ends where its column ends", arguments: [80, 120])
    func bars(columns: Int) {
        var session = Session.after("b/kind:token<Enter>", size: Size(rows: 24, columns: columns))
        session.state.place.group = GroupColumn.kind.rawValue
        session.apply(.resize(session.state.size))
        #expect(session.text.contains("100 %"))
        #expect(session.text.contains("━━━━━━━━━━") && !session.text.contains("━…"))
    }
}
