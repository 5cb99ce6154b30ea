/// Characters beyond ASCII that are taken for one of ASCII: those that people meet, not all of UTS 39.
enum LookAlikeLetters {
    /// By the number of each, what it is taken for.
    static let latin: [UInt32: UInt8] = {
        var latin: [UInt32: UInt8] = [:]
        for (letter, others) in table {
            for other in others.unicodeScalars { latin[other.value] = letter }
        }
        return latin
    }()

    /// Capitals are listed where they look like another letter than their small ones, or are the only one of the two;
    /// for the others the row of the small letter serves.
    private static let table: [(letter: UInt8, others: String)] = [
        row("a", "\u{251}\u{3B1}\u{430}"),
        row("b", "\u{3B2}\u{432}\u{44C}\u{184}"),
        row("c", "\u{3F2}\u{441}\u{217D}"),
        row("d", "\u{501}\u{217E}"),
        row("e", "\u{3B5}\u{435}\u{4BD}\u{212E}"),
        row("f", "\u{3DD}\u{17F}"),
        row("g", "\u{261}\u{581}\u{50D}"),
        row("h", "\u{397}\u{4BB}\u{43D}\u{570}"),
        row("i", "\u{131}\u{3B9}\u{456}\u{2170}"),
        row("I", "\u{399}\u{406}\u{2160}"),
        row("j", "\u{3F3}\u{458}"),
        row("k", "\u{3BA}\u{43A}"),
        row("l", "\u{4C0}\u{4CF}\u{217C}\u{1C0}"),
        row("m", "\u{3BC}\u{43C}\u{217F}"),
        row("n", "\u{3B7}\u{39D}\u{43F}\u{578}"),
        row("o", "\u{3BF}\u{3C3}\u{43E}\u{585}"),
        row("p", "\u{3C1}\u{440}"),
        row("q", "\u{51B}\u{566}"),
        row("r", "\u{433}"),
        row("s", "\u{455}\u{54F}"),
        row("t", "\u{3C4}\u{442}"),
        row("u", "\u{3C5}\u{57D}"),
        row("v", "\u{3BD}\u{475}\u{2174}"),
        row("w", "\u{3C9}\u{461}\u{51D}"),
        row("x", "\u{3C7}\u{445}\u{2179}"),
        row("y", "\u{3A5}\u{3B3}\u{443}\u{4AF}"),
        row("z", "\u{3B6}"),
        row("3", "\u{417}\u{437}\u{4E0}\u{4E1}"),
        row("6", "\u{431}"),
        row("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}"),
        row("/", "\u{2044}\u{2215}"),
        row(".", "\u{2024}"),
        row(" ", "\u{A0}\u{2002}\u{2003}\u{2007}\u{2009}\u{202F}"),
    ]

    private static func row(_ letter: Unicode.Scalar, _ others: String) -> (letter: UInt8, others: String) {
        (UInt8(truncatingIfNeeded: letter.value), others)
    }
}
