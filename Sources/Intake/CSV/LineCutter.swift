import CSimdjson

/// Takes whole lines off a table as it is read from a file.
struct LineCutter {
    private let source: any ByteSource
    private let delimiter: UInt8
    private let window: TextMemory
    private var isAtEnd = false
    /// How many bytes came before the window.
    private var passed = 0
    private var toSkip: Int

    /// The longest line, in bytes. What is longer is no line, but a quote that was never closed.
    private static let lineLimit = 64 << 20

    init(_ source: any ByteSource, after header: Int, delimiter: UInt8, pieceSize: Int) {
        self.source = source
        self.delimiter = delimiter
        toSkip = header
        window = TextMemory(capacity: max(pieceSize, header + 1))
    }

    /// Puts the next lines into `piece` and says where in the file they start; nil at the end. A line that has no end is
    /// a piece of its own.
    mutating func next(into piece: TextMemory) throws(FileTreeError) -> Int? {
        try refill()
        if toSkip > 0 {
            window.drop(first: min(toSkip, window.count))
            passed += toSkip
            toSkip = 0
            try refill()
        }
        while true {
            let text = UnsafeBufferPointer(window.text)
            guard let base = text.baseAddress, !text.isEmpty else { return nil }
            var length = Int(csj_cut_lines(base, text.count, delimiter))
            if length == 0, isAtEnd || window.capacity >= Self.lineLimit { length = text.count }
            if length > 0 {
                piece.assign(UnsafeBufferPointer(rebasing: text[..<length]))
                let start = passed
                window.drop(first: length)
                passed += length
                return start
            }
            window.reserve(window.capacity * 2)
            try refill()
        }
    }

    private mutating func refill() throws(FileTreeError) {
        while !isAtEnd, window.count < window.capacity { isAtEnd = try !window.fill(from: source) }
    }
}
