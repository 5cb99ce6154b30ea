import Inventory
import Reach
import Testing

@Suite("What revoking an entity breaks")
struct ImpactTests {
    private func impact(of id: String, in estate: Estate) throws -> Impact {
        Impact(of: try #require(estate.build().entity(id: id)))
    }

    @Test("Jobs, workflows and runs that get at a token by harvesting or impersonating are counted, whatever the time")
    func backwards() throws {
        var estate = Estate([
            "workflow": .workflow, "deploy": .job, "test": .job, "run 1": .run, "run 2": .run, "slot": .secret,
            "environment": .environment, "token": .token, "account": .serviceAccount,
        ])
        estate.relate("workflow", .defines, "deploy")
        estate.relate("run 1", .instanceOf, "deploy")
        estate.relate("run 2", .instanceOf, "test")
        estate.relate("deploy", .deploysTo, "environment") { $0.guard = "environment approval" }
        estate.relate("environment", .grants, "slot", during(5, 5))
        estate.relate("slot", .holds, "token", before(0))
        estate.relate("token", .authenticatesAs, "account")
        let token = try impact(of: "token", in: estate)
        #expect(token.jobs.map(\.id) == ["deploy"])
        #expect(token.workflows.map(\.id) == ["workflow"])
        #expect(token.runs == 1)
        #expect(token.breaks == 1)
        let account = try impact(of: "account", in: estate)
        #expect(account.jobs.map(\.id) == ["deploy"])
        #expect(account.entity.id == "account")
    }

    @Test("What merely alters or runs an entity does not depend on it")
    func otherActs() throws {
        var estate = Estate(["job": .job, "role": .serviceAccount, "repository": .repository, "agent": .agent])
        estate.relate("job", .actsOn, "repository")
        estate.relate("job", .invokes, "agent")
        estate.link("job", "role", .keep, act: .mint)
        for id in ["repository", "agent", "role"] { #expect(try impact(of: id, in: estate).breaks == 0) }
    }

    @Test("Relations that gain backwards are walked the other way, those that gain nothing not at all")
    func gain() throws {
        var estate = Estate(["one": .job, "two": .job, "token": .token])
        estate.link("token", "one", .borrow) { $0.gain = .backward }
        estate.link("two", "token", .borrow) { $0.gain = Gain.none }
        #expect(try impact(of: "token", in: estate).jobs.map(\.id) == ["one"])
    }

    @Test("A circle of dependence ends, and an entity does not depend on itself")
    func circle() throws {
        var estate = Estate(["b": .job, "a": .job])
        estate.link("a", "b", .borrow)
        estate.link("b", "a", .borrow)
        estate.link("a", "a", .borrow)
        #expect(try impact(of: "a", in: estate).jobs.map(\.id) == ["b"])
        #expect(try impact(of: "b", in: estate).jobs.map(\.id) == ["a"])
    }
}
