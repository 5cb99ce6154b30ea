import Casebook
import Foundation
import Testing

@Suite("Diff and verification on the command line")
struct CommandChangeTests {
    private func evidence() throws -> Evidence {
        try Evidence([
            "old.json": ChangedEstate.old, "new.json": ChangedEstate.new, "part.json": ChangedEstate.elsewhere,
        ])
    }

    private func entities(_ run: CommandRun) -> [String: String] {
        let list = run.json?["entities"] as? [[String: Any]] ?? []
        return Dictionary(
            list.map { ($0["id"] as? String ?? "", $0["change"] as? String ?? "") }, uniquingKeysWith: { one, _ in one }
        )
    }

    @Test("A diff tells what went, came and changed, and ends with 1; the same twice ends with 0")
    func diff() throws {
        let evidence = try evidence()
        let run = try CommandRun(["diff", "old.json", "new.json", "--at", "1000", "--format", "json"], on: evidence)
        #expect(run.status == 1 && run.errors.isEmpty)
        #expect(run.json?["schema"] as? String == "firebreak.diff/1")
        #expect(
            entities(run) == ["key-1": "removed", "key-3": "removed", "key-4": "added", "key-2": "changed"])
        let blast = try #require(run.json?["blast"] as? [String: Any])
        #expect((blast["then"] as? [String: Any])?["live"] as? Int == 6)
        #expect((blast["now"] as? [String: Any])?["live"] as? Int == 5)
        let table = try CommandRun(["diff", "old.json", "new.json"], on: evidence)
        #expect(table.status == 1 && table.text.contains("2 removed") && table.text.contains("revoked_at none"))
        let same = try CommandRun(["diff", "old.json", "old.json"], on: evidence)
        #expect(same.status == 0 && same.text.contains("both say the same"))
    }

    @Test("What another part of the estate does not tell is never called removed or added")
    func part() throws {
        let run = try CommandRun(["diff", "old.json", "part.json", "--format", "json"], on: evidence())
        #expect(run.status == 1)
        #expect(Set(entities(run).values) == ["only_in_old", "only_in_new"])
        let relations = run.json?["relations"] as? [[String: Any]] ?? []
        #expect(Set(relations.compactMap { $0["change"] as? String }) == ["only_in_old", "only_in_new"])
        #expect((run.json?["widened"] as? [Any])?.isEmpty == true)
    }

    @Test("Seeds can be named; a bad time, a missing file and an unknown seed are bad input")
    func usage() throws {
        let evidence = try evidence()
        let named = try CommandRun(
            ["diff", "old.json", "new.json", "--from", "key-2@100", "--at", "1000", "--format", "json"], on: evidence)
        let seeds = (named.json?["blast"] as? [String: Any])?["seeds"] as? [[String: Any]]
        #expect(named.status == 1 && seeds?.map { $0["id"] as? String } == ["key-2"])
        for words in [
            ["diff", "old.json"], ["diff", "old.json", "none.json"], ["diff", "old.json", "new.json", "--at", "soon"],
            ["diff", "old.json", "new.json", "--from", "nobody"],
        ] {
            let run = try CommandRun(words, on: evidence)
            #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty, "\(words)")
        }
    }

    @Test("A case is verified from mark to closure, and what was shown is written with its proof")
    func verify() throws {
        let evidence = try evidence()
        func firebreak(_ words: String...) throws -> CommandRun { try CommandRun(words, on: evidence) }
        #expect(try firebreak("case", "new", "a.case", "old.json").status == 0)
        #expect(try firebreak("case", "mark", "a.case", "key-1", "key-2").status == 0)
        let before = try firebreak("case", "verify", "a.case", "--against", "old.json", "--format", "json")
        #expect(before.status == 1 && findings(before) == ["unknown", "unknown"])

        let part = try firebreak("case", "verify", "a.case", "--against", "part.json", "--format", "json")
        #expect(part.status == 1 && findings(part) == ["unknown", "unknown"])

        let look = try firebreak("case", "verify", "a.case", "--against", "new.json", "--dry-run", "--format", "json")
        #expect(look.status == 1 && findings(look) == ["gone", "still_there"])
        #expect(states(try firebreak("case", "info", "a.case", "--format", "json")) == ["proposed", "proposed"])

        let late = try firebreak(
            "case", "verify", "a.case", "--against", "new.json", "--at", "2100-01-01", "--format", "json")
        #expect(late.status == 0 && findings(late) == ["gone", "revoked"])
        #expect((late.json?["new_identities"] as? [[String: Any]])?.map { $0["id"] as? String } == ["key-4"])
        let info = try firebreak("case", "info", "a.case", "--format", "json")
        #expect(states(info) == ["verified", "verified"])
        #expect(try firebreak("case", "check", "a.case").status == 0)

        // The identity that came since is kept in the journal and stands in the report.
        let noted = try CaseFile(opening: evidence.path("a.case")).state.noted
        #expect(
            noted.map(\.text).filter { $0.hasSuffix("new: token key-4 (key-4)") }.count == 1, "\(noted.map(\.text))")
        let handedOn = try firebreak("case", "export", "a.case", "-o", "-")
        #expect(handedOn.text.contains("found by verification against") && handedOn.text.contains("key-4"))

        // What was shown is recorded as it is, and a replay, which finds the new source where it lay, compares it.
        let shown = try CaseFile(opening: evidence.path("a.case")).state.verifications
        #expect(shown.last?.verification.answer.newcomers.map(\.entity) == ["key-4"])
        #expect(shown.last?.verification.answer.findings == ["gone": 1, "revoked": 1])
        let recorded = (info.json?["verifications"] as? [[String: Any]])?.last
        #expect(recorded?["closed"] as? Int == 2 && recorded?["new_identities_total"] as? Int == 1)
        let replay = try firebreak("case", "replay", "a.case")
        #expect(replay.status == 0 && replay.text.contains("2 of 2 items shown to be done"), "\(replay.text)")
        let changed = try Data(contentsOf: evidence.folder.appending(path: "new.json"))
        try Data(contentsOf: evidence.folder.appending(path: "part.json"))
            .write(to: evidence.folder.appending(path: "new.json"))
        let without = try firebreak("case", "replay", "a.case")
        #expect(without.status == 1 && without.text.contains("is not at hand"), "\(without.text)")
        try changed.write(to: evidence.folder.appending(path: "new.json"))

        // The same proof is not written twice, and what is there after all has failed.
        let head = info.json?["head"] as? String
        _ = try firebreak("case", "verify", "a.case", "--against", "new.json", "--at", "2100-01-01")
        #expect(try firebreak("case", "info", "a.case", "--format", "json").json?["head"] as? String == head)
        let back = try firebreak("case", "verify", "a.case", "--against", "new.json", "--format", "json")
        #expect(back.status == 1 && findings(back) == ["gone", "still_there"])
        #expect(states(try firebreak("case", "info", "a.case", "--format", "json")) == ["verified", "failed"])

        // A later source that shows it still there says so anew, and the report says where each proof lay.
        try FileManager.default.copyItem(atPath: evidence.path("new.json"), toPath: evidence.path("newer.json"))
        _ = try firebreak("case", "verify", "a.case", "--against", "newer.json")
        let again = try CaseFile(opening: evidence.path("a.case")).state.plan.last
        #expect(again?.steps.map(\.state) == [.proposed, .verified, .failed, .failed])
        #expect(again?.steps.last?.source?.paths == [evidence.path("newer.json")])
        let report = try firebreak("case", "export", "a.case", "--format", "csv", "-o", "r.csv")
        #expect(report.status == 0, "\(report.errors)")
        let proofs = try String(contentsOfFile: evidence.path("r.proofs.csv"), encoding: .utf8)
        #expect(proofs.contains(evidence.path("new.json")) && proofs.contains(evidence.path("newer.json")))
    }

    @Test("How things were before an item was verified does not make it fail, and that is said")
    func earlier() throws {
        let evidence = try evidence()
        func firebreak(_ words: String...) throws -> CommandRun { try CommandRun(words, on: evidence) }
        _ = try firebreak("case", "new", "a.case", "old.json")
        _ = try firebreak("case", "mark", "a.case", "key-1", "key-2")
        _ = try firebreak("case", "verify", "a.case", "--against", "new.json", "--at", "2100-01-01")
        let verified = try firebreak("case", "info", "a.case", "--format", "json")
        #expect(states(verified) == ["verified", "verified"])
        let back = try firebreak(
            "case", "verify", "a.case", "--against", "new.json", "--at", "2020-01-01", "--format", "json")
        #expect(back.status == 1 && findings(back).last == "still_there")
        #expect(back.errors.contains("key-2 stays verified") && back.errors.contains("2020-01-01T00:00:00Z"))
        let after = try firebreak("case", "info", "a.case", "--format", "json")
        // That was looked is an entry; what was found then changes no state.
        #expect(plan(after) == plan(verified) && !plan(after).isEmpty)
        // As of now it is there, and that counts.
        _ = try firebreak("case", "verify", "a.case", "--against", "new.json")
        #expect(states(try firebreak("case", "info", "a.case", "--format", "json")) == ["verified", "failed"])
    }

    @Test("Evidence that the new source took the place of cannot tell what is gone")
    func overwritten() throws {
        let evidence = try evidence()
        _ = try CommandRun(["case", "new", "a.case", "old.json"], on: evidence)
        _ = try CommandRun(["case", "mark", "a.case", "key-1"], on: evidence)
        try ChangedEstate.new.write(to: evidence.folder.appending(path: "old.json"))
        let run = try CommandRun(["case", "verify", "a.case", "--against", "old.json"], on: evidence)
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("THE EVIDENCE CHANGED"))
    }

    @Test("An older source undoes no proof, and what is verified is not written again for each further source")
    func older() throws {
        let evidence = try evidence()
        func firebreak(_ words: String...) throws -> CommandRun { try CommandRun(words, on: evidence) }
        for name in ["older", "newer"] {
            let origin = evidence.path(name == "older" ? "old.json" : "new.json")
            try FileManager.default.copyItem(atPath: origin, toPath: evidence.path("\(name).json"))
        }
        _ = try firebreak("case", "new", "a.case", "old.json")
        _ = try firebreak("case", "mark", "a.case", "key-1")
        #expect(try firebreak("case", "verify", "a.case", "--against", "new.json").status == 0)
        let verified = try firebreak("case", "info", "a.case", "--format", "json")
        #expect(states(verified) == ["verified"])
        let back = try firebreak("case", "verify", "a.case", "--against", "older.json", "--format", "json")
        #expect(back.status == 1 && findings(back) == ["unknown"])
        #expect(back.text.contains("nothing shows that it was collected after what proved it done"))
        #expect(try firebreak("case", "verify", "a.case", "--against", "newer.json").status == 0)
        let after = try firebreak("case", "info", "a.case", "--format", "json")
        // That was looked is an entry; what was found then changes no state.
        #expect(plan(after) == plan(verified) && !plan(after).isEmpty)
    }

    /// The plan with all states that it went through, as it is written.
    private func plan(_ run: CommandRun) -> String {
        (run.json?["plan"]).flatMap { try? JSONSerialization.data(withJSONObject: $0, options: .sortedKeys) }
            .map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func findings(_ run: CommandRun) -> [String] {
        (run.json?["items"] as? [[String: Any]])?.compactMap { $0["finding"] as? String } ?? []
    }

    private func states(_ run: CommandRun) -> [String] {
        (run.json?["plan"] as? [[String: Any]])?.compactMap { $0["state"] as? String } ?? []
    }
}
