import Inventory
import Testing

@testable import Reports

@Suite("What the sources name comes into the commands")
struct RunbookIdentifierTests {
    /// The lines of one thing with these attributes.
    private func lines(
        _ id: String, _ kind: EntityKind, name: String? = nil, _ provider: String,
        _ attributes: KeyValuePairs<String, String> = [:]
    ) -> [String] {
        var fixture = RunbookFixture()
        fixture.add(id, kind, name: name, provider: provider, attributes)
        return fixture.lines(id)
    }

    @Test("A token of GitLab is revoked in the list of its own sort: in another the same number is another's")
    func gitLab() {
        func revoking(_ type: String) -> [String] {
            lines("gl", .token, "gitlab", ["token_id": "47", "type": type, "project_path": "g/p"])
                .filter { $0.hasPrefix("revoke") }
        }
        let lists = [
            "personal access token": "personal_access_tokens/47",
            "project access token": "projects/g%2Fp/access_tokens/47",
            "deploy token": "projects/g%2Fp/deploy_tokens/47", "deploy key": "projects/g%2Fp/deploy_keys/47",
            "pipeline trigger": "projects/g%2Fp/triggers/47",
        ]
        for (type, address) in lists {
            #expect(revoking(type) == ["revoke: glab api --method DELETE \(address)"], "\(type)")
        }
        for type in ["feed token", "ci job token", "cluster agent token", ""] {
            #expect(revoking(type) == ["revoke?: glab api --method DELETE '<LIST_OF_ITS_SORT>/47'"], "\(type)")
        }
        #expect(revoking("runner token").isEmpty)
        #expect(lines("gl", .token, "gitlab", ["id": "47"]).allSatisfy { $0.contains("?: ") })
    }

    @Test("A user of Azure by the name that they sign in by, wherever a source has it whole")
    func azure() {
        let uuid = "11111111-2222-3333-4444-555555555555"
        let command = "contain: az ad user update --id USER --account-enabled false"
        for (id, name, attribute) in [
            ("bob@example.org", "Bob", "***@example.org"), ("user-1", "bob@example.org", "***@example.org"),
            ("user-1", "Bob", "bob@example.org"),
        ] {
            let found = lines(id, .person, name: name, "azure", ["userprincipalname": attribute])
            #expect(found.first == command.replacing("USER", with: "bob@example.org"), "\(id) \(name)")
        }
        let masked = lines("user-1", .person, name: "Bob", "azure", ["userprincipalname": "***@example.org"])
        #expect(masked.first == "contain?: az ad user update --id '<USER_ID>' --account-enabled false")
        let named = lines(uuid, .person, name: "bob@example.org", "azure")
        #expect(named.first == command.replacing("USER", with: uuid))
    }

    @Test("An accessor of Vault in a namespace, with its dot")
    func vault() {
        let address = ["url": "https://v.example", "accessor": "hmac.abc123"] as KeyValuePairs
        #expect(
            lines("t", .token, "vault", address).contains(
                "revoke: env 'VAULT_ADDR=https://v.example' vault token revoke -accessor hmac.abc123"))
        let other = ["url": "https://v.example", "accessor": "a b"] as KeyValuePairs
        #expect(lines("t", .token, "vault", other).contains { $0.hasSuffix("-accessor '<ACCESSOR>'") })
    }

    @Test("A secret of Google by its full name, or by its name and project")
    func google() {
        let command = "check: gcloud secrets versions list s --project p"
        #expect(lines("projects/p/secrets/s", .secret, "gcp").contains(command))
        #expect(lines("secret-1", .secret, name: "s", "gcp", ["project": "p"]).contains(command))
        #expect(lines("secret-1", .secret, "gcp", ["project_id": "p", "name": "s"]).contains(command))
        #expect(lines("secret-1", .secret, "gcp", ["name": "projects/p/secrets/s"]).contains(command))
        #expect(
            lines("secret-1", .secret, name: "s", "gcp").contains(
                "check?: gcloud secrets versions list s --project '<PROJECT>'"))
    }

    @Test("A secret of Kubernetes is deleted by its name, and only where it is a token")
    func kubernetes() {
        #expect(
            lines("k", .secret, name: "ci-token", "kubernetes", ["namespace": "prod", "context": "eu-1"]).contains(
                "revoke: kubectl --context eu-1 delete secrets --namespace prod --field-selector "
                    + "'metadata.name=ci-token,type=kubernetes.io/service-account-token'"))
    }

    @Test("What a command names in letters that can be taken for others is said in the words of its step")
    func lookAlikes() {
        func words(_ environment: String) -> String {
            var fixture = RunbookFixture()
            let id = "github.com/o/r/environments/\(environment)/secrets/S"
            fixture.add(id, .secret, name: "S", provider: "github")
            guard let subject = fixture.subject(id) else { return "" }
            let steps = RunbookRecipe.row(for: subject)?.ordered(subject, isUsedSince: false) ?? []
            return steps.map(\.words).joined(separator: "\n")
        }
        #expect(words("pa\u{443}pal").contains("Beware: pa\u{443}pal has Cyrillic letters"))
        #expect(words("\u{3B1}").contains("has Greek letters"))
        for plain in ["paypal", "prod-ü", "prod eu"] { #expect(!words(plain).contains("Beware"), "\(plain)") }
    }
}
