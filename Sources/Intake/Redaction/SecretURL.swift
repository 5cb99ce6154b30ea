/// A credential that is part of a URL: the address of a webhook, or a password before the host.
enum SecretURL {
    typealias Bytes = UnsafeBufferPointer<UInt8>.SubSequence

    /// What stands before the part of a webhook's address that only its owner knows.
    struct Webhook: Sendable {
        let name: String
        let beginning: [UInt8]

        init(_ name: String, _ beginning: String) {
            self.name = name
            self.beginning = Array(beginning.utf8)
        }
    }

    /// Webhooks whose address is all that it takes to use them, from the host on.
    static let webhooks: [Webhook] = [
        Webhook("Slack webhook", "hooks.slack.com/services/"), Webhook("Slack webhook", "hooks.slack.com/workflows/"),
        Webhook("Slack webhook", "hooks.slack.com/triggers/"), Webhook("Discord webhook", "discord.com/api/webhooks/"),
        Webhook("Discord webhook", "discordapp.com/api/webhooks/"),
        Webhook("Teams webhook", "webhook.office.com/webhookb2/"),
        Webhook("Teams webhook", "outlook.office.com/webhook/"), Webhook("Telegram bot", "api.telegram.org/bot"),
    ]

    /// Nothing is told by a longer host.
    private static let authorityLimit = 1_024

    /// The credential in the URL, or behind the host, that starts `rest`.
    static func match(at rest: Bytes) -> (name: String, range: Range<Int>, isGuessable: Bool)? {
        if let webhook = webhooks.first(where: { rest.starts(with: $0.beginning) }) {
            let path = rest.dropFirst(webhook.beginning.count).prefix { !ends($0) }
            let isPlaceholder =
                path.first.map { "$<*{".utf8.contains($0) } ?? true || path.starts(with: "redacted".utf8)
            return isPlaceholder ? nil : (webhook.name, path.startIndex..<path.endIndex, false)
        }
        return password(at: rest).map { ("URL password", $0, true) }
    }

    private static func password(at rest: Bytes) -> Range<Int>? {
        let scheme = rest.prefix(24).prefix { SecretShape.Alphabet.wordDashDot.contains($0) || $0 == UInt8(ascii: "+") }
        guard !scheme.isEmpty, rest[scheme.endIndex...].starts(with: "://".utf8) else { return nil }
        let authority = rest[(scheme.endIndex + 3)...].prefix(authorityLimit).prefix {
            !ends($0) && !"/?#".utf8.contains($0)
        }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let user = authority[..<at]
        guard let colon = user.firstIndex(of: UInt8(ascii: ":")) else {
            // A token in the place of a user, as some services have it.
            let isToken =
                user.count >= 16 && user.allSatisfy(SecretShape.Alphabet.letters.contains)
                && user.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            return isToken && SecretShape.match(at: user) == nil ? user.startIndex..<user.endIndex : nil
        }
        let password = user[(colon + 1)...]
        guard let first = password.first, !"$<*{%".utf8.contains(first), SecretShape.match(at: password) == nil,
            !password.starts(with: "redacted".utf8)
        else { return nil }
        return password.startIndex..<password.endIndex
    }

    private static func ends(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'`<>|\\)]}".utf8.contains(byte) }
}
