/// A drawing of a screen as SVG: text that can be selected and read out, no fonts and no addresses of its own, so that
/// nothing is fetched when it is looked at.
public struct ScreenDrawing: Sendable {
    /// Which colours the user's own palette has: that of a dark terminal, of a light one, or of both, by what the
    /// reader prefers.
    public enum Background: String, Sendable, CaseIterable {
        case light, dark, both
    }

    private let screen: Screen
    private let background: Background
    private let title: String

    /// The cells of a common monospaced font at sixteen pixels.
    private static let cell = (width: 9.6, height: 20.0)
    private static let baseline = 15.0
    private static let margin = 12.0

    /// A drawing.
    /// - Parameter title: What it shows, for those who do not see it.
    public init(of screen: Screen, on background: Background, title: String) {
        self.screen = screen
        self.background = background
        self.title = title
    }

    /// The file.
    public var svg: String {
        let size = (
            width: Double(screen.size.columns) * Self.cell.width + 2 * Self.margin,
            height: Double(screen.size.rows) * Self.cell.height + 2 * Self.margin
        )
        let (width, height) = (Self.number(size.width), Self.number(size.height))
        let inner = (width: Self.number(size.width - 2), height: Self.number(size.height - 2))
        var styles = DrawingStyles()
        let runs = (0..<screen.size.rows).map { row in
            screen.runs(ofRow: row).map { (run: $0, name: styles.name(of: $0.style)) }
        }
        let boxes = runs.enumerated().flatMap { row, runs in runs.compactMap { box($0.run, $0.name, row, styles) } }
        let lines = runs.enumerated().compactMap { row, runs in line(runs, row) }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img">
            <title>\(title.escapedForXML)</title>
            <style>
            text{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,"Liberation Mono",monospace;\
            font-size:16px;white-space:pre}
            rect{shape-rendering:crispEdges}
            \(rules(styles))
            </style>
            <rect class="paper" x="1" y="1" width="\(inner.width)" height="\(inner.height)" rx="8" \
            stroke="#8c959f" stroke-opacity=".6"/>
            \((boxes + lines).joined(separator: "\n"))
            </svg>

            """
    }

    private func rules(_ styles: DrawingStyles) -> String {
        switch background {
        case .light: styles.rules(.light)
        case .dark: styles.rules(.dark)
        case .both:
            "\(styles.rules(.light))\n@media (prefers-color-scheme:dark){\n\(styles.rules(.dark))\n}"
        }
    }

    /// What lies behind a run, where that is not the paper.
    private func box(_ run: ScreenRun, _ name: String, _ row: Int, _ styles: DrawingStyles) -> String? {
        guard styles.hasBox(run.style) else { return nil }
        return """
            <rect class="\(name)b" x="\(x(run.column))" y="\(Self.number(y(row)))" \
            width="\(Self.number(Double(run.columns) * Self.cell.width))" height="\(Self.number(Self.cell.height))"/>
            """
    }

    /// The texts of a row. Each stands at its own column, whatever width the reader's font has.
    private func line(_ runs: [(run: ScreenRun, name: String)], _ row: Int) -> String? {
        let spans = runs.filter { !$0.run.visibleText.isEmpty }.map { run, name in
            "<tspan class=\"\(name)\" x=\"\(x(run.column))\">\(run.visibleText.escapedForXML)</tspan>"
        }
        guard !spans.isEmpty else { return nil }
        return "<text xml:space=\"preserve\" y=\"\(Self.number(y(row) + Self.baseline))\">\(spans.joined())</text>"
    }

    private func x(_ column: Int) -> String { Self.number(Double(column) * Self.cell.width + Self.margin) }
    private func y(_ row: Int) -> Double { Double(row) * Self.cell.height + Self.margin }

    /// A number with one digit behind the point, or none.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}

/// Cells side by side that are drawn as one text.
struct ScreenRun: Hashable {
    let column: Int
    let columns: Int
    let text: String
    let style: Style

    /// The text without spaces at its end, where they are nothing but ground.
    var visibleText: String {
        if style.attributes.contains(.underline) { return text }
        return String(text.reversed().drop { $0 == " " }.reversed())
    }
}

extension Screen {
    /// The cells of a row as few texts: of one style each, and so that a character which a font may draw wider or
    /// narrower than a column moves none of those behind it.
    func runs(ofRow row: Int) -> [ScreenRun] {
        var runs: [ScreenRun] = []
        var column = 0
        for cell in self.row(row) {
            defer { column += 1 }
            guard !cell.isContinuation else { continue }
            let text = cell.text
            let isPlain = cell.width == 1 && text.utf8.allSatisfy { $0 < 0x80 }
            if let last = runs.last, last.style == cell.style, last.column + last.columns == column,
                isPlain && last.text.utf8.allSatisfy({ $0 < 0x80 }) || text == "─" && last.text.last == "─"
            {
                runs[runs.count - 1] = ScreenRun(
                    column: last.column, columns: last.columns + 1, text: last.text + text, style: last.style)
            } else {
                runs.append(ScreenRun(column: column, columns: Int(cell.width), text: text, style: cell.style))
            }
        }
        return runs
    }
}

extension String {
    /// The text with the characters that XML gives a meaning to written as names.
    var escapedForXML: String {
        reduce(into: "") { text, character in
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.append(character)
            }
        }
    }
}
