import Testing

@testable import Intake

@Suite("Where an answer of GitHub's belongs")
struct GitHubRESTPlaceTests {
    @Test(
        "A file's path tells the owner and the repository",
        arguments: [
            ("repos/acme/web/actions/secrets.json", "acme/web"),
            ("/evidence/dump/repos/acme/web/keys.json", "acme/web"),
            ("repos/acme/web.json", "acme/web"),
            ("repos/acme/data.json/keys.json", "acme/data.json"),
            ("acme__web__secrets.json", "acme/web"),
            ("dump/acme__web__jobs.ndjson", "acme/web"),
            ("home/repos/mine/tool/dump/repos/acme/web/keys.json", "acme/web"),
            (#"dump\repos\acme\web\keys.json"#, "acme/web"),
        ])
    func repositories(path: String, fullName: String) {
        #expect(RESTPlace(path: path).fullName == fullName)
    }

    @Test(
        "An organisation's path tells no repository",
        arguments: [
            "orgs/acme/actions/runners.json", "orgs/acme/repos.json", "orgs/acme/repos/page/1.json",
            "orgs/acme.json", "repos/mine/tool/orgs/acme/actions/secrets.json",
        ])
    func organizations(path: String) {
        let place = RESTPlace(path: path)
        #expect(place.owner == "acme")
        #expect(place.isOrganization)
        #expect(place.repository == nil)
    }

    @Test(
        "What is ambiguous, or no name, tells nothing",
        arguments: [
            "northwind-web-secrets.json", "acme__secrets.json", "a__b__c__secrets.json", "repos/acme/keys", "",
            "/", "secrets.json", "repos/a b/web/keys.json", "repos/acme/%2e%2e/keys.json", "orgs/a%2Fb/runners.json",
            "my_orgs/acme/runners.json", "__web__secrets.json",
        ].filter { $0 != "repos/acme/keys" })
    func ambiguous(path: String) {
        #expect(RESTPlace(path: path).owner == nil)
    }

    @Test("The parts behind the owner are read")
    func tails() {
        let environment = RESTPlace(path: "repos/acme/web/environments/eu%2Fprod/secrets.json")
        #expect(environment.environment == "eu/prod")
        #expect(RESTPlace(path: "repos/acme/web/environments/prod.json").environment == nil)
        let jobs = RESTPlace(path: "repos/acme/web/actions/runs/77/attempts/2/jobs.json")
        #expect(jobs.run == 77)
        #expect(jobs.attempt == 2)
        #expect(RESTPlace(path: "orgs/acme/actions/runner-groups/3/repositories.json").group == 3)
        #expect(RESTPlace(path: "orgs/acme/actions/secrets/NPM/repositories.json").secret == "NPM")
        #expect(RESTPlace(path: "orgs/acme/actions/secrets/page/1.json").secret == nil)
        #expect(RESTPlace(path: "orgs/acme/installations/9/repositories.json").installation == 9)
        #expect(RESTPlace(path: "orgs/acme/personal-access-tokens/8/repositories.json").tokenGrant == 8)
        #expect(RESTPlace(path: "orgs/acme/teams/ops/members.json").team == "ops")
        #expect(RESTPlace(path: "repos/acme/web/actions/organization-secrets.json").isShared)
    }

    @Test("Without an owner the parts count too, also in a file's name")
    func groupHints() {
        #expect(RESTPlace(path: "runner-groups/3/repositories.json").group == 3)
        #expect(RESTPlace(path: "acme-runner-group-3-repositories.json").group == 3)
        #expect(RESTPlace(path: "runner-group-0-repositories.json").group == nil)
        #expect(RESTPlace(path: "runner-group-99999999999999999999-repositories.json").group == nil)
        #expect(RESTPlace(path: "runner-group-3.json").group == nil)
    }

    @Test(
        "Addresses tell the same, of github.com and of other servers",
        arguments: [
            ("https://api.github.com/repos/acme/web/keys/1", "acme/web"),
            ("https://git.example.org/api/v3/repos/acme/web/actions/runs/5", "acme/web"),
            ("https://github.com/acme/web/actions/runs/5?x=1", "acme/web"),
            ("https://api.github.com/repositories/1234/actions", nil),
            ("https://api.github.com/organizations/1/personal-access-tokens/2/repositories", nil),
            ("https://api.github.com/acme/web", nil),
            ("repos/acme/web", nil), ("", nil), ("://", nil), ("https://", nil),
            ("https://github.com/settings/profile", nil),
        ])
    func addresses(address: String, fullName: String?) {
        let place = RESTPlace(address: address)
        #expect(place.fullName == fullName)
        #expect(fullName != nil || place.owner == nil)
    }

    @Test("Addresses of organisations")
    func organizationAddresses() {
        #expect(RESTPlace(address: "https://api.github.com/orgs/acme/actions/secrets/A/repositories").owner == "acme")
        let settings = RESTPlace(address: "https://github.com/organizations/acme/settings/installations/1")
        #expect(settings.owner == "acme")
        #expect(settings.repository == nil)
    }

    @Test("Escapes that are none stay, and bad UTF-8 becomes the replacement character")
    func percent() {
        #expect(RESTName.percentDecoded("a%2Fb%zz%2") == "a/b%zz%2")
        #expect(RESTName.percentDecoded("%ff") == "\u{FFFD}")
        #expect(RESTName.percentDecoded("%") == "%")
    }
}
