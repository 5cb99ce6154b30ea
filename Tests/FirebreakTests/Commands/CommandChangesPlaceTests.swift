import Foundation
import Testing

@Suite("The place of changes on the command line")
struct CommandChangesPlaceTests {
    private func evidence() throws -> Evidence {
        try Evidence([
            "old.json": ChangedEstate.old, "new.json": ChangedEstate.new, "part.json": ChangedEstate.elsewhere,
            "picture.png": Data([0x89, 0x50, 0x4E, 0x47]),
        ])
    }

    private func show(_ place: String, _ other: [String], on evidence: Evidence, json: Bool = true) throws -> CommandRun
    {
        let against = other.flatMap { ["--against", $0] }
        return try CommandRun(
            ["show", "old.json"] + against + ["--place", place, "--at", "1000", "--format", json ? "json" : "text"],
            on: evidence)
    }

    private func lists(_ run: CommandRun) -> [String: Int] {
        let lists = run.json?["lists"] as? [[String: Any]] ?? []
        return Dictionary(
            lists.map { ($0["name"] as? String ?? "", $0["count"] as? Int ?? -1) }, uniquingKeysWith: { one, _ in one })
    }

    @Test("It has the numbers of diff on the same evidence", arguments: ["new.json", "part.json"])
    func numbers(other: String) throws {
        let evidence = try evidence()
        let diff = try CommandRun(["diff", "old.json", other, "--at", "1000", "--format", "json"], on: evidence)
        let run = try show("changes", [other], on: evidence)
        #expect(run.status == 0 && run.errors.isEmpty)
        let changes = (diff.json?["entities"] as? [Any] ?? []).count + (diff.json?["relations"] as? [Any] ?? []).count
        #expect(changes > 5 && run.json?["total"] as? Int == changes)
        let blast = try #require(diff.json?["blast"] as? [String: Any])
        let moved = ["became_live", "ceased_live", "unknown_live"].map { (blast[$0] as? [Any])?.count ?? -1 }
        let lists = lists(run)
        #expect(lists["changes"] == changes && lists["blast"] == moved.reduce(0, +))
        let text = try show("changes", [other], on: evidence, json: false).text
        let counts = try #require(diff.json?["counts"] as? [String: [String: Int]])
        for (kind, count) in counts {
            let words = "\(kind): \(count["added"] ?? -1) added, \(count["removed"] ?? -1) removed"
            #expect(text.contains(words), "\(words)")
            #expect(text.contains("\((count["only_in_old"] ?? 0) + (count["only_in_new"] ?? 0)) cannot be known"))
        }
        #expect(text.contains("\((diff.json?["widened"] as? [Any])?.count ?? -1) can do more than before"))
        let live = try show("changes:blast", [other], on: evidence, json: false).text
        for when in ["then", "now"] {
            let figures = try #require(blast[when] as? [String: Any])
            #expect(live.contains("\(when): \(figures["live"] as? Int ?? -1) live"))
        }
    }

    @Test("Several sources are read as one, and a picture takes them too")
    func several() throws {
        let evidence = try evidence()
        let run = try show("changes", ["new.json", "part.json"], on: evidence, json: false)
        #expect(run.status == 0 && run.text.contains("other authenticates as far"))
        let picture = try CommandRun(
            ["picture", "old.json", "--against", "new.json", "--place", "changes", "--at", "1000", "-o", "a.svg"],
            on: evidence)
        #expect(picture.status == 0)
        let drawing = try String(contentsOf: evidence.folder.appending(path: "a.svg"), encoding: .utf8)
        #expect(drawing.contains("key-4"))
    }

    @Test(
        "What cannot be read is named, and nothing is answered; without other evidence the place says how to name some")
    func unreadable() throws {
        let evidence = try evidence()
        for other in ["none.json", "picture.png"] {
            let run = try show("changes", [other], on: evidence)
            #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(other), "\(run.errors)")
        }
        let alone = try show("changes", [], on: evidence, json: false)
        #expect(alone.status == 0 && alone.text.contains("--against NEWER"))
    }
}
