import PlainText

/// The few elements of SVG that a picture of words needs. Every text is made printable and escaped.
enum SVGText {
    /// The longest text that is drawn.
    private static let limit = 110

    /// The text for XML and HTML, between tags and in quotes. Scalar by scalar: a mark with an accent on it is a mark.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.printable.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    static func text(_ text: String, x: Int, y: Int, style: String = "") -> String {
        guard !text.isEmpty else { return "" }
        let cut = text.printable.shortened(to: limit, keeping: .middle)
        return "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\">\(escaped(cut))</text>"
    }

    static func document(width: Int, height: Int, title: String, _ parts: [String]) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
        viewBox="0 0 \(width) \(height)" role="img">
        <title>\(escaped(title))</title>
        <style>
        svg { color-scheme: light dark; background: #ffffff }
        text { font: 14px ui-monospace, Menlo, Consolas, monospace; fill: #1f2328; white-space: pre }
        .title { font-weight: bold }
        .dim { fill: #59636e; font-size: 12px }
        .end { text-anchor: end }
        .box { fill: #f6f8fa; stroke: #818b98 }
        .identity { stroke: #9a3412; stroke-width: 2 }
        .integrity { stroke: #1d4ed8; stroke-width: 4; stroke-dasharray: 8 4 }
        .fact { stroke: #59636e; stroke-dasharray: 2 4 }
        .edge { fill: none }
        .head { fill: #59636e }
        @media (prefers-color-scheme: dark) {
        svg { background: #0d1117 }
        text { fill: #e6edf3 }
        .dim { fill: #9198a1 }
        .box { fill: #161b22; stroke: #656c76 }
        .identity { stroke: #f0883e }
        .integrity { stroke: #79c0ff }
        .fact { stroke: #9198a1 }
        .head { fill: #9198a1 }
        }
        </style>
        \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
        </svg>

        """
    }
}
