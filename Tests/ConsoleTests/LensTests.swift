import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("The lens")
struct LensTests {
    @Test("Stepping says what changed at the moment it stops at")
    func words() {
        var session = Session(Pool.inventory(), size: Size(rows: 24, columns: 100))
        session.press("b@2026-03-14T09:39Z<Enter>]")
        #expect(session.state.at == Northwind.window.until)
        #expect(session.text.contains("lens: 2026-03-14 09:40Z, runner pool-1 re-imaged; "))
        session.press("[")
        #expect(session.text.contains("lens: 2026-03-14 09:30Z"))
    }

    @Test("Stepping on and then back returns, from every stop and from now", arguments: Pool.incidents)
    func returns(inventory: Inventory) throws {
        var session = Session(inventory)
        let stops = try #require(session.state.lensStopInquiry?.stops(in: inventory)).events.map(\.at)
        let moments = (stops + [session.state.opened]).sorted()
        for moment in moments.dropLast() {
            session.state.place.lens.at = moment == session.state.opened ? nil : moment.seconds
            let lens = session.state.place.lens
            session.press("]")
            #expect(session.state.at > moment)
            session.press("[")
            #expect(session.state.place.lens == lens)
        }
        for moment in moments.dropFirst() {
            session.state.place.lens.at = moment == session.state.opened ? nil : moment.seconds
            let lens = session.state.place.lens
            session.press("[")
            #expect(session.state.at < moment)
            session.press("]")
            #expect(session.state.place.lens == lens)
        }
    }

    @Test("Stepping from one end to the other passes every stop once", arguments: Pool.incidents)
    func passes(inventory: Inventory) throws {
        var session = Session(inventory)
        let stops = try #require(session.state.lensStopInquiry?.stops(in: inventory)).events.map(\.at)
        session.state.place.lens.at = 0
        var passed: [Instant] = []
        while passed.count <= stops.count + 1 {
            let before = session.state.at
            session.press("]")
            if session.state.at == before { break }
            passed.append(session.state.at)
        }
        #expect(passed == Set(stops + [session.state.opened]).sorted())
        #expect(session.text.contains("no later change is known"))
    }

    @Test("The lens is now again by an empty text, and goes back with its place")
    func now() {
        var session = Session.after("b@03-14 02:20<Enter>2")
        #expect(session.text.contains("lens: 2026-03-14 02:20"))
        session.press("@<C-u><Enter>")
        #expect(session.state.place.lens.at == nil)
        #expect(session.text.contains("lens: now"))
        session.press("q")
        #expect(session.text.contains("lens: 2026-03-14 02:20"))
        session.press("@<C-u>now<Enter>")
        #expect(session.state.place.lens.at == nil)
    }

    @Test("Without an answer the lens stops at what the sources record")
    func undeclared() throws {
        var session = Session(Pool.inventory(isMarked: false))
        session.press("2@03-14 01:00<Enter>]")
        #expect(session.state.at == Northwind.moment("2026-03-14T01:20Z"))
        #expect(session.text.contains("run build 1 ends"))
    }

    @Test("Timeless there is nothing to step, and the key says so")
    func timeless() {
        #expect(Session.after("bT]").text.contains("times are left out of account"))
    }

    @Test("A moved lens asks nothing that does not depend on it")
    func cheap() {
        var session = Session.after("b")
        session.answers = false
        session.press("[")
        #expect(session.state.place.lens.at != nil)
        #expect(!session.state.rows.isPending)
        #expect(
            !session.waiting.contains {
                if case .reach = $0.inquiry { true } else if case .lensStops = $0.inquiry { true } else { false }
            })
    }

    @Test("In a large inventory the step is taken as soon as its stops are known, unless another key comes first")
    func deferred() {
        var maker = FactMaker()
        for number in 0..<(State.promptEntities + 10) {
            maker.declare("e\(number)", .token, "t\(number)", lastUsed: Instant(1_700_000_000 + Int64(number) * 60))
        }
        var session = Session(maker.builder.build().inventory, answers: false)
        while !session.waiting.isEmpty { session.answerAll() }
        session.press("[")
        #expect(session.state.place.lens.at == nil)
        #expect(session.text.contains("looking for the moments"))
        session.press("j")
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.place.lens.at == nil)
        session.press("[")
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.at == Instant(1_700_000_000 + Int64(State.promptEntities + 9) * 60))
    }

    @Test("Blast, path, inventory, filters and plan obey the lens")
    func obeyed() throws {
        let size = Size(rows: 30, columns: 100)
        var session = Session(Northwind.inventory(isMarked: true), size: size)
        session.press("@2026-03-14T02:20Z<Enter>b")
        #expect(session.text.contains("not yet"))
        session.press("/npm publish<Enter>")
        #expect(session.text.contains("not yet"))
        session.press("w")
        #expect(session.text.contains("after the lens"))
        #expect(session.text.contains("not yet"))
        session.press("2/npm publish kind:token<Enter>")
        #expect(session.text.contains("not yet"))
        session.press("/<C-u>live kind:token<Enter>")
        let live = session.state.rows.count
        session.press("@<C-u><Enter>")
        #expect(session.state.rows.count > live)
        session.press("/<C-u>signing kind:token<Enter> p")
        #expect(session.text.contains("expired: no action"))
        session.press("@03-14 03:05<Enter>")
        #expect(!session.text.contains("expired: no action"))
    }

    @Test("A page says which of its facts and relations are of another time")
    func page() {
        var session = Session(
            Northwind.inventory(isMarked: true), size: Size(rows: 60, columns: 120),
            place: Place(.entity, subject: Northwind.runner))
        #expect(!session.text.contains("Facts, as collected on"))
        session.press("@03-14 02:20<Enter>")
        #expect(session.text.contains("Facts, as collected on 2026-03-15 11:02Z"))
        #expect(session.text.contains("(2, 1 at the lens)"))
    }

    @Test("A page tells the history of its entity in the order of time, with the lens in its place")
    func history() throws {
        let session = Session(
            Pool.inventory(), size: Size(rows: 60, columns: 120), place: Place(.entity, subject: "token KEY_build"))
        guard case .page(let lines) = session.state.rows else {
            Issue.record("no page")
            return
        }
        let entries = lines.compactMap { line -> HistoryEntry? in
            if case .history(let entry) = line { entry } else { nil }
        }
        #expect(entries.map(\.at) == entries.map(\.at).sorted())
        let kinds = entries.compactMap { entry -> EventKind? in
            if case .event(let event) = entry { event.kind } else { nil }
        }
        #expect(kinds == [.issued, .held, .used])
        #expect(entries.last == .lens(session.state.opened))
        #expect(entries.contains { if case .collected = $0 { true } else { false } })
        let runner = Session(
            Pool.inventory(), size: Size(rows: 60, columns: 120), place: Place(.entity, subject: Pool.runner))
        #expect(runner.text.contains("run deploy 1"))
        #expect(runner.text.contains("re-imaged"))
    }
}
