import Casebook
import Inventory
import Reports
import TerminalKit
import Testing

@testable import Console

@Suite("Where of the console entries were made")
struct MadeAtTests {
    private static func places(_ worker: CaseWorker) throws -> [Place?] {
        try worker.shelf.file.entries().map { $0.content.place.flatMap { Place(text: $0) } }
    }

    @Test("Each decision is recorded with its view, query, cursor and lens, however fast they follow one another")
    func recorded() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.press("b/kind:token<Enter>")
        let first = worker.session.state.place
        // All in one go: nothing is in the journal before the last key.
        worker.press(" 2/kind:secret<Enter>T ;a note<Enter>")
        let places = try Self.places(worker)
        #expect(places.count == 4 && places[0] == nil)
        let marked = try #require(places[1])
        #expect(marked.view == .blast && marked.query == "kind:token" && marked.cursor == first.cursor)
        #expect(marked.lens.at == Northwind.opened.seconds)
        let second = try #require(places[2])
        #expect(second.view == .inventory && second.query == "kind:secret" && second.lens.isTimeless)
        #expect(places[3]?.view == .inventory)
        worker.press("pu")
        #expect(try Self.places(worker).last??.view == .plan)
    }

    @Test("Nothing that looks like a credential gets in through a query")
    func redacted() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.session.state.redact = { $0.replacing("s3cr3t", with: "redacted") }
        worker.press("2/kind:token -name~s3cr3t<Enter> ")
        let entry = try #require(try worker.shelf.file.entries().last)
        #expect(!entry.body.contains("s3cr3t"))
        let place = try #require(try Self.places(worker).last ?? nil)
        #expect(place.query == "kind:token -name~redacted" && place.view == .inventory)
    }

    @Test("One can go back there, under the lens of then, and back again")
    func goes() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.press("b/kind:token<Enter>j@2026-03-14T05:00Z<Enter> ")
        let there = worker.session.state.place
        worker.press("18")
        #expect(worker.session.text.contains("made at"))
        let selected = worker.session.state.selectedEntry?.action.name
        #expect(selected == "mark")
        worker.press("dp")
        let place = worker.session.state.place
        #expect(place.view == .blast && place.query == there.query)
        #expect(place.lens.at == Northwind.moment("2026-03-14T05:00Z").seconds)
        #expect(worker.session.text.contains("where entry 2 was made"))
        worker.press("q")
        #expect(worker.session.state.place.view == .journal)
        worker.press("Gdp")
        #expect(worker.session.text.contains("entry 1 does not say where it was made"))
        worker.press("1dp")
        #expect(worker.session.text.contains("only in the journal"))
    }

    @Test("A place that is not known here is told as it stands, and a filter that cannot be read is left out")
    func unknown() throws {
        let desk = try CaseDesk()
        let worker = try desk.console("ana")
        for place in ["hologram:x", "inventory?query=owner%3A"] {
            _ = try worker.shelf.file.append(
                [.mark(items: [.entity("token:AWS_KEY")], at: nil)],
                by: CaseAuthor(who: "ana", when: Northwind.opened, place: place))
        }
        var again = try desk.console("ana", size: Size(rows: 60, columns: 200))
        again.press("8dp")
        #expect(again.session.state.place.view == .inventory && again.session.state.place.query.isEmpty)
        #expect(again.session.text.contains("its filter cannot be read here"))
        again.press("qj")
        #expect(again.session.text.contains("hologram:x"))
        again.press("dp")
        #expect(again.session.text.contains("this version does not know that place"))
    }
}
