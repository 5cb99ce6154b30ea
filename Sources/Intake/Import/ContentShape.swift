/// What sort of content the first bytes of a file announce.
enum ContentShape {
    case json, text, binary, empty

    /// How many bytes are enough to tell.
    static let headLength = 4_096

    init(_ bytes: [UInt8]) {
        let head = bytes.prefix(Self.headLength)
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            // UTF-16: only JSON has a reader that can say so.
            self = .json
            return
        }
        let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
        guard !text.contains(0) else {
            self = .binary
            return
        }
        switch text.first(where: { !Self.isBlank($0) }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
        case nil: self = bytes.count > Self.headLength ? .text : .empty
        default: self = .text
        }
    }

    /// Why a file of such content is not read when no reader knows it.
    var strangeness: String {
        switch self {
        case .json: "JSON of a kind that is not known"
        case .text: "not a format that is read"
        case .empty: "the file is empty"
        case .binary: "not a text file"
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// A packed file, told by its first bytes.
struct Archive {
    /// What it is called.
    let name: String

    private static let marks: [(mark: [UInt8], name: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "zip"), ([0x50, 0x4B, 0x05, 0x06], "zip"), ([0x1F, 0x8B], "gzip"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7-zip"),
    ]

    /// Nil when the bytes are no archive's.
    init?(_ bytes: [UInt8]) {
        guard let row = Self.marks.first(where: { bytes.starts(with: $0.mark) }) else { return nil }
        name = row.name
    }
}
