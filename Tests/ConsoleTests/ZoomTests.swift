import Foundation
import TerminalKit
import Testing

@testable import Console

@Suite("Zoom")
struct ZoomTests {
    @Test("On a wide screen: both, the list alone, the entity alone, both")
    func wide() {
        let size = Size(rows: 40, columns: 200)
        var session = Session.after("b", size: size)
        let both = session.screen()
        session.press("z")
        #expect(session.state.place.pane == .list)
        #expect(session.state.layout(size).preview == nil)
        session.press("z")
        #expect(session.state.place.pane == .preview)
        #expect(session.text.contains("known from"))
        #expect(!session.text.contains("FIRST HELD"))
        session.press("z")
        session.apply(.resize(size))
        session.press("jk")
        #expect(session.screen() == both)
    }

    @Test("On a narrow screen: the list, the entity, the list; moving changes the entity")
    func narrow() {
        var session = Session.after("bz")
        #expect(session.state.place.pane == .preview)
        let name = session.selectedName ?? "?"
        #expect(session.text.contains(name))
        session.press("j")
        #expect(session.selectedName != name)
        #expect(session.text.contains(session.selectedName ?? "?"))
        session.press("z")
        #expect(session.state.place.pane == .both)
    }

    @Test("An entity alone is that of its place, and a list alone goes along; an entity's page has none")
    func places() {
        var session = Session.after("bzi")
        #expect(session.state.place.pane == .both)
        session.press("q")
        #expect(session.state.place.pane == .preview)
        #expect(session.text.contains("z shows the list"))
        session.press("z")
        #expect(session.state.place.pane == .both)
        session.press("L")
        #expect(session.state.place.pane == .both)
        #expect(Session.after("ez").text.contains("zoom: this page has no pane beside it"))
    }

    @Test("A place that was written before there were panes and searches is read")
    func old() throws {
        let text = #"{"view":"blast","query":"kind:token","scroll":2,"lens":{"isTimeless":false,"guardsFail":false}}"#
        let place = try JSONDecoder().decode(Place.self, from: Data(text.utf8))
        #expect(place.query == "kind:token")
        #expect(place.pane == .both)
        #expect(place.search.isEmpty)
    }
}
