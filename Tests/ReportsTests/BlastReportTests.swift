import Inventory
import Reach
import Testing

@testable import Reports

@Suite("Blast reports")
struct BlastReportTests {
    @Test("The JSON is the documented shape, member by member")
    func json() throws {
        #expect(
            try ReportFixture(lastUsed: 120).report().json == """
                {"schema":"firebreak.blast/1","seeds":[{"id":"runner-1","from":60,"until":150}],"at":150,"timeless":false,\
                "counts":{"reached":2,"live":1,"conditional":0,"by_kind":{"runner":1,"token":1},"by_plane":{"identity":1},\
                "by_tier":{"0":2}},"rollback_only":{"live":1},"entities":[{"id":"runner-1",\
                "short_id":"r2v7g","kind":"runner","name":"runner-1","first_held":60,"live":false,"conditional":false,\
                "used_since":null,"holdings":[[60,150]],\
                "tier":0,"plane":null,"hops":0,"via":null,"confidence":"observed","renewable":false},{"id":"token-1",\
                "short_id":"tz30w","kind":"token","name":"deploy key","first_held":100,"live":true,\
                "conditional":false,"used_since":true,\
                "holdings":[[100,null]],"tier":0,"plane":"identity","hops":1,"via":{"relation":"retains",\
                "from":"runner-1"},"confidence":"observed","renewable":false}],"blind":[]}

                """)
    }

    @Test("A start that is not known is null in JSON and said in the table")
    func unknownStart() throws {
        let report = try ReportFixture().report(seed: "runner-1")
        #expect(report.json.contains(#""first_held":null"#))
        #expect(report.json.contains(#""seeds":[{"id":"runner-1","from":null,"until":null}]"#))
        #expect(report.table.contains("unknown start"))
    }

    @Test("Control, format and separator characters of a name are escaped in JSON")
    func jsonEscapes() throws {
        let json = try ReportFixture(tokenName: ReportFixture.hostileName).report().json
        #expect(json.contains(#""name":"=cmd|'\u001b]0;x\u0007\u202e\u2028\"é""#))
        #expect(!json.unicodeScalars.dropLast().contains { $0.value < 0x20 })
    }

    @Test("A CSV cell starts no formula and holds nothing invisible")
    func csv() throws {
        let csv = try ReportFixture(tokenName: ReportFixture.hostileName).report().csv
        #expect(csv.contains("\"'=cmd|"))
        #expect(!csv.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x2028 })
        #expect(csv.split(separator: "\r\n").count == 3)
    }

    @Test("Tables spell hostile names out, one line a row")
    func table() throws {
        let table = try ReportFixture(tokenName: ReportFixture.hostileName).report().table
        #expect(!table.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(table.split(separator: "\n").count { $0.contains("=cmd") } == 1)
    }

    @Test("The summary says what was inherited, what is live and what to revoke")
    func summary() throws {
        let text = IncidentSummary(try ReportFixture(lastUsed: 120).report(), title: "a case").text
        #expect(text.contains("Identities inherited, first held first (1)"))
        #expect(text.contains("Still live (1)"))
        #expect(text.contains("deploy key  used since"))
        #expect(text.contains("blind spots: none recorded"))
    }
}
