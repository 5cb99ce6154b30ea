/// The styles of a drawing, each with a short name, and their rules in the colours of a palette.
struct DrawingStyles {
    /// What a terminal's own colours look like; readers of a drawing have no terminal.
    struct Palette {
        let paper: String
        let ink: String
        /// The sixteen colours, in their order.
        let colors: [String]

        static let light = Palette(
            paper: "#ffffff", ink: "#1f2328",
            colors: [
                "#24292f", "#b3202c", "#116329", "#7d4e00", "#0550ae", "#8250df", "#1b6f83", "#6e7781",
                "#57606a", "#a40e26", "#1a7f37", "#633c01", "#0969da", "#a475f9", "#0a7188", "#8c959f",
            ])
        static let dark = Palette(
            paper: "#0d1117", ink: "#e6edf3",
            colors: [
                "#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4",
                "#6e7681", "#ffa198", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#f0f6fc",
            ])

        func color(_ color: Color, standard: String) -> String {
            switch color {
            case .standard: return standard
            case .ansi(let named): return colors[Int(named.rawValue)]
            case .indexed(let index) where index < 16: return colors[Int(index)]
            case .indexed(let index):
                let parts = Color.parts(of: index)
                let bytes = [parts.red, parts.green, parts.blue].map { UInt8(clamping: $0) }
                return Color.rgb(red: bytes[0], green: bytes[1], blue: bytes[2]).description
            case .rgb: return color.description
            }
        }
    }

    private var order: [Style] = []
    private var names: [Style: String] = [:]

    /// The name of a style, the same for the same one.
    mutating func name(of style: Style) -> String {
        if let name = names[style] { return name }
        let name = "s\(order.count)"
        order.append(style)
        names[style] = name
        return name
    }

    /// Whether something other than the paper lies behind the text.
    func hasBox(_ style: Style) -> Bool { style.background != .standard || style.attributes.contains(.reverse) }

    /// The rules of all styles.
    func rules(_ palette: Palette) -> String {
        let rules = order.map { style -> String in
            let front = palette.color(style.foreground, standard: palette.ink)
            let back = palette.color(style.background, standard: palette.paper)
            let isReversed = style.attributes.contains(.reverse)
            let name = names[style] ?? ""
            let box = hasBox(style) ? "\n.\(name)b{fill:\(isReversed ? front : back)}" : ""
            return ".\(name){fill:\(isReversed ? back : front)\(Self.attributes(style.attributes))}" + box
        }
        return ([".paper{fill:\(palette.paper)}"] + rules).joined(separator: "\n")
    }

    private static func attributes(_ attributes: Style.Attributes) -> String {
        let rules: [(Style.Attributes, String)] = [
            (.bold, ";font-weight:bold"), (.dim, ";opacity:.66"), (.italic, ";font-style:italic"),
            (.underline, ";text-decoration:underline"),
        ]
        return rules.filter { attributes.contains($0.0) }.map(\.1).joined()
    }
}
