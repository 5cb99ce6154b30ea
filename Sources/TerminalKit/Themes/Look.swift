/// What every view needs in order to draw: how meanings look, and which characters may be used.
public struct Look: Sendable, Hashable {
    /// How meanings look.
    public var theme: Theme
    /// Which decorative characters are used.
    public var glyphs: Glyphs

    /// A look; without arguments, without colours and attributes, in Unicode.
    public init(theme: Theme = .plain, glyphs: Glyphs = .unicode) {
        self.theme = theme
        self.glyphs = glyphs
    }

    /// How a screen is made for those who hear it: words for signs, and nothing shortened.
    public static let spoken = Look(glyphs: .words)

    /// Whether the screen is heard, and not seen.
    public var isSpoken: Bool { glyphs.repertoire == .words }

    /// The style of a meaning.
    public subscript(meaning: Meaning) -> Style { theme.style(meaning) }

    /// The text of a glyph.
    public subscript(glyph: Glyph) -> String { glyphs[glyph] }
}
