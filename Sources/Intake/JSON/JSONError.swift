import CSimdjson

/// Why a text is not JSON, and where it stops being so.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong at the place of the error.
    public enum Reason: Hashable, Sendable {
        /// The text holds nothing but white space.
        case empty
        /// The text stops inside a value, as a truncated file does.
        case unexpectedEnd
        /// No value starts with this byte.
        case unexpectedByte(UInt8)
        /// A member of an object has to start with a key in double quotes here.
        case expectedKey
        /// A key has to be followed by a colon.
        case expectedColon
        /// A value has to be followed by a comma or by the end of its array or object.
        case expectedCommaOrEnd
        /// A backslash is followed by something JSON does not know.
        case badEscape
        /// A control character stands unescaped inside a string; a newline often means a missing quote.
        case controlCharacter
        /// A number is written in a way JSON does not allow.
        case badNumber
        /// A number is beyond what a double can hold.
        case numberOutOfRange
        /// A word that is not `true`, `false` or `null`.
        case badLiteral
        /// A second document, or anything else, follows the first one.
        case trailingContent
        /// Arrays and objects nest deeper than ``JSONDocument/depthLimit``.
        case tooDeep
        /// The text is UTF-16, as PowerShell writes; it has to be saved as UTF-8.
        case utf16
        /// The text is longer than 4 GiB.
        case tooLarge
        /// Not enough memory for a text of this size.
        case outOfMemory
        /// The parser refused the text for a reason not listed here.
        case refused
    }

    /// What is wrong.
    public let reason: Reason
    /// Where, in bytes from the start of the input.
    public let offset: Int
    /// The line, from 1; lines end with a newline character.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int
    /// Where the top-level document that holds the error starts, in bytes from the start of the input. Of a text with
    /// several documents everything before it is sound.
    public let rootOffset: Int

    init(_ failure: csj_error, in bytes: [UInt8]) {
        offset = min(failure.offset, bytes.count)
        rootOffset = min(failure.root_offset, bytes.count)
        reason = Reason(failure.code, at: bytes.dropFirst(offset).first)
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line = 1 + before.lazy.filter { $0 == UInt8(ascii: "\n") }.count
        // The byte order mark is no character of the line.
        let scalars = String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars
        column = 1 + scalars.count - (lineStart == 0 && scalars.first == "\u{FEFF}" ? 1 : 0)
    }

    /// The place and the reason in words; holds no text of the input.
    public var description: String {
        "line \(line), column \(column): \(reason)"
    }
}

extension JSONError.Reason: CustomStringConvertible {
    init(_ code: csj_code, at byte: UInt8?) {
        switch code {
        case CSJ_EMPTY: self = .empty
        case CSJ_UNEXPECTED_END: self = .unexpectedEnd
        case CSJ_UNEXPECTED_BYTE: self = byte.map(Self.unexpectedByte) ?? .unexpectedEnd
        case CSJ_EXPECTED_KEY: self = .expectedKey
        case CSJ_EXPECTED_COLON: self = .expectedColon
        case CSJ_EXPECTED_COMMA_OR_END: self = .expectedCommaOrEnd
        case CSJ_BAD_ESCAPE: self = .badEscape
        case CSJ_CONTROL_CHARACTER: self = .controlCharacter
        case CSJ_BAD_NUMBER: self = .badNumber
        case CSJ_NUMBER_OUT_OF_RANGE: self = .numberOutOfRange
        case CSJ_BAD_LITERAL: self = .badLiteral
        case CSJ_TRAILING_CONTENT: self = .trailingContent
        case CSJ_TOO_DEEP: self = .tooDeep
        case CSJ_UTF16: self = .utf16
        case CSJ_TOO_LARGE: self = .tooLarge
        case CSJ_OUT_OF_MEMORY: self = .outOfMemory
        default: self = .refused
        }
    }

    /// The reason in words, without a place; holds no text of the input but one printable ASCII character.
    public var description: String {
        switch self {
        case .empty: "no JSON found"
        case .unexpectedEnd: "the text ends too early; is the file complete?"
        case .unexpectedByte(let byte): "a value cannot start with \(Self.name(of: byte))"
        case .expectedKey: "expected a key in double quotes"
        case .expectedColon: "expected a colon after the key"
        case .expectedCommaOrEnd: "expected a comma or the end of the array or object"
        case .badEscape: "a backslash is followed by no known escape"
        case .controlCharacter: "a control character inside a string; is a quote missing?"
        case .badNumber: "not a number as JSON writes them"
        case .numberOutOfRange: "the number is too large"
        case .badLiteral: "expected true, false or null"
        case .trailingContent: "more text follows the end of the document"
        case .tooDeep: "arrays and objects nest deeper than \(JSONDocument.depthLimit) levels"
        case .utf16: "the text is UTF-16; save it as UTF-8"
        case .tooLarge: "the text is longer than 4 GiB"
        case .outOfMemory: "not enough memory to parse the text"
        case .refused: "the parser refused the text"
        }
    }

    private static func name(of byte: UInt8) -> String {
        (0x21...0x7E).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
    }
}
