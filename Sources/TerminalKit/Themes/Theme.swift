/// How each ``Meaning`` looks. A value; made by ``ThemeLibrary`` from a theme file or a built-in text.
public struct Theme: Sendable, Hashable {
    /// The name, as in `--theme`.
    public let name: String

    /// Styles as the theme gives them, by dotted name.
    var entries: [String: ThemeStyle]
    /// Named colours of the theme, which themes that inherit it may use and change.
    var palette: [String: ThemeColor]
    private var styles: [String: Style] = [:]
    private var support: ColorSupport = .full

    init(name: String, entries: [String: ThemeStyle], palette: [String: ThemeColor]) {
        self.name = name
        self.entries = entries
        self.palette = palette
        styles = entries.mapValues { $0.style(for: .full) }
    }

    /// The theme without a single entry: everything looks plain.
    public static let plain = Theme(name: "plain", entries: [:], palette: [:])

    /// The style of a meaning: that of its longest prefix along the dots which the theme knows, else plain.
    public func style(_ meaning: Meaning) -> Style {
        var current: Meaning? = meaning
        while let asked = current {
            if let style = styles[asked.name] { return style }
            current = asked.parent
        }
        return .plain
    }

    /// The style of a meaning; see ``style(_:)``.
    public subscript(meaning: Meaning) -> Style { style(meaning) }

    /// This theme for a terminal with fewer colours. With ``ColorSupport/none`` only attributes are left.
    public func adapted(to support: ColorSupport) -> Theme {
        var theme = self
        theme.support = support
        theme.styles = entries.mapValues { $0.style(for: support) }
        return theme
    }
}

/// A colour of a theme, with the name to use where there are only sixteen.
struct ThemeColor: Sendable, Hashable {
    var color: Color
    var fallback: ANSIColor?
    /// The name it came by, so that a theme that inherits may change the colour.
    var paletteName: String?

    func color(for support: ColorSupport) -> Color {
        if support == .sixteen, let fallback { return .ansi(fallback) }
        return color.downgraded(to: support)
    }
}

/// One entry of a theme.
struct ThemeStyle: Sendable, Hashable {
    var foreground = ThemeColor(color: .standard)
    var background = ThemeColor(color: .standard)
    var attributes: Style.Attributes = []

    /// This entry with the colours that the names have in `palette`.
    func resolved(in palette: [String: ThemeColor]) -> ThemeStyle {
        var style = self
        if let color = foreground.paletteName.flatMap({ palette[$0] }) { style.foreground = color }
        if let color = background.paletteName.flatMap({ palette[$0] }) { style.background = color }
        return style
    }

    func style(for support: ColorSupport) -> Style {
        Style(
            foreground: foreground.color(for: support), background: background.color(for: support),
            attributes: attributes)
    }
}
