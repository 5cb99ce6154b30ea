import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("The forms of a map and what stands below it")
struct MapFormTests {
    private static func map(_ session: Session) throws -> MapRows {
        guard case .map(let map) = session.state.rows else { throw Missing() }
        return map
    }

    private struct Missing: Error {}

    @Test(
        "Without room for layers a map is a list: around the selected one, whole, what leads to it and where it leads",
        arguments: [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)], [Glyphs.unicode, .ascii])
    func list(size: Size, glyphs: Glyphs) throws {
        var session = Session(MapTests.wide(2), size: size)
        session.press("m")
        let map = try Self.map(session)
        #expect(session.state.isMapList)
        #expect(map.count == 6)
        let ways = MapWays(map: map, inventory: session.state.inventory)
        for row in 0..<map.count {
            if row > 0 { session.press("j") }
            #expect(session.state.selected == row)
            let screen = session.screen(look: Look(glyphs: glyphs))
            let cursor = try #require(screen.cursor)
            #expect(screen[cursor]?.text == glyphs[.selected])
            #expect(screen.line(cursor.row).contains(try #require(session.selectedName)))
            let above = (max(0, cursor.row - 4)..<cursor.row).map { screen.line($0) }.joined(separator: " ")
            let below = (cursor.row + 1..<min(size.rows, cursor.row + 5)).map { screen.line($0) }
                .joined(separator: " ")
            for (way, text) in [(ways.into(row).first, above), (ways.out(of: row).first, below)] {
                guard let way else { continue }
                let name = map.routes.entities[map.bundles.nodes[way.node].members[0]].entity.name
                for word in [name, way.phrase, way.plane.rawValue] { #expect(text.contains(word)) }
            }
        }
        session.press("k")
        #expect(session.state.selected == map.count - 2)
        session.press("h")
        #expect(session.selectedName == "DEPLOY_KEY")
    }

    @Test("The list folds, opens what is drawn as one, and scrolls with the selection in the middle")
    func folding() throws {
        var session = Session(MapTests.wide(30), size: Size(rows: 24, columns: 80))
        session.press("mj")
        #expect(session.text.contains("30 jobs alike"))
        session.press("<Enter>")
        #expect(try Self.map(session).count == 34)
        session.press("jjjjjjjjjjjjjjj")
        let canvas = MapView().listRect(session.state, in: session.state.bodyRect(session.state.size))
        let row = try #require(session.screen().cursor?.row)
        #expect(row == canvas.row + canvas.rows / 2)
        session.press("G<Left><Left>")
        #expect(session.selectedName == "DEPLOY_KEY")
        session.press("<Enter>")
        #expect(session.text.contains("folded behind it"))
        #expect(!session.text.contains("resource vault"))
    }

    @Test("The other form goes from earliest paths to all ways, and where there is room on to the list")
    func cycle() {
        var session = Session(MapTests.wide(2), size: Size(rows: 40, columns: 160))
        session.press("m")
        #expect(!session.state.isMapList)
        session.press("O")
        #expect(session.state.place.drawing.showsAllWays && !session.state.isMapList)
        session.press("O")
        #expect(!session.state.place.drawing.showsAllWays && session.state.isMapList)
        #expect(session.text.contains("a list, level by level"))
        session.press("O")
        #expect(!session.state.isMapList)
        var narrow = Session(MapTests.wide(2), size: Size(rows: 24, columns: 80))
        narrow.press("mO")
        #expect(narrow.state.place.drawing.showsAllWays)
        narrow.press("O")
        #expect(narrow.state.place.drawing == Place.Drawing())
    }

    @Test(
        "The lines below a map name every sign that it has and no other",
        arguments: ["m", "m<S-Tab>", "mO", "mllll<Enter>", "b/kind:token<Enter>Dm"], [80, 120, 200])
    func legend(keys: String, columns: Int) throws {
        let session = Session.after(keys, size: Size(rows: 40, columns: columns))
        let map = try Self.map(session)
        let isList = session.state.isMapList
        let lines = MapArrangement(
            map, state: session.state, look: Look(), body: session.state.bodyRect(session.state.size)
        ).legend.map(\.line.text)
        #expect(lines.count > 1)
        for line in lines { #expect(session.text.contains(line)) }
        let signs = lines.dropFirst().joined(separator: " ")
        let shown = MapSigns(map: map, state: session.state).shown
        #expect(shown.contains(.declared))
        for sign in MapSigns.Sign.allCases {
            #expect(signs.contains("\(Glyphs.unicode[sign.glyph]) \(sign.name)") == shown.contains(sign))
        }
        let planes = map.edges.joined().map { session.state.inventory.traits(of: $0.relation).act.plane }
        #expect(!planes.isEmpty)
        for plane in Plane.allCases {
            #expect(signs.contains("\(plane.rawValue) plane") == (!isList && planes.contains(plane)))
        }
    }

    @Test(
        "A list for want of room says how wide a terminal draws the map, and there it is drawn",
        arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 80), Size(rows: 24, columns: 99)],
        [2, 30])
    func drawingColumns(size: Size, jobs: Int) throws {
        for inventory in [MapTests.wide(jobs), Northwind.inventory(isMarked: true)] {
            var session = Session(inventory, size: size)
            session.press("m")
            guard session.state.isMapList else { continue }
            let words = try #require(session.text.firstMatch(of: /a drawing needs ([0-9]+) columns/))
            let columns = try #require(Int(words.1))
            #expect(columns > size.columns && columns <= 100)
            for (width, isList) in [(columns, false), (columns - 1, true)] {
                session.apply(.resize(Size(rows: size.rows, columns: width)))
                #expect(session.state.isMapList == isList, "\(width)")
            }
            // Who asked for the list, or hears it, is not told so.
            session.apply(.resize(Size(rows: size.rows, columns: 160)))
            session.press("OO")
            #expect(session.state.isMapList && !session.text.contains("a drawing needs"))
            #expect(!session.state.report(limit: 100).head.joined().contains("a drawing needs"))
        }
    }

    @Test("The text of a map says whole names, however long they are")
    func wholeNames() throws {
        var maker = FactMaker()
        let long = "northwind-" + String(repeating: "very-", count: 30) + "long"
        maker.declare("runner", .runner, "runner-\(long)", compromised: .always)
        maker.declare("a", .token, "token-\(long)")
        maker.declare("b", .resource, "vault-\(long)", flags: [.crownJewel])
        maker.relate(.retains, "runner", "a")
        maker.relate(.canAccess, "a", "b")
        var session = Session(maker.builder.build().inventory)
        session.press("m")
        let report = session.state.report(limit: 100)
        let rows = report.rows.map { $0.facts.map(\.words).joined(separator: ", ") }
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { !$0.contains("~") && !$0.contains("…") })
        #expect(rows[0].contains("leads on to token-\(long)"))
        #expect(rows[1].contains("runner-\(long) retains it") || rows[1].contains("runner-\(long)"))
        #expect(report.head.allSatisfy { !$0.contains("~") && !$0.contains("…") })
        session.press("bO")
        let tree = session.state.report(limit: 100).rows.map { $0.facts.map(\.words).joined(separator: ", ") }
        #expect(tree.count == 3 && tree.allSatisfy { !$0.contains("~") && !$0.contains("…") })
    }

    @Test("Words of planes are never cut, whatever the room", arguments: 0...40)
    func planeWords(columns: Int) {
        for plane in PlaneLine.allCases {
            let text = PlanePhrase(phrase: "authenticates as", plane: plane).text(fitting: columns, glyphs: .unicode)
            #expect(text.isEmpty || text.hasSuffix(plane.rawValue))
            #expect(text.count <= columns)
            #expect(text.isEmpty == (columns < plane.rawValue.count))
        }
    }

    @Test(
        "What is marked to be revoked does not become the target: chosen ones do, reached crown jewels, else all",
        arguments: [false, true])
    func targets(reachesJewel: Bool) throws {
        var maker = FactMaker()
        maker.declare("runner", .runner, "pool", compromised: .always)
        maker.declare("a", .token, "first token")
        maker.declare("b", .token, "second token")
        maker.declare("vault", .resource, "vault", flags: [.crownJewel])
        maker.relate(.retains, "runner", "a")
        maker.relate(.retains, "runner", "b")
        if reachesJewel { maker.relate(.canAccess, "a", "vault") }
        var session = Session(maker.builder.build().inventory, size: Size(rows: 40, columns: 160))
        session.press("b/second<Enter> ")
        #expect(session.state.work.present.marks.count == 1)
        session.press("m")
        #expect(session.state.mapTargets == (reachesJewel ? MapTargets.crownJewels : MapTargets.everything))
        #expect(session.text.contains(reachesJewel ? "▸to crown jewels 1" : "▸to all that is reached 3"))
        #expect(session.text.contains("no target is chosen"))
        let names = Set(session.state.mapSections.map(\.name))
        #expect(names == ["crown-jewels", "marked", "chosen", "everything"])
        session.press("qDm")
        guard case .defended? = session.state.mapTargets else {
            Issue.record("the map leads to \(String(describing: session.state.mapTargets))")
            return
        }
        #expect(session.text.contains("to the targets that you chose"))
    }
}
