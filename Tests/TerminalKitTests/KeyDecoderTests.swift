import TerminalKit
import Testing

@Suite("Keys out of bytes")
struct KeyDecoderTests {
    /// All events of some bytes, which come in pieces of a length.
    private func events(_ text: String, pieces: Int = 1_000) -> [TerminalEvent] {
        var decoder = KeyDecoder()
        var events: [TerminalEvent] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            decoder.add(rest.prefix(pieces))
            rest = rest.dropFirst(pieces)
            while let event = decoder.next(isComplete: rest.isEmpty) { events.append(event) }
        }
        return events
    }

    @Test(
        "Characters, control characters and sequences are keys, in whatever pieces they come",
        arguments: [1, 2, 3, 1_000])
    func keys(pieces: Int) {
        let table: [(String, Key)] = [
            ("j", .character("j")), ("é", .character("é")), ("日", .character("日")), ("😀", .character("😀")),
            ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{3}", .control("c")),
            ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[5~", .pageUp), ("\u{1B}[Z", .backTab),
            ("\u{1B}OP", .function(1)), ("\u{1B}[[A", .function(1)),
            ("\u{1B}[1;3D", .altLeft), ("\u{1B}x", .alt("x")), ("\u{1B}[15~", .function(5)), ("\u{1B}[7~", .home),
        ]
        for (bytes, key) in table { #expect(events(bytes, pieces: pieces) == [.key(key)], "\(key)") }
        #expect(events(table.map(\.0).joined(), pieces: pieces) == table.map { .key($0.1) })
    }

    @Test(
        "What a terminal sends by itself is no key: a position, the mouse, a colour, a name, in whatever pieces",
        arguments: [1, 2, 3, 1_000])
    func answers(pieces: Int) {
        let sent = [
            "\u{1B}[1;7R", "\u{1B}[<0;6;2M", "\u{1B}[I", "\u{1B}[57399u", "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}",
            "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P>|term 1.0\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
        ]
        for bytes in sent { #expect(events("\(bytes)j", pieces: pieces) == [.key(.character("j"))], "\(bytes)") }
    }

    @Test("Escape alone is the key, once nothing more is on its way")
    func escape() {
        var decoder = KeyDecoder()
        decoder.add([0x1B])
        #expect(decoder.next(isComplete: false) == nil && decoder.isWaiting)
        #expect(decoder.next(isComplete: true) == .key(.escape))
        #expect(!decoder.isWaiting)
        #expect(events("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    }

    @Test("A bracketed paste is one text, and none of its keys are pressed", arguments: [1, 7, 1_000])
    func paste(pieces: Int) {
        #expect(
            events("a\u{1B}[200~Q\r\u{1B}[AQ\u{1B}[201~b", pieces: pieces) == [
                .key(.character("a")), .paste("Q\n\u{1B}[AQ"), .key(.character("b")),
            ])
    }

    @Test("No bytes make it stop or loop")
    func anyBytes() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("\u{1B}\u{1B}[[O0123;~AZ日é\u{7F}x".utf8) + [0xFF, 0xC3, 0xE0, 0xF0, 0x80]
        for _ in 0..<500 {
            var decoder = KeyDecoder()
            for _ in 0..<40 {
                decoder.add([alphabet.randomElement(using: &generator) ?? 0])
                while decoder.next(isComplete: Bool.random(using: &generator)) != nil {}
            }
            while decoder.next(isComplete: true) != nil {}
            #expect(!decoder.isWaiting)
        }
    }
}
