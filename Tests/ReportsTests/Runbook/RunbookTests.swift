import Inventory
import Testing

@testable import Reports

@Suite("What to do at each provider")
struct RunbookTests {
    @Test("A fine-grained token: its grant is looked up, because the log's number is another")
    func fineGrained() {
        var fixture = RunbookFixture()
        fixture.add(
            "github.com/northwind/personal-access-tokens/771201", .token, provider: "github",
            ["type": "fine-grained token"])
        #expect(
            fixture.lines("github.com/northwind/personal-access-tokens/771201") == [
                "revoke: grant=$(gh api --paginate 'orgs/northwind/personal-access-tokens?per_page=100' --jq '.[] | select(.token_id == 771201) | .id')",
                #"revoke: gh api --method POST orgs/northwind/personal-access-tokens/"${grant:?}" -f 'action=revoke'"#,
                "revoke?: curl --fail-with-body --request POST --header 'Accept: application/vnd.github+json' --header 'X-GitHub-Api-Version: 2022-11-28' --data '@<FILE_WITH_VALUES>' https://api.github.com/credentials/revoke",
                "check: gh api --paginate 'orgs/northwind/personal-access-tokens?per_page=100' --jq '.[] | select(.token_id == 771201) | {id, token_name}'",
            ])
    }

    @Test("A collector's fine-grained token has the number of its grant in its id")
    func collectedToken() {
        var fixture = RunbookFixture()
        fixture.add("GH_PAT_O_kg_1250276", .token, provider: "github", ["environment_name": "octo", "token_id": "12"])
        #expect(
            fixture.lines("GH_PAT_O_kg_1250276").first
                == "revoke: gh api --method POST orgs/octo/personal-access-tokens/1250276 -f 'action=revoke'")
    }

    @Test("A deploy key that could write gets a replacement that can, in the slots that held the old one")
    func deployKey() {
        var fixture = RunbookFixture()
        fixture.add(
            "github.com/o/modules/keys/88123", .token, provider: "github", ["type": "deploy key", "read_only": "false"])
        fixture.add("github.com/o/app/secrets/KEY", .secret, name: "KEY", provider: "github")
        fixture.relate("github.com/o/app/secrets/KEY", .holds, "github.com/o/modules/keys/88123")
        fixture.add("deploy", .job)
        fixture.relate("deploy", .reads, "github.com/o/app/secrets/KEY")
        // A script may make several keys: each has a file of its own.
        let short = fixture.subject("github.com/o/modules/keys/88123")?.entity.shortID ?? ""
        #expect(!short.isEmpty)
        #expect(
            fixture.lines("github.com/o/modules/keys/88123") == [
                "replace: ssh-keygen -t ed25519 -N '' -f ./replacement-key-\(short)",
                "replace: gh repo deploy-key add ./replacement-key-\(short).pub --repo o/modules --title replacement --allow-write",
                "replace: gh secret set KEY --repo o/app < ./replacement-key-\(short)",
                "revoke: gh repo deploy-key delete 88123 --repo o/modules",
                "check: gh repo deploy-key list --repo o/modules",
            ])
    }

    @Test("Secrets of a repository, an environment and an organisation; who sees the last stays as it is")
    func slots() {
        var fixture = RunbookFixture()
        fixture.add("github.com/o/r/secrets/A", .secret, name: "A", provider: "github")
        fixture.add("github.com/o/r/environments/prod eu/secrets/B", .secret, name: "B", provider: "github")
        fixture.add("github.com/o/secrets/C", .secret, name: "C", provider: "github", ["visibility": "selected"])
        fixture.add("github.com/o/secrets/D", .secret, name: "D", provider: "github", ["visibility": "all"])
        fixture.add("github.com/o/secrets/E", .secret, name: "E", provider: "github")
        #expect(fixture.lines("github.com/o/r/secrets/A").first == "replace: gh secret set A --repo o/r")
        #expect(
            fixture.lines("github.com/o/r/environments/prod eu/secrets/B") == [
                "replace: gh secret set B --env 'prod eu' --repo o/r",
                "check: gh api --paginate 'repos/o/r/environments/prod%20eu/secrets?per_page=100' --jq '.secrets[] | select(.name == \"B\") | .updated_at'",
            ])
        #expect(
            fixture.lines("github.com/o/secrets/C").prefix(2) == [
                "replace: repositories=$(gh api --paginate 'orgs/o/actions/secrets/C/repositories?per_page=100' --jq '.repositories[].name' | paste -s -d , -)",
                #"replace: gh secret set C --org o --visibility selected --repos "${repositories:?}""#,
            ])
        #expect(fixture.lines("github.com/o/secrets/D").first == "replace: gh secret set D --org o --visibility all")
        #expect(
            fixture.lines("github.com/o/secrets/E").first
                == "replace?: gh secret set E --org o --visibility '<VISIBILITY>'")
    }

    @Test("A secret that no source lists is not written to where it may not be")
    func guessed() {
        var fixture = RunbookFixture()
        fixture.add("github.com/o/r/secrets/A", .secret, name: "A", provider: "github", flags: [.inferred])
        let (needed, unneeded) = (1, 0)
        #expect(
            fixture.lines("github.com/o/r/secrets/A", breaks: needed)
                .contains("replace?: gh secret set A --repo '<WHERE_IT_IS>'"))
        #expect(
            fixture.lines("github.com/o/r/secrets/A", breaks: unneeded)
                .contains("revoke?: gh secret delete A --repo '<WHERE_IT_IS>'"))
    }

    @Test("A secret that nothing is known to need may be deleted, and one that is needed may not")
    func unneeded() {
        var fixture = RunbookFixture()
        fixture.add("github.com/o/r/secrets/A", .secret, name: "A", provider: "github")
        #expect(fixture.lines("github.com/o/r/secrets/A", breaks: 0).contains("revoke: gh secret delete A --repo o/r"))
        #expect(!fixture.lines("github.com/o/r/secrets/A", breaks: 0).contains { $0.contains("secret set") })
        #expect(!fixture.lines("github.com/o/r/secrets/A", breaks: 1).contains { $0.contains("delete") })
    }

    @Test("An access key of AWS: off, older sessions denied by the moment of the deed, deleted")
    func accessKey() {
        var fixture = RunbookFixture()
        let key = "AKIAIOSFODNN7EXAMPLE"
        let user = "arn:aws:iam::111122223333:user/ci/deployer"
        fixture.add(key, .token, provider: "aws")
        fixture.add(user, .serviceAccount, provider: "aws")
        fixture.relate(key, .authenticatesAs, user)
        let lines = fixture.lines(key)
        // Every step looks first at who is signed in, because a name says nothing of its account.
        #expect(lines.count { $0.hasSuffix("aws sts get-caller-identity --query Account --output text)") } == 6)
        #expect(lines.count { $0.contains(#"test "${account:?}" '=' 111122223333 || { "#) } == 6)
        #expect(
            lines.filter { !$0.contains("account") } == [
                "replace: aws iam create-access-key --user-name deployer",
                "contain: aws iam update-access-key --user-name deployer --access-key-id \(key) --status Inactive",
                "revoke: now=$(date -u +%Y-%m-%dT%H:%M:%SZ)",
                #"revoke: aws iam put-user-policy --user-name deployer --policy-name AWSRevokeOlderSessions --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"'"${now:?}"'"}}}]}'"#,
                "check: aws iam get-access-key-last-used --access-key-id \(key)",
                "check: aws cloudtrail lookup-events --lookup-attributes 'AttributeKey=AccessKeyId,AttributeValue=\(key)'",
                "revoke: aws iam delete-access-key --user-name deployer --access-key-id \(key)",
                "check: aws iam list-access-keys --user-name deployer",
            ])
    }

    @Test("Whose key it is, AWS is asked where no source says")
    func unknownUser() {
        var fixture = RunbookFixture()
        fixture.add("AKIAIOSFODNN7EXAMPLE", .token, provider: "aws")
        let lines = fixture.lines("AKIAIOSFODNN7EXAMPLE", breaks: 0)
        #expect(
            lines.prefix(2) == [
                "contain: user=$(aws iam get-access-key-last-used --access-key-id AKIAIOSFODNN7EXAMPLE --query UserName --output text)",
                #"contain: aws iam update-access-key --user-name "${user:?}" --access-key-id AKIAIOSFODNN7EXAMPLE --status Inactive"#,
            ])
    }

    @Test("A key whose id no source has is a blank, and the line a comment")
    func unknownKey() {
        var fixture = RunbookFixture()
        fixture.add("aws/1/access-keys/deployer-1", .token, name: "AWS key AKIA…7Q", provider: "aws")
        let lines = fixture.lines("aws/1/access-keys/deployer-1")
        #expect(
            lines.contains(
                "contain?: aws iam update-access-key --user-name '<USER_NAME>' --access-key-id '<ACCESS_KEY_ID>' --status Inactive"
            ))
        #expect(!lines.contains { $0.contains("AKIA") })
    }

    @Test("A role of AWS: trust first, then its sessions; roles that are not ours to change say so")
    func role() {
        var fixture = RunbookFixture()
        let role = "arn:aws:iam::111122223333:role/ops/deploy"
        let lent = "arn:aws:iam::1:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"
        fixture.add(role, .serviceAccount, provider: "aws")
        fixture.add(lent, .serviceAccount, provider: "aws")
        fixture.add("github.com/o/r/.github/workflows/a.yml#b", .job, provider: "github")
        fixture.relate("github.com/o/r/.github/workflows/a.yml#b", .mayAssume, role)
        let lines = fixture.lines(role)
        #expect(lines.first == "contain: account=$(aws sts get-caller-identity --query Account --output text)")
        #expect(
            lines.dropFirst(2).first
                == "contain: aws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument")
        #expect(lines.contains { $0.hasPrefix("revoke: aws iam put-role-policy --role-name deploy ") })
        let words = fixture.subject(role).map { subject in
            RunbookRecipe.row(for: subject)?.steps(subject).map(\.words).joined() ?? ""
        }
        #expect(words?.contains("Jobs of o/r may assume it.") == true)
        #expect(fixture.lines(lent).isEmpty)
    }

    @Test("Of a service principal whose application no source names, the application is looked up")
    func principal() {
        var fixture = RunbookFixture()
        let uuid = "11111111-2222-3333-4444-555555555555"
        fixture.add(uuid, .serviceAccount, provider: "azure")
        fixture.add("named", .serviceAccount, provider: "azure", ["appid": uuid])
        #expect(fixture.lines(uuid).first == "contain: az ad sp update --id \(uuid) --set 'accountEnabled=false'")
        #expect(
            fixture.lines(uuid).contains(
                "revoke: application=$(az ad sp show --id \(uuid) --query appId --output tsv)"))
        #expect(fixture.lines(uuid).contains(#"revoke: az ad app credential list --id "${application:?}""#))
        #expect(fixture.lines("named").contains("revoke: az ad app credential list --id \(uuid)"))
        // What groups and subscriptions above it give is listed too.
        let assignments =
            "az role assignment list --all --include-inherited --include-groups --assignee \(uuid)"
        #expect(
            fixture.lines(uuid).contains("contain: \(assignments)")
                && fixture.lines(uuid).contains("check: \(assignments)"))
    }

    @Test("A credential of single sign-on is ended where its sort is, and its last characters are not printed")
    func authorized() {
        var fixture = RunbookFixture()
        let id = "github.com/o/credential-authorizations/9"
        for (type, page) in [
            ("SSH key", "SSH and GPG keys"), ("OAuth app token", "Authorized OAuth Apps"),
            ("GitHub app token", "Authorized GitHub Apps"), ("personal access token", "Personal access tokens"),
        ] {
            fixture = RunbookFixture()
            fixture.add(id, .token, provider: "github", ["type": type])
            let words = fixture.subject(id).map { RunbookRecipe.row(for: $0)?.steps($0).map(\.words).joined() ?? "" }
            #expect(words?.contains("settings, ") == true && words?.contains(page) == true, "\(type)")
        }
        #expect(fixture.lines(id).last?.hasSuffix("{login, credential_type, credential_accessed_at}'") == true)
    }

    @Test("Each provider has a row of its own, and everything has some row")
    func rows() {
        let fixture = RunbookFixture.everything
        for row in RunbookFixture.rows {
            #expect(fixture.recipe(row.id) == row.recipe, "\(row.id)")
            let subject = fixture.subject(row.id)
            let steps = subject.flatMap { found in RunbookRecipe.row(for: found)?.steps(found) } ?? []
            #expect(!steps.isEmpty && steps.allSatisfy { !$0.words.isEmpty }, "\(row.id)")
        }
        let names = RunbookRecipe.table.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test(
        "What the sources name of a server or a cluster, the commands name too; where they name no cluster it is a blank"
    )
    func places() {
        var fixture = RunbookFixture()
        let url = "https://git.example.org:8443/g/p"
        fixture.add(
            "gl", .token, provider: "gitlab",
            ["token_id": "42", "project_path": "g/p", "url": url, "type": "project access token"])
        fixture.add("variable", .secret, name: "KEY", provider: "gitlab", ["group": "g", "url": url])
        fixture.add("kubernetes/prod/sync", .serviceAccount, provider: "kubernetes", ["namespace": "prod"])
        fixture.add("vault-token", .token, provider: "vault", ["accessor": "a1", "url": "https://v.example"])
        fixture.add("vault-other", .token, provider: "vault", ["accessor": "a1"])
        #expect(
            fixture.lines("gl").contains(
                "revoke: glab api --hostname git.example.org:8443 --method DELETE projects/g%2Fp/access_tokens/42"))
        #expect(
            fixture.lines("variable").contains(
                "check: env 'GITLAB_HOST=git.example.org:8443' glab variable list --group g"))
        #expect(
            fixture.lines("kubernetes/prod/sync").contains(
                "revoke?: kubectl --context '<CONTEXT>' delete serviceaccount sync --namespace prod"))
        #expect(
            fixture.lines("vault-token").contains(
                "revoke: env 'VAULT_ADDR=https://v.example' vault token revoke -accessor a1"))
        #expect(
            fixture.lines("vault-other").contains(
                "revoke?: env 'VAULT_ADDR=<ADDRESS>' vault token revoke -accessor a1"))
    }

    @Test(
        "A name that npm would take for something else than a package is a blank",
        arguments: ["/etc/passwd", "~/secrets", "evil/pkg", "a@latest", "./a", "@a", "@a/b/c", "a.tgz", ".a", "@/b"])
    func packages(name: String) {
        var fixture = RunbookFixture()
        fixture.add("p", .package, name: name, provider: "npm")
        #expect(fixture.lines("p").first == "contain?: npm view '<PACKAGE>' time --json")
        for real in ["left-pad", "@o/tools", "lodash.merge", "JSONStream"] {
            #expect(Identifier(real, .package, or: "X") == .known(real))
        }
    }

    @Test("A slot that no job is known to need, which its own runbook deletes, is not filled with a new credential")
    func unfilled() {
        var fixture = RunbookFixture()
        fixture.add("key", .token, provider: "npm")
        for name in ["NEEDED", "DEAD"] {
            fixture.add("github.com/o/r/secrets/\(name)", .secret, name: name, provider: "github")
            fixture.relate("github.com/o/r/secrets/\(name)", .holds, "key")
        }
        fixture.add("deploy", .job)
        fixture.relate("deploy", .reads, "github.com/o/r/secrets/NEEDED")
        #expect(
            fixture.lines("key").filter { $0.contains("gh secret") } == ["replace: gh secret set NEEDED --repo o/r"])
        let words = fixture.subject("key").map { RunbookRecipe.row(for: $0)?.steps($0).map(\.words).joined() ?? "" }
        #expect(words?.contains("no job is known to need: delete them: DEAD.") == true, "\(words ?? "")")
    }

    @Test("Commands of the other providers, with what the sources know filled in")
    func others() {
        var fixture = RunbookFixture()
        fixture.add("vault:https://v.example:8200#deploy", .serviceAccount, provider: "vault", ["mount": "jwt"])
        fixture.add("npm/tokens/9c1", .token, provider: "npm")
        fixture.add("npm/@o/tools", .package, name: "@o/tools", provider: "npm")
        fixture.relate("npm/tokens/9c1", .canPublish, "npm/@o/tools")
        fixture.add("system:serviceaccount:prod:sync", .serviceAccount, provider: "kubernetes", ["cluster": "eu-1"])
        fixture.add(
            "gl", .token, provider: "gitlab", ["token_id": "42", "project_path": "g/p", "type": "project_access_token"])
        fixture.add("a@p.iam.gserviceaccount.com", .serviceAccount)
        fixture.add("github.com/o/r/.github/workflows/a.yml#b", .job)
        fixture.relate(
            "github.com/o/r/.github/workflows/a.yml#b", .mayAssume, "a@p.iam.gserviceaccount.com",
            ["workload_identity_provider": "projects/12/locations/global/workloadIdentityPools/ci/providers/gh"])
        #expect(
            fixture.lines("vault:https://v.example:8200#deploy").contains(
                "revoke: env 'VAULT_ADDR=https://v.example:8200' vault token revoke '-mode=path' auth/jwt"))
        #expect(fixture.lines("npm/tokens/9c1").contains("revoke: npm token revoke 9c1"))
        #expect(fixture.lines("npm/tokens/9c1").contains("check: npm view @o/tools time --json"))
        #expect(
            fixture.lines("system:serviceaccount:prod:sync").contains(
                "revoke: kubectl --context eu-1 delete serviceaccount sync --namespace prod"))
        #expect(fixture.lines("gl").contains("revoke: glab api --method DELETE projects/g%2Fp/access_tokens/42"))
        #expect(
            fixture.lines("a@p.iam.gserviceaccount.com").contains(
                "revoke: gcloud iam workload-identity-pools providers describe gh --location global --workload-identity-pool ci --project 12"
            ))
    }
}
