import PlainText

/// One word of a command line: of fixed text, of what the sources call something, and of what a command before it
/// printed.
struct CommandWord: ExpressibleByStringInterpolation, Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        case variable(String)
        case unknown(String)
    }

    let pieces: [Piece]

    init(stringLiteral value: String) { pieces = [.text(value)] }
    init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.text(literal)) }
        }

        /// What something is called.
        mutating func appendInterpolation(_ identifier: Identifier) {
            switch identifier {
            case .known(let text): pieces.append(.text(text))
            case .unknown(let blank): pieces.append(.unknown(blank))
            }
        }

        /// What something is called, as a part of an address: everything that could end the part is escaped.
        mutating func appendInterpolation(part identifier: Identifier) {
            switch identifier {
            case .known(let text): pieces.append(.text(Self.escaped(text)))
            case .unknown(let blank): pieces.append(.unknown(blank))
            }
        }

        /// What an earlier command printed into this shell variable.
        mutating func appendInterpolation(variable name: String) { pieces.append(.variable(name)) }

        private static func escaped(_ text: String) -> String {
            text.utf8.map { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "~"):
                    return String(Unicode.Scalar(byte))
                default:
                    let digits = String(byte, radix: 16, uppercase: true)
                    return "%" + (digits.count < 2 ? "0" : "") + digits
                }
            }.joined()
        }
    }

    /// The blanks in it.
    var missing: [String] {
        pieces.compactMap { if case .unknown(let blank) = $0 { blank } else { nil } }
    }

    /// The shell variables that it takes in.
    var variables: [String] {
        pieces.compactMap { if case .variable(let name) = $0 { name } else { nil } }
    }

    /// The word as a shell reads it: all that is not ours stands in quotes, and an empty variable stops the shell.
    /// Blanks stand in angle brackets.
    var shell: String {
        var words: [String] = []
        var fixed: String?
        for piece in pieces {
            switch piece {
            case .text(let text): fixed = (fixed ?? "") + text
            case .unknown(let blank): fixed = (fixed ?? "") + "<\(blank)>"
            case .variable(let name):
                if let fixed { words.append(ShellWord.checked(fixed)) }
                fixed = nil
                words.append("\"${\(name):?}\"")
            }
        }
        if let fixed { words.append(ShellWord.checked(fixed)) }
        return words.joined()
    }
}
