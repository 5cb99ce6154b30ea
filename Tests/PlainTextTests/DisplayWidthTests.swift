import PlainText
import Testing

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "Columns of one scalar",
        arguments: [
            ("a", 1), (" ", 1), ("~", 1), ("\n", 0), ("\u{1B}", 0), ("\u{7F}", 0), ("\u{9B}", 0), ("\u{A0}", 1),
            ("\u{AD}", 0), ("é", 1), ("\u{301}", 0), ("\u{20E3}", 0), ("\u{200B}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0),
            ("ж", 1), ("א", 1), ("ก", 1), ("\u{E31}", 0), ("ᄒ", 2), ("\u{1161}", 0), ("한", 2), ("日", 2), ("々", 2),
            ("、", 2), ("\u{3000}", 2), ("Ａ", 2), ("ｱ", 1), ("€", 1), ("…", 1), ("─", 1), ("█", 1), ("▸", 1), ("●", 1),
            ("✓", 1), ("→", 1), ("❤", 1), ("⌚", 2), ("⚡", 2), ("👍", 2), ("🏽", 2), ("🇩", 1), ("\u{1FAE8}", 2),
            ("\u{20000}", 2), ("\u{3FFFD}", 2), ("\u{1F1E6}", 1), ("\u{1D400}", 1), ("\u{303F}", 1), ("\u{4DC0}", 2),
        ] as [(Unicode.Scalar, Int)])
    func scalars(scalar: Unicode.Scalar, columns: Int) {
        #expect(DisplayWidth.of(scalar) == columns)
    }

    @Test(
        "Columns of a text",
        arguments: [
            ("", 0), ("northwind", 9), ("日本語", 6), ("e\u{301}e", 2), ("aｱア", 4), ("🇩🇪", 2), ("👍🏽", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2), ("हिन्दी", 5),
        ])
    func texts(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
        #expect(text.displayClusters.reduce(0) { $0 + $1.width } == columns)
        #expect(text.reduce(0) { $0 + DisplayWidth.of($1) } == columns)
    }

    @Test("Clusters hold a base and its marks, and nothing is lost")
    func clusters() {
        let text = "ae\u{301}日\u{302}🇩🇪"
        #expect(text.displayClusters.map { $0.text.unicodeScalars.count } == [1, 2, 2, 1, 1])
        #expect(text.displayClusters.map(\.width) == [1, 1, 2, 1, 1])
        #expect(text.displayClusters.reduce(into: "") { $0 += $1.text } == text)
    }

    @Test(
        "Text is cut by columns and never inside a character",
        arguments: [
            ("northwind", 20, .start, "northwind"), ("northwind", 9, .start, "northwind"),
            ("northwind", 5, .start, "nort…"), ("northwind", 5, .end, "…wind"), ("northwind", 5, .middle, "no…nd"),
            ("northwind", 6, .middle, "nor…nd"), ("northwind", 1, .start, "…"), ("northwind", 0, .start, ""),
            ("northwind", -3, .end, ""), ("日本語", 5, .start, "日本…"), ("日本語", 4, .start, "日…"),
            ("日本語", 4, .end, "…語"), ("日本語", 4, .middle, "日…"), ("日本語", 5, .middle, "日…語"), ("日本語", 1, .start, "…"),
            ("e\u{301}e\u{301}e\u{301}", 2, .start, "e\u{301}…"), ("", 3, .start, ""),
        ] as [(String, Int, KeptPart, String)])
    func shortening(text: String, columns: Int, kept: KeptPart, expected: String) {
        #expect(text.shortened(to: columns, keeping: kept) == expected)
    }

    @Test("A cut text fits, whatever is kept and however wide the sign is", arguments: ["…", "...", "~"])
    func shorteningFits(ellipsis: String) {
        for text in ["a日b本c語", "northwind/web", "👍👍👍", "e\u{301}日e\u{301}"] {
            for kept in KeptPart.allCases {
                for columns in 0...12 {
                    let cut = text.shortened(to: columns, keeping: kept, ellipsis: ellipsis)
                    #expect(cut.displayWidth <= columns)
                    #expect(text.fitted(to: columns, keeping: kept, ellipsis: ellipsis).displayWidth == columns)
                }
            }
        }
        #expect("northwind".shortened(to: 2, ellipsis: "...") == "no")
    }

    @Test("A name of ten thousand characters is cut like any other")
    func longName() {
        let name = String(repeating: "長", count: 10_000)
        #expect(name.shortened(to: 7) == "長長長…")
        #expect(name.shortened(to: 7, keeping: .end) == "…長長長")
        #expect(name.shortened(to: 8, keeping: .middle) == "長長…長")
    }

    @Test(
        "Padding reaches exactly the columns asked for",
        arguments: [
            ("ab", 5, .left, "ab   "), ("ab", 5, .right, "   ab"), ("ab", 5, .center, " ab  "), ("日", 4, .right, "  日"),
            ("abc", 2, .left, "abc"), ("", 2, .center, "  "),
        ] as [(String, Int, TextAlignment, String)])
    func padding(text: String, columns: Int, alignment: TextAlignment, expected: String) {
        #expect(text.padded(to: columns, alignment: alignment) == expected)
    }
}
