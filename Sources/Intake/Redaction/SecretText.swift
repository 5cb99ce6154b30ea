import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Text from outside without the credentials in it. Every reader passes what it keeps through here.
enum SecretText {
    /// `text` with `redacted (FORMAT)` in the place of whatever looks like a credential. Linear.
    static func redacted(_ text: String) -> String { replaced(text) { found, _ in "redacted (\(found.name))" } }

    /// The same for ids, which must stay different: a fingerprint stands beside the format, base64 of SHA-256, as in
    /// the `hashed_token` of GitHub's audit log. What may be guessed has none: a guess would prove itself by it.
    static func redactedID(_ text: String) -> String {
        replaced(text) { found, secret in
            found.isGuessable
                ? "redacted (\(found.name))"
                : "redacted (\(found.name), sha256 \(Data(SHA256.hash(data: Array(secret))).base64EncodedString()))"
        }
    }

    /// A credential in a text.
    private struct Found {
        let name: String
        let range: Range<Int>
        /// Whether it may be short, or a word, so that a fingerprint would give it away.
        var isGuessable = false
    }

    private static func replaced(
        _ text: String, with replacement: (Found, UnsafeBufferPointer<UInt8>.SubSequence) -> String
    ) -> String {
        var text = text
        return text.withUTF8 { bytes -> String? in
            guard SecretBeginnings.all.mayStand(in: bytes) else { return nil }
            var result: [UInt8]?
            var copied = 0
            var place = 0
            while place < bytes.count {
                guard let found = secret(in: bytes, at: place) else {
                    place += 1
                    continue
                }
                var output = result ?? []
                output += bytes[copied..<found.range.lowerBound]
                output += replacement(found, bytes[found.range]).utf8
                result = output
                place = found.range.upperBound
                copied = place
            }
            return result.map { String(decoding: $0 + bytes[copied...], as: UTF8.self) }
        } ?? text
    }

    private static func secret(
        in bytes: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> Found? {
        // Inside a longer word nothing begins; that is also what keeps this linear.
        if place > 0, SecretShape.Alphabet.letters.contains(bytes[place - 1]) { return nil }
        let rest = bytes[place...]
        if let match = SecretShape.match(at: rest) {
            return Found(name: match.name, range: place..<place + match.length)
        }
        let known: Found? =
            switch bytes[place] {
            case UInt8(ascii: "-"): privateKey(at: rest).map { Found(name: "private key", range: place..<$0) }
            case UInt8(ascii: "e"): webToken(at: rest).map { Found(name: "JSON web token", range: place..<$0) }
            case UInt8(ascii: "A"), UInt8(ascii: "a"):
                awsSecretKey(at: rest).map { Found(name: "AWS secret key", range: $0) }
            default: nil
            }
        return known
            ?? LabelledSecret.match(at: rest).map { Found(name: $0.name, range: $0.range, isGuessable: true) }
            ?? SecretURL.match(at: rest).map { Found(name: $0.name, range: $0.range, isGuessable: $0.isGuessable) }
    }

    /// Where a PEM block (RFC 7468) that starts here ends; the end of the text when it is cut short.
    private static func privateKey(at rest: UnsafeBufferPointer<UInt8>.SubSequence) -> Int? {
        let dashes = Array("-----".utf8)
        guard rest.starts(with: dashes + Array("BEGIN ".utf8)) else { return nil }
        let label = rest.dropFirst(11).prefix { $0 != UInt8(ascii: "-") }
        guard label.count < 64, label.reversed().starts(with: "PRIVATE KEY".utf8.reversed()) else { return nil }
        let end = dashes + Array("END ".utf8)
        var place = label.endIndex
        while place < rest.endIndex {
            if rest[place] == UInt8(ascii: "-"), rest[place...].starts(with: end) {
                let closing = rest[(place + end.count)...].drop { $0 != UInt8(ascii: "-") }
                return closing.drop { $0 == UInt8(ascii: "-") }.startIndex
            }
            place += 1
        }
        return rest.endIndex
    }

    /// Where a signed token (RFC 7519) that starts here ends: two parts that begin like a JSON object, and a signature.
    private static func webToken(at rest: UnsafeBufferPointer<UInt8>.SubSequence) -> Int? {
        var place = rest.startIndex
        for part in 0..<3 {
            if part < 2, !rest[place...].starts(with: "eyJ".utf8) { return nil }
            // A bound on the first, so that a text made of beginnings does not cost the square of its length.
            let run = rest[place...].prefix(part == 0 ? 1_024 : .max)
                .prefix { SecretShape.Alphabet.wordAndDash.contains($0) }
            guard run.count >= 8 else { return nil }
            place = run.endIndex
            if part < 2 {
                guard place < rest.endIndex, rest[place] == UInt8(ascii: ".") else { return nil }
                place += 1
            }
        }
        return place
    }

    /// An AWS secret key has no beginning of its own: it is told by the key id, or the name of its field, before it.
    /// The key id itself is no secret, and what logs name the key by.
    private static func awsSecretKey(at rest: UnsafeBufferPointer<UInt8>.SubSequence) -> Range<Int>? {
        var lead: Int?
        if rest.starts(with: "AKIA".utf8) || rest.starts(with: "ASIA".utf8) {
            let id = rest.prefix { SecretShape.Alphabet.letters.contains($0) }
            if id.count == 20 { lead = id.endIndex }
        } else {
            let field = rest.prefix(21).map { $0 | 0x20 }
            // The bit set above turns `_` into DEL.
            if field.elementsEqual("aws_secret_access_key".utf8.map { $0 | 0x20 }) { lead = rest.startIndex + 21 }
        }
        guard let lead else { return nil }
        let marks = rest[lead...].prefix(8).prefix { " :=,;\"'\t\r\n".utf8.contains($0) }
        let key = rest[marks.endIndex...].prefix {
            SecretShape.Alphabet.letters.contains($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
        }
        return !marks.isEmpty && key.count == 40 ? key.startIndex..<key.endIndex : nil
    }
}
