/// A command to copy: a tool of the provider's with the identifiers filled in.
struct RunbookCommand: Hashable, Sendable {
    let words: [CommandWord]
    /// What of the shell's own stands behind the words, such as where their input comes from: text of ours alone.
    let suffix: String
    /// The shell variable that takes what it prints; nil where it only prints.
    let variable: String?

    init(_ words: CommandWord..., suffix: StaticString = "", into variable: String? = nil) {
        self.words = words
        self.suffix = suffix.description
        self.variable = variable
    }

    init(words: [CommandWord], suffix: StaticString = "") {
        self.words = words
        self.suffix = suffix.description
        variable = nil
    }

    /// The blanks that have to be filled in before it can run, each once.
    var missing: [String] {
        var missing: [String] = []
        for blank in words.flatMap(\.missing) where !missing.contains(blank) { missing.append(blank) }
        return missing
    }

    /// The command as one line for bash.
    var line: String {
        let line = words.map(\.shell).joined(separator: " ") + suffix
        return variable.map { "\($0)=$(\(line))" } ?? line
    }
}
