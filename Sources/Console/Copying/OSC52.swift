/// The sequence by which a terminal is asked to take a text into its clipboard. Nothing is ever read from it.
enum OSC52 {
    /// What stands between the program and the terminal, and must hand the sequence on.
    enum Wrapping: Hashable, Sendable {
        case none, tmux, screen
    }

    /// How long the text may be once encoded: more than that, terminals drop without a word.
    static let limit = 74_994
    /// What screen hands on in one piece.
    private static let screenPiece = 76

    /// The bytes to send; nil when the text is too long.
    static func bytes(_ text: String, wrapping: Wrapping = .none) -> [UInt8]? {
        let encoded = base64(Array(text.utf8))
        guard encoded.count <= limit else { return nil }
        let sequence = Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
        switch wrapping {
        case .none: return sequence
        case .tmux:
            let doubled = sequence.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
            return Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
        case .screen:
            let pieces = stride(from: 0, to: sequence.count, by: screenPiece).map {
                sequence[$0..<min($0 + screenPiece, sequence.count)]
            }
            return pieces.flatMap { Array("\u{1B}P".utf8) + $0 + Array("\u{1B}\\".utf8) }
        }
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Base64 after RFC 4648, with padding.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var encoded: [UInt8] = []
        encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let padded = Array(group) + [UInt8](repeating: 0, count: 3 - group.count)
            let bits = padded.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            for place in 0..<4 {
                let digit = digits[Int(bits >> UInt32(18 - 6 * place)) & 63]
                encoded.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return encoded
    }
}
