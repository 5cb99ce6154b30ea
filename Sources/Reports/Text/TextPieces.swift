/// Text that is handed on in pieces as it grows, so that a long one is never in memory as a whole.
struct TextPieces {
    private var bytes: [UInt8] = []
    private let write: (String) -> Void
    /// A piece is handed on once it is this long.
    private static let length = 1 << 16

    init(_ write: @escaping (String) -> Void) { self.write = write }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        flushWhenLong()
    }

    mutating func append(_ value: JSONText) {
        value.write(into: &bytes)
        flushWhenLong()
    }

    /// The members of an object, up to the elements of its next member, a list.
    mutating func append(head members: [(String, JSONText)], list: String) {
        JSONText.object(members).write(into: &bytes)
        bytes.removeLast()
        bytes.append(UInt8(ascii: ","))
        JSONText.string(list).write(into: &bytes)
        append(":[")
    }

    /// The last members of that object, and a line end.
    mutating func append(tail members: [(String, JSONText)]) {
        var last: [UInt8] = []
        JSONText.object(members).write(into: &last)
        bytes.append(contentsOf: last.dropFirst())
        append("\n")
    }

    /// Hands on what is left.
    mutating func flush() {
        if !bytes.isEmpty { write(String(decoding: bytes, as: UTF8.self)) }
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func flushWhenLong() {
        if bytes.count >= Self.length { flush() }
    }
}
