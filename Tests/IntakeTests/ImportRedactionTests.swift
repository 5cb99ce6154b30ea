import Testing

@testable import Intake

@Suite("Import: credentials never get through")
struct ImportRedactionTests {
    private static let letters = String(repeating: "aB3dE6gH9j", count: 6)

    /// Beginnings, how many letters follow, and the format.
    private static let formats: [(prefix: String, letters: Int, name: String)] = [
        ("ghp_", 36, "GitHub token"), ("github_pat_", 40, "GitHub token"), ("gho_", 36, "GitHub token"),
        ("ghs_", 36, "GitHub token"), ("glpat-", 20, "GitLab token"), ("xoxb-123456789012-", 24, "Slack token"),
        ("npm_", 36, "npm token"), ("pypi-AgEIcHlwaS5vcmc", 60, "PyPI token"), ("hvs.", 24, "Vault token"),
        ("AIza", 35, "Google API key"), ("eyJhbGciOiJI.eyJzdWIiOiIx.", 43, "JSON web token"),
        ("-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----", 0, "private key"),
    ]

    @Test("Known formats are recognised by their beginning", arguments: formats)
    func known(prefix: String, letters: Int, name: String) {
        let secret = prefix + Self.letters.prefix(letters)
        #expect(SecretText.redacted(secret) == "redacted (\(name))")
        #expect(SecretText.redacted("x: \"\(secret)\" y") == "x: \"redacted (\(name))\" y")
        #expect(SecretText.redacted("a_\(secret)").contains("redacted"))
    }

    @Test(
        "Of mail addresses the domain stays; versions, machines and the user of git stay whole",
        arguments: [
            ("bob@example.org", "***@example.org"),
            ("Bob <b.o-b+x@mail.example.org>, c@d.com", "Bob <***@mail.example.org>, ***@d.com"),
            ("***@example.org", "***@example.org"), ("actions/checkout@v4.beta", "actions/checkout@v4.beta"),
            ("git@github.com:o/n.git", "git@github.com:o/n.git"), ("a@b", "a@b"), ("@", "@"), ("x@v1.2", "x@v1.2"),
            ("ci@p.iam.gserviceaccount.com", "ci@p.iam.gserviceaccount.com"), ("jürgen@example.org", "***@example.org"),
        ])
    func mail(text: String, masked: String) {
        let once = MailText.masked(text)
        #expect(once == masked)
        #expect(!once.contains("bob") && !once.contains("jürgen"))
        #expect(MailText.masked(once) == once)
    }

    @Test("A private key that is cut short is removed to its end")
    func cutKey() {
        #expect(SecretText.redacted("k=-----BEGIN PRIVATE KEY-----\nabc") == "k=redacted (private key)")
    }

    @Test("An AWS secret key is told by what stands before it; the key id stays")
    func aws() {
        let key = String(Self.letters.prefix(38)) + "/+"
        #expect(SecretText.redacted("AKIAIOSFODNN7EXAMPLE:\(key)") == "AKIAIOSFODNN7EXAMPLE:redacted (AWS secret key)")
        #expect(
            SecretText.redacted("export AWS_SECRET_ACCESS_KEY=\(key)")
                == "export AWS_SECRET_ACCESS_KEY=redacted (AWS secret key)")
        #expect(SecretText.redacted("AKIAIOSFODNN7EXAMPLE") == "AKIAIOSFODNN7EXAMPLE")
        #expect(SecretText.redacted(key) == key)
    }

    @Test(
        "Ordinary text stays as it is",
        arguments: [
            "", "deploy-web", "ghp_short", "R_kgDORlfEHg", "581ba7f1403496187f0d6a61fb2cad3b0d33b8c5", "npm_config_x",
            "UL9RZ0RPUMXMRUHNX0NHBLB1C2HQCM90ZWN0ZWQ=", "-----BEGIN CERTIFICATE-----\nx", "eyJ.eyJ.x",
            "arn:aws:iam::123456789012:role/ci", "task-" + letters, "Größe ✓ 日本", "foundation-hf_x", "AKIA",
        ])
    func ordinary(text: String) {
        #expect(SecretText.redacted(text) == text)
        #expect(SecretText.redactedID(text) == text)
    }

    @Test("Ids stay different, with the fingerprint that audit logs use")
    func ids() {
        let one = SecretText.redactedID("pat/ghp_" + Self.letters.prefix(36))
        let other = SecretText.redactedID("pat/ghp_" + Self.letters.dropFirst().prefix(36))
        #expect(one != other)
        #expect(one.hasPrefix("pat/redacted (GitHub token, sha256 "))
        #expect(!one.contains("ghp_"))
    }

    @Test("An id's fingerprint is the hashed token of an audit log: base64 of SHA-256")
    func fingerprint() {
        let token = "ghp_" + String(repeating: "A", count: 36)
        #expect(
            SecretText.redactedID(token)
                == "redacted (GitHub token, sha256 SecjfhFGRpNYm8qV/jF/L95Xk7t9cNqXSfVWQaX/9AY=)")
    }

    @Test("Long text made of beginnings is read in good time")
    func hostile() {
        let text = String(repeating: "eyJaaaaaaaa-", count: 2_000) + String(repeating: "-----BEGIN ", count: 2_000)
        #expect(SecretText.redacted(text) == text)
    }
}
