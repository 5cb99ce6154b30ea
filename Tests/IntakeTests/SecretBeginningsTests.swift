import Testing

@testable import Intake

@Suite("Redaction: the fast look before the slow one")
struct SecretBeginningsTests {
    private func mayStand(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { SecretBeginnings.all.mayStand(in: $0) }
    }

    @Test("Every known shape is seen, wherever it stands")
    func shapes() {
        let body = String(repeating: "a1B2", count: 20)
        var secrets = SecretShape.table.map { String(decoding: $0.prefix, as: UTF8.self) + body }
        secrets += SecretShape.table.map {
            String(decoding: $0.prefix, as: UTF8.self) + body.prefix($0.minimum)
        }
        secrets += [
            "-----BEGIN PRIVATE KEY-----\nx", "eyJhbGciOi.eyJzdWIiOi.abcdefgh",
            "AKIA0123456789ABCDEF " + body.prefix(40), "aws_SECRET_access_KEY=" + body.prefix(40),
        ]
        for secret in secrets {
            for text in [secret, "x \(secret)", "_\(secret) y", "é\(secret)"] {
                #expect(mayStand(text), "\(text)")
                #expect(SecretText.redacted(text) != text, "\(text)")
            }
        }
    }

    @Test("Ordinary names are not held up")
    func names() {
        for name in [
            "job-payments-build-1a2b-000123", "arn:aws:iam::123456789012:role/deployer", "data-pipeline-dev-eu",
        ] {
            #expect(!mayStand(name))
        }
    }
}
