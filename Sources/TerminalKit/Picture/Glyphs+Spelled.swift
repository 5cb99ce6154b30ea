extension Glyphs {
    /// A text with nothing that these glyphs do not hold: in ASCII decorative characters become their twins, and every
    /// other character a question mark, as on a screen. Line ends stay.
    public func spelled(_ text: String) -> String {
        guard repertoire == .ascii, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        return text.map { character in
            character.isASCII ? String(character) : Self.twins[character] ?? "?"
        }.joined()
    }

    private static let twins: [Character: String] = Dictionary(
        Glyph.all.compactMap { row in row.glyph.unicode.first.map { ($0, row.glyph.ascii) } },
        uniquingKeysWith: { first, _ in first })
}
