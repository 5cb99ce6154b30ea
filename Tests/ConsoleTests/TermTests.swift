import Foundation
import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Terms of a filter")
struct TermTests {
    private func queries(_ session: Session) -> [String?] {
        [session.state.place.query, session.state.place.setAside?.joined(separator: " | ")]
    }

    @Test("Each term is switched off and on again by itself, and the list follows at once")
    func toggling() {
        var session = Session.after("2/kind:token npm<Enter>")
        let both = session.state.rows.count
        session.press(",")
        #expect(session.text.contains("terms of the filter"))
        session.press(" ")
        #expect(queries(session) == ["npm", "kind:token"])
        #expect(session.state.rows.count > both)
        #expect(session.state.overlay != nil)
        #expect(session.text.contains("(1 off)"))
        session.press(" ")
        #expect(queries(session) == ["npm kind:token", nil])
        #expect(session.state.rows.count == both)
        session.press("<Enter>")
        #expect(session.state.overlay == nil)
    }

    @Test("All terms may be off: everything is listed, and each can come back")
    func allOff() {
        var session = Session.after("2")
        let all = session.state.rows.count
        session.press("/kind:token npm<Enter>, j ")
        #expect(queries(session) == ["", "kind:token | npm"])
        #expect(session.state.rows.count == all)
        session.press("<Enter>,G ")
        #expect(queries(session) == ["npm", "kind:token"])
    }

    @Test("A term that is switched off keeps its place while the menu is open")
    func order() {
        var session = Session.after("2/kind:token npm live<Enter>,j ")
        guard case .menu(let menu)? = session.state.overlay else {
            Issue.record("the menu is shut")
            return
        }
        #expect(session.state.terms(of: menu).map(\.text) == ["kind:token", "npm", "live"])
        #expect(session.state.terms(of: menu).map(\.isOn) == [true, false, true])
        session.press(" ")
        #expect(session.state.filterTerms.map(\.isOn) == [true, true, true])
    }

    @Test("One term alone, and a term taken away for good")
    func single() {
        var session = Session.after("2/kind:token npm or kind:secret<Enter>,")
        #expect(session.state.filterTerms.count == 1)
        session.press("<Esc><Esc>/kind:token npm -live<Enter>,jo")
        #expect(queries(session) == ["npm", "kind:token | -live"])
        session.press("Gx")
        #expect(queries(session) == ["npm", "kind:token"])
        session.press("gx")
        #expect(queries(session) == ["npm", nil])
        session.press("x")
        #expect(queries(session) == ["", nil])
        #expect(session.state.overlay == nil)
        session.press(",")
        #expect(session.text.contains("there is no filter"))
    }

    @Test("Clearing the filter forgets what was switched off, and undo brings both back")
    func undo() {
        var session = Session.after("2/kind:token npm<Enter>, <Enter>")
        #expect(queries(session) == ["npm", "kind:token"])
        session.press("<Esc>")
        #expect(queries(session) == ["", nil])
        session.press("u")
        #expect(queries(session) == ["npm", "kind:token"])
        session.press("u")
        #expect(queries(session) == ["kind:token npm", nil])
    }

    @Test("What is switched off goes with the place, and older writings have none")
    func written() throws {
        var place = Place(.inventory)
        place.query = "npm"
        place.setAside = ["kind:token"]
        #expect(try JSONDecoder().decode(Place.self, from: JSONEncoder().encode(place)) == place)
        let old = try JSONDecoder().decode(Place.self, from: Data(#"{"view":"inventory","query":"npm"}"#.utf8))
        #expect(old.setAside == nil)
        #expect(old.list == place.list)
    }

    @Test("Terms are listed and come back in the words in which they were typed")
    func words() {
        var session = Session.after("b/held:ended used<lt>90d<Enter>,")
        #expect(session.state.filterTerms.map(\.text) == ["held:ended", "used<90d"])
        session.press(" ")
        #expect(queries(session) == ["used<90d", "held:ended"])
        session.press(" ")
        #expect(queries(session) == ["used<90d held:ended", nil])
    }
}
