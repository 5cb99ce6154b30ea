import Testing

@testable import Intake

@Suite("Redaction: what stands before a value, and URLs, tell a credential")
struct LabelledSecretTests {
    private static let base64 = String(repeating: "aB3+xY/9", count: 10) + "QUJDRA=="

    private static let secrets: [(text: String, redacted: String)] = [
        ("password=hunter2", "password=redacted (password)"),
        ("DB_PASSWORD: hunter2", "DB_PASSWORD: redacted (password)"),
        ("password:hunter2, user: bob", "password:redacted (password), user: bob"),
        ("'passwd' => 'x y'", "'passwd' => 'redacted (passwd)'"),
        ("{\"dbPassword\": \"hunter2\", \"n\": 1}", "{\"dbPassword\": \"redacted (password)\", \"n\": 1}"),
        ("Server=db;Pwd=abc;Port=1", "Server=db;Pwd=redacted (pwd);Port=1"),
        ("client_secret=abc123def456", "client_secret=redacted (secret)"),
        ("token: 0f8fad5bd9cb469fa165", "token: redacted (token)"),
        ("api-key = Zx81k2mm", "api-key = redacted (api key)"),
        ("AccountName=a;AccountKey=\(base64);X=1", "AccountName=a;AccountKey=redacted (account key);X=1"),
        ("Authorization: Bearer abcdefghij", "Authorization: Bearer redacted (authorization)"),
        ("Authorization: token abc", "Authorization: token redacted (authorization)"),
        ("send Bearer abcdefghijklmnopqrstuvwxyz on", "send Bearer redacted (credential) on"),
        ("-H 'basic YWRtaW46aHVudGVyMg=='", "-H 'basic redacted (credential)'"),
        ("https://hooks.slack.com/services/T0/B0/hook", "https://hooks.slack.com/services/redacted (Slack webhook)"),
        ("postgres://admin:s3cret@db.internal/x", "postgres://admin:redacted (URL password)@db.internal/x"),
        ("jdbc:mysql://u:p@ss@h", "jdbc:mysql://u:redacted (URL password)@h"),
        ("https://0123456789abcdef0123@sentry.io/1", "https://redacted (URL password)@sentry.io/1"),
    ]

    @Test("A value goes, its label stays", arguments: secrets)
    func known(text: String, redacted: String) {
        for (before, behind) in [("", ""), ("x ", " y"), ("\"", "\"")] where !text.contains("\"") {
            #expect(SecretText.redacted(before + text + behind) == before + redacted + behind)
        }
        let once = SecretText.redacted(text)
        #expect(once == redacted)
        #expect(SecretText.redacted(once) == once)
    }

    @Test("What may be guessed has no fingerprint in an id, what cannot be has one")
    func ids() {
        #expect(SecretText.redactedID("db;password=hunter2") == "db;password=redacted (password)")
        #expect(SecretText.redactedID("https://hooks.slack.com/services/T0/B0/hook").contains("sha256 "))
    }

    @Test(
        "Names, scopes and words stay as they are",
        arguments: [
            "token=read-only scope", "token:jenkins", "secret:PROD_DB_2", "secret: NPM_TOKEN_2", "token: deploy-bot",
            "key: linux-node-20-abc123def456", "password: required", "password=", "password=${{ secrets.DB }}",
            "token: ${TOKEN}", "PWD=/home/runner/work", "Bearer tokens", "Basic authentication", "basic tutorial1",
            "https://github.com/o/n@v4", "ssh://git@github.com/o/n.git", "https://u:${PASSWORD}@h", "CI: build token",
            "https://hooks.slack.com/services/", "secret=projects/p1/secrets/db/versions/3", "if: token == 'abc123def'",
            "authorization: RBAC", "github.com/o/n/secrets/DEPLOY_KEY", "k8s:ns/token/sa-1", "secretary=abc123def",
        ])
    func harmless(text: String) {
        #expect(SecretText.redacted(text) == text)
        #expect(SecretText.redactedID(text) == text)
    }

    @Test("Names and notes of a table are without them, on the fast way too")
    func imported() throws {
        let result = importTables([
            "n.csv": """
            id,kind,name,note
            a,token,postgres://admin:s3cret@db/x,password=hunter2
            b,token,plain,Authorization: Bearer abcdefghij

            """
        ])
        let first = try #require(result.inventory.entity(id: "a"))
        #expect(first.name == "postgres://admin:redacted (URL password)@db/x")
        #expect(first.attributes.map(\.value) == ["password=redacted (password)"])
        let second = try #require(result.inventory.entity(id: "b"))
        #expect(second.attributes.map(\.value) == ["Authorization: Bearer redacted (authorization)"])
    }

    @Test("Names of workflows are without them")
    func workflow() {
        let text = "name: deploy password=hunter2\non: push\njobs:\n  a: {runs-on: x}\n"
        let inventory = Import(files: MemoryFiles(["/home/.github/workflows/ci.yml": text])).run(["."]).inventory
        let told = inventory.allEntities.flatMap { [$0.name] + $0.attributes.map(\.value) }
        #expect(told.contains { $0.contains("deploy password=redacted (password)") }, "\(told)")
        #expect(!told.contains { $0.contains("hunter2") }, "\(told)")
    }

    @Test("Long text made of labels is read in good time")
    func hostile() {
        let text = String(repeating: "token=", count: 500) + String(repeating: "a://", count: 500)
        #expect(SecretText.redacted(text) == text)
    }
}
