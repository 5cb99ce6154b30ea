import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("The plan")
struct PlanTests {
    private func rows(_ session: Session) -> [String] {
        (0..<session.state.rows.count).compactMap { session.state.rows.entity(at: $0) }
            .map { session.state.inventory.entity(at: $0).name }
    }

    @Test("Marks stand in the order of the engine: hosts first, what has expired last")
    func order() throws {
        let session = Session.after("b*p")
        let marks = session.state.work.present.marks
        let order = try #require(session.state.findings.order(session.state.lensQuestion, marks))
        let names = order.entities.map { session.state.inventory.entity(at: $0).name }
        #expect(rows(session) == names)
        #expect(names.first == "prod-linux-07")
        #expect(session.state.inventory.entity(at: order.entities.last ?? 0).usable.until <= session.state.at)
        #expect(session.text.contains("STEP"))
        #expect(names.count == marks.count)
    }

    @Test("What has expired says that nothing is to be done, and has no step")
    func expired() throws {
        let session = Session.after("b/signing kind:token<Enter> p", size: Size(rows: 24, columns: 100))
        #expect(session.text.contains("expired: no action"))
        let order = try #require(
            session.state.findings.order(session.state.lensQuestion, session.state.work.present.marks))
        #expect(order.steps.isEmpty)
    }

    @Test("Each mark says what it alone severs, by asking the engine without it")
    func severs() throws {
        let session = Session.after("b/kind:token<Enter>*p", size: Size(rows: 40, columns: 160))
        let (state, question) = (session.state, try #require(session.state.question))
        let marks = state.work.present.marks
        let engine = ReachEngine(state.inventory)
        var severing = 0
        for entity in marks {
            let with = engine.blastRadius(question.remedying(marks, in: state.inventory)).counts.live
            let without = engine.blastRadius(question.remedying(marks.without(entity), in: state.inventory)).counts.live
            #expect(state.findings.live(question, after: marks.without(entity)) == without)
            let severed = Severed(engine, question, marks, entity, patience: EndlessPatience())
            #expect(severed.count >= without - with)
            if without > with { severing += 1 }
        }
        #expect(severing > 0)
        #expect(session.text.contains("SEVERS"))
        #expect(session.text.contains("alone it severs"))
    }

    @Test("The firebreak keeps the crown jewels; a star puts it on the plan, and undo takes it off")
    func firebreak() throws {
        var session = Session.after("p<Tab><Tab>", size: Size(rows: 30, columns: 120))
        #expect(session.state.place.section == "firebreak")
        #expect(session.text.contains("targets: northwind-site"))
        #expect(session.text.contains("the crown jewels"))
        let question = try #require(session.state.question)
        let jewel = try #require(session.state.inventory.entity(id: "arn:aws:s3:::northwind-site")).index
        let cut = MinimumCut(session.state.inventory, question, targets: [jewel])
        #expect(rows(session).sorted() == cut.entities.map(\.name).sorted())
        #expect(!cut.entities.isEmpty)
        session.press("*")
        #expect(Array(session.state.work.present.marks) == cut.entities.map(\.index).sorted())
        #expect(session.text.contains("all of it is on the plan"))
        #expect(session.state.planAnswer?.radius[jewel]?.isLive != true)
        session.press("u")
        #expect(session.state.work.present.marks.isEmpty)
    }

    @Test("Chosen targets take the place of the crown jewels")
    func targets() {
        var session = Session.after("b/northwind/ui<Enter>D", size: Size(rows: 30, columns: 120))
        #expect(session.text.contains("a target: @northwind/ui; the firebreak is for 1 target"))
        session.press("p<Tab><Tab>")
        #expect(session.text.contains("targets: @northwind/ui"))
        #expect(session.text.contains("npm publish"))
        session.press("u")
        #expect(session.text.contains("targets: northwind-site"))
    }

    @Test("Where no firebreak exists it says why, with the path")
    func noCut() {
        // While the runner is the attacker's, the job that runs on it is.
        let keys = "@2026-03-14T02:20Z<Enter>b/deploy-web kind:job<Enter>Dp<Tab><Tab>"
        let session = Session.after(keys, size: Size(rows: 30, columns: 120))
        #expect(session.text.contains("no firebreak"))
        #expect(session.text.contains("none exists: "))
        #expect(rows(session).first == "prod-linux-07")
        #expect(rows(session).last == "deploy-web")
    }

    @Test("Without a crown jewel or a target it says what to do")
    func noTarget() {
        var maker = FactMaker()
        maker.declare("r", .runner, "r", compromised: .always)
        var session = Session(maker.builder.build().inventory)
        session.press("p<Tab><Tab>")
        #expect(session.text.contains("no crown jewel is marked; D on an entity makes it a target"))
    }

    @Test("What stays live opens the way that the plan leaves, which leads over nothing that is revoked")
    func detour() throws {
        var maker = FactMaker()
        maker.declare("runner", .runner, "runner", compromised: Northwind.window)
        for token in ["a", "b"] { maker.declare(token, .token, "token \(token)") }
        maker.declare("role", .serviceAccount, "role")
        maker.relate(.retains, "runner", "a")
        maker.relate(.retains, "runner", "b", valid: Interval(Northwind.moment("2026-03-14T05:00Z"), .never))
        for token in ["a", "b"] { maker.relate(.authenticatesAs, token, "role") }
        var session = Session(maker.builder.build().inventory, size: Size(rows: 24, columns: 100))
        session.press("b/token a<Enter> p<Tab>/role<Enter>")
        #expect(session.selectedName == "role")
        session.press("<Enter>")
        #expect(session.text.contains("a way that the plan leaves open"))
        #expect(session.text.contains("token b"))
        #expect(!rows(session).contains("token a"))
        session.press("b/role<Enter><Enter>")
        #expect(session.text.contains("the earliest way"))
        #expect(rows(session).contains("token a"))
    }

    @Test("Rollback only always stands beside the plan")
    func rollback() {
        let session = Session.after("b/kind:token<Enter>*p")
        #expect(session.text.contains("rollback only: "))
    }

    @Test("A plan beyond what can be ordered keeps its marks and claims no order")
    func unordered() {
        var maker = FactMaker()
        let count = OrderedPlan.limit + 1
        for number in 0..<count { maker.declare("e\(number)", .token, "name \(number)") }
        var session = Session(maker.builder.build().inventory)
        session.press("2*p")
        #expect(session.state.rows.count == count)
        #expect(
            session.state.findings.order(session.state.lensQuestion, session.state.work.present.marks)?.isOrdered
                == false)
        let words = "no order was worked out: 5,001 marks, and only up to 5,000 are put in order"
        #expect(session.text.contains(words))
        #expect(session.state.report(limit: 1).head.joined(separator: " ").contains(words))
        // One mark fewer, and the plan has its order again.
        session.press(" ")
        #expect(!session.text.contains("no order was worked out"))
        #expect(session.text.contains("STEP"))
    }
}

@Suite("What if")
struct WhatIfTests {
    @Test("The detail of a blast row says what stays live if it were revoked too")
    func count() throws {
        var session = Session.after("b/npm publish<Enter>", size: Size(rows: 24, columns: 160))
        let question = try #require(session.state.question)
        let entity = try #require(session.state.rows.entity(at: 0))
        let live = BlastRadius(session.state.inventory, question.remedying([entity], in: session.state.inventory))
            .counts.live
        #expect(session.text.contains("if revoked: \(live) live"))
        session.press(" k")
        #expect(session.text.contains("without it: "))
    }

    @Test("It is asked again when the cursor moves, the former question is dropped, and nothing else says computing")
    func superseded() {
        var session = Session.after("b")
        session.answers = false
        session.press("j")
        let first = session.state.asked
        // As it is, and if guards fail.
        #expect(first.count == 2 && first.allSatisfy(\.isAside))
        #expect(!session.text.contains("computing"))
        #expect(session.text.contains("counting"))
        session.press("j")
        #expect(session.state.asked.count == 2)
        #expect(session.state.asked != first)
        let stale = session.waiting
        session.answerAll()
        #expect(stale.count == 4)
        #expect(session.state.asked.isEmpty)
        #expect(!session.text.contains("counting"))
    }
}
