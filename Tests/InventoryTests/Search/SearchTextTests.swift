import Testing

@testable import Inventory

@Suite("Searching the text of all rows")
struct SearchTextTests {
    /// Rows as an inventory has them, and their search text.
    private struct Sample {
        var rows: [[UInt8]]
        var text: SearchText

        init(_ rows: [[UInt8]]) throws {
            self.rows = rows
            var builder = TextArenaBuilder()
            let references = rows.map { row in row.withUnsafeBufferPointer { builder.intern($0) } }
            text = try #require(SearchText(Column(references), of: builder.arena()))
        }

        /// The rows that contain `needle`, found byte by byte.
        func naive(_ needle: [UInt8]) -> [Int] {
            rows.indices.filter { place in
                let row = rows[place].map(TextArena.folded)
                guard row.count >= needle.count else { return false }
                return (0...row.count - needle.count).contains { row[$0..<$0 + needle.count].elementsEqual(needle) }
            }
        }
    }

    private static func rows(_ count: Int, letters: [UInt8], upTo length: Int, _ random: inout SeededRandom)
        -> [[UInt8]]
    {
        (0..<count).map { _ in
            (0..<Int.random(in: 0...length, using: &random)).map { _ in random.pick(letters) }
        }
    }

    @Test func `the rows with a needle are those that contain it, for needles of every length`() throws {
        var random = SeededRandom(1)
        let alphabets = [Array("aB".utf8), Array("abcXYZ-/09".utf8), Array("aé→A".utf8), [0, 1, 0x41, 0x61, 0x7F]]
        for alphabet in alphabets {
            for longest in [3, 40, 200] {
                let sample = try Sample(Self.rows(150, letters: alphabet, upTo: longest, &random))
                for length in 1...40 {
                    var needle = (0..<length).map { _ in TextArena.folded(random.pick(alphabet)) }
                    let source = random.pick(sample.rows).map(TextArena.folded)
                    if source.count >= length {
                        let start = Int.random(in: 0...source.count - length, using: &random)
                        needle = Array(source[start..<start + length])
                    }
                    let expected = sample.naive(needle)
                    #expect(sample.text.rows(containing: needle)?.rows == expected)
                    let some = RowSet(of: sample.rows.count) { ($0 * 7 + length) % 3 != 0 }
                    #expect(
                        sample.text.rows(of: some, containing: needle)?.rows == expected.filter { some.contains($0) })
                }
            }
        }
    }

    @Test func `a hit is found wherever it stands, to the last byte of the last row`() throws {
        for length in 1...9 {
            let needle = Array("needleabc".utf8.prefix(length))
            for place in 0..<140 {
                let row = [UInt8](repeating: UInt8(ascii: "."), count: place) + needle
                let sample = try Sample([row, [], Array("need".utf8), row])
                #expect(sample.text.rows(containing: needle)?.rows == sample.naive(needle))
            }
        }
    }

    @Test func `no needle is found across the border of two rows, nor one that holds what stands between them`() throws
    {
        let sample = try Sample([Array("abc".utf8), Array("def".utf8), [], Array("g".utf8)])
        #expect(sample.text.rows(containing: Array("cd".utf8))?.rows == [])
        #expect(sample.text.rows(containing: Array("c\n".utf8))?.rows == [])
        #expect(sample.text.rows(containing: Array("c\u{0}d".utf8))?.rows == [])
        #expect(sample.text.rows(containing: [0x63, 0xFF, 0x64])?.rows == [])
        #expect(sample.text.rows(of: RowSet(allOf: 4), containing: [0x63, 0xFF])?.rows == [])
        #expect(sample.text.rows(containing: [])?.rows == [])
    }

    @Test func `case is folded for ASCII letters alone`() throws {
        let sample = try Sample(["ÄPFEL @[`{", "äpfel", "APFEL"].map { Array($0.utf8) })
        #expect(sample.text.rows(containing: Array("pfel".utf8))?.rows == [0, 1, 2])
        #expect(sample.text.rows(containing: Array("@[`{".utf8))?.rows == [0])
        #expect(sample.text.rows(containing: Array("ä".utf8))?.rows == [1])
        #expect(sample.text.rowsBeyondASCII()?.rows == [0, 1])
    }

    @Test func `many rows are searched in blocks, and a search can be given up between them`() throws {
        let rows = (0..<RowBlocks.size * 5 + 77).map { Array("row \($0 % 1_000)".utf8) }
        let sample = try Sample(rows)
        let needle = Array("w 77".utf8)
        #expect(sample.text.rows(containing: needle)?.rows == sample.naive(needle))
        #expect(sample.text.rows(containing: needle, isCancelled: { true }) == nil)
        #expect(sample.text.rows(of: RowSet(allOf: rows.count), containing: needle, isCancelled: { true }) == nil)
        #expect(sample.text.rowsBeyondASCII()?.isEmpty == true)
    }

    @Test func `a search that goes on from an earlier one finds what a new one finds`() throws {
        var random = SeededRandom(2)
        let sample = try Sample(Self.rows(2_000, letters: Array("abcd".utf8), upTo: 30, &random))
        for _ in 0..<20 {
            let search = TextSearch(sample.text)
            var needle: [UInt8] = []
            for _ in 0..<8 {
                needle.insert(random.pick(Array("abcd".utf8)), at: Bool.random(using: &random) ? needle.count : 0)
                #expect(search.rows(containing: needle)?.rows == sample.naive(needle))
                #expect(search.rows(containing: needle)?.rows == sample.naive(needle))
            }
        }
    }

    @Test func `columns that make no sense find something or nothing, and no more`() throws {
        var random = SeededRandom(3)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let starts = (0...70).map { _ in UInt32.random(in: 0...(Bool.random() ? 300 : .max), using: &random) }
            #expect(SearchText(bytes: Column(bytes), starts: Column(starts), rowCount: 71) == nil)
            let text = try #require(SearchText(bytes: Column(bytes), starts: Column(starts), rowCount: 70))
            for length in 1...5 {
                let needle = (0..<length).map { _ in bytes.isEmpty ? 7 : random.pick(bytes) }
                let found = try #require(text.rows(containing: needle))
                #expect(found.rows.allSatisfy { $0 < 70 })
                let among = try #require(text.rows(of: RowSet(allOf: 70), containing: needle))
                #expect(among.rows.allSatisfy { $0 < 70 })
            }
            #expect(try #require(text.rowsBeyondASCII()).rows.allSatisfy { $0 < 70 })
        }
    }
}
