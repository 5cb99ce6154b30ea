import TerminalKit
import Testing

@testable import Console

@Suite("Keys behind a prefix")
struct PrefixTests {
    @Test("A prefix lists what may follow, with what it does and why it cannot")
    func listed() {
        var session = Session.after("bZ")
        #expect(session.state.overlay == .prefix([.character("Z")]))
        for text in ["─ Z ─", "redraw", "not now: nothing is marked", "any other key cancels"] {
            #expect(session.text.contains(text), "\(text)")
        }
        session.press("r")
        #expect(session.state.overlay == nil)
        #expect(session.effects == [.redraw])
    }

    @Test("Any other key cancels, says so, and runs nothing of its own")
    func cancelled() {
        var session = Session.after("bZ")
        let place = session.state.place
        session.press("Q")
        #expect(session.text.contains("Z Q means nothing: cancelled"))
        #expect(session.effects.isEmpty)
        #expect(session.state.place == place)
        session.press("Z<Esc>")
        #expect(session.text.contains("cancelled"))
        session.press("Z<C-c>")
        #expect(session.state.overlay == nil)
        #expect(session.effects.isEmpty)
    }

    @Test("What cannot run says why behind a prefix too")
    func obstacle() {
        #expect(Session.after("bZm").text.contains("unmark all: nothing is marked"))
    }

    @Test("Prefixes of several keys list step by step")
    func nested() {
        let configuration = Configuration(text: "key.blast = Z v b\nkey.plan = Z v p", file: "config")
        #expect(configuration.problems.isEmpty)
        var session = Session(configuration: configuration)
        session.press("Z")
        #expect(session.text.contains("more keys"))
        session.press("v")
        #expect(session.state.overlay == .prefix([.character("Z"), .character("v")]))
        #expect(session.text.contains("Show all that the declared compromise reaches"))
        session.press("p")
        #expect(session.state.place.view == .plan)
    }

    @Test("Rare commands do what they say, and can be undone where they change work")
    func rare() {
        var session = Session.after("b  jj Zm")
        #expect(session.state.work.present.marks.isEmpty)
        #expect(session.text.contains("off the plan: 3 marks; u undoes"))
        session.press("u")
        #expect(session.state.work.present.marks.count == 3)
        session.press("Zx")
        #expect(session.state.work.present.seeds.isEmpty)
        session.press("u")
        #expect(!session.state.work.present.seeds.isEmpty)
        session.press("TfZl")
        #expect(session.state.place.lens == Lens())
        session.press("sj<Enter>")
        #expect(session.state.place.sort != nil)
        session.press("Zo")
        #expect(session.state.place.sort == nil)
        session.press("Zq")
        #expect(session.effects == [.quit])
    }
}
