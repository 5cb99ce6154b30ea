import Foundation
import Testing

@Suite("The script of a runbook, run")
struct CommandRunbookTests {
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

    /// A key of AWS whose id no source has, of a user in a known account.
    private static func nameless() -> Incident {
        var incident = Incident()
        let (key, user) = ("aws/1/access-keys/deployer-1", "arn:aws:iam::1:user/deployer")
        incident.declare(key, "token", "AWS key", ["provider": "aws"])
        incident.declare(user, "service_account", "deployer", ["provider": "aws"])
        incident.declare("o/r:build", "job", "build")
        incident.relate(key, "authenticates_as", user)
        return incident
    }

    @Test("A yes runs what was shown before it, and never only a look at the account; the rest is asked for in words")
    func answered() throws {
        let run = try script(on: Evidence(Self.nameless()), isGuarded: false, typing: "yes\n", times: 60)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.calls.contains { $0.hasPrefix("aws iam put-user-policy --user-name deployer ") }, "\(run.calls)")
        #expect(!run.calls.contains { $0.contains("update-access-key") || $0.contains("delete-access-key") })
        // Whoever looks at the account does something in it then.
        #expect(run.calls.last?.hasPrefix("aws sts ") == false)
        for (call, next) in zip(run.calls, run.calls.dropFirst()) where call.hasPrefix("aws sts ") {
            #expect(!next.hasPrefix("aws sts "))
        }
        // Everything that ran was shown, and what did not was told.
        for call in run.calls where !call.hasPrefix("aws iam put-user-policy ") {
            #expect(run.screen.contains(call), "\(call)")
        }
        #expect(
            run.screen.contains("aws iam put-user-policy --user-name deployer --policy-name AWSRevokeOlderSessions"))
        #expect(run.screen.contains("Switch the old key off; this can be undone"))
        #expect(run.screen.contains("by hand: 1 command, incomplete in the script for want of ACCESS_KEY_ID"))
    }

    @Test("Any answer but yes leaves the commands out, and the terminal says so", arguments: ["y", "no", "Yes", ""])
    func leftOut(answer: String) throws {
        let run = try script(on: Evidence(Self.nameless()), isGuarded: false, typing: "\(answer)\n", times: 60)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.calls.isEmpty && run.screen.contains("left out"))
    }

    @Test("A name with characters that are not seen is shown as what it is before its command is run")
    func shown() throws {
        var incident = Incident()
        let name = "prod\u{443}"
        incident.declare("github.com/o/r/environments/\(name)/secrets/S", "secret", "S", ["provider": "github"])
        let run = try script(on: Evidence(incident), isGuarded: false, typing: "yes\n", times: 20)
        #expect(run.calls.contains("gh secret delete S --env \(name) --repo o/r"))
        #expect(run.screen.contains("gh secret delete S --env 'prodM-QM-^C' --repo o/r"), "\(run.screen)")
        #expect(run.screen.contains("Beware: \(name) has Cyrillic"))
    }

    @Test(
        "A script of what is done by hand alone passes shellcheck",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/shellcheck")))
    func byHand() throws {
        var incident = Incident()
        incident.declare("host-1", "runner", "host-1")
        let script = try Self.plan(on: Evidence(incident))
        #expect(script.contains("\nmanual ") && !script.contains("confirm"))
        try check(script)
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
        /// All that the terminal was told.
        let screen: String
        /// Files that a name made.
        let canaries: [String]
    }

    /// Runs the script, which bash reads from its standard input, where every tool of a provider only notes how it was
    /// called. One that is to set a secret reads its input to the end, or a line where that is a terminal, as the real one.
    /// What is typed so many times answers the script; where it is typed once, every question is taken as answered by yes.
    private func script(
        on evidence: Evidence, isGuarded: Bool, hasTerminal: Bool = true, typing typed: String = "", times: Int = 1,
        account: Int = 1
    ) throws -> ScriptRun {
        var script = try Self.plan(on: evidence)
        if !isGuarded {
            let start = try #require(script.range(of: "## --- guard"))
            let end = try #require(script.range(of: "## --- end of the guard\n"))
            script.removeSubrange(start.lowerBound..<end.upperBound)
            if times == 1 {
                let first = try #require(script.range(of: "\nmain() {\n"))
                script.insert(contentsOf: "\nconfirm() { true; }\nmanual() { true; }\n", at: first.lowerBound)
            }
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
        run.type(String(repeating: typed, count: times))
        let exit = try run.waitForExit()
        guard case .status(let status) = exit else {
            throw PseudoTerminal.Failure.ended(exit, picture: run.picture.text)
        }
        let noted = (try? String(contentsOf: calls, encoding: .utf8)) ?? ""
        let made = try FileManager.default.contentsOfDirectory(atPath: place.path)
        return ScriptRun(
            status: status, errors: try String(contentsOf: errors, encoding: .utf8),
            calls: noted.split(separator: "\n").map(String.init),
            screen: String(decoding: run.output, as: UTF8.self).replacing("\r\n", with: "\n"),
            canaries: made.filter { !$0.hasPrefix("replacement-key") })
    }
}
