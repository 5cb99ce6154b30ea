import Foundation
import Testing

@Suite("Plans and runbooks on the command line")
struct CommandPlanTests {
    private func run(_ line: String, on evidence: Evidence? = nil, _ more: [String] = []) throws -> CommandRun {
        let words = line.split(separator: " ").map(String.init)
        return try CommandRun(
            [words[0], "incident.json"] + words.dropFirst() + more, on: try evidence ?? Evidence(.small()))
    }

    @Test("A plan names its items in order, with the figures that blast gives")
    func figures() throws {
        let plan = try run("plan --at 2026-01-10 --remediate key-1 --format json")
        #expect(plan.status == 0 && plan.errors.isEmpty)
        #expect(plan.json?["schema"] as? String == "firebreak.plan/1")
        #expect(plan.ids("items") == ["key-1"])
        let counts = try #require(plan.json?["counts"] as? [String: Any])
        let before = try #require(try run("blast --at 2026-01-10 --format json").json?["counts"] as? [String: Any])
        let after = try run("blast --at 2026-01-10 --remediate key-1 --format json")
        #expect(counts["live"] as? Int == before["live"] as? Int)
        #expect(counts["after_plan"] as? Int == (after.json?["counts"] as? [String: Any])?["live"] as? Int)
        #expect(plan.ids("still_live").count == counts["after_plan"] as? Int)
        let item = try #require((plan.json?["items"] as? [[String: Any]])?.first)
        #expect(item["breaks"] as? Int == 1 && item["used_since"] as? Bool == true && item["step"] as? Int == 1)
        #expect((item["steps"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test(
        "Every form says the same items; two runs give the same bytes",
        arguments: ["table", "json", "csv", "markdown", "sh"])
    func forms(format: String) throws {
        let line = "plan --at 2026-01-10 --remediate key-1 --remediate build-1 --format \(format)"
        let first = try run(line)
        #expect(first.status == 0)
        #expect(first.text.contains("deploy key") && first.text.contains("build-1"))
        #expect(try run(line).output == first.output)
    }

    @Test("The marks of a case are the plan, on its own evidence, each with its state")
    func ofCase() throws {
        let evidence = try Evidence(.small())
        #expect(try CommandRun(["case", "new", "case.db", "incident.json"], on: evidence).status == 0)
        #expect(try CommandRun(["case", "mark", "case.db", "key-1"], on: evidence).status == 0)
        let plan = try CommandRun(["plan", "case.db", "--at", "2026-01-10", "--format", "json"], on: evidence)
        #expect(plan.status == 0, "\(plan.errors)")
        #expect(plan.ids("items") == ["key-1"])
        let beside = try run("plan --case case.db --at 2026-01-10 --format json", on: evidence)
        #expect(beside.output == plan.output)
        let item = try #require((plan.json?["items"] as? [[String: Any]])?.first)
        #expect(item["state"] as? String == "proposed" && item["decided_at"] is Int)
        let more = try run("plan --case case.db --at 2026-01-10 --remediate twin-1 --format json", on: evidence)
        #expect(Set(more.ids("items")) == ["key-1", "twin-1"])
    }

    @Test("A relation that is ended is named, with how")
    func severed() throws {
        let plan = try run("plan --at 2026-01-10 --sever deploy,reads,AWS_KEY --format json")
        let relation = try #require((plan.json?["relations"] as? [[String: Any]])?.first)
        #expect(relation["from"] as? String == "deploy" && relation["to"] as? String == "AWS_KEY")
        #expect((relation["how"] as? String)?.isEmpty == false)
    }

    @Test("A plan of nothing says so")
    func empty() throws {
        #expect(try run("plan --at 2026-01-10").text.contains("nothing is planned"))
        #expect(try run("plan --at 2026-01-10 --format sh").text.contains("Nothing is planned."))
    }

    @Test("A script with its guard does nothing, and says why")
    func inert() throws {
        let evidence = try Evidence(Self.hostile())
        let run = try script(on: evidence, isGuarded: true)
        #expect(run.status == 1 && run.errors.contains("inert"))
        #expect(run.calls.isEmpty && run.canaries.isEmpty)
    }

    @Test("Without its guard, and with yes to everything, no name becomes a command or an option")
    func hostileNames() throws {
        let evidence = try Evidence(Self.hostile())
        let run = try script(on: evidence, isGuarded: false)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.canaries.isEmpty)
        // Something ran, or this would prove nothing.
        #expect(run.calls.contains { $0.hasPrefix("gh ") } && run.calls.contains { $0.hasPrefix("aws ") })
        for call in run.calls { #expect(!call.contains("canary"), "\(call)") }
    }

    @Test("A name that a provider does allow reaches its command as it stands, in one word")
    func freeNames() throws {
        var incident = Incident()
        let names = ["$(touch canary)", "`touch canary`", "'; touch canary; '", "a && touch canary", "\"$HOME\" \\ !x"]
        for (place, name) in names.enumerated() {
            incident.declare(
                "github.com/o/r/environments/\(name)/secrets/S\(place)", "secret", "S\(place)", ["provider": "github"])
        }
        let run = try script(on: Evidence(incident), isGuarded: false)
        #expect(run.status == 0 && run.canaries.isEmpty, "\(run.errors)")
        for (place, name) in names.enumerated() {
            #expect(run.calls.contains("gh secret delete S\(place) --env \(name) --repo o/r"), "\(name)")
        }
    }

    @Test("A tool that asks for a value is given the terminal, not what is left of a script on standard input")
    func standardInput() throws {
        var incident = Incident()
        incident.declare("github.com/o/r/secrets/A", "secret", "A", ["provider": "github"])
        incident.declare("github.com/o/r/.github/workflows/a.yml#b", "job", "b")
        incident.relate("github.com/o/r/.github/workflows/a.yml#b", "reads", "github.com/o/r/secrets/A")
        let evidence = try Evidence(incident)
        let run = try script(on: evidence, isGuarded: false, typing: "from the terminal\n")
        #expect(run.status == 0, "\(run.errors)")
        let place = try #require(run.calls.firstIndex(of: "gh secret set A --repo o/r"))
        #expect(run.calls.dropFirst(place + 1).first == "value from the terminal")
        // What comes after it was not eaten.
        #expect(run.calls.dropFirst(place + 2).contains { $0.hasPrefix("gh api ") })
    }

    @Test("Where another account is signed in than the sources name, nothing is changed in it")
    func otherAccount() throws {
        var incident = Incident()
        incident.declare("arn:aws:iam::1:role/plain", "service_account", "plain", ["provider": "aws"])
        let own = try script(on: Evidence(incident), isGuarded: false)
        #expect(own.status == 0 && own.calls.contains { $0.hasPrefix("aws iam put-role-policy ") }, "\(own.errors)")
        let other = try script(on: Evidence(incident), isGuarded: false, account: 2)
        #expect(other.status != 0 && other.errors.contains("another account of AWS"), "\(other.errors)")
        #expect(other.calls.allSatisfy { $0.hasPrefix("aws sts ") })
    }

    @Test("Without a terminal to ask a script does nothing, and says so")
    func noTerminal() throws {
        let run = try script(on: Evidence(Self.hostile()), isGuarded: false, hasTerminal: false)
        #expect(run.status == 1 && run.errors.contains("Nothing was done"), "\(run.errors)")
        #expect(run.calls.isEmpty && run.canaries.isEmpty)
    }

    @Test(
        "A script passes shellcheck, of everything and of one thing alone",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/shellcheck")))
    func shellcheck() throws {
        try check(Self.plan(on: Evidence(Self.hostile())))
        let small = try Evidence(.small())
        let alone = try CommandRun(
            ["plan", "incident.json", "--at", "2026-01-10", "--format", "sh", "--remediate", "key-1"], on: small)
        #expect(alone.status == 0)
        try check(alone.text)
    }

    private func check(_ script: String) throws {
        let evidence = try Evidence([:])
        let file = evidence.folder.appending(path: "runbook.sh")
        try script.write(to: file, atomically: true, encoding: .utf8)
        let check = Process()
        check.executableURL = URL(filePath: "/usr/bin/shellcheck")
        check.arguments = [file.path]
        let pipe = Pipe()
        check.standardOutput = pipe
        try check.run()
        let words = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        check.waitUntilExit()
        #expect(check.terminationStatus == 0, "\(words)")
    }

    /// Names that try a shell, on things of which commands are written.
    private static let names = [
        "$(touch canary)", "`touch canary`", "'; touch canary; '", "\"; touch canary; \"", "x\ntouch canary\n",
        "x\r\ntouch canary", "-rf canary", "--help=canary", "canary\\", "$'\\ntouch canary'", "x\u{2028}touch canary",
        "shellcheck disable=all canary", "canary && touch canary", "\u{1B}]0;canary\u{7}", "!touch", "~/x",
    ]

    /// Every name as the id and the name of things of several providers; and a few plain ones.
    private static func hostile() -> Incident {
        var incident = Incident()
        incident.declare("runner", "runner", "runner", ["compromised_from": "2026-01-01T00:00:00Z"])
        for (place, name) in names.enumerated() {
            for (provider, kind) in [
                ("github", "secret"), ("github", "token"), ("github", "runner"), ("github", "workflow"),
                ("aws", "token"),
                ("aws", "service_account"), ("gcp", "service_account"), ("npm", "token"), ("vault", "service_account"),
                ("kubernetes", "service_account"), ("gitlab", "token"),
            ] {
                let start = ["github": "github.com/o/r/secrets/", "aws": "arn:aws:iam::1:role/", "vault": "vault:"][
                    provider]
                incident.declare(
                    "\(start ?? "\(provider)/\(kind)/")\(name)\(kind)\(place)", kind, name,
                    ["provider": provider, "owner": name])
            }
        }
        incident.declare("github.com/o/r/secrets/PLAIN", "secret", "PLAIN", ["provider": "github"])
        incident.declare("arn:aws:iam::1:role/plain", "service_account", "plain", ["provider": "aws"])
        return incident
    }

    private static func plan(on evidence: Evidence) throws -> String {
        let listed = try CommandRun(["inventory", "incident.json", "--format", "json"], on: evidence)
        let ids = listed.ids()
        #expect(!ids.isEmpty)
        let run = try CommandRun(
            ["plan", "incident.json", "--at", "2026-01-10", "--format", "sh"] + ids.flatMap { ["--remediate", $0] },
            on: evidence)
        #expect(run.status == 0, "\(run.errors)")
        return run.text
    }

    private struct ScriptRun {
        let status: Int32
        let errors: String
        /// The commands that were called, with their words.
        let calls: [String]
        /// Files that a name made.
        let canaries: [String]
    }

    /// Runs the script, which bash reads from its standard input, where every tool of a provider only notes how it was
    /// called. One that is to set a secret reads its input to the end, or a line where that is a terminal, as the real one.
    private func script(
        on evidence: Evidence, isGuarded: Bool, hasTerminal: Bool = true, typing typed: String = "", account: Int = 1
    ) throws -> ScriptRun {
        var script = try Self.plan(on: evidence)
        if !isGuarded {
            let start = try #require(script.range(of: "## --- guard"))
            let end = try #require(script.range(of: "## --- end of the guard\n"))
            script.removeSubrange(start.lowerBound..<end.upperBound)
            // Nobody is there to answer.
            let first = try #require(script.range(of: "\nmain() {\n"))
            script.insert(contentsOf: "\nconfirm() { true; }\nmanual() { true; }\n", at: first.lowerBound)
        }
        let tools = evidence.folder.appending(path: "tools")
        let place = evidence.folder.appending(path: "place")
        for folder in [tools, place] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let calls = evidence.folder.appending(path: "calls")
        for tool in ["gh", "aws", "gcloud", "az", "kubectl", "vault", "npm", "glab", "curl", "ssh-keygen", "git"] {
            let file = tools.appending(path: tool)
            let text = """
                #!/bin/sh
                printf '%s %s\\n' \(tool) "$*" >>'\(calls.path)'
                if [ "$1 $2" = 'secret set' ]; then
                  if [ -t 0 ]; then read -r value; else value=$(cat); fi
                  printf 'value %s\\n' "$value" >>'\(calls.path)'
                fi
                if [ "$1" = sts ]; then echo \(account); else echo answer; fi
                """
            try text.write(to: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        let file = evidence.folder.appending(path: "runbook.sh")
        try script.write(to: file, atomically: true, encoding: .utf8)
        let errors = evidence.folder.appending(path: "errors")
        let inside = "cd '\(place.path)' && bash <'\(file.path)' >/dev/null 2>'\(errors.path)'"
        let run = try PseudoTerminal(
            "/usr/bin/env", hasTerminal ? ["bash", "-c", inside] : ["setsid", "-w", "bash", "-c", inside],
            environment: ["PATH": "\(tools.path):/usr/bin:/bin", "HOME": place.path])
        run.type(typed)
        let exit = try run.waitForExit()
        guard case .status(let status) = exit else {
            throw PseudoTerminal.Failure.ended(exit, picture: run.picture.text)
        }
        let noted = (try? String(contentsOf: calls, encoding: .utf8)) ?? ""
        let made = try FileManager.default.contentsOfDirectory(atPath: place.path)
        return ScriptRun(
            status: status, errors: try String(contentsOf: errors, encoding: .utf8),
            calls: noted.split(separator: "\n").map(String.init),
            canaries: made.filter { !$0.hasPrefix("replacement-key") })
    }
}
