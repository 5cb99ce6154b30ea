import Testing

@testable import Inventory

@Suite("Ranks of texts")
struct TextRanksTests {
    /// Whether `left` comes before `right`: by bytes in one case, then the shorter, then by bytes.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let (a, b) = (left.utf8.map(TextArena.folded), right.utf8.map(TextArena.folded))
        return a == b ? left.utf8.lexicographicallyPrecedes(right.utf8) : a.lexicographicallyPrecedes(b)
    }

    private static func check(_ texts: [String]) {
        var builder = TextArenaBuilder()
        for other in ["before", "b", "zz"] { _ = builder.intern(other) }
        let references = texts.map { builder.intern($0) }
        let ranks = TextRanks.ranks(of: Column(references), in: builder.arena())
        let order = Set(texts.map { Array($0.utf8) }).filter { !$0.isEmpty }
            .map { String(decoding: $0, as: UTF8.self) }.sorted(by: precedes)
        let places = Dictionary(
            uniqueKeysWithValues: order.enumerated().map { (Array($0.element.utf8), UInt32($0.offset)) })
        #expect(Array(ranks) == texts.map { places[Array($0.utf8)] ?? TextRanks.none })
    }

    @Test func `ranks follow the order of the texts, mixed case, prefixes, zeros and other scripts among them`() {
        Self.check([])
        Self.check(["", "a", ""])
        Self.check(["b", "B", "a", "A", "aB", "Ab", "AB", "ab", "b"])
        Self.check(["same-prefix", "same-prefix-longer", "same-pre", "SAME-PREFIX", "same-pref"])
        Self.check(["a", "a\0", "a\0\0", "A\0", "a\0b", "abcdefgh", "abcdefgh\0", "ABCDEFGH", "abcdefghi"])
        Self.check(["éa", "Éa", "e\u{301}", "z", "[", "@", "`", "{", "\u{10FFFF}", "\u{7F}"])
        var random = SeededRandom(4)
        let alphabets: [[Unicode.Scalar]] = [["a", "A"], ["a", "b", "Z", "-", "0"], ["é", "É", "z", "\0"]]
        for alphabet in alphabets {
            for (count, length) in [(30, 3), (300, 20), (3_000, 9)] {
                Self.check((0..<count).map { _ in random.text(of: alphabet, upTo: length) })
            }
        }
    }

    @Test func `many texts with long common beginnings are ranked`() {
        var random = SeededRandom(5)
        let prefixes = ["github.com/northwind/", "github.com/NORTHWIND/", "GitHub.com/northwind/services/"]
        Self.check((0..<9_000).map { _ in random.pick(prefixes) + String(Int.random(in: 0..<12_000, using: &random)) })
    }

    @Test func `texts that the arena does not have have no rank`() {
        var builder = TextArenaBuilder()
        let known = builder.intern("known")
        let ranks = TextRanks.ranks(of: Column([known, TextReference(99), .empty]), in: builder.arena())
        #expect(Array(ranks) == [0, TextRanks.none, TextRanks.none])
    }

    @Test func `an arena whose numbers make no sense is ranked somehow`() {
        var random = SeededRandom(6)
        for _ in 0..<100 {
            let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
            let starts = (0...50).map { _ in
                UInt32.random(in: 0...(Bool.random(using: &random) ? 250 : .max), using: &random)
            }
            let arena = TextArena(bytes: Column(bytes), starts: Column(starts))
            let ranks = TextRanks.ranks(of: Column((1..<50).map { TextReference($0) }), in: arena)
            #expect(ranks.sorted() == (0..<49).map { UInt32($0) })
        }
    }
}
