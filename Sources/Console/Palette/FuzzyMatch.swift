/// How well a typed text fits a name: the better the kind, the higher in the list.
struct FuzzyMatch: Hashable, Sendable, Comparable {
    /// The ways to fit, the best first.
    enum Kind: Int, Sendable, Comparable {
        /// It is the name.
        case whole
        /// The name begins with it.
        case start
        /// It is put together from beginnings of the name's words, in their order: `ub` for `unmark all, back`.
        case words
        /// It stands somewhere in the name.
        case part
        /// Its letters stand in the name, in their order.
        case letters
        /// It stands in what the name means.
        case meaning

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

        /// Whether the typed text can hardly mean something else, so that Enter may follow it.
        var isSure: Bool { self < .letters }

        /// Whether the name begins with it, or words of the name do.
        var isBeginning: Bool { self < .part }
    }

    let kind: Kind
    /// How much of the name is not covered; less is better among equals.
    let rest: Int
    /// The characters of the name that fit, by their places.
    let places: [Int]

    /// Among equals the name that is shown goes before another name of the same.
    static func < (left: FuzzyMatch, right: FuzzyMatch) -> Bool {
        (left.kind, left.rest, left.places.isEmpty ? 1 : 0) < (right.kind, right.rest, right.places.isEmpty ? 1 : 0)
    }

    /// The match of `text` with a name, or with words about it; nil when it fits neither. Case does not matter.
    /// O(text × name), where both are at most ``limit`` characters; what is longer fits nothing.
    init?(_ text: String, in name: String, meaning: String = "") {
        let typed = Array(text.lowercased().prefix(Self.limit + 1))
        let letters = Array(name.lowercased())
        guard !typed.isEmpty, typed.count <= Self.limit else { return nil }
        let found: (Kind, [Int])? =
            if typed == letters {
                (.whole, Array(letters.indices))
            } else if letters.starts(with: typed) {
                (.start, Array(typed.indices))
            } else if let places = Self.wordStarts(typed, in: letters) {
                (.words, places)
            } else if let start = Self.part(typed, of: letters) {
                (.part, Array(start..<(start + typed.count)))
            } else if let places = Self.scattered(typed, in: letters) {
                (.letters, places)
            } else if Self.isAbout(text.lowercased(), meaning.lowercased()) {
                (.meaning, [])
            } else {
                nil
            }
        guard let found else { return nil }
        (kind, places) = found
        rest = letters.count - found.1.count
    }

    /// The most characters that a typed text is looked for with.
    static let limit = 64

    private static func part(_ typed: [Character], of letters: [Character]) -> Int? {
        guard typed.count <= letters.count else { return nil }
        return (0...(letters.count - typed.count)).first { letters[$0...].starts(with: typed) }
    }

    private static func scattered(_ typed: [Character], in letters: [Character]) -> [Int]? {
        guard typed.count > 1 else { return nil }
        var places: [Int] = []
        var next = 0
        for character in typed where character != " " {
            guard let place = letters[next...].firstIndex(of: character) else { return nil }
            places.append(place)
            next = place + 1
        }
        return places
    }

    /// Each letter begins a word or goes on with the one before it. A place that failed once is not tried again.
    private static func wordStarts(_ typed: [Character], in letters: [Character]) -> [Int]? {
        let starts = letters.indices.filter { $0 == 0 || !isWord(letters[$0 - 1]) && isWord(letters[$0]) }
        let wanted = typed.filter { $0 != " " }
        var failed: Set<[Int]> = []
        func match(_ index: Int, after place: Int) -> [Int]? {
            guard index < wanted.count else { return [] }
            guard !failed.contains([index, place]) else { return nil }
            let candidates = (place >= 0 ? [place + 1] : []) + starts.filter { $0 > place }
            for candidate in candidates where candidate < letters.count && letters[candidate] == wanted[index] {
                if let rest = match(index + 1, after: candidate) { return [candidate] + rest }
            }
            failed.insert([index, place])
            return nil
        }
        return match(0, after: -1)
    }

    private static func isAbout(_ text: String, _ meaning: String) -> Bool {
        let words = text.split(separator: " ")
        return text.count > 2 && words.allSatisfy(meaning.contains)
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
