/// A set of entities by number, of which a copy costs little however many are in it, and the next change little more:
/// an undo stack may keep a thousand of them. For what the analyst marks.
struct Marks: Sendable {
    /// Bits of 4,096 entities each; an empty piece has none. The last one is never empty.
    private var pieces: [[UInt64]] = []
    /// How many there are. O(1).
    private(set) var count = 0

    private static let wordsAPiece = 64
    private static let shift = 12

    /// None.
    init() {}

    /// The entities with these numbers. O(entities).
    init(_ entities: some Sequence<Int>) {
        for entity in entities { insert(entity) }
    }

    /// The set whose bits these are, 64 entities a word. O(words).
    init(words: [UInt64]) {
        for start in stride(from: 0, to: words.count, by: Self.wordsAPiece) {
            let piece = words[start..<Swift.min(start + Self.wordsAPiece, words.count)]
            pieces.append(Array(piece) + [UInt64](repeating: 0, count: Self.wordsAPiece - piece.count))
        }
        tidy(pieces.indices)
        recount()
    }

    /// The set as bits, 64 entities a word. O(the highest number / 64).
    var words: [UInt64] { pieces.flatMap { $0.isEmpty ? [UInt64](repeating: 0, count: Self.wordsAPiece) : $0 } }

    var isEmpty: Bool { count == 0 }

    func contains(_ entity: Int) -> Bool {
        guard entity >= 0, entity >> Self.shift < pieces.count else { return false }
        let piece = pieces[entity >> Self.shift]
        return !piece.isEmpty && piece[entity >> 6 & 63] >> UInt64(entity & 63) & 1 == 1
    }

    mutating func insert(_ entity: Int) {
        guard entity >= 0, !contains(entity) else { return }
        let number = entity >> Self.shift
        while pieces.count <= number { pieces.append([]) }
        if pieces[number].isEmpty { pieces[number] = [UInt64](repeating: 0, count: Self.wordsAPiece) }
        pieces[number][entity >> 6 & 63] |= 1 << UInt64(entity & 63)
        count += 1
    }

    mutating func remove(_ entity: Int) {
        guard contains(entity) else { return }
        pieces[entity >> Self.shift][entity >> 6 & 63] &= ~(1 << UInt64(entity & 63))
        count -= 1
        tidy([entity >> Self.shift])
    }

    /// Adds what is in `other`. O(the highest number / 64).
    mutating func formUnion(_ other: Marks) {
        while pieces.count < other.pieces.count { pieces.append([]) }
        for (number, piece) in other.pieces.enumerated() where !piece.isEmpty {
            if pieces[number].isEmpty {
                pieces[number] = piece
            } else {
                for word in piece.indices { pieces[number][word] |= piece[word] }
            }
        }
        recount()
    }

    /// Takes out what is in `other`. O(the highest number / 64).
    mutating func subtract(_ other: Marks) {
        for (number, piece) in other.pieces.enumerated() where number < pieces.count && !piece.isEmpty {
            guard !pieces[number].isEmpty else { continue }
            for word in piece.indices { pieces[number][word] &= ~piece[word] }
        }
        tidy(pieces.indices)
        recount()
    }

    /// Whether all of `other` is in it. O(the highest number / 64).
    func isSuperset(of other: Marks) -> Bool {
        var rest = other
        rest.subtract(self)
        return rest.isEmpty
    }

    /// The same set with the entity.
    func with(_ entity: Int) -> Marks {
        var marks = self
        marks.insert(entity)
        return marks
    }

    /// The same set without the entity.
    func without(_ entity: Int) -> Marks {
        var marks = self
        marks.remove(entity)
        return marks
    }

    private mutating func recount() {
        count = pieces.reduce(0) { $1.reduce($0) { $0 + $1.nonzeroBitCount } }
    }

    /// Equal sets have equal pieces: one without bits is empty, and there is none behind the last.
    private mutating func tidy(_ numbers: some Sequence<Int>) {
        for number in numbers where pieces[number].allSatisfy({ $0 == 0 }) { pieces[number] = [] }
        while pieces.last?.isEmpty == true { pieces.removeLast() }
    }
}

extension Marks: Hashable {
    static func == (left: Marks, right: Marks) -> Bool { left.count == right.count && left.pieces == right.pieces }

    /// So many pieces tell sets apart.
    private static let hashedPieces = 256

    /// By what is in it, at a few instructions for 64 entities: a plan asks for its set without each one of it in turn, and
    /// these are as many and as large.
    func hash(into hasher: inout Hasher) {
        var sum = UInt64(count)
        for piece in pieces.prefix(Self.hashedPieces) {
            sum = sum &* 31 &+ 1
            for word in piece { sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15 }
        }
        hasher.combine(sum)
    }
}

/// The entities in the order of their numbers.
extension Marks: Sequence {
    struct Iterator: IteratorProtocol {
        fileprivate let pieces: [[UInt64]]
        private var piece = 0
        private var word = -1
        private var bits: UInt64 = 0

        fileprivate init(_ pieces: [[UInt64]]) { self.pieces = pieces }

        mutating func next() -> Int? {
            while bits == 0 {
                word += 1
                if piece < pieces.count, word >= pieces[piece].count {
                    piece += 1
                    word = 0
                    while piece < pieces.count, pieces[piece].isEmpty { piece += 1 }
                }
                guard piece < pieces.count else { return nil }
                bits = pieces[piece][word]
            }
            defer { bits &= bits - 1 }
            return piece << Marks.shift + word << 6 + bits.trailingZeroBitCount
        }
    }

    func makeIterator() -> Iterator { Iterator(pieces) }

    var underestimatedCount: Int { count }
}

extension Marks: ExpressibleByArrayLiteral {
    init(arrayLiteral entities: Int...) { self.init(entities) }
}
