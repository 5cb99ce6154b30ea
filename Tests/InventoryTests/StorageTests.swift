import Testing

@testable import Inventory

@Suite("Columns of texts and rows")
struct StorageTests {
    @Test func `every text comes back as it was, each different one once`() {
        var builder = TextArenaBuilder()
        var random = SeededRandom(3)
        let letters = Array("ab/é\u{301}\u{0}😀".unicodeScalars)
        var expected: [(TextReference, [UInt8])] = []
        for _ in 0..<5_000 {
            let text = random.text(of: letters, upTo: 7)
            expected.append((builder.intern(text), Array(text.utf8)))
        }
        let arena = builder.arena()
        #expect(arena.count == Set(expected.map(\.1) + [[]]).count)
        for (reference, bytes) in expected {
            #expect(Array(arena[reference].utf8) == bytes)
            #expect(Array(builder[reference].utf8) == bytes)
        }
        #expect(Set(expected.map(\.0)).union([.empty]).count == arena.count)
    }

    @Test func `many texts at once get the references that they would get one by one`() {
        var random = SeededRandom(8)
        let letters = Array("abc".unicodeScalars)
        let texts = (0..<1_000).map { _ in Array(random.text(of: letters, upTo: 5).utf8) }
        let all = texts.flatMap(\.self)
        var (together, alone) = (TextArenaBuilder(), TextArenaBuilder())
        for round in 0..<2 {
            var references = [TextReference](repeating: .empty, count: texts.count)
            all.withUnsafeBufferPointer { bytes in
                var start = 0
                let views = texts.map { text in
                    start += text.count
                    return UnsafeBufferPointer(rebasing: bytes[(start - text.count)..<start])
                }
                views.withUnsafeBufferPointer { views in
                    references.withUnsafeMutableBufferPointer { together.intern(views, into: $0) }
                }
            }
            #expect(references == texts.map { text in text.withUnsafeBufferPointer { alone.intern($0) } }, "\(round)")
        }
        #expect(together.count == alone.count)
    }

    @Test(
        arguments: [
            ("L12", "L", 12, ""), ("/graph/edges/345", "/graph/edges/", 345, ""), ("/a/7/b", "/a/", 7, "/b"),
            ("", "", nil, ""), ("no number", "no number", nil, ""), ("L007", "L007", nil, ""),
            ("L99999999999", "L99999999999", nil, ""), ("0", "", 0, ""), ("é9é", "é", 9, "é"),
        ] as [(String, String, UInt32?, String)])
    func `a place is cut at its last number, where that can be put back`(
        location: String, before: String, ordinal: UInt32?, after: String
    ) {
        let place = NumberedPlace(location)
        #expect(String(place.before) == before)
        #expect(place.ordinal == ordinal)
        #expect(String(place.after) == after)
        var builder = InventoryBuilder()
        let reference = builder.reference(Provenance(source: 0, location: location))
        #expect(builder.place(reference) == Provenance(source: 0, location: location))
    }

    @Test func `texts that look alike stay two texts`() {
        var builder = TextArenaBuilder()
        #expect("é" == "e\u{301}")
        #expect(builder.intern("é") != builder.intern("e\u{301}"))
    }

    @Test func `the empty text is always there and has the first place`() {
        var builder = TextArenaBuilder()
        #expect(builder.intern("") == .empty)
        #expect(builder.reference(of: "") == .empty)
        #expect(builder.reference(of: "missing") == nil)
        #expect(builder.arena()[.empty].isEmpty)
    }

    @Test func `references are found again after the table grew`() {
        var builder = TextArenaBuilder()
        let references = (0..<3_000).map { builder.intern("text \($0)") }
        for (number, reference) in references.enumerated() {
            #expect(builder.reference(of: "text \(number)") == reference)
        }
    }

    @Test func `texts are ordered by their bytes`() {
        var builder = TextArenaBuilder()
        let texts = ["", "Z", "a", "ab", "b", "é", "😀"]
        let references = texts.map { builder.intern($0) }
        let arena = builder.arena()
        for (i, left) in references.enumerated() {
            for (j, right) in references.enumerated() {
                #expect(arena.precedes(left, right) == (i < j))
                #expect(arena.order(of: left, against: texts[j].utf8).signum() == (i - j).signum())
            }
        }
    }

    @Test func `each owner's run keeps its values in the order in which they came`() {
        var random = SeededRandom(4)
        for owners in [0, 1, 2, 17] {
            let pairs = (0..<(owners == 0 ? 0 : 60)).map { value in
                (owner: UInt32.random(in: 0..<UInt32(owners), using: &random), value: UInt32(value))
            }
            let rows = CompressedRows<UInt32>(owners: owners, pairs: pairs)
            #expect(rows.count == owners)
            for owner in 0..<owners {
                #expect(rows[owner] == pairs.filter { $0.owner == UInt32(owner) }.map(\.value))
            }
            #expect(rows.values.count == pairs.count)
        }
    }

    @Test func `packed traits unpack to what they were`() {
        for gain in [Gain.forward, .backward, .none] {
            for act in Act.allCases {
                for hold in [Hold.keep, .borrow, .session(seconds: 0), .session(seconds: .max)] {
                    for evidence in Evidence.allCases {
                        let traits = RelationTraits(gain: gain, act: act, hold: hold, evidence: evidence)
                        let seconds: UInt32 = if case .session(let seconds) = hold { seconds } else { 7 }
                        #expect(PackedTraits(traits).unpacked(sessionSeconds: seconds) == traits)
                    }
                }
            }
        }
    }

    @Test("Texts that end in numbers are each kept once, however they are numbered and in whatever company they come")
    func numberedTexts() {
        var random = SeededRandom(11)
        var builder = TextArenaBuilder()
        var known: [String: TextReference] = [:]
        for _ in 0..<300 {
            let texts = (0..<Int.random(in: 1...200, using: &random)).map { _ in
                let beginning = ["", "run:", "a", "S-1-5-21-", "7:"].randomElement(using: &random) ?? ""
                // Beginnings of which most come once, and so take each other's places.
                let other = "\(UInt32.random(in: 0..<9_000, using: &random))-"
                let number = Int.random(in: 0..<(Bool.random(using: &random) ? 40 : 3_000_000_000), using: &random)
                let zeros = Bool.random(using: &random) ? "" : "00"
                return (Bool.random(using: &random) ? beginning : other) + zeros + "\(number)"
            }
            for (text, reference) in zip(texts, builder.interned(texts)) {
                #expect(builder[reference] == text)
                #expect(known[text, default: reference] == reference)
                known[text] = reference
            }
        }
        #expect(known.allSatisfy { builder.reference(of: $0.key) == $0.value })
        #expect(builder.count == known.count + 1)
    }
}

extension TextArenaBuilder {
    /// The references of many texts at once.
    fileprivate mutating func interned(_ texts: [String]) -> [TextReference] {
        let bytes = texts.map { Array($0.utf8) }
        var references = [TextReference](repeating: .empty, count: texts.count)
        let copies = bytes.map { bytes in
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
            _ = copy.initialize(from: bytes)
            return UnsafeBufferPointer(copy)
        }
        defer { for copy in copies { copy.deallocate() } }
        references.withUnsafeMutableBufferPointer { references in
            copies.withUnsafeBufferPointer { intern($0, into: references) }
        }
        return references
    }
}
