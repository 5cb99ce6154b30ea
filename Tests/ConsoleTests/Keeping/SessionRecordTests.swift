import Foundation
import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("A session as it is saved")
struct SessionRecordTests {
    private static let keys =
        "2/kind:token<Enter>sG<Enter>jj   A<C-u>tokens<Enter>bD/n<Enter>j"
        + "t2026-03-14T03:10Z<Enter>p1c<C-u>2026-03-14T02:00Z..<Enter>b"

    private func record(_ session: Session, revision: Int = 1) -> SessionRecord {
        session.state.sessionDraft.record(of: session.state.inventory, title: "northwind", revision: revision)
    }

    @Test("What is written and read again is the same session, over the same evidence")
    func roundTrip() throws {
        let session = Session.after(Self.keys)
        let bytes = try #require(record(session).bytes)
        let read = try SessionRecord(bytes: bytes)
        #expect(read == record(session))
        // Another inventory of the same facts: entities are found by id.
        let restored = read.restored(over: Northwind.inventory(isMarked: true), declared: [])
        #expect(restored.history == session.state.history)
        #expect(restored.work == session.state.work.present)
        #expect(restored.remarks.isEmpty)
        #expect(restored.strays.count == 0)
    }

    @Test("Every part of a place is saved with it")
    func wholePlace() throws {
        var place = Place(.map, subject: "subject", section: "section", lens: Lens(at: 5))
        place.query = "kind:token"
        place.search = "web"
        place.setAside = ["owner:none"]
        place.sort = Place.Sort(column: "name", ascending: false)
        place.furtherSorts = [Place.Sort(column: "kind")]
        place.group = "owner"
        place.hiddenKinds = ["run"]
        place.table = TableSetup(columns: [.init(name: "name", width: 9)])
        place.facets = FacetPanel()
        place.cursor = "cursor"
        place.scroll = 3
        place.pane = .list
        place.drawing.isTree = true
        place.drawing.toggleFold(of: "folded")
        place.way = 2
        let data = try JSONEncoder().encode(place)
        let written = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(Set(written.keys) == Set(Mirror(reflecting: place).children.compactMap(\.label)))
        #expect(try JSONDecoder().decode(Place.self, from: data) == place)
    }

    @Test("Entities stand in it by id, not by number, and no secret does")
    func ids() throws {
        let text = String(decoding: try #require(record(Session.after(Self.keys)).bytes), as: UTF8.self)
        for mark in Session.after(Self.keys).state.work.present.marks {
            #expect(text.contains("\"\(Northwind.inventory(isMarked: true).entity(at: mark).id)\""))
        }
        #expect(text.contains("\"format\":\"firebreak.session\""))
    }

    @Test("Other evidence is said to be other, and what is missing in it is kept for when it comes back")
    func strays() throws {
        let session = Session.after("b/kind:token<Enter>*")
        let saved = record(session)
        var maker = FactMaker()
        maker.declare(Northwind.runner, .runner, "prod-linux-07", compromised: Northwind.window)
        maker.declare("token:NPM_TOKEN", .token, "npm publish")
        maker.declare("new", .runner, "new", compromised: .always)
        let inventory = maker.builder.build().inventory
        let declared = inventory.compromisedEntities.map {
            DeclaredSeed(seed: .init(entity: $0.index, window: .always), origin: .source)
        }
        let restored = saved.restored(over: inventory, declared: declared)
        #expect(restored.work.marks.map { inventory.entity(at: $0).id } == ["token:NPM_TOKEN"])
        #expect(restored.strays.marks.count == session.state.work.present.marks.count - 1)
        #expect(restored.remarks.contains { $0.contains("the evidence is not what it was") })
        #expect(restored.remarks.contains { $0.contains("name nothing in this evidence") })
        #expect(restored.work.seeds.map { inventory.entity(at: $0.seed.entity).id } == [Northwind.runner, "new"])
        // Saved again over the poorer evidence, nothing is lost.
        let draft = SessionDraft(history: restored.history, work: restored.work, strays: restored.strays)
        let again = draft.record(of: inventory, title: "x", revision: 2)
        #expect(Set(again.marks) == Set(saved.marks))
    }

    @Test("What a source marked and the analyst withdrew stays withdrawn")
    func withdrawn() {
        let session = Session.after("bgx")
        let declared = session.state.inventory.compromisedEntities.map {
            DeclaredSeed(seed: .init(entity: $0.index, window: .always), origin: .source)
        }
        #expect(!declared.isEmpty)
        let restored = record(session).restored(over: session.state.inventory, declared: declared)
        #expect(restored.work.seeds.isEmpty)
    }

    @Test(
        "What is no session is damaged, a later one is newer",
        arguments: [
            "", "{", "[]", "{}", "null", #"{"format":"x","version":1}"#, #"{"format":"firebreak.session","version":1}"#,
        ])
    func damaged(text: String) {
        #expect(throws: SessionReadError.damaged) { try SessionRecord(bytes: Array(text.utf8)) }
        #expect(throws: SessionReadError.newer(version: 3)) {
            try SessionRecord(bytes: Array(#"{"format":"firebreak.session","version":3,"soul":[]}"#.utf8))
        }
    }

    @Test("Cut anywhere, it is damaged and nothing worse; with a byte changed it is read or damaged", arguments: 0..<8)
    func mangled(seed: Int) throws {
        let bytes = try #require(record(Session.after(Self.keys)).bytes)
        var keys = RandomKeys(seed: UInt64(seed))
        let inventory = Northwind.inventory(isMarked: true)
        for _ in 0..<40 {
            #expect(throws: SessionReadError.damaged) {
                try SessionRecord(bytes: Array(bytes.prefix(keys.number(below: bytes.count - 2))))
            }
            var changed = bytes
            changed[keys.number(below: bytes.count)] = UInt8(keys.number(below: 256))
            guard let read = try? SessionRecord(bytes: changed) else { continue }
            var session = Session(inventory)
            var opening = SessionOpening()
            opening.record = read
            session.state.take(up: opening)
            session.press("jkbq")
            _ = session.text
        }
    }

    @Test("A place that cannot be read costs that place alone")
    func badPlace() throws {
        var text = String(decoding: try #require(record(Session.after("2bp")).bytes), as: UTF8.self)
        text = text.replacing(#""view":"inventory""#, with: #""view":"cellar""#)
        let restored = try SessionRecord(bytes: Array(text.utf8))
            .restored(over: Northwind.inventory(isMarked: true), declared: [])
        #expect(restored.history.all.map(\.view) == [.start, .blast, .plan])
        #expect(restored.remarks == ["1 place of the saved session could not be read"])
    }
}
