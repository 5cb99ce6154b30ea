import Casebook
import Foundation
import Intake
import Inventory
import Testing

@testable import Reports

@Suite("The report of a case")
struct HandOverTests {
    /// A case on an incident, with a plan of which one item is verified and one reported done.
    private final class Fixture {
        let evidence: Evidence
        let inventory: Inventory
        let file: CaseFile
        let hostile = "</td><script>alert(1)</script>\"'|`*\u{1B}]0;x\u{7}\u{202E}\r\n=1+1"

        init() throws {
            evidence = try Evidence(.small())
            inventory = Import(ImportOptions()).run([evidence.path()]).inventory
            file = try CaseFile.make(
                at: evidence.path("a.case"), title: "Runner \(hostile)", by: Self.author(0), version: "1",
                identifier: "case-1")
            let actions: [CaseAction] = [
                .addEvidence(
                    evidence: CaseEvidence(
                        hash: String(repeating: "ab", count: 32), form: .files, paths: ["/evidence/incident.json"],
                        entities: inventory.entityCount, relations: inventory.relationCount, version: "1")),
                .mark(items: [.entity("key-1"), .entity(Incident.role)], at: nil),
                .advance(items: [.entity("key-1")], state: .verified, why: "gone \(hostile)", proof: "cd"),
                .advance(items: [.entity(Incident.role)], state: .done, why: "", proof: nil),
                .note(subject: .entity("web"), text: "looked at \(hostile)"),
                .conclude(subject: .entity("web"), finding: .cleared, why: hostile),
                .tag(subject: .wholeCase, tags: ["urgent", hostile]),
                .assign(subject: .entity("key-1"), to: "platform"),
            ]
            for (number, action) in actions.enumerated() {
                _ = try file.append([action], by: Self.author(Int64(number + 1)))
            }
        }

        static func author(_ minutes: Int64) -> CaseAuthor {
            CaseAuthor(who: "analyst", when: Instant(1_768_003_200 + 60 * minutes))
        }

        func report(withEvidence: Bool = true) throws -> HandOver {
            let record = HandOver.Record(
                state: file.state, identifier: file.identifier, entries: try file.entries())
            return HandOver(record, inventory: withEvidence ? inventory : nil, change: nil, at: record.moment)
        }
    }

    private static func text(_ report: HandOver, _ format: HandOver.Format, part: String = "") -> String {
        let gathered = Gathered()
        report.parts(as: format).first { $0.name == part }?.write { gathered.text += $0 }
        return gathered.text
    }

    private final class Gathered {
        var text = ""
    }

    @Test("What is verified or said to be taken back is not said to be usable: in words, tables and picture")
    func takenBack() throws {
        let report = try Fixture().report()
        let section = try #require(report.sections.first { $0.name == "identities" })
        let live = try #require(section.paragraphs.first)
        #expect(live.contains("still could, had nothing been taken back") && live.contains("evidence shows"), "\(live)")
        let table = try #require(section.tables.first)
        func cell(_ id: String, _ column: String) -> String? {
            func place(_ name: String) -> Int? { table.columns.firstIndex { $0.name == name } }
            guard let ids = place("id"), let wanted = place(column) else { return nil }
            return table.rows.first { $0[ids].words == id }.map { $0[wanted].words }
        }
        #expect(cell("key-1", "live") == "yes" && cell("key-1", "live_verified") == "no")
        let picture = try #require(report.sections.compactMap(\.picture).first).svg
        #expect(picture.contains(">taken back</text>"))
    }

    @Test("Every form has the same numbers and the head of the journal, and twice the same bytes")
    func forms() throws {
        let fixture = try Fixture()
        let (report, again) = (try fixture.report(), try fixture.report())
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(Self.text(report, .json).utf8)) as? [String: Any])
        #expect(json["schema"] as? String == "firebreak.handover/1")
        #expect(json["journal_head"] as? String == fixture.file.head)
        let tables = try #require(json["tables"] as? [[String: Any]])
        let (html, markdown) = (Self.text(report, .html), Self.text(report, .markdown))
        #expect(html.contains(fixture.file.head) && markdown.contains(fixture.file.head))
        for table in tables {
            let name = try #require(table["name"] as? String)
            let rows = try #require(table["rows"] as? [[String: Any]])
            #expect(rows.count == table["total"] as? Int)
            #expect(SeparatedValues.rows(Self.text(report, .csv, part: name)).count == rows.count + 1, "\(name)")
            let title = try #require(table["title"] as? String)
            #expect(html.contains(rows.isEmpty ? "\(title): none." : "\(title) (\(rows.count))"))
            #expect(markdown.contains(rows.isEmpty ? "\(title): none." : "**\(title)** (\(rows.count))"))
        }
        #expect(tables.count > 8)
        for format in HandOver.Format.allCases {
            for part in report.parts(as: format) {
                let first = Self.text(report, format, part: part.name)
                #expect(!first.isEmpty && first == Self.text(again, format, part: part.name))
            }
        }
    }

    @Test("The planes stand apart, and what is verified is not what somebody reported")
    func facts() throws {
        let fixture = try Fixture()
        let report = try fixture.report()
        func rows(_ name: String) throws -> [[String: String]] {
            let table = try #require(report.tables.first { $0.name == name })
            return table.rows.map { row in
                Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), row.map(\.words)))
            }
        }
        let identities = try rows("identities")
        #expect(identities.contains { $0["id"] == "key-1" && $0["plan"] == "verified" && $0["used_since"] == "yes" })
        #expect(identities.allSatisfy { $0["plane"] == "identity" && $0["how"]?.contains("runner build-1") == true })
        #expect(try rows("code").map { $0["plane"] } == ["integrity", "integrity"])
        #expect(try rows("paths").contains { $0["source"]?.contains("incident.json:/graph/edges") == true })
        let plan = try rows("remediation").sorted { ($0["state"] ?? "") > ($1["state"] ?? "") }
        #expect(plan.map { $0["state"] } == ["verified", "done"])
        #expect(plan[0]["verified"] != "–" && plan[1]["verified"] == "–" && plan[1]["done"] != "–")
        #expect(plan[0]["assigned"] == "platform")
        #expect(try rows("proofs").map { [$0["hash"], $0["paths"]] } == [["cd", "not recorded"]])
        #expect(try rows("timeline").contains { $0["what"] == "remediation verified by analyst" })
        #expect(try rows("journal").count == fixture.file.sequence)
        #expect(try rows("compromised").first?["by"] == "marked by a source")

        let figures = Dictionary(uniqueKeysWithValues: report.figures.map { ($0.name, $0.count) })
        let live = try #require(figures["live"])
        #expect(live == 5)
        #expect(figures["verified_live"] == 2 && (figures["plan_live"] ?? 9) <= 2)
        #expect(try rows("remaining").count == figures["plan_live"])
        #expect(try rows("identities").count + rows("others").count == figures["identity_plane"])
        #expect(try rows("code").count == figures["integrity_plane"])
        #expect(try rows("others").first?["id"] == "customers")
    }

    @Test("What somebody calls verified without naming evidence does not count as verified")
    func unproven() throws {
        let fixture = try Fixture()
        _ = try fixture.file.append(
            [.advance(items: [.entity(Incident.role)], state: .verified, why: "saw it", proof: nil)],
            by: Fixture.author(60))
        let report = try fixture.report()
        let figures = Dictionary(uniqueKeysWithValues: report.figures.map { ($0.name, $0.count) })
        #expect(figures["verified_live"] == 2)
        #expect(Self.text(report, .markdown).contains("1 of the verified names no evidence"))
        #expect(!Self.text(try Fixture().report(), .markdown).contains("names no evidence"))
    }

    @Test("A hostile name is text and nothing else in every form")
    func hostile() throws {
        let report = try Fixture().report()
        for format in HandOver.Format.allCases {
            for part in report.parts(as: format) {
                let text = Self.text(report, format, part: part.name)
                let allowed: Set<Unicode.Scalar> = format == .csv ? ["\r", "\n"] : ["\n"]
                #expect(
                    !text.unicodeScalars.contains { ($0.value < 0x20 || $0.value == 0x202E) && !allowed.contains($0) })
                if format == .csv {
                    #expect(!SeparatedValues.rows(text).joined().contains { "=+-@".contains($0.first ?? " ") })
                }
            }
        }
        let html = Self.text(report, .html)
        let page = try #require(MarkupCount(html))
        #expect(page.elements["script"] == nil && page.elements["h1"] == 1 && page.elements["svg"] == 1)
        #expect(page.elements["main"] == 1 && page.elements["table"] == page.elements["caption"])
        #expect(!html.contains("http://") || html.contains("xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(!html.contains("src=") && !html.contains("https://") && !html.contains("url("))
        #expect(!Self.text(report, .markdown).contains("<script>"))
    }

    @Test("Without its evidence a case is still reported, and nothing is counted")
    func withoutEvidence() throws {
        let fixture = try Fixture()
        let report = try fixture.report(withEvidence: false)
        #expect(report.figures.isEmpty)
        #expect(report.warnings.contains { $0.hasPrefix("The evidence could not be read") })
        #expect(report.tables.first { $0.name == "journal" }?.rows.count == fixture.file.sequence)
        #expect(report.tables.first { $0.name == "remediation" }?.rows.count == 2)
        #expect(MarkupCount(Self.text(report, .html)) != nil)
    }

    @Test("A longer table ends in what people read and says so, and files hold all of it")
    func long() throws {
        var builder = InventoryBuilder()
        let here = Provenance(source: builder.add(source: Source(path: "a", format: "test")))
        var runner = EntityFact(id: "r", kind: .runner, provenance: here)
        runner.compromised = Interval(Instant(1), .never)
        builder.add(runner)
        let count = ReportTable.longest + 3
        for number in 0..<count {
            builder.add(EntityFact(id: "t\(number)", kind: .token, provenance: here))
            builder.add(RelationFact(.retains, from: "r", to: "t\(number)", provenance: here))
        }
        let fixture = try Fixture()
        let record = HandOver.Record(
            state: CaseState(), identifier: "x", entries: try fixture.file.entries())
        let report = HandOver(record, inventory: builder.build().inventory, change: nil, at: Instant(100))
        #expect(Self.text(report, .html).contains("3 more rows are in the table &#39;identities&#39;"))
        #expect(Self.text(report, .markdown).contains("3 more rows"))
        #expect(SeparatedValues.rows(Self.text(report, .csv, part: "identities")).count == count + 1)
    }
}
