import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("Large inventories")
struct LargeInventoryTests {
    private static func inventory(_ count: Int) -> Inventory {
        var maker = FactMaker()
        for number in 0..<count {
            maker.declare("e\(number)", number % 3 == 0 ? .token : .job, "name \(number * 7_919 % count)")
        }
        return maker.builder.build().inventory
    }

    @Test("Lists are made while keys go on working, and old rows stay until the new ones come")
    func deferred() throws {
        var session = Session(Self.inventory(State.promptEntities + 10), answers: false)
        #expect(session.waiting.map(\.inquiry) == [.vocabulary, .lookAlikes])
        session.answerAll()
        #expect(session.state.vocabulary != nil)
        session.press("2")
        #expect(session.state.rows.isPending)
        #expect(session.text.contains("computing…"))
        session.press("jk")
        session.answerAll()
        #expect(session.state.rows.count == State.promptEntities + 10)
        session.press("/name~\"name 12\" kind:token")
        #expect(session.state.rows.count == State.promptEntities + 10)
        #expect(session.text.contains("computing…"))
        session.answerAll()
        #expect(session.state.rows.count < 1_000)
        #expect(session.state.rows.count > 0)
        session.press("<Enter>q")
        session.press("/e12")
        session.answerAll()
        session.press("<Enter>c<Enter>b")
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.answer != nil)
        session.press("i/")
        for letter in "name 123456" {
            session.press(String(letter))
            #expect(!session.waiting.contains { $0.inquiry.asksEngine })
            session.answerAll()
        }
        session.press("<Esc>1/name 12")
        session.answerAll()
        #expect(session.selectedName == "name 12")
    }

    @Test("Rows that stay because the new ones were cancelled are said to be those of before")
    func cancelledList() {
        var session = Session(Self.inventory(State.promptEntities + 10), answers: false)
        session.answerAll()
        session.press("2")
        session.answerAll()
        session.press("/kind:token<Enter><C-c>")
        session.state.message = nil
        #expect(session.text.contains("the rows are those of before: cancelled, r computes"))
        session.press("r")
        session.answerAll()
        #expect(session.state.rows.count < State.promptEntities && !session.text.contains("of before"))
    }

    @Test("A blast table of a large inventory is filtered and sorted while keys go on working")
    func deferredHeld() throws {
        var maker = FactMaker()
        let count = State.promptEntities + 10
        maker.declare("pool", .runner, "pool", compromised: .always)
        for number in 0..<count {
            maker.declare("e\(number)", .token, "name \(number * 7_919 % count)")
            maker.relate(.retains, "pool", "e\(number)")
        }
        var session = Session(maker.builder.build().inventory, answers: false)
        session.press("b")
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.rows.count == count + 1)
        session.press("/name 12")
        #expect(session.state.rows.count == count + 1)
        while !session.waiting.isEmpty { session.answerAll() }
        let filtered = session.state.rows.count
        #expect(filtered > 0 && filtered < 2_000)
        session.press("<Enter>")
        session.state.place.sort = Place.Sort(column: "name", ascending: false)
        session.apply(.resize(session.state.size))
        while !session.waiting.isEmpty { session.answerAll() }
        let names = (0..<session.state.rows.count).compactMap { session.state.rows.entity(at: $0) }
            .map { session.state.inventory.entity(at: $0).name }
        #expect(names.count == filtered)
        #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.reversed())
    }

    @Test("A list that is no longer asked for is given up")
    func cancelled() {
        let inventory = Self.inventory(100)
        for scope in [Listing.Scope.section(.all), .section(.nonHuman), .search] {
            let listing = Listing(scope: scope, query: "name 1", at: Instant(0))
            #expect(listing.listed(in: inventory, isCancelled: { true }) == nil)
            let engine = ReachEngine(inventory)
            let inquiry = Inquiry.list(listing)
            #expect(inquiry.finding(by: engine, patience: EndlessPatience(), isCancelled: { true }) == nil)
            #expect(listing.listed(in: inventory)?.indices.isEmpty == false)
        }
    }

    @Test("An order, a firebreak, a cut and choke points that are no longer asked for are given up")
    func cancelledPlanning() throws {
        let inventory = Northwind.inventory(isMarked: true)
        let engine = ReachEngine(inventory)
        let session = Session.after("b/kind:token<Enter>*p")
        let (marks, question) = (session.state.work.present.marks, try #require(session.state.question))
        let answer = try #require(session.state.answer)
        let request = MapRequest(targets: .crownJewels, question: question, answer: answer)
        let cancelled = Watch()
        cancelled.cancel()
        for inquiry in [
            Inquiry.order(question, marks), .firebreak(question, []), .cut(request), .chokePoints(request),
        ] {
            #expect(throws: ReachCancelled()) { try inquiry.finding(by: engine, patience: cancelled) }
            #expect(try inquiry.finding(by: engine, patience: Watch()) != nil)
        }
    }

    @Test("Facets, groups and paths of a large inventory are worked out while keys go on working")
    func deferredBreakdowns() throws {
        var session = Session(
            Self.inventory(State.promptEntities + 10), size: Size(rows: 30, columns: 120), answers: false)
        session.answerAll()
        session.press("2")
        session.answerAll()
        session.press("F")
        #expect(session.text.contains("computing…"))
        #expect(session.waiting.contains { if case .breakdown = $0.inquiry { true } else { false } })
        session.press("qjj")
        #expect(session.state.selected == 2)
        while !session.waiting.isEmpty { session.answerAll() }
        let groups = try #require(session.state.facetLines).compactMap(\.group)
        #expect(groups.first { $0.term == "kind:job" }?.count == (State.promptEntities + 10) * 2 / 3)
        session.press("a<Down><Enter>")
        #expect(session.state.rows.isPending)
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.rows.count == 2)
        session.press("<Enter>")
        #expect(session.state.rows.isPending)
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.rows.count == groups.first { $0.term == "kind:job" }?.count)
        session.press("/<C-u>* ->> token")
        #expect(session.waiting.contains { if case .list = $0.inquiry { true } else { false } })
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.rows.count == 0)
    }

    @Test("What divides a list is given up when it is no longer asked for")
    func cancelledBreakdowns() {
        let inventory = Self.inventory(100)
        let listing = Listing(scope: .section(.all), query: "", at: Instant(0))
        for division in [Breakdown.Division.facets]
            + GroupColumn.columns(held: false, inCase: true).map({ .column($0) })
        {
            let breakdown = Breakdown(listing, by: division)
            #expect(breakdown.groups(in: inventory, isCancelled: { true }) == nil)
            #expect(breakdown.groups(in: inventory)?.isEmpty == false)
        }
    }
}
