import PlainText

/// Text for Markdown (CommonMark and GitHub's tables): what comes from outside is shown as it is, and marks nothing up.
enum MarkdownText {
    /// The text in a line of prose or a cell of a table: printable, with everything escaped that could mean something.
    static func plain(_ text: String) -> String {
        var line = ""
        for scalar in text.printable.unicodeScalars {
            if marks.contains(scalar) { line.unicodeScalars.append("\\") }
            line.unicodeScalars.append(scalar)
        }
        return line.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
    }

    /// Every mark that Markdown gives a meaning within a line, HTML, mentions and mathematics among them. A backslash before
    /// any of them shows the mark itself; addresses that would become links are broken in the same way.
    private static let marks = Set(#"\`*_{}[]<>()#+!|~&@$^"#.unicodeScalars)

    /// The text as code within a line of prose, not in a cell of a table.
    static func code(_ text: String) -> String {
        let line = text.printable
        let fence = String(repeating: "`", count: longestRun(in: line) + 1)
        let pad = line.hasPrefix("`") || line.hasSuffix("`") || line.isEmpty ? " " : ""
        return fence + pad + line + pad + fence
    }

    /// Lines as a block of code. Each line is printable.
    static func block(_ lines: [String], language: String = "") -> String {
        let lines = lines.map(\.printable)
        let longest = lines.map(longestRun).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return fence + language + "\n" + lines.map { $0 + "\n" }.joined() + fence + "\n"
    }

    /// A row of a table; cells are Markdown already.
    static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

    /// The head of a table and the line under it.
    static func head(_ titles: [String]) -> String { row(titles) + row(titles.map { _ in "---" }) }

    private static func longestRun(in text: String) -> Int {
        var (longest, run) = (0, 0)
        for scalar in text.unicodeScalars {
            run = scalar == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
