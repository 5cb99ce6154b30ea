import Inventory
import Testing

@testable import Reach

@Suite("Ways to targets")
struct RoutesTests {
    private static func routes(_ answer: BlastRadius, to ids: [String], limit: Int = 300) throws -> Routes {
        let inventory = try #require(answer.entities.first?.entity.inventory)
        let targets = try ids.map { try #require(inventory.entity(id: $0)).index }
        return try #require(Routes(to: targets, in: answer, of: inventory, limit: limit))
    }

    private static func words(_ routes: Routes) -> [String] {
        routes.crossings.map {
            "\(routes.entities[$0.from].entity.id)>\(routes.entities[$0.to].entity.id)\($0.isEarliest ? "!" : "")"
        }
    }

    @Test("The earliest path is there, and other crossings that come in time; what leads elsewhere is not")
    func union() throws {
        var estate = Estate(["runner": .runner, "a": .job, "b": .job, "slot": .secret, "other": .token])
        estate.link("runner", "a", .keep)
        estate.link("runner", "b", .keep, since(40))
        estate.link("a", "slot", .keep, since(50))
        estate.link("b", "slot", .keep, since(60))
        estate.link("a", "other", .keep)
        let routes = try Self.routes(estate.blast(["runner": since(10)]), to: ["slot"])
        #expect(Self.words(routes) == ["runner>a!", "runner>b!", "a>slot!", "b>slot"])
        #expect(routes.levels == [0, 1, 1, 2])
        #expect(routes.leftOut == 0 && routes.isCountComplete)
    }

    @Test("A crossing that comes too late to lead on is no way")
    func tooLate() throws {
        var estate = Estate(["runner": .runner, "a": .job, "b": .job, "slot": .secret])
        estate.link("runner", "a", .keep)
        estate.link("a", "slot", .keep, during(20, 30))
        estate.link("runner", "b", .keep)
        estate.link("b", "a", .keep, since(40))
        let routes = try Self.routes(estate.blast(["runner": since(10)]), to: ["slot"])
        #expect(Self.words(routes) == ["runner>a!", "a>slot!"])
    }

    @Test("Of too much the earliest is kept, each with its path, and what is left out is counted")
    func limit() throws {
        var estate = Estate(["runner": .runner, "goal": .resource])
        for number in 0..<40 {
            estate.add("token \(number)", .token)
            estate.link("runner", "token \(number)", .keep, since(Int64(100 - number)))
            estate.link("token \(number)", "goal", .keep)
        }
        let routes = try Self.routes(estate.blast(["runner": since(10)]), to: ["goal"], limit: 10)
        #expect(routes.entities.count == 10)
        #expect(routes.entities.contains { $0.entity.id == "token 39" })
        #expect(routes.leftOut == 32)
        #expect(routes.targets.count == 1)
    }

    @Test("Targets that are not reached are counted, and none is made up")
    func unreached() throws {
        var estate = Estate(["runner": .runner, "a": .job, "far": .secret])
        estate.link("runner", "a", .keep)
        let routes = try Self.routes(estate.blast(["runner": since(10)]), to: ["far"])
        #expect(routes.entities.isEmpty && routes.unreached == 1)
    }

    @Test("A search that is called off finds nothing")
    func cancelled() throws {
        var estate = Estate(["runner": .runner])
        for number in 0..<600 {
            estate.add("\(number)", .token)
            estate.link(number == 0 ? "runner" : "\(number - 1)", "\(number)", .keep)
        }
        let answer = estate.blast(["runner": since(10)])
        let inventory = try #require(answer.entities.first?.entity.inventory)
        let index = try #require(inventory.entity(id: "599")).index
        #expect(Routes(to: [index], in: answer, of: inventory, limit: 1_000) != nil)
        #expect(Routes(to: [index], in: answer, of: inventory, limit: 1_000, isCancelled: { true }) == nil)
    }

    @Test(
        "On random graphs every crossing is allowed by a holding, and every entity is joined with a seed",
        arguments: 0..<400)
    func random(number: Int) throws {
        let (inventory, question) = Scenario.random(UInt64(number)).build()
        let answer = BlastRadius(inventory, question)
        let routes = try #require(Routes(to: Array(0..<inventory.entityCount), in: answer, of: inventory))
        #expect(routes.entities.count == answer.entities.count)
        #expect(routes.unreached == inventory.entityCount - answer.entities.count)
        for crossing in routes.crossings {
            let near = routes.entities[crossing.from]
            let ends = inventory.relationEnds(crossing.relation)
            #expect(Set([ends.from, ends.to]).isSuperset(of: [near.entity.index]))
            // What is held only when guards fail is crossed when its near end is held then, which may be earlier.
            if !routes.entities[crossing.to].isConditional {
                #expect(near.holdings.contains { $0.contains(crossing.at) || question.timeless })
            }
            #expect(question.timeless || inventory.valid(of: crossing.relation).contains(crossing.at))
        }
        for (place, held) in routes.entities.enumerated() where held.via != nil {
            #expect(routes.crossings.contains { $0.to == place && $0.isEarliest })
            #expect(routes.levels[place] > 0)
        }
    }
}
