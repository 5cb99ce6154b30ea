import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub Actions: identities, environments, agents")
struct GitHubActionsIdentityTests {
    private func job(_ steps: String, _ more: String = "", permissions: String = "{id-token: write}") -> TestInventory {
        TestImport.workflow(
            "on: push\npermissions: \(permissions)\njobs:\n  a:\n    runs-on: x\n\(more)    steps:\n\(steps)")
    }

    @Test(
        "Login actions name the identity that a job may assume, and for how long",
        arguments: [
            (
                "aws-actions/configure-aws-credentials@v4",
                "{role-to-assume: 'arn:aws:iam::1:role/ci', role-duration-seconds: 900}",
                "arn:aws:iam::1:role/ci", 900
            ),
            (
                "aws-actions/configure-aws-credentials@v4", "{role-to-assume: 'arn:aws:iam::1:role/ci'}",
                "arn:aws:iam::1:role/ci", 3_600
            ),
            (
                "google-github-actions/auth@v2",
                "{workload_identity_provider: p, service_account: ci@p.iam.gserviceaccount.com, access_token_lifetime: 600s}",
                "ci@p.iam.gserviceaccount.com", 600
            ),
            (
                "google-github-actions/auth@v2", "{workload_identity_provider: projects/1/x}", "projects/1/x", 3_600
            ),
            ("Azure/login@v2", "{client-id: 1111-2222, tenant-id: t}", "1111-2222", 3_600),
            (
                "hashicorp/vault-action@v3", "{method: jwt, url: 'https://v', role: ci}", "vault:https://v#ci", 3_600
            ),
        ])
    func logins(action: String, inputs: String, id: String, seconds: UInt32) {
        let test = job("      - uses: \(action)\n        with: \(inputs)\n")
        let relations = test.relations(.mayAssume)
        #expect(relations.map(\.to.id) == [id])
        #expect(relations.map(\.traits.hold) == [.session(seconds: seconds)])
        #expect(relations.map(\.traits.gain) == [.forward])
    }

    @Test("Roles are found in variables, matrices and both branches of a condition")
    func resolved() {
        let login = "      - uses: aws-actions/configure-aws-credentials@v4\n        with: {role-to-assume: \"%\"}\n"
        func roles(_ text: String, _ more: String = "") -> [String] {
            job(login.replacing("%", with: text), more).targets(.mayAssume, ofJob: "a")
        }
        #expect(roles("${{ env.R }}", "    env: {R: 'arn:r'}\n") == ["arn:r"])
        #expect(roles("arn:${{ matrix.r }}", "    strategy: {matrix: {r: [one, two]}}\n") == ["arn:one", "arn:two"])
        #expect(roles("${{ github.ref == 'm' && 'arn:p' || 'arn:d' }}") == ["arn:d", "arn:p"])
        let unknown = job(login.replacing("%", with: "${{ vars.ROLE }}"))
        let id = "github.com/acme/web/identities/aws:${{ vars.ROLE }}"
        #expect(unknown.targets(.mayAssume, ofJob: "a") == [id])
        #expect(unknown.flags(id)?.contains(.unknown) == true)
        #expect(unknown.blind("roles that only a run can tell") == 1)
    }

    @Test("Without id-token: write, or with a stored key, a role is named but not gained")
    func withoutPermission() {
        let login = "      - uses: aws-actions/configure-aws-credentials@v4\n        with: {role-to-assume: r"
        #expect(job(login + "}\n", permissions: "{}").relations(.mayAssume).map(\.traits.gain) == [Gain.none])
        let stored = job(login + ", aws-access-key-id: \"${{ secrets.K }}\"}\n")
        #expect(stored.relations(.mayAssume).map(\.traits.gain) == [Gain.none])
        #expect(job("      - run: aws sts assume-role --role-arn arn:aws:iam::1:role/x\n").ids(.serviceAccount).isEmpty)
    }

    @Test(
        "Environments are read in both forms and from expressions",
        arguments: [
            ("environment: prod", ["prod"]), ("environment: {name: prod, url: 'https://x'}", ["prod"]),
            ("environment: \"${{ github.ref == 'x' && 'prod' || '' }}\"", ["prod"]),
            ("environment: \"${{ github.ref == 'x' && 'prod' || 'dev' }}\"", ["dev", "prod"]),
            ("environment: \"${{ vars.E }}\"", ["${{ vars.E }}"]),
        ])
    func environments(text: String, names: [String]) {
        let test = TestImport.workflow("on: push\njobs:\n  a:\n    runs-on: x\n    \(text)\n")
        #expect(test.targets(.deploysTo, ofJob: "a") == names.map { "github.com/acme/web/environments/\($0)" })
        #expect(
            test.flags("github.com/acme/web/environments/\(names[0])")?.contains(.unknown) == names[0].contains("vars"))
    }

    @Test(
        "Agents are known by their action or command",
        arguments: [
            ("uses: anthropics/claude-code-action@v1", "claude-code", false),
            ("uses: openai/codex-action@main", "codex", false),
            (
                "run: npx @anthropic-ai/claude-code && claude -p 'fix' --dangerously-skip-permissions", "claude-code",
                true
            ),
            ("run: codex exec 'do it'", "codex", false), ("run: gemini --yolo -p x", "gemini", true),
            ("run: cursor-agent", "cursor", false), ("run: q chat --no-interactive", "amazon-q", false),
        ])
    func agents(step: String, name: String, isAutonomous: Bool) {
        let test = job(
            "      - \(step)\n        env: {KEY: \"${{ secrets.KEY }}\"}\n", permissions: "{contents: write}")
        let id = "\(TestInventory.workflow)#a/agents/\(name)"
        #expect(test.ids(.agent) == [id])
        #expect(test.flags(id)?.contains(.autonomous) == isAutonomous)
        #expect(test.targets(.invokes, ofJob: "a") == [id])
        #expect(test.relations(.instructs, to: id).map(\.from.id) == ["github.com/acme/web"])
        #expect(test.relations(.canWrite, from: id).count == 1)
        #expect(test.relations(.holds, from: id).map(\.to.id) == ["github.com/acme/web/secrets/KEY/token-1"])
    }

    @Test(
        "Installing or naming an agent does not start it",
        arguments: ["npm install -g claude", "claude --version", "echo claude", "# claude -p x", "codex login"])
    func noAgents(script: String) { #expect(job("      - run: '\(script)'\n").ids(.agent).isEmpty) }

    @Test("An agent that outsiders can start is autonomous")
    func outsiders() {
        let test = TestImport.workflow(
            "on: issue_comment\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: anthropics/claude-code-action@v1\n"
        )
        #expect(test.flags("\(TestInventory.workflow)#a/agents/claude-code")?.contains(.autonomous) == true)
        #expect(test.attributes(TestInventory.workflow, "open_to_outsiders") == ["issue_comment"])
    }
}
