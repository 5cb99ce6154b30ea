/// The decorative characters of the console, each with a twin in ASCII. All take one column (``ellipsis`` in ASCII
/// too), and none is an emoji: terminals disagree on those.
public struct Glyphs: Sendable, Hashable {
    /// Which characters a terminal can show.
    public enum Repertoire: Sendable, Hashable, CaseIterable {
        /// The whole of Unicode, in UTF-8.
        case unicode
        /// Only ASCII.
        case ascii
        /// None: for those who hear the screen. Where a sign says something, a word stands for it.
        case words
    }

    /// Which column of the table is used.
    public let repertoire: Repertoire

    /// The glyphs of a repertoire.
    public init(_ repertoire: Repertoire) { self.repertoire = repertoire }

    /// The glyphs in Unicode.
    public static let unicode = Glyphs(.unicode)
    /// The glyphs in ASCII.
    public static let ascii = Glyphs(.ascii)
    /// Words in place of the glyphs.
    public static let words = Glyphs(.words)

    /// The text of a glyph.
    public subscript(glyph: Glyph) -> String {
        switch repertoire {
        case .unicode: glyph.unicode
        case .ascii: glyph.ascii
        case .words: glyph.word
        }
    }

    /// What stands where text was cut.
    public var ellipsis: String { self[.ellipsis] }
}

/// One decorative character, named by what it is for.
public struct Glyph: Sendable, Hashable {
    /// Its form in Unicode.
    public let unicode: String
    /// Its form in ASCII.
    public let ascii: String
    /// What it says, where nothing beside it does; empty for what only guides the eye.
    public let word: String

    private init(_ unicode: String, _ ascii: String, _ word: String = "") {
        self.unicode = unicode
        self.ascii = ascii
        self.word = word
    }
}

extension Glyph {
    /// A horizontal line.
    public static let horizontal = Glyph("─", "-")
    /// A vertical line.
    public static let vertical = Glyph("│", "|")
    /// Corners of a box.
    public static let topLeft = Glyph("┌", "+")
    /// Corners of a box.
    public static let topRight = Glyph("┐", "+")
    /// Corners of a box.
    public static let bottomLeft = Glyph("└", "+")
    /// Corners of a box, and the last branch of a tree.
    public static let bottomRight = Glyph("┘", "+")
    /// A branch to the right, also in trees.
    public static let teeRight = Glyph("├", "+")
    /// A branch to the left.
    public static let teeLeft = Glyph("┤", "+")
    /// A branch downwards.
    public static let teeDown = Glyph("┬", "+")
    /// A branch upwards.
    public static let teeUp = Glyph("┴", "+")
    /// A crossing.
    public static let cross = Glyph("┼", "+")
    /// Between the crumbs of a path of places.
    public static let crumb = Glyph("▸", ">")
    /// Before the selected row.
    public static let selected = Glyph("▸", ">")
    /// Before a marked row.
    public static let marked = Glyph("✓", "*")
    /// Before a row whose mark, or its end, is not in the case yet.
    public static let pending = Glyph("?", "?", "not recorded yet")
    /// Beside an entity on which a note was written.
    public static let noted = Glyph("¶", ";")
    /// Something that is live, or present.
    public static let dot = Glyph("●", "@")
    /// Something that is over, or absent.
    public static let circle = Glyph("○", "o")
    /// Part of one, part of the other.
    public static let half = Glyph("◐", "/")
    /// Where text was cut.
    public static let ellipsis = Glyph("…", "~")
    /// Between facts on one line. In words it stays: ``Screen/facts(in:)`` parts them there.
    public static let separator = Glyph("·", "-", "·")
    /// No value.
    public static let none = Glyph("–", "-", "none")
    /// From one moment to another.
    public static let until = Glyph("→", ">", "to")
    /// Towards the far end of a relation.
    public static let arrowRight = Glyph("→", ">")
    /// From the far end of a relation.
    public static let arrowLeft = Glyph("←", "<")
    /// More above; ascending order.
    public static let arrowUp = Glyph("↑", "^")
    /// More below; descending order.
    public static let arrowDown = Glyph("↓", "v")
    /// A column that is sorted upwards.
    public static let ascending = Glyph("▲", "^", "ascending ")
    /// A column that is sorted downwards.
    public static let descending = Glyph("▼", "v", "descending ")
    /// A branch of a tree that is shut.
    public static let shut = Glyph("▸", "+", "folded")
    /// Several that are drawn as one.
    public static let folded = Glyph("⊞", "&", "folded ")
    /// A branch of a tree that is open.
    public static let open = Glyph("▾", "-", "open")
    /// The part of a scroll bar that says where the window is.
    public static let thumb = Glyph("█", "#")
    /// The rest of a scroll bar.
    public static let track = Glyph("│", "|")
    /// A stretch of time that is covered, in a time line.
    public static let span = Glyph("━", "=")
    /// Where a stretch of time begins.
    public static let spanStart = Glyph("┝", "[")
    /// Where a stretch of time ends.
    public static let spanEnd = Glyph("┥", "]")
    /// Bars of a histogram, from the lowest to the highest.
    public static let bars = [
        Glyph("▁", "."), Glyph("▂", ":"), Glyph("▃", "-"), Glyph("▄", "="), Glyph("▅", "+"), Glyph("▆", "*"),
        Glyph("▇", "%"), Glyph("█", "#"),
    ]
    /// What all ways lead through.
    public static let choke = Glyph("◆", "%")
    /// What a cut takes away.
    public static let cut = Glyph("✕", "X")
    /// What is to be protected.
    public static let target = Glyph("◎", "$")
    /// Below the place of an error in a line.
    public static let caret = Glyph("^", "^")

    /// Every glyph, by its name: the table that tests and documents read.
    public static let all: [(name: String, glyph: Glyph)] = [
        ("horizontal", horizontal), ("vertical", vertical), ("topLeft", topLeft), ("topRight", topRight),
        ("bottomLeft", bottomLeft), ("bottomRight", bottomRight), ("teeRight", teeRight), ("teeLeft", teeLeft),
        ("teeDown", teeDown), ("teeUp", teeUp), ("cross", cross), ("crumb", crumb), ("selected", selected),
        ("marked", marked), ("pending", pending), ("noted", noted), ("dot", dot), ("circle", circle), ("half", half),
        ("ellipsis", ellipsis),
        ("separator", separator), ("none", none), ("until", until), ("arrowRight", arrowRight),
        ("arrowLeft", arrowLeft),
        ("arrowUp", arrowUp), ("arrowDown", arrowDown), ("ascending", ascending), ("descending", descending),
        ("shut", shut), ("folded", folded), ("open", open), ("thumb", thumb), ("track", track), ("span", span),
        ("spanStart", spanStart), ("spanEnd", spanEnd), ("choke", choke), ("cut", cut),
        ("target", target), ("caret", caret),
        ("bar 1", bars[0]), ("bar 2", bars[1]), ("bar 3", bars[2]), ("bar 4", bars[3]), ("bar 5", bars[4]),
        ("bar 6", bars[5]), ("bar 7", bars[6]), ("bar 8", bars[7]),
    ]
}
