import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("Timeline")
struct TimelineTests {
    private func timelineRows(_ session: Session) throws -> TimelineRows {
        guard case .timeline(let rows) = session.state.rows else {
            throw MissingRows()
        }
        return rows
    }
    private struct MissingRows: Error {}

    private func session(_ inventory: Inventory, _ keys: String = "t") -> Session {
        var session = Session(inventory, size: Size(rows: 40, columns: 120))
        session.press(keys)
        return session
    }

    @Test("Every event agrees with the answer and with what the sources record", arguments: Pool.incidents)
    func agrees(inventory: Inventory) throws {
        let session = session(inventory)
        let rows = try timelineRows(session)
        let answer = try #require(session.state.answer)
        let windows = session.state.work.present
        #expect(rows.timeline.events.count > 20)
        for event in rows.timeline.events {
            let entity = inventory.entity(at: event.entity)
            let holdings = answer.radius[event.entity]?.holdings ?? []
            let isTrue =
                switch event.kind {
                case .declared: windows.windows(of: event.entity).contains { $0.from == event.at }
                case .declaredEnd: windows.windows(of: event.entity).contains { $0.until == event.at }
                case .run: entity.kind == .run && entity.issued == event.at
                case .held: holdings.first?.from == event.at
                case .heldAgain: holdings.dropFirst().contains { $0.from == event.at }
                case .conditional:
                    answer.radius[event.entity]?.isConditional == true && holdings.first?.from == event.at
                case .conditionalAgain:
                    answer.radius[event.entity]?.isConditional == true
                        && holdings.dropFirst().contains { $0.from == event.at }
                case .conditionalEnd:
                    answer.radius[event.entity]?.isConditional == true && holdings.contains { $0.until == event.at }
                case .lost: holdings.contains { $0.until == event.at }
                case .used: entity.lastUsed == event.at
                case .created: entity.created == event.at
                case .issued: entity.issued == event.at
                case .rotated: entity.rotated == event.at
                case .expires: entity.expires == event.at
                case .revoked: entity.revoked == event.at
                case .cleaned: entity.cleanups.contains(event.at)
                case .runEnd, .planned: false
                }
            #expect(isTrue, "\(event.kind) of \(entity.id) at \(event.at.iso8601)")
        }
        let held = rows.timeline.events.filter { $0.kind == .held }.map(\.entity)
        let reached = answer.radius.entities.filter { !$0.isSeed && $0.firstHeld.isBounded }
        #expect(held.sorted() == reached.filter { !$0.isConditional }.map(\.entity.index).sorted())
        let conditional = rows.timeline.events.filter { $0.kind == .conditional }.map(\.entity)
        #expect(conditional.sorted() == (reached.filter(\.isConditional).map(\.entity.index)).sorted())
    }

    @Test("Between two stops of the lens nothing changes that is held", arguments: Pool.incidents)
    func stops(inventory: Inventory) throws {
        let session = session(inventory)
        let stops = try #require(session.state.lensStopInquiry?.stops(in: inventory)).events.map(\.at)
        let answer = try #require(session.state.answer)
        #expect(stops == stops.sorted() && Set(stops).count == stops.count && stops.count > 5)
        func live(_ moment: Instant) -> [Int] {
            let seen = answer.radius.seen(at: moment)
            return seen.entities.filter(\.isLive).map(\.entity.index)
        }
        for (stop, next) in zip(stops, stops.dropFirst()) {
            #expect(live(stop) == live(next.advanced(by: -1)))
        }
    }

    @Test("An answer seen from another moment is the answer about that moment", arguments: Pool.incidents)
    func seen(inventory: Inventory) throws {
        let session = session(inventory)
        let answer = try #require(session.state.answer)
        for stop in try #require(session.state.lensStopInquiry?.stops(in: inventory)).events.map(\.at) {
            var question = answer.radius.question
            question.at = stop
            let asked = Answer(BlastRadius(inventory, question))
            let seen = answer.seen(at: stop)
            #expect(seen.counts == asked.counts)
            #expect(seen.radius.question == asked.radius.question)
            #expect(seen.radius.entities.map(\.isLive) == asked.radius.entities.map(\.isLive))
        }
    }

    @Test("The list is in the order of time, with the lens after all that has happened", arguments: Pool.incidents)
    func order(inventory: Inventory) throws {
        var session = session(inventory)
        session.press("@<C-u>2026-03-14T03:05Z<Enter>")
        let rows = try timelineRows(session)
        let moments = (0..<rows.count).map { rows.event(at: $0)?.at ?? rows.at }
        #expect(moments == moments.sorted())
        #expect(rows[rows.lensRow] == .lens)
        #expect((0..<rows.lensRow).allSatisfy { moments[$0] <= rows.at })
        #expect((rows.lensRow + 1..<rows.count).allSatisfy { moments[$0] > rows.at })
        #expect(rows.lensRow > 0 && rows.lensRow < rows.count - 1)
        #expect(session.text.contains("lens: 2026-03-14 03:05"))
    }

    @Test("Each list holds its kinds of events, and all of them together everything")
    func sections() throws {
        var session = session(Pool.inventory())
        let whole = try timelineRows(session).timeline
        var sum = 0
        var seen: [TimelineSection] = []
        session.press("<Tab>")
        while session.state.timelineSection != .inventory, seen.count < TimelineSection.allCases.count {
            let section = session.state.timelineSection
            seen.append(section)
            let rows = try timelineRows(session)
            #expect(!rows.timeline.events.isEmpty)
            #expect(rows.timeline.events.allSatisfy { section.contains($0.kind) })
            #expect(rows.timeline.events.count == whole.count(in: section))
            sum += rows.timeline.events.count
            session.press("<Tab>")
        }
        #expect(sum == whole.events.count)
        #expect(seen == [.declared, .runs, .held, .ended, .used, .changes, .expiries, .cleanups])
        #expect(try timelineRows(session).timeline.events.contains { session.state.answer?.radius[$0.entity] == nil })
    }

    @Test("Without a declaration it is the inventory's", arguments: Pool.incidents)
    func undeclared(inventory: Inventory) throws {
        var session = session(inventory, "")
        session.press("x2t")
        let rows = try timelineRows(session)
        #expect(session.state.question == nil)
        #expect(rows.timeline.events.contains { $0.kind == .run })
        #expect(!rows.timeline.events.contains { $0.kind == .held })
        #expect(session.text.contains("events of the whole inventory"))
    }

    @Test("A filter of the query language narrows it")
    func filter() throws {
        var session = session(Pool.inventory(), "t/kind:token<Enter>")
        let rows = try timelineRows(session)
        #expect(rows.timeline.events.count > 3)
        #expect(
            rows.timeline.events.allSatisfy { session.state.inventory.entity(at: $0.entity).kind == .token })
        session.press("/<C-u>kind:token live<Enter>")
        let live = try timelineRows(session).timeline.events
        #expect(!live.isEmpty && live.count < rows.timeline.events.count)
        #expect(live.allSatisfy { session.state.answer?.radius[$0.entity]?.isLive == true })
    }

    @Test("Too many events are cut to those near the focus, and what is left out is counted", arguments: 1...12)
    func bounded(limit: Int) throws {
        let session = session(Pool.inventory())
        let inquiry = try #require(session.state.timelineInquiry)
        let whole = try #require(inquiry.timeline(in: session.state.inventory))
        let cut = try #require(inquiry.timeline(in: session.state.inventory, limit: limit))
        #expect(cut.events.count <= limit)
        #expect(cut.events.count + cut.earlier + cut.later == whole.events.count)
        #expect(cut.counts == whole.counts)
        let kept = Set(cut.events)
        let far = cut.events.map { abs($0.at.seconds - inquiry.focus.seconds) }.max() ?? 0
        for event in whole.events where !kept.contains(event) {
            #expect(abs(event.at.seconds - inquiry.focus.seconds) >= far)
        }
    }

    @Test("The density counts every event once", arguments: Pool.incidents)
    func density(inventory: Inventory) throws {
        let timeline = try timelineRows(session(inventory)).timeline
        let density = try #require(timeline.density)
        #expect(density.counts.reduce(0, +) + density.earlier + density.later == timeline.events.count)
        for columns in [1, 7, 40, 120, 500] {
            let axis = TimeAxis(density, columns: columns)
            #expect(axis.columns <= max(columns, 1))
            #expect(axis.column(of: density.span.from) == 0)
            #expect(axis.column(of: density.span.until.advanced(by: -1)) == axis.columns - 1)
        }
    }

    private static let spans: [(hours: Int64, name: String)] = [
        (1, "minute"), (24, "10 minutes"), (168, "hour"), (2_160, "6 hours"), (7_200, "day"), (52_560, "week"),
        (876_000, "365 days"),
    ]

    @Test("Units of a density are chosen from the span", arguments: spans)
    func units(hours: Int64, name: String) throws {
        let start = Northwind.window.from
        let density = try #require(Density(from: start, to: start.advanced(by: hours * 3_600)))
        #expect(density.unitName == name)
    }

    @Test("Enter opens the entity; @ and Enter set the lens to the row's moment")
    func keys() throws {
        var session = session(Northwind.inventory(isMarked: true), "b/npm publish<Enter>t")
        #expect(session.selectedName == "npm publish")
        let event = try #require(session.state.rows.timelineEvent(at: session.state.selected))
        #expect(event.kind == .held)
        session.press("@<Enter>")
        #expect(session.state.at == event.at)
        #expect(session.selectedName == "npm publish")
        session.press("<Enter>")
        #expect(session.state.place.view == .entity)
        session.press("q")
        #expect(session.state.place.view == .timeline)
        #expect(session.state.at == event.at)
    }

    @Test("What is marked is planned for the moment of the lens")
    func planned() throws {
        let session = session(Pool.inventory(), "b/kind:token<Enter>  tG")
        let rows = try timelineRows(session)
        #expect(rows.planned.count == 2)
        #expect(rows.planned.allSatisfy { $0.at == session.state.at })
        #expect(session.text.contains("planned"))
    }

    @Test(
        "Places of the new views can be named and survive being written",
        arguments: [
            "timeline", "timeline:runs", "inherit:a/b",
        ])
    func named(text: String) { #expect(Place(text: text)?.text == text) }

    @Test("In a large inventory keys go on working while a timeline is made")
    func deferred() throws {
        var maker = FactMaker()
        for number in 0..<(State.promptEntities + 10) {
            maker.declare("e\(number)", .token, "t\(number)", lastUsed: Instant(1_700_000_000 + Int64(number) * 60))
        }
        var session = Session(maker.builder.build().inventory, answers: false)
        session.answerAll()
        session.press("t")
        #expect(session.state.rows.isPending)
        session.press("jk")
        while !session.waiting.isEmpty { session.answerAll() }
        let rows = try timelineRows(session)
        #expect(rows.timeline.events.count <= Timeline.limit && rows.timeline.events.count > Timeline.limit / 2)
        #expect(session.text.contains("left out"))
        session.press("/t12")
        #expect(session.state.rows.count == rows.count)
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.rows.count > 0 && session.state.rows.count < rows.count)
    }
}
