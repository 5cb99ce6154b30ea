import PlainText

extension ShellWord {
    /// The text as one word for bash, in a form that neither a shell nor shellcheck takes for an expansion that somebody
    /// forgot, or for a quote that was meant for another: where there is a dollar sign, a grave accent, a backslash or a quote,
    /// or a tilde at the beginning, each stands as its number.
    static func checked(_ text: String) -> String {
        let marks: [Unicode.Scalar: String] = [
            "$": "\\044", "`": "\\140", "\\": "\\134", "'": "\\047", "‘": "\\342\\200\\230", "’": "\\342\\200\\231",
        ]
        let needsNumbers = text.hasPrefix("~") || text.unicodeScalars.contains { marks[$0] != nil }
        guard needsNumbers, !PrintableText(text).isAltered else { return quoted(text) }
        var word = text.hasPrefix("~") ? "$'\\176" : "$'"
        for scalar in text.unicodeScalars.dropFirst(text.hasPrefix("~") ? 1 : 0) {
            word += marks[scalar] ?? String(scalar)
        }
        return word + "'"
    }
}
