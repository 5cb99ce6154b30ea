/// A line `name = value …` of a file that people write, such as a theme or a configuration.
public enum EntryLine {
    /// The words of a line up to a comment; the first equals sign is a word of its own. A `#` begins a comment at the
    /// start of the line and where it stands alone.
    public static func words(of line: Substring) -> [Substring] {
        var words: [Substring] = []
        for word in line.split(whereSeparator: \.isWhitespace) {
            if word == "#" || (words.isEmpty && word.hasPrefix("#")) { break }
            guard words.count < 2, word != "=", let equals = word.firstIndex(of: "="), !words.contains("=") else {
                words.append(word)
                continue
            }
            words += [word[..<equals], "=", word[word.index(after: equals)...]].filter { !$0.isEmpty }
        }
        return words
    }
}
