import CSimdjson

/// The beginnings of every credential that ``SecretText`` removes, and the names before a value that is one, ready to look for in bytes.
///
/// A text in which none stands at the start of a word needs no redaction; one in which some does may need it.
final class SecretBeginnings: @unchecked Sendable {
    // Unchecked because a pointer is not Sendable; what it points at never changes.
    let handle: OpaquePointer?

    /// The beginnings of ``SecretShape`` and of those that `SecretText` knows besides.
    static let all = SecretBeginnings()

    private init() {
        var rows = SecretShape.table.map { Row($0.prefix, minimum: $0.prefix.count + $0.minimum) }
        rows.append(Row(Array("-----BEGIN ".utf8), minimum: 22))
        rows.append(Row(Array("eyJ".utf8), minimum: 26))
        rows.append(Row(Array("AKIA".utf8), minimum: 61))
        rows.append(Row(Array("ASIA".utf8), minimum: 61))
        rows.append(Row(Array("aws_secret_access_key".utf8), minimum: 62, ignoresCase: true))
        rows.append(Row(Array("bearer ".utf8), minimum: 15, ignoresCase: true))
        rows.append(Row(Array("basic ".utf8), minimum: 14, ignoresCase: true))
        rows += SecretURL.webhooks.map { Row($0.beginning, minimum: $0.beginning.count + 1) }
        // Before a colon alone only these tell a value.
        rows += LabelledSecret.labels.filter(\.isCertain).map {
            Row($0.letters + [UInt8(ascii: ":")], minimum: $0.letters.count + 2, ignoresCase: true)
        }
        let first = rows.count
        rows += LabelledSecret.labels.map { Row($0.letters, minimum: $0.letters.count + 2) }
        let bytes = rows.flatMap { $0.bytes.map { CChar(bitPattern: $0) } }
        handle = bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var start = 0
            let beginnings = rows.map { row in
                defer { start += row.bytes.count }
                return csj_beginning(
                    bytes: base + start, length: row.bytes.count, ignores_case: row.ignoresCase, minimum: row.minimum)
            }
            return beginnings.withUnsafeBufferPointer { all in
                guard let base = all.baseAddress else { return nil }
                return csj_beginnings_create(base, first, base + first, all.count - first)
            }
        }
    }

    deinit { csj_beginnings_destroy(handle) }

    /// Whether a credential may be in `text`; never false where one is. Linear.
    func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let handle else { return true }
        return csj_may_hold(handle, text.baseAddress, text.count)
    }

    private struct Row {
        let bytes: [UInt8]
        /// How long the whole credential is at least, in bytes.
        let minimum: Int
        let ignoresCase: Bool

        init(_ bytes: [UInt8], minimum: Int, ignoresCase: Bool = false) {
            self.bytes = bytes
            self.minimum = minimum
            self.ignoresCase = ignoresCase
        }
    }
}
