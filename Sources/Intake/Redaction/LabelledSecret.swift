#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A credential that is told by what stands before it: `password=…`, `"api_key": "…"`, `Authorization: Bearer …`.
///
/// Such values may be guessable, so that no fingerprint of one is kept.
enum LabelledSecret {
    typealias Bytes = UnsafeBufferPointer<UInt8>.SubSequence

    /// A name whose value is a credential. Upper case, `_` and `-` make no difference; other words may stand before it.
    struct Label: Sendable {
        let name: String
        let letters: [UInt8]
        /// Whether the value is one whatever it looks like; otherwise it has to look like one, because people also write
        /// names and scopes there.
        let isCertain: Bool

        init(_ name: String, isCertain: Bool = false) {
            self.name = name
            letters = name.utf8.filter { SecretShape.Alphabet.letters.contains($0) }.map { $0 | 0x20 }
            self.isCertain = isCertain
        }
    }

    /// Every such name.
    static let labels: [Label] =
        ["password", "passwd", "passphrase", "pwd"].map { Label($0, isCertain: true) }
        + [
            "authorization", "secret", "token", "credential", "credentials", "api key", "access key", "account key",
            "auth key", "encryption key", "master key", "private key", "secret key", "shared key", "signing key",
            "storage key",
        ].map { Label($0) }

    /// The ways of signing on that HTTP names before a credential.
    private static let schemes = ["bearer", "basic", "token"]
    /// What is written where a value would be, and gives none away.
    private static let plain: Set<String> = [
        "true", "false", "null", "nil", "none", "yes", "no", "unknown", "required", "optional", "expired", "never",
        "set", "unset", "changed", "reset", "rotated", "disabled", "enabled", "hidden", "redacted",
    ]
    /// How far is looked: nothing is told by more, and hostile text costs no more.
    private static let (nameLimit, valueLimit) = (40, 1_024)

    /// The credential whose label starts `rest`.
    static func match(at rest: Bytes) -> (name: String, range: Range<Int>)? {
        let run = rest.prefix(nameLimit).prefix { SecretShape.Alphabet.wordAndDash.contains($0) }
        let letters = run.filter { SecretShape.Alphabet.letters.contains($0) }.map { $0 | 0x20 }
        guard !letters.isEmpty else { return nil }
        if let value = signOn(letters, behind: rest[run.endIndex...]) { return ("credential", value) }
        guard let label = labels.first(where: { letters.reversed().starts(with: $0.letters.reversed()) }),
            let value = value(of: label, isWhole: run.count == label.letters.count, behind: rest[run.endIndex...])
        else { return nil }
        return (label.name, value)
    }

    /// The value that follows a label and its separator; nil where none does, or none that is a credential.
    private static func value(of label: Label, isWhole: Bool, behind rest: Bytes) -> Range<Int>? {
        let lead = rest.prefix(3).prefix(while: isGap)
        guard let separator = rest[lead.endIndex...].first, "=:".utf8.contains(separator) else { return nil }
        let isAssigned = separator == UInt8(ascii: "=")
        let gap = rest[(lead.endIndex + 1)...].prefix(4).prefix { isGap($0) || isAssigned && $0 == UInt8(ascii: ">") }
        // `token:deploy` is how this program, and others, name a thing by its kind.
        guard isAssigned || !gap.isEmpty || !lead.isEmpty || (label.isCertain && isWhole) else { return nil }
        var (start, isCertain) = (gap.endIndex, label.isCertain)
        if label.name == "authorization", let scheme = schemes.first(where: { starts(rest[start...], with: $0 + " ") })
        {
            start += scheme.utf8.count + 1
            isCertain = true
        }
        let quote = gap.last { "\"'".utf8.contains($0) }
        let all = rest[start...]
        let head = all.prefix(valueLimit).prefix { !ends($0, quote) }
        guard isSecret(head, certainly: isCertain, isAssigned: isAssigned) else { return nil }
        // What has a form of its own is called by it.
        if SecretShape.match(at: head) != nil || starts(head, with: "eyj") || starts(head, with: "-----begin") {
            return nil
        }
        let value = head.count < valueLimit ? head : all.prefix { !ends($0, quote) }
        return value.startIndex..<value.endIndex
    }

    /// What follows `Bearer` or `Basic`.
    private static func signOn(_ letters: [UInt8], behind rest: Bytes) -> Range<Int>? {
        guard rest.first == UInt8(ascii: " ") else { return nil }
        let value = rest.dropFirst().prefix(while: {
            SecretShape.Alphabet.wordDashDot.contains($0) || "+/=~".utf8.contains($0)
        })
        let isSecret =
            switch String(decoding: letters, as: UTF8.self) {
            case "bearer":
                SecretShape.match(at: value) == nil && !starts(value, with: "eyj")
                    && (value.count >= 20 || value.count >= 8 && value.contains(where: isDigit))
            case "basic":
                // A name and a password with a colon between.
                value.count >= 8 && value.count <= valueLimit
                    && Data(base64Encoded: String(decoding: value, as: UTF8.self))?.contains(UInt8(ascii: ":")) == true
            default: false
            }
        return isSecret ? value.startIndex..<value.endIndex : nil
    }

    private static func isSecret(_ value: Bytes, certainly: Bool, isAssigned: Bool) -> Bool {
        guard let first = value.first, !"$%<*{[(=:".utf8.contains(first) else { return false }
        let word = String(decoding: value.prefix(16), as: UTF8.self).lowercased()
        if plain.contains(word) || word.hasPrefix("redacted") { return false }
        // `PWD=/home/ci` is a folder.
        return certainly ? first != UInt8(ascii: "/") : looksRandom(value, isAssigned: isAssigned)
    }

    /// Whether a value is no name: one of its parts mixes letters and digits, or after `=` it is long and mixes cases.
    private static func looksRandom(_ value: Bytes, isAssigned: Bool) -> Bool {
        let hasLower = value.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
        let hasUpper = value.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
        // `PROD_KEY_2` names a slot.
        if !hasLower, value.count < 16 || value.contains(UInt8(ascii: "_")) { return false }
        if isAssigned, hasLower, hasUpper, value.count >= 20 { return true }
        return value.split { "-_/.:".utf8.contains($0) }.contains { part in
            part.count >= 6 && part.contains(where: isDigit) && !part.allSatisfy(isDigit)
        }
    }

    /// What may stand between a label, its separator and its value.
    private static func isGap(_ byte: UInt8) -> Bool { " \t\"'\\".utf8.contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private static func ends(_ byte: UInt8, _ quote: UInt8?) -> Bool {
        if let quote { return byte == quote || byte == UInt8(ascii: "\\") }
        return byte <= 0x20 || ",;&\"'`)]}<>|".utf8.contains(byte)
    }

    /// Whether the text starts with `word`, which is in lower case, in whatever case.
    private static func starts(_ text: Bytes, with word: String) -> Bool {
        text.prefix(word.utf8.count).map { isLetter($0) ? $0 | 0x20 : $0 }.elementsEqual(word.utf8)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
}
