/// How a cell looks besides its text.
public struct Style: Sendable, Hashable {
    /// Ways to set a cell apart that need no colour.
    public struct Attributes: OptionSet, Sendable, Hashable {
        /// The bits, which the curses layer reads too.
        public let rawValue: UInt8

        /// Attributes from their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Heavier strokes.
        public static let bold = Attributes(rawValue: 1 << 0)
        /// Fainter.
        public static let dim = Attributes(rawValue: 1 << 1)
        /// Slanted, where the terminal can.
        public static let italic = Attributes(rawValue: 1 << 2)
        /// A line below.
        public static let underline = Attributes(rawValue: 1 << 3)
        /// Foreground and background exchanged.
        public static let reverse = Attributes(rawValue: 1 << 4)

        /// Every attribute by its name in theme files.
        public static let named: [(name: String, attribute: Attributes)] = [
            ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
        ]
    }

    /// The colour of the text.
    public var foreground: Color
    /// The colour behind it.
    public var background: Color
    /// What sets it apart without colour.
    public var attributes: Attributes

    /// A style; without arguments, what the terminal shows by itself.
    public init(foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// What the terminal shows by itself.
    public static let plain = Style()

    /// This style laid over `base`: its own colours where it has any, the attributes of both.
    public func over(_ base: Style) -> Style {
        Style(
            foreground: foreground == .standard ? base.foreground : foreground,
            background: background == .standard ? base.background : background,
            attributes: base.attributes.union(attributes))
    }

    /// This style with the nearest colours that `support` can show.
    public func downgraded(to support: ColorSupport) -> Style {
        Style(
            foreground: foreground.downgraded(to: support), background: background.downgraded(to: support),
            attributes: attributes)
    }
}

extension Style: CustomStringConvertible {
    /// The style as a theme file writes it: `red on black bold`.
    public var description: String {
        var words: [String] = []
        if foreground != .standard || background != .standard { words.append(foreground.description) }
        if background != .standard { words += ["on", background.description] }
        words += Attributes.named.filter { attributes.contains($0.attribute) }.map(\.name)
        return words.isEmpty ? "default" : words.joined(separator: " ")
    }
}

extension Color: CustomStringConvertible {
    /// The colour as a theme file writes it: `default`, `bright-red`, `208`, `#d7005f`.
    public var description: String {
        switch self {
        case .standard: "default"
        case .ansi(let color): color.name
        case .indexed(let index): "\(index)"
        case .rgb(let red, let green, let blue):
            "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
