import Inventory
import Testing

@testable import Intake

/// A small generator of the same numbers for the same seed (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("GitHub REST: nothing an answer holds stops the reading")
struct GitHubRESTFuzzTests {
    /// One answer of every shape, with the path it is saved under.
    static let answers: [(path: String, text: String)] = [
        (
            "orgs/a/repos.json",
            #"""
            [{"name":"b","full_name":"a/b","private":true,"visibility":"private","owner":{"login":"a",
            "type":"Organization"},"archived":false,"pushed_at":"2026-01-01T00:00:00Z"}]
            """#
        ),
        (
            "orgs/a/actions/runners.json",
            #"""
            {"total_count":1,"runners":[{"id":5,"name":"r","os":"l","status":"online","ephemeral":true,
            "runner_group_id":3,"labels":[{"id":1,"name":"x","type":"custom"}]}]}
            """#
        ),
        (
            "orgs/a/actions/runner-groups.json",
            #"""
            {"total_count":1,"runner_groups":[{"id":3,"name":"g","visibility":"all",
            "runners_url":"https://api.github.com/orgs/a/actions/runner-groups/3/runners","selected_workflows":["x"],
            "restricted_to_workflows":true}]}
            """#
        ),
        (
            "orgs/a/actions/runner-groups/3/repositories.json",
            #"""
            {"total_count":1,"repositories":[{"name":"b","full_name":"a/b","private":true}]}
            """#
        ),
        (
            "orgs/a/actions/secrets/S/repositories.json",
            #"""
            {"total_count":1,"repositories":[{"name":"b","full_name":"a/b","private":true}]}
            """#
        ),
        (
            "orgs/a/actions/secrets.json",
            #"""
            {"total_count":1,"secrets":[{"name":"S","created_at":"2026-01-01T00:00:00Z",
            "updated_at":"2026-01-01T00:00:00Z","visibility":"selected",
            "selected_repositories_url":"https://api.github.com/orgs/a/actions/secrets/S/repositories"}]}
            """#
        ),
        (
            "repos/a/b/environments/e/secrets.json",
            #"""
            {"total_count":1,"secrets":[{"name":"S","created_at":"2026-01-01T00:00:00Z",
            "updated_at":"2026-01-02T00:00:00Z"}]}
            """#
        ),
        (
            "repos/a/b/environments.json",
            #"""
            {"total_count":1,"environments":[{"id":1,"name":"e",
            "url":"https://api.github.com/repos/a/b/environments/e","protection_rules":[{"type":"wait_timer",
            "wait_timer":3},{"type":"required_reviewers","reviewers":[{"type":"User","reviewer":{"login":"u"}},
            {"type":"Team","reviewer":{"slug":"t"}}]}],"deployment_branch_policy":{"protected_branches":true}}]}
            """#
        ),
        (
            "repos/a/b/keys.json",
            #"""
            [{"id":1,"key":"ssh-rsa A","title":"t","read_only":false,"url":"https://api.github.com/repos/a/b/keys/1",
            "added_by":"u"}]
            """#
        ),
        (
            "orgs/a/installations.json",
            #"""
            {"total_count":1,"installations":[{"id":1,"app_id":2,"app_slug":"s","account":{"login":"a",
            "type":"Organization"},"repository_selection":"all","permissions":{"contents":"write"},"events":["push"],
            "created_at":"2026-01-01T00:00:00Z"}]}
            """#
        ),
        (
            "orgs/a/personal-access-tokens.json",
            #"""
            [{"id":1,"owner":{"login":"u"},"repository_selection":"all",
            "permissions":{"repository":{"contents":"write"}},"access_granted_at":"2026-01-01T00:00:00Z","token_id":2,
            "token_name":"n","token_expired":false}]
            """#
        ),
        (
            "orgs/a/credential-authorizations.json",
            #"""
            [{"login":"u","credential_id":1,"credential_type":"SSH key","scopes":["repo"],
            "credential_authorized_at":"2026-01-01T00:00:00Z"}]
            """#
        ),
        (
            "repos/a/b/actions/runs.json",
            #"""
            {"total_count":1,"workflow_runs":[{"id":1,"run_number":1,"workflow_id":1,"event":"push",
            "path":".github/workflows/x.yml","repository":{"name":"b","full_name":"a/b","private":true},
            "actor":{"login":"u"},"referenced_workflows":[{"path":"p","sha":"s","ref":"r"}]}]}
            """#
        ),
        (
            "repos/a/b/actions/runs/1/attempts/1/jobs.json",
            #"""
            {"total_count":1,"jobs":[{"id":1,"run_id":1,"run_url":"https://api.github.com/repos/a/b/actions/runs/1",
            "name":"j","runner_id":5,"labels":["x"],"started_at":"2026-01-01T00:00:00Z","steps":[]}]}
            """#
        ),
        (
            "orgs/a/secret-scanning/alerts.json",
            #"""
            [{"number":1,"state":"resolved","resolution":"revoked","resolved_at":"2026-01-01T00:00:00Z",
            "secret_type":"x","html_url":"https://github.com/a/b/security/secret-scanning/1",
            "repository":{"full_name":"a/b"}}]
            """#
        ),
        (
            "orgs/a/actions/permissions/workflow.json",
            #"""
            {"default_workflow_permissions":"write","can_approve_pull_request_reviews":true}
            """#
        ),
        (
            "orgs/a/teams.json",
            #"""
            [{"slug":"t","name":"T","members_url":"m","repositories_url":"r","parent":{"slug":"p"},
            "html_url":"https://github.com/orgs/a/teams/t"}]
            """#
        ),
        (
            "repos/a/b/collaborators.json",
            #"""
            [{"login":"u","id":1,"type":"User","url":"x","role_name":"admin","permissions":{"admin":true}}]
            """#
        ),
        (
            "m.json",
            #"""
            {"role":"admin","state":"active","organization":{"login":"a"},"user":{"login":"u"}}
            """#
        ),
    ]

    private static let substitutes = [
        "null", "0", "-1", "9223372036854775807", "1e300", "0.5", "true", #""""#, #""x""#, #""\u0000/\u202e""#, "[]",
        "[null]", "{}", #"{"login":[]}"#, #"[{"name":{}}]"#, #""https://api.github.com/repos/../..""#,
    ]

    @Test("Every value of every answer, in turn, replaced by every other type", arguments: answers.indices)
    func replaceEach(index: Int) throws {
        let answer = Self.answers[index]
        let parts = Self.values(of: answer.text)
        #expect(parts.count > 2)
        for part in parts {
            for substitute in Self.substitutes {
                try expectReadable([(answer.path, answer.text.replacingCharacters(in: part, with: substitute))])
            }
        }
    }

    @Test("Several at once, in all files of an import", arguments: 0..<20 as Range<UInt64>)
    func replaceMany(seed: UInt64) throws {
        var numbers = SeededNumbers(state: seed)
        let files = Self.answers.shuffled(using: &numbers).map { answer in
            var text = answer.text
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                guard let part = Self.values(of: text).randomElement(using: &numbers),
                    let substitute = Self.substitutes.randomElement(using: &numbers)
                else { continue }
                text = text.replacingCharacters(in: part, with: substitute)
            }
            return (answer.path, text)
        }
        try expectReadable(files)
    }

    @Test("As they stand they give no notice")
    func sound() throws {
        let read = try RESTImport(Self.answers.map { ($0.path, $0.text) })
        #expect(read.notices.isEmpty)
        #expect(read.issues.isEmpty)
        for (answer, report) in zip(Self.answers, read.reports) {
            #expect(report.outcome == .read(format: GitHubRESTReader.format), "\(answer.path)")
            #expect(!report.gave.isEmpty, "\(answer.path)")
            #expect(try recognizes(answer.text), "\(answer.path)")
        }
    }

    /// Reads, builds, and looks for relations that name what no answer declares.
    private func expectReadable(_ files: [(path: String, text: String)]) throws {
        let read = try RESTImport(files)
        let dangling = read.issues.filter { if case .dangling = $0 { true } else { false } }
        #expect(dangling.isEmpty)
        for report in read.reports { #expect(report.outcome != .unrecognized) }
    }

    /// Where the values of a compact JSON text stand: scalars, and arrays and objects as a whole.
    private static func values(of text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var open: [String.Index] = []
        var index = text.startIndex
        while index < text.endIndex {
            let start = index
            switch text[index] {
            case "\"":
                index = text.index(after: index)
                while index < text.endIndex, text[index] != "\"" {
                    index =
                        text.index(index, offsetBy: text[index] == "\\" ? 2 : 1, limitedBy: text.endIndex)
                        ?? text.endIndex
                }
                index = index < text.endIndex ? text.index(after: index) : index
                if index == text.endIndex || text[index] != ":" { ranges.append(start..<index) }
                continue
            case "[", "{": open.append(index)
            case "]", "}": if let opened = open.popLast() { ranges.append(opened..<text.index(after: index)) }
            case ",", ":", " ", "\n": break
            default:
                index = text[index...].firstIndex { ",]} \n".contains($0) } ?? text.endIndex
                ranges.append(start..<index)
                continue
            }
            index = text.index(after: index)
        }
        return ranges
    }
}

extension String {
    /// The text with one part exchanged.
    fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
