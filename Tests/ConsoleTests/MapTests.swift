import Foundation
import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("Map")
struct MapTests {
    private static func map(_ session: Session) throws -> MapRows {
        guard case .map(let map) = session.state.rows else {
            Issue.record("no map: \(session.text)")
            throw Missing()
        }
        return map
    }

    private struct Missing: Error {}

    /// A runner that ran many jobs alike, all of which read the one slot of a token that opens the vault.
    static func wide(_ count: Int) -> Inventory {
        var maker = FactMaker()
        maker.declare("runner", .runner, "pool", compromised: .always)
        maker.declare("slot", .secret, "DEPLOY_KEY")
        maker.declare("token", .token, "deploy key")
        maker.declare("vault", .resource, "vault", flags: [.crownJewel])
        for number in 0..<count {
            maker.declare("job \(number)", .job, "build \(number)")
            maker.relate(.serves, "runner", "job \(number)")
            maker.relate(.reads, "job \(number)", "slot")
        }
        maker.relate(.holds, "slot", "token")
        maker.relate(.canAccess, "token", "vault")
        return maker.builder.build().inventory
    }

    @Test("The map leads from the declared to the crown jewels over the path that why shows")
    func jewels() throws {
        let session = Session.after("m", size: Size(rows: 40, columns: 400))
        let map = try Self.map(session)
        let names = Set((0..<map.count).compactMap { map.entity(at: $0)?.name })
        let inventory = session.state.inventory
        let jewel = try #require(inventory.crownJewels.first)
        let path = try #require(session.state.answer?.radius.path(to: jewel))
        #expect(!path.isEmpty)
        #expect(names.isSuperset(of: path.flatMap { [$0.from.name, $0.to.name] }))
        for step in path { #expect(session.text.contains(step.to.name)) }
        #expect(session.text.contains("to crown jewels 1"))
        #expect(session.text.contains("firebreak: revoke "))
        #expect(session.text.contains("choke points hold whatever the time"))
    }

    @Test("From a page about an entity the map leads there, and tab goes on to other targets")
    func chosen() throws {
        var session = Session.after("b/npm kind:token<Enter>em", size: Size(rows: 40, columns: 160))
        #expect(session.state.mapTargets == session.state.subject.map { .chosen($0.index) })
        #expect(session.text.contains("▸to npm publish"))
        session.press("<Tab>")
        #expect(session.state.mapTargets == .everything)
        session.press("<Tab>")
        #expect(session.state.mapTargets == .crownJewels)
    }

    @Test("What is marked can be the target")
    func marked() throws {
        let session = Session.after("b/kind:package<Enter> m<Tab>", size: Size(rows: 40, columns: 160))
        #expect(session.text.contains("▸to what is marked 1"))
        #expect(session.text.contains("@northwind/ui"))
        #expect(!(try Self.map(session)).routes.entities.contains { $0.entity.name == "northwind-site" })
    }

    @Test("Targets that the analyst chose come first")
    func defended() throws {
        let session = Session.after("b/kind:package<Enter>Dm", size: Size(rows: 40, columns: 160))
        #expect(session.text.contains("▸to your targets 1"))
        #expect(session.text.contains("@northwind/ui"))
        #expect(session.state.commandLine?.contains("cut") == true)
    }

    @Test("A press of the mouse selects the node under it, and a second one folds")
    func mouse() throws {
        var session = Session(Self.wide(2), size: Size(rows: 13, columns: 220))
        session.press("mM")
        let screen = session.screen()
        let line = try #require((0..<13).first { screen.line($0).contains("token deploy key") })
        let cells = screen.row(line).map(\.text)
        let column =
            try #require(cells.indices.first { cells[$0...].joined().hasPrefix("token deploy") }) - cells.startIndex
        let cell = Position(row: line, column: column + 3)
        session.mouse(.press, at: cell)
        #expect(session.selectedName == "deploy key")
        session.mouse(.press, at: cell)
        #expect(session.state.place.drawing.folded == ["token"])
        #expect(!session.text.contains("vault"))
    }

    @Test("Many alike are drawn as one, which enter opens and enter on one of them shuts")
    func bundles() throws {
        var session = Session(Self.wide(14), size: Size(rows: 40, columns: 160))
        session.press("m")
        #expect(try Self.map(session).count == 5)
        #expect(session.text.contains("14 jobs"))
        session.press("l")
        #expect(session.state.selectedEntity == nil)
        session.press("<Enter>")
        #expect(try Self.map(session).count == 18)
        let opened = session.state.place
        session.press("jj<Enter>")
        #expect(try Self.map(session).count == 5)
        #expect(session.text.contains("14 jobs"))
        session.press("<Enter>q")
        #expect(session.state.place.view == .start)
        session.press("L")
        #expect(session.state.place.drawing.folded == opened.drawing.folded)
        #expect(try Self.map(session).count == 18)
    }

    @Test("Enter folds what lies behind, says how much, and opens it again")
    func folding() throws {
        var session = Session(Self.wide(14), size: Size(rows: 40, columns: 160))
        session.press("mll")
        #expect(session.selectedName == "DEPLOY_KEY")
        session.press("<Enter>")
        #expect(try Self.map(session).count == 3)
        #expect(session.text.contains("2 folded behind it"))
        #expect(!session.text.contains("vault"))
        session.press("<Enter>")
        #expect(try Self.map(session).count == 5)
        session.press("ll<Enter>")
        #expect(session.text.contains("nothing lies behind it"))
    }

    @Test("Down and up go through every row of a drawing, also where layers hold one node each")
    func downAndUp() throws {
        for count in [1, 2, 14] {
            var session = Session(Self.wide(count), size: Size(rows: 40, columns: 160))
            session.press("m")
            let rows = try Self.map(session).count
            for row in 0..<rows {
                #expect(session.state.selected == row)
                session.press("j")
            }
            #expect(session.state.selected == rows - 1)
            for row in (0..<rows).reversed() {
                #expect(session.state.selected == row)
                session.press("k")
            }
            #expect(session.state.selected == 0)
        }
    }

    @Test("Keys move along the drawing: right to what is reached, left to where it came from, down in the layer")
    func moving() throws {
        var session = Session(Self.wide(2), size: Size(rows: 40, columns: 160))
        session.press("m")
        #expect(session.selectedName == "pool")
        session.press("l")
        #expect(session.selectedName == "build 0")
        session.press("j")
        #expect(session.selectedName == "build 1")
        session.press("j")
        #expect(session.selectedName == "DEPLOY_KEY", "a layer that ends leads to the next one")
        session.press("k")
        #expect(session.selectedName == "build 1")
        session.press("<Right><Right><Right>l")
        #expect(session.selectedName == "vault")
        session.press("hhhh")
        #expect(session.selectedName == "pool")
        #expect(session.state.place.view == .map)
        session.press("h")
        #expect(session.text.contains("nothing lies further left"))
        session.press("G")
        #expect(session.selectedName == "vault")
    }

    @Test("The selected node is in the window at every size, with the cursor on it", arguments: [40, 60, 80, 120, 200])
    func scrolling(columns: Int) throws {
        for rows in [10, 12, 24, 60] {
            var session = Session(Self.wide(2), size: Size(rows: rows, columns: columns))
            session.press("m")
            for key in ["l", "j", "l", "l", "l", "h", "h", "k", "h", "G", "g"] {
                session.press(key)
                let screen = session.screen()
                let cursor = try #require(screen.cursor)
                #expect(screen[cursor]?.text == Glyphs.unicode[.selected])
                #expect(screen.line(cursor.row).contains(try #require(session.selectedName).suffix(2)))
            }
        }
    }

    @Test("Where nothing is declared or reached the map says so, and what to press")
    func empty() {
        var session = Session(Northwind.inventory(), size: Size(rows: 24, columns: 80))
        session.press("m")
        #expect(session.text.contains("nothing is declared compromised"))
        session.state.place = Place(.map)
        session.apply(.resize(session.state.size))
        #expect(session.text.contains("1 goes to the start"))
        session = Session.after("2/ci-packer<Enter>em")
        #expect(session.text.contains("ci-packer is not reached from what is declared"))
        #expect(session.text.contains("T leaves times out of account"))
    }

    @Test("A map that stops says at how many and how many more there are")
    func stopped() throws {
        var maker = FactMaker()
        maker.declare("runner", .runner, "pool", compromised: .always)
        for number in 0..<400 {
            maker.declare("token \(number)", .token, "t\(number)")
            maker.relate(.retains, "runner", "token \(number)")
        }
        var session = Session(maker.builder.build().inventory, size: Size(rows: 30, columns: 120))
        session.press("m")
        #expect(session.text.contains("stopped at the earliest 300 entities: 101 more"))
        #expect(session.text.contains("299 tokens"))
    }

    @Test("Ways that lead across or back are counted, and drawn on request")
    func across() throws {
        var maker = FactMaker()
        maker.declare("runner", .runner, "pool", compromised: .always)
        maker.declare("vault", .resource, "vault", flags: [.crownJewel])
        for name in ["a", "b"] {
            maker.declare(name, .serviceAccount, name)
            maker.relate(.runsAs, "runner", name)
            maker.relate(.canAccess, name, "vault")
        }
        maker.relate(.canAssume, "a", "b")
        var session = Session(maker.builder.build().inventory, size: Size(rows: 13, columns: 120))
        session.press("m")
        #expect(session.text.contains("account b +1"))
        #expect(try Self.map(session).layout.layerCount == 3)
        session.press("O")
        #expect(!session.text.contains("account b +1"))
        #expect(try Self.map(session).layout.layerCount == 4)
    }

    @Test("Every node is told in words")
    func spoken() throws {
        var session = Session(Self.wide(14), size: Size(rows: 40, columns: 160))
        session.press("m")
        let map = try Self.map(session)
        let words = (0..<map.count).compactMap { MapView().spoken(row: $0, in: session.state) }
        #expect(words.count == 5)
        #expect(words[0].hasPrefix("runner pool, level 0 of 4, declared"))
        #expect(words[1].hasPrefix("14 jobs alike, folded into one, level 1 of 4"))
        #expect(words[3].contains("token deploy key, level 3 of 4"))
        #expect(words[3].contains("DEPLOY_KEY holds it, identity plane"))
        #expect(words[3].contains("in the firebreak"))
        #expect(words[4].contains("leads no further here, a target"))
        #expect(MapView().spoken(row: 5, in: session.state) == nil)
    }

    @Test("An old place without a drawing is still read, and a new one comes back as it was")
    func coding() throws {
        var place = Place(.map, subject: "a")
        place.drawing.toggleFold(of: "b")
        place.drawing.toggleFold(of: "a")
        place.drawing.isTree = true
        let data = try JSONEncoder().encode(place)
        #expect(try JSONDecoder().decode(Place.self, from: data) == place)
        let old = #"{"view":"blast","query":"x","scroll":3,"lens":{"isTimeless":false,"guardsFail":true}}"#
        let read = try JSONDecoder().decode(Place.self, from: Data(old.utf8))
        #expect(read.view == .blast && read.scroll == 3 && read.drawing == Place.Drawing())
        for text in ["map", "map:marked", "map:chosen?of=a", "map:everything?all-ways", "map?list", "blast:live?tree"] {
            #expect(Place(text: text)?.text == text)
        }
        #expect(Place(text: "blast?of=a") == nil)
    }

    @Test("Help says of keys that move in a drawing what they do there, and not what they do elsewhere")
    func help() throws {
        let shown = Session.after("m?/open", size: Size(rows: 60, columns: 120)).text
        #expect(shown.contains("what it is, or why it is held (not now: its keys move and fold"))
        let back = Session.after("m?/return", size: Size(rows: 60, columns: 120)).text
        #expect(back.contains("q, "))
        #expect(!back.contains(" h,") && !back.contains("q, h"))
        let table = Session.after("b?/return", size: Size(rows: 60, columns: 120)).text
        #expect(table.contains("q, h"))
    }

    @Test("What is declared is no target of the map, though it is marked")
    func declaredAndMarked() throws {
        var session = Session.after("bg b/npm publish<Enter> <Esc>m")
        session.state.place.section = "marked"
        guard case .marked(let marks)? = session.state.mapTargets else {
            Issue.record("no marks to lead to")
            return
        }
        let seeds = session.state.work.present.seeds.map(\.seed.entity)
        #expect(session.state.work.present.marks.contains(try #require(seeds.first)))
        #expect(marks.count == session.state.work.present.marks.count - 1)
    }
}
