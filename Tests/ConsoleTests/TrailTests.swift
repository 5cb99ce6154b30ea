import TerminalKit
import Testing

@testable import Console

@Suite("The trail")
struct TrailTests {
    @Test("It begins at the last start, and what lies before stays in the history")
    func beginning() {
        let session = Session.after("i1i")
        #expect(session.text.contains("… ▸ Start ▸ Inventory"))
        #expect(session.state.history.back.count == 3)
        let start = Session.after("i1")
        #expect(start.text.contains("… ▸ Start"))
    }

    @Test("Filters and orders of places behind give way before the places do")
    func brief() {
        let wide = Session.after("i/kind:token<Enter>bp", size: Size(rows: 24, columns: 120)).text
        #expect(wide.contains("Inventory /kind:token ▸ Blast"))
        let narrow = Session.after("i/kind:token<Enter>b/kind:secret<Enter>p", size: Size(rows: 24, columns: 70)).text
        #expect(narrow.contains("Start ▸ Inventory ▸ Blast"), "\(narrow)")
    }

    @Test("A press on a place of the trail goes to it, whatever of the trail is shown")
    func press() {
        var session = Session.after("Mi1ib")
        session.click("Inventory") { $0.isPlace }
        #expect(session.state.place.view == .inventory && session.state.history.back.count == 3)
    }
}
