/// A format of credentials that can be told by its looks alone: a fixed beginning, then enough characters of one set.
///
/// The beginnings are those that the issuers publish for secret scanning. What has no beginning of its own (a password,
/// an AWS secret key by itself) cannot be told by its looks: readers leave out fields by name for that, see
/// ``SecretFields``.
struct SecretShape: Sendable {
    /// What follows the beginning.
    enum Alphabet {
        case letters, word, wordAndDash, wordDashDot
    }

    /// The format's name, as it stands in the place of what was removed.
    let name: String
    /// How such a credential begins.
    let prefix: [UInt8]
    /// How many characters have to follow at least.
    let minimum: Int
    /// Which characters follow.
    let alphabet: Alphabet

    private init(_ name: String, _ prefix: String, _ minimum: Int, _ alphabet: Alphabet) {
        self.name = name
        self.prefix = Array(prefix.utf8)
        self.minimum = minimum
        self.alphabet = alphabet
    }

    /// Every shape; where one beginning continues another, the longer one comes first.
    static let table: [SecretShape] = [
        SecretShape("GitHub token", "github_pat_", 30, .word),
        SecretShape("GitHub token", "ghp_", 30, .letters), SecretShape("GitHub token", "gho_", 30, .letters),
        SecretShape("GitHub token", "ghu_", 30, .letters), SecretShape("GitHub token", "ghs_", 30, .wordDashDot),
        SecretShape("GitHub token", "ghr_", 30, .letters),
        SecretShape("GitLab token", "glpat-", 20, .wordDashDot), SecretShape("GitLab token", "gldt-", 20, .wordAndDash),
        SecretShape("GitLab token", "glrt-", 20, .wordDashDot), SecretShape("GitLab token", "glptt-", 20, .wordAndDash),
        SecretShape("GitLab token", "glcbt-", 16, .wordAndDash),
        SecretShape("GitLab token", "glsoat-", 20, .wordAndDash),
        SecretShape("Slack token", "xoxb-", 10, .wordAndDash), SecretShape("Slack token", "xoxp-", 10, .wordAndDash),
        SecretShape("Slack token", "xoxa-", 10, .wordAndDash), SecretShape("Slack token", "xoxr-", 10, .wordAndDash),
        SecretShape("Slack token", "xoxs-", 10, .wordAndDash), SecretShape("Slack token", "xoxe-", 10, .wordAndDash),
        SecretShape("Slack token", "xoxe.xox", 10, .wordAndDash), SecretShape("Slack token", "xapp-", 20, .wordAndDash),
        SecretShape("npm token", "npm_", 30, .letters), SecretShape("PyPI token", "pypi-", 50, .wordAndDash),
        SecretShape("Vault token", "hvs.", 20, .wordAndDash), SecretShape("Vault token", "hvb.", 20, .wordAndDash),
        SecretShape("Docker token", "dckr_pat_", 20, .wordAndDash),
        SecretShape("Anthropic key", "sk-ant-", 20, .wordAndDash), SecretShape("OpenAI key", "sk-", 40, .wordAndDash),
        SecretShape("Google API key", "AIza", 35, .wordAndDash), SecretShape("Google token", "ya29.", 20, .wordAndDash),
        SecretShape("SendGrid key", "SG.", 40, .wordDashDot), SecretShape("Stripe key", "sk_live_", 20, .letters),
        SecretShape("Stripe key", "rk_live_", 20, .letters), SecretShape("RubyGems key", "rubygems_", 40, .letters),
        SecretShape("DigitalOcean token", "dop_v1_", 40, .letters),
        SecretShape("Databricks token", "dapi", 32, .letters),
        SecretShape("Hugging Face token", "hf_", 30, .letters), SecretShape("Shopify token", "shpat_", 30, .letters),
        SecretShape("NuGet key", "oy2", 43, .letters),
    ]

    /// The shapes that begin with each byte.
    private static let byFirstByte: [[SecretShape]] = {
        var rows = [[SecretShape]](repeating: [], count: 256)
        for shape in table { if let first = shape.prefix.first { rows[Int(first)].append(shape) } }
        return rows
    }()

    /// The shape of the credential that starts `bytes`, and how long it is.
    static func match(at bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> (name: String, length: Int)? {
        guard let first = bytes.first else { return nil }
        for shape in byFirstByte[Int(first)] where bytes.starts(with: shape.prefix) {
            let length = bytes.dropFirst(shape.prefix.count).prefix { shape.alphabet.contains($0) }.count
            if length >= shape.minimum { return (shape.name, shape.prefix.count + length) }
        }
        return nil
    }
}

extension SecretShape.Alphabet {
    /// Whether the set has this character.
    func contains(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "_"): self != .letters
        case UInt8(ascii: "-"): self == .wordAndDash || self == .wordDashDot
        case UInt8(ascii: "."): self == .wordDashDot
        default: false
        }
    }
}
