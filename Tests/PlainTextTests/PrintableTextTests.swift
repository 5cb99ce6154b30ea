import PlainText
import Testing

@Suite("Printable text")
struct PrintableTextTests {
    /// Every scalar of the planes that hold characters, and a sample of the unassigned and private ones.
    static let values =
        Array(UInt32(0)...0x1FFFF) + Array(0xE0000...0xE0FFF) + Array(stride(from: 0x20000, through: 0x10FFFF, by: 101))

    @Test(
        "Ordinary text stays as it is",
        arguments: [
            "", "northwind/web", "Grüße, Zürich", "日本語のリポジトリ", "한국어", "العربية", "עברית", "ไทยที่", "हिन्दी", "e\u{301}",
            "a\\nb C:\\temp", "👍 🇩🇪 👍🏽", "❤\u{FE0F}", "│ ▸ ● ✓ …", "\u{A0}", "\u{1112}\u{1161}\u{11AB}", "\u{FFFD}",
        ])
    func ordinary(text: String) {
        let printable = PrintableText(text)
        #expect(Array(printable.text.unicodeScalars) == Array(text.unicodeScalars))
        #expect(!printable.isAltered)
    }

    @Test(
        "What could reach the terminal is spelled out",
        arguments: [
            ("a\u{1B}[31mred\u{1B}[0m", "a\\e[31mred\\e[0m"),
            ("\u{1B}]52;c;cm0gLXJm\u{7}", "\\e]52;c;cm0gLXJm\\a"),
            ("one\ntwo\r\n\tthree", "one\\ntwo\\r\\n\\tthree"),
            ("nul\0 bs\u{8} vt\u{B} ff\u{C} us\u{1F} del\u{7F}", "nul\\0 bs\\b vt\\v ff\\f us\\u{1F} del\\u{7F}"),
            ("csi\u{9B}31m nel\u{85}", "csi\\u{9B}31m nel\\u{85}"),
            ("user\u{202E}gnp.exe", "user\\u{202E}gnp.exe"),
            ("\u{2066}iso\u{2069}\u{200F}\u{61C}", "\\u{2066}iso\\u{2069}\\u{200F}\\u{61C}"),
            ("ad\u{200B}min\u{200D}\u{FEFF}\u{AD}", "ad\\u{200B}min\\u{200D}\\u{FEFF}\\u{AD}"),
            ("x\u{E0041}\u{E007F}", "x\\u{E0041}\\u{E007F}"),
            ("line\u{2028}sep\u{2029}", "line\\u{2028}sep\\u{2029}"),
            ("private\u{E000}\u{F8FF}\u{10FFFD}", "private\\u{E000}\\u{F8FF}\\u{10FFFD}"),
            ("unassigned\u{378}\u{FFFF}", "unassigned\\u{378}\\u{FFFF}"),
            ("filler\u{3164}\u{115F}\u{1160}\u{FFA0}", "filler\\u{3164}\\u{115F}\\u{1160}\\u{FFA0}"),
            ("selector a\u{FE0F}\u{E0100}", "selector a\\u{FE0F}\\u{E0100}"),
            ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}\\u{FE0F}"),
            ("\u{301}lead", "\\u{301}lead"),
            ("\n\u{301}", "\\n\\u{301}"),
            ("a\u{1161}", "a\\u{1161}"),
            ("\u{20E3}", "\\u{20E3}"),
        ])
    func hostile(raw: String, expected: String) {
        let printable = PrintableText(raw)
        #expect(printable.text == expected)
        #expect(printable.isAltered)
    }

    @Test("A base keeps three marks, and the rest are counted")
    func zalgo() {
        let marks = String(repeating: "\u{301}", count: 100)
        #expect(
            Array("e\(marks)!".printable.unicodeScalars) == Array("e\u{301}\u{301}\u{301}\\{97 marks}!".unicodeScalars))
        #expect("e\u{301}\u{302}\u{303}\u{304}".printable.hasSuffix("\\{1 mark}"))
        #expect("e\u{301}\u{302}\u{303}".printable == "e\u{301}\u{302}\u{303}")
    }

    @Test(
        "Bytes that are not UTF-8 are spelled out one by one",
        arguments: [
            ([0x61, 0xFF, 0x62], "a\\x{FF}b"),
            ([0xC3], "\\x{C3}"),
            ([0xC0, 0xAF], "\\x{C0}\\x{AF}"),
            ([0xED, 0xA0, 0x80], "\\x{ED}\\x{A0}\\x{80}"),
            ([0xE2, 0x82, 0x41], "\\x{E2}\\x{82}A"),
            ([0xF4, 0x90, 0x80, 0x80, 0x7A], "\\x{F4}\\x{90}\\x{80}\\x{80}z"),
            ([0x9B, 0x33, 0x31, 0x6D], "\\x{9B}31m"),
            ([0xC3, 0xA9, 0x1B], "é\\e"),
        ] as [([UInt8], String)])
    func invalidBytes(bytes: [UInt8], expected: String) {
        #expect(PrintableText(bytes: bytes).text == expected)
    }

    @Test("Making text printable twice changes nothing more, whatever the scalar and its neighbours")
    func idempotent() {
        var changed: [UInt32] = []
        for value in Self.values {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var raw = "\(scalar)"
            if value < 0x3000 || value > 0xE0000 { raw = "a\(scalar)\(scalar)\u{301}\n\(scalar)❤\(scalar)" }
            let once = raw.printable
            if once.printable != once { changed.append(value) }
        }
        #expect(changed == [])
    }

    @Test("Nothing that a terminal could obey is left, whatever the scalar")
    func nothingLeft() {
        var unsafe: [UInt32] = []
        for value in Self.values {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for result in "x\(scalar)".printable.unicodeScalars.dropFirst() {
                let isSafe =
                    switch result.properties.generalCategory {
                    case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator:
                        false
                    default: !result.properties.isDefaultIgnorableCodePoint
                    }
                if !isSafe { unsafe.append(value) }
            }
        }
        #expect(unsafe == [])
    }

    @Test("Ten megabytes of text, and many hostile characters, are read in one go")
    func large() {
        let plain = String(repeating: "0123456789", count: 1 << 20)
        #expect(plain.printable.utf8.count == plain.utf8.count)
        let hostile = String(repeating: "\u{202E}\u{301}", count: 1 << 17)
        #expect(hostile.printable.utf8.count == (1 << 17) * ("\\u{202E}".utf8.count + "\\u{301}".utf8.count))
        let marks = "e" + String(repeating: "\u{301}", count: 1 << 18)
        #expect(marks.printable.hasSuffix("\\{\((1 << 18) - 3) marks}"))
    }
}
