import Inventory
import Reach
import Testing

@testable import Reports

@Suite("Reports on entities and paths")
struct EntityReportTests {
    @Test("Attributes with several values become arrays, in the order in which they came")
    func attributes() throws {
        let fixture = ReportFixture()
        let token = try #require(fixture.inventory.entity(id: "token-1"))
        let json = InventoryReport(fixture.inventory, entities: [token.index], total: 3).json
        #expect(json.contains(#""attributes":{"scope":["repo","org"],"note":"one"}"#))
        #expect(json.contains(#""total":3"#))
        #expect(json.contains(#""issued_at":50"#))
        #expect(json.contains(#""flags":["leaked"]"#))
    }

    @Test("Exposures are printed where they are given, and estimates are marked")
    func exposures() throws {
        let fixture = ReportFixture()
        let rank = try ExposureRank(fixture.inventory)
        let runner = fixture.inventory.entity(id: "runner-1")?.index ?? -1
        let report = InventoryReport(fixture.inventory, entities: [runner], total: 1, exposures: rank)
        #expect(report.json.contains(#""exposure":{"count":2,"exact":true,"standard_error":0}"#))
        #expect(report.csv.contains(",exposure,exposure_exact\r\n"))
        #expect(report.csv.contains(",2,true\r\n"))
        #expect(report.table.contains("EXPOSURE"))
        #expect(!InventoryReport(fixture.inventory, entities: [runner], total: 1).json.contains("exposure"))
        let estimate = Exposure(count: 1_000, isExact: false)
        #expect(estimate.text == "≈1000")
        #expect(estimate.json.line == #"{"count":1000,"exact":false,"standard_error":23}"# + "\n")
    }

    @Test("An entity's relations say direction, interval, evidence and place")
    func entity() throws {
        let fixture = ReportFixture()
        let token = try #require(fixture.inventory.entity(id: "token-1"))
        let json = EntityReport(token).json
        #expect(
            json.contains(
                #"{"relation":"retains","direction":"in","other":{"id":"runner-1","short_id":"r2v7g","kind":"runner","#
                    + #""name":"runner-1"},"plane":"identity","act":"harvest","hold":"keep","from":100,"until":200,"evidence":"observed","#
                    + #""guard":null,"provenance":[{"source":"a.json","location":"/nodes/0"}]}"#))
        #expect(EntityReport(token).text.contains("← is left behind on runner runner-1"))
    }

    @Test("A path says each step with its time, plane, evidence and place")
    func path() throws {
        let fixture = ReportFixture()
        let token = try #require(fixture.inventory.entity(id: "token-1"))
        let vault = try #require(fixture.inventory.entity(id: "vault"))
        let answer = try fixture.report().answer
        let reached = PathReport(to: token, in: answer)
        #expect(reached.isReachable)
        #expect(reached.json.contains(#""steps":[{"at":100,"relation":"retains","act":"harvest","plane":"identity""#))
        #expect(reached.text.contains("[harvest, identity plane, observed]"))
        #expect(reached.text.contains("a.json:/nodes/0"))
        let missed = PathReport(to: vault, in: answer)
        #expect(!missed.isReachable)
        #expect(missed.json.contains(#""reachable":false,"conditional":false,"steps":[]"#))
        #expect(missed.text == "no path to resource vault\n")
    }

    @Test("Impact counts jobs and prints nobody when none breaks")
    func impact() throws {
        let token = try #require(ReportFixture().inventory.entity(id: "token-1"))
        let report = ImpactReport(Impact(of: token), gainedBy: 7)
        #expect(report.json.contains(#""breaks":0,"jobs":[],"workflows":[],"runs":0"#))
        #expect(report.json.contains(#""gained_by":7"#))
        #expect(report.table.hasPrefix("revoking token deploy key breaks 0 jobs"))
        #expect(report.table.contains("control of it could follow from 7 other entities"))
    }
}
