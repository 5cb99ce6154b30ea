import Foundation
import Inventory
import Reach
import Testing

@testable import Reports

@Suite("Reports on what changed")
struct ChangeReportTests {
    /// A runner that keeps a token; in the new inventory the token is revoked and another one has come.
    private func estate(isNew: Bool, name: String = "deploy key") -> Inventory {
        var builder = InventoryBuilder()
        let source = Source(
            path: "graph.json", format: "graph", collected: Instant(isNew ? 2_000 : 1_000))
        let here = Provenance(source: builder.add(source: source))
        var runner = EntityFact(id: "runner", kind: .runner, provenance: here)
        runner.compromised = Interval(Instant(10), .never)
        builder.add(runner)
        for id in ["token-1", "token-2"] + (isNew ? ["token-3"] : []) {
            var token = EntityFact(id: id, kind: .token, name: id == "token-1" ? name : nil, provenance: here)
            if isNew, id == "token-1" { token.revoked = Instant(1_500) }
            token.attributes = [Attribute("scope", isNew && id == "token-1" ? "read" : "write")]
            builder.add(token)
            var retains = RelationFact(.retains, from: "runner", to: id, provenance: here)
            retains.guard = isNew && id == "token-2" ? "review" : nil
            builder.add(retains)
        }
        return builder.build().inventory
    }

    private func diff(name: String = "deploy key") -> InventoryDiff {
        InventoryDiff(old: estate(isNew: false), new: estate(isNew: true, name: name))
    }

    private func read(_ json: String) throws -> [String: Any] {
        #expect(json.hasSuffix("}\n") && json.filter { $0 == "\n" }.count == 1)
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    private func blast(_ diff: InventoryDiff) -> BlastChange {
        BlastChange(diff, seeds: Seed.declared(in: diff.old), at: Instant(3_000), marked: true)
    }

    @Test("A diff tells what changed, which way, and the blast radius then and now")
    func diffJSON() throws {
        let diff = diff()
        let json = try read(DiffReport(diff, blast: blast(diff)).json)
        #expect(json["schema"] as? String == "firebreak.diff/1" && json["same"] as? Bool == false)
        let counts = try #require(json["counts"] as? [String: [String: Int]])
        #expect(
            counts["entities"] == [
                "added": 1, "removed": 0, "changed": 1, "delisted": 0, "only_in_old": 0, "only_in_new": 0,
            ])
        #expect(counts["relations"]?["added"] == 1 && counts["relations"]?["changed"] == 1)
        let entities = try #require(json["entities"] as? [[String: Any]])
        #expect(entities.map { $0["change"] as? String } == ["added", "changed"])
        #expect(entities[1]["direction"] as? String == "narrowed")
        let fields = try #require(entities[1]["fields"] as? [[String: Any]])
        #expect(fields.map { $0["name"] as? String } == ["revoked_at", "attributes.scope"])
        #expect(fields[0]["old"] is NSNull && fields[0]["new"] as? Int == 1_500)
        #expect(fields[1]["old"] as? String == "write" && fields[1]["new"] as? String == "read")
        let relations = try #require(json["relations"] as? [[String: Any]])
        #expect(relations.map { $0["direction"] as? String } == ["widened", "narrowed"])
        #expect(relations.allSatisfy { $0["plane"] as? String == "identity" })
        let radius = try #require(json["blast"] as? [String: Any])
        #expect((radius["then"] as? [String: Any])?["live"] as? Int == 3)
        #expect((radius["now"] as? [String: Any])?["live"] as? Int == 3)
        #expect((radius["became_live"] as? [[String: Any]])?.map { $0["id"] as? String } == ["token-3"])
        // A control in the way of token-2 since does not take back what was taken before.
        #expect((radius["ceased_live"] as? [[String: Any]])?.map { $0["id"] as? String } == ["token-1"])
        #expect(radius["verified"] is NSNull && (radius["unplanned"] as? [Any])?.isEmpty == true)
    }

    @Test("A table says the same, and what cannot be known apart")
    func diffTable() {
        let diff = diff()
        let table = DiffReport(diff, blast: blast(diff)).table
        for words in [
            "1 added · 0 removed · 1 changed", "(cannot be known)", "changed, narrower", "changed, narrower",
            "added, wider", "revoked_at none → 1970-01-01T00:25:00Z", "scope write → read", "rollback only",
            "identity plane", "guard none → review",
        ] { #expect(table.contains(words), "\(words) in\n\(table)") }
        let same = DiffReport(InventoryDiff(old: diff.old, new: diff.old))
        #expect(same.table.contains("both say the same"))
    }

    @Test("A verification tells each item, why, and whether it is complete")
    func verificationJSON() throws {
        let diff = diff()
        let verification = Verification(
            [
                .init(.entity("token-1"), decided: Instant(1_200)),
                .init(.entity("token-2"), decided: Instant(1_200)),
                .init(.relation(from: "runner", kind: "retains", to: "token-2"), decided: Instant(1_200)),
                .init(.entity("nothing"), decided: Instant(1_200)),
            ], diff, at: Instant(3_000))
        let report = VerificationReport(verification, blast: blast(diff))
        let json = try read(report.json)
        #expect(json["schema"] as? String == "firebreak.verification/1" && json["complete"] as? Bool == false)
        let items = try #require(json["items"] as? [[String: Any]])
        #expect(items.map { $0["finding"] as? String } == ["revoked", "still_there", "narrowed", "unknown"])
        #expect(items.map { $0["closed"] as? Bool } == [true, false, false, false])
        #expect(items[0]["found_at"] as? Int == 1_500 && items[1]["found_at"] is NSNull)
        #expect(items.allSatisfy { ($0["why"] as? String)?.isEmpty == false })
        #expect(items[2]["relation"] as? String == "retains" && items[2]["entity"] is NSNull)
        let newcomers = try #require(json["new_identities"] as? [[String: Any]])
        #expect(newcomers.map { $0["id"] as? String } == ["token-3"])
        #expect(newcomers[0]["known_new"] as? Bool == true)
        for words in [
            "verification is not complete", "still there", "cannot be known: neither source has it", "token-3",
        ] {
            #expect(report.table.contains(words), "\(words) in\n\(report.table)")
        }
    }

    @Test("Hostile names stay harmless in both forms")
    func hostile() throws {
        let diff = diff(name: ReportFixture.hostileName)
        let verification = Verification(
            [.init(.entity("token-1"), decided: Instant(1_200))], diff, at: Instant(3_000))
        let texts = [
            DiffReport(diff).json, DiffReport(diff).table, VerificationReport(verification).json,
            VerificationReport(verification).table,
        ]
        for text in texts {
            #expect(text.contains("cmd|"))
            #expect(!text.unicodeScalars.contains { "\u{1B}\u{07}\u{202E}\u{2028}".unicodeScalars.contains($0) })
        }
    }
}
