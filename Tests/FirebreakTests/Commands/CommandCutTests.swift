import Foundation
import Testing

@Suite("Cuts and choke points on the command line")
struct CommandCutTests {
    private func run(_ line: String, _ more: String...) throws -> CommandRun {
        let words = line.split(separator: " ").map(String.init)
        return try CommandRun([words[0], "incident.json"] + words.dropFirst() + more, on: Evidence(.small()))
    }

    @Test("The cut at a moment is what is held by its own right; without time it is nearest to the seed")
    func cut() throws {
        let timed = try run("cut --to customers --at 2026-01-10 --format json")
        #expect(timed.status == 0 && timed.errors.isEmpty)
        #expect(timed.json?["possible"] as? Bool == true)
        #expect(timed.json?["size"] as? Int == 1 && timed.json?["cost"] as? Int == 1)
        #expect(timed.ids() == ["key-1"])
        #expect((timed.json?["order"] as? [[String: Any]])?.count == 1)
        let entity = try #require((timed.json?["entities"] as? [[String: Any]])?.first)
        #expect(entity["breaks"] as? Int == 1 && entity["kind"] as? String == "token")
        let severs = try #require(entity["severs"] as? [String: Any])
        #expect(severs["targets"] as? [String] == ["customers"] && severs["entities"] as? Int == 2)
        let jewels = try run("cut --crown-jewels --at 2026-01-10 --format json")
        #expect(jewels.output == timed.output)
        let before = try run("cut --to customers --timeless --format json")
        #expect(before.ids() == ["key-1"])
        let cheap = try run("cut --to customers --to web --timeless --cost breakage --format json")
        #expect(cheap.json?["counted"] as? String == "breakage" && cheap.json?["cost"] as? Int == 1)
    }

    @Test("A cut that closes everything passes the blast radius")
    func closes() throws {
        let cut = try run("cut --to customers --at 2026-01-10 --format json").ids()
        let after = try run("blast --at 2026-01-10 --format json", "--disable", try #require(cut.first))
        let live = (after.json?["entities"] as? [[String: Any]])?.filter { $0["live"] as? Bool == true }
        #expect(live?.contains { $0["id"] as? String == "customers" } == false)
    }

    @Test("No cut is a no, with the path that stays open; nothing open is a yes")
    func none() throws {
        let none = try run("cut --to ci.yml --at 2026-01-10 --format json")
        #expect(none.status == 1 && none.errors.isEmpty)
        #expect(none.json?["possible"] as? Bool == false && none.ids().isEmpty)
        #expect((none.json?["why"] as? String)?.hasPrefix("none exists") == true)
        #expect((none.json?["path"] as? [Any])?.isEmpty == false)
        let text = try run("cut --to ci.yml --at 2026-01-10")
        #expect(text.status == 1 && text.text.contains("no firebreak") && text.text.contains("ci.yml"))
        let open = try run("cut --to twin-1 --format json")
        #expect(open.status == 0 && open.json?["size"] as? Int == 0)
        let seed = try run("cut --timeless --to build-1 --format json")
        #expect(seed.status == 1)
        #expect((seed.json?["why"] as? String)?.contains("declared compromised") == true)
    }

    @Test("A rollback counts in a cut, with and without time")
    func rollback() throws {
        for line in ["--at 2026-01-10", "--timeless"] {
            let run = try run("cut --to customers --rollback --format json \(line)")
            #expect(run.status == 0 && run.ids() == ["key-1"], "\(line): \(run.text)")
        }
        let left = try run("chokepoints --rollback --format json")
        #expect(left.status == 0 && left.errors.contains("--rollback"))
    }

    @Test("Choke points, and what every way to a target leads through")
    func chokePoints() throws {
        let all = try run("chokepoints --format json")
        #expect(all.status == 0 && all.errors.isEmpty)
        #expect(all.ids() == ["run-1", "deploy", "AWS_KEY", "key-1", Incident.role, "web"])
        let counts = (all.json?["entities"] as? [[String: Any]])?.compactMap { $0["dominates"] as? Int }
        #expect(counts == [7, 6, 5, 4, 3, 1])
        let chain = try run("chokepoints --to customers --to twin-1 --format json")
        let targets = try #require(chain.json?["targets"] as? [[String: Any]])
        #expect(targets.map { $0["reachable"] as? Bool } == [true, false])
        #expect(
            targets[0]["through"] as? [String] == ["build-1", "run-1", "deploy", "AWS_KEY", "key-1", Incident.role])
        let table = try run("chokepoints --to customers")
        #expect(table.text.contains("every way leads through") && table.text.contains("token deploy key → "))
    }

    @Test("The path without time says the same as the whole answer does")
    func fewestSteps() throws {
        let quick = try run("path --timeless --to ci.yml --format json")
        let whole = try run("path --timeless --rollback --rollback-at 2100-01-01 --to ci.yml --format json")
        #expect(quick.status == 0 && quick.output == whole.output)
        let conditional = try run("path --timeless --to production --format json")
        #expect(conditional.status == 0 && conditional.json?["conditional"] as? Bool == true)
        let none = try run("path --timeless --to twin-1 --format json")
        #expect(none.status == 1 && none.json?["reachable"] as? Bool == false)
        let removed = try run("path --timeless --to customers --remediate build-1")
        #expect(removed.status == 1 && removed.errors.contains("build-1 could not be held"))
    }

    @Test("Without a crown jewel in the sources there is nothing to protect by that name")
    func noJewel() throws {
        var incident = Incident()
        incident.declare("a", "runner", "a", ["compromised_from": 0])
        let run = try CommandRun(["cut", "incident.json", "--crown-jewels"], on: Evidence(incident))
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("--to"))
    }

    @Test("Hostile names are shown, never obeyed", arguments: ["cut", "chokepoints"], ["table", "json"])
    func hostile(command: String, format: String) throws {
        var incident = Incident()
        for (number, text) in Incident.payloads.enumerated() {
            incident.declare("\(text) runner \(number)", "runner", text, ["compromised_from": 0])
            incident.declare("\(text) key \(number)", "token", text)
            incident.declare("\(text) data \(number)", "resource", text, ["crown_jewel": true])
            incident.relate("\(text) runner \(number)", "retains", "\(text) key \(number)")
            incident.relate("\(text) key \(number)", "can_access", "\(text) data \(number)")
        }
        let run = try CommandRun(
            [command, "incident.json", "--crown-jewels", "--format", format], on: Evidence(incident))
        #expect(run.status == 0 && run.ids().count == (format == "json" ? Incident.payloads.count : 0))
        let odd = run.text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
            default: false
            }
        }
        #expect(odd.isEmpty && run.text.contains("pwned"))
    }
}
