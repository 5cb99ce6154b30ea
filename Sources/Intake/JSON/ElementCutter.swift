import CSimdjson

/// Takes long arrays out of one JSON document as it is read from a file, whole elements at a time, and keeps the rest: a
/// document in which those arrays are empty.
///
/// It knows strings and brackets and leaves the grammar to those who parse what it cuts: each piece, and the rest. The
/// arrays are members of the root, or of the one object in the root called `wrapper`. Whatever might be understood in
/// another way (a name that comes twice, a name with escapes, another document behind the first) is ``Problem/unfit``.
struct ElementCutter {
    /// Why the document cannot be read in pieces.
    enum Problem: Error {
        /// It is not of this sort, or not sound: it has to be read as a whole to tell.
        case unfit
        case file(FileTreeError)
    }

    /// Elements of one array.
    struct Cut {
        /// Which array, by its place among the names.
        let list: Int
        /// Where its first byte lies in the file.
        let offset: Int
        /// Whether the array is in the wrapper.
        let isWrapped: Bool
    }

    private enum State {
        case start, members
        case elements(list: Int, isFirst: Bool)
        case end
    }

    private let source: any ByteSource
    private let names: [[UInt8]]
    private let wrapper: [UInt8]
    private let window: TextMemory
    private var at = 0
    /// How many bytes came before the window.
    private var passed = 0
    private var state = State.start
    private var level = 0
    private var seen: Set<[UInt8]> = []
    private var listLevel: Int?
    /// The document without the elements of its long arrays.
    private(set) var rest: [UInt8] = []
    /// Whether every array was found.
    var isComplete: Bool { names.allSatisfy(seen.contains) }

    /// The most that may stand outside the arrays, and the longest element, in bytes.
    private static let restLimit = 16 << 20
    private static let elementLimit = 64 << 20

    /// - Parameter pieceSize: how long pieces are, in bytes; only one with a longer element is longer.
    init(_ source: any ByteSource, lists: [String], wrapper: String, pieceSize: Int) {
        self.source = source
        names = lists.map { Array($0.utf8) }
        self.wrapper = Array(wrapper.utf8)
        window = TextMemory(capacity: pieceSize)
    }

    /// Puts the next elements into `piece`; nil at the end of the document.
    mutating func next(into piece: TextMemory) throws(Problem) -> Cut? {
        while true {
            switch state {
            case .start: try start()
            case .members: try readMember()
            case .elements(let list, let isFirst):
                if let cut = try readElements(of: list, isFirst: isFirst, into: piece) { return cut }
            case .end: return nil
            }
        }
    }

    // MARK: What stands outside the arrays

    private mutating func start() throws(Problem) {
        if try byte() == 0xEF { for mark in [0xEF, 0xBB, 0xBF] as [UInt8] { try skip(mark) } }
        guard try skipSpace() == UInt8(ascii: "{") else { throw .unfit }
        try keep()
        state = .members
    }

    private mutating func readMember() throws(Problem) {
        switch try skipSpace() {
        case UInt8(ascii: "}"):
            try keep()
            level -= 1
            if level < 0 {
                guard try skipSpace() == nil else { throw .unfit }
                state = .end
            }
        case UInt8(ascii: ","): try keep()
        case UInt8(ascii: "\""):
            let name = try keepName()
            guard try skipSpace() == UInt8(ascii: ":") else { throw .unfit }
            try keep()
            let first = try skipSpace()
            if name == wrapper, level == 0 {
                guard seen.insert(name).inserted, listLevel == nil else { throw .unfit }
                if first == UInt8(ascii: "{") {
                    try keep()
                    level = 1
                    listLevel = 1
                    return
                }
            } else if let list = names.firstIndex(of: name) {
                guard first == UInt8(ascii: "["), seen.insert(name).inserted, listLevel ?? level == level
                else { throw .unfit }
                listLevel = level
                try keep()
                state = .elements(list: list, isFirst: true)
                return
            }
            try keepValue()
        default: throw .unfit
        }
    }

    /// A name in quotes; none of those that matter has escapes, and one that has might be one of them.
    private mutating func keepName() throws(Problem) -> [UInt8] {
        try keep()
        let start = rest.count
        while let byte = try byte(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") { throw .unfit }
            try keep()
        }
        let name = Array(rest[start...])
        try keep()
        return name
    }

    private mutating func keepValue() throws(Problem) {
        var depth = 0
        while let byte = try byte() {
            switch byte {
            case UInt8(ascii: "\""):
                try keep()
                while let inner = try self.byte(), inner != UInt8(ascii: "\"") {
                    try keep()
                    if inner == UInt8(ascii: "\\") { try keep() }
                }
                try keep()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                try keep()
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
                try keep()
            case UInt8(ascii: ","):
                if depth == 0 { return }
                try keep()
            default: try keep()
            }
        }
        throw .unfit
    }

    // MARK: Elements

    private mutating func readElements(
        of list: Int, isFirst: Bool, into piece: TextMemory
    ) throws(Problem) -> Cut? {
        var first = try skipSpace()
        if first == UInt8(ascii: "]") {
            try keep()
            state = .members
            return nil
        }
        if !isFirst {
            guard first == UInt8(ascii: ",") else { throw .unfit }
            at += 1
            first = try skipSpace()
        }
        guard first != nil, first != UInt8(ascii: "]"), first != UInt8(ascii: ",") else { throw .unfit }
        let length = try cutLength()
        let offset = passed + at
        piece.assign(UnsafeBufferPointer(rebasing: window.text[at..<at + length]))
        at += length
        state = .elements(list: list, isFirst: false)
        return Cut(list: list, offset: offset, isWrapped: level == 1)
    }

    /// How long the whole elements are that start here.
    private mutating func cutLength() throws(Problem) -> Int {
        try refill()
        while true {
            let text = UnsafeBufferPointer(rebasing: window.text[at...])
            guard let base = text.baseAddress else { throw .unfit }
            let cut = csj_cut_elements(base, text.count)
            // Arrays and objects around the elements: the root, the wrapper, the list.
            guard cut.depth + level + 2 <= JSONDocument.depthLimit else { throw .unfit }
            if cut.close != Self.nowhere { return Self.trimmed(text, Int(cut.close)) }
            if cut.end > 0 { return Int(cut.end) }
            let scalars = csj_cut_scalars(base, text.count)
            if scalars > 0 { return Int(scalars) }
            guard window.capacity < Self.elementLimit else { throw .unfit }
            window.reserve(window.capacity * 2)
            guard try more() else { throw .unfit }
        }
    }

    /// CSJ_NOWHERE, the largest size, arrives here as -1.
    private static let nowhere = -1

    private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ length: Int) -> Int {
        var length = length
        while length > 0, isSpace(text[length - 1]) { length -= 1 }
        return length
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    // MARK: The window

    /// The next byte; nil at the end of the file.
    private mutating func byte() throws(Problem) -> UInt8? {
        if at == window.count { try refill() }
        return at < window.count ? window.text[at] : nil
    }

    /// Passes over white space, and gives what follows it.
    private mutating func skipSpace() throws(Problem) -> UInt8? {
        while let byte = try byte() {
            guard Self.isSpace(byte) else { return byte }
            at += 1
        }
        return nil
    }

    private mutating func skip(_ wanted: UInt8) throws(Problem) {
        guard try byte() == wanted else { throw .unfit }
        at += 1
    }

    /// Puts the next byte to what is kept.
    private mutating func keep() throws(Problem) {
        guard let byte = try byte(), rest.count < Self.restLimit else { throw .unfit }
        rest.append(byte)
        at += 1
    }

    /// Fills the window up.
    private mutating func refill() throws(Problem) {
        window.drop(first: at)
        passed += at
        at = 0
        while window.count < window.capacity, try more() {}
    }

    private mutating func more() throws(Problem) -> Bool {
        do { return try window.fill(from: source) } catch { throw .file(error) }
    }
}
