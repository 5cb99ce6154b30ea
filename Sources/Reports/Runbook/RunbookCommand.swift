/// A command to copy: a tool of the provider's with the identifiers filled in.
struct RunbookCommand: Hashable, Sendable {
    let words: [CommandWord]
    /// The file that it reads; nil where it reads none.
    let input: CommandWord?
    /// What of the shell's own stands behind the words, such as what is done when they fail: text of ours alone.
    let suffix: String
    /// The shell variable that takes what it prints; nil where it only prints.
    let variable: String?
    /// Whether it does nothing of its own: it takes in, or makes sure of, what the commands after it need.
    let onlyPrepares: Bool

    init(
        _ words: CommandWord..., input: CommandWord? = nil, suffix: StaticString = "", into variable: String? = nil,
        isCheck: Bool = false
    ) {
        self.words = words
        self.input = input
        self.suffix = suffix.description
        self.variable = variable
        onlyPrepares = isCheck || variable != nil
    }

    init(words: [CommandWord], input: CommandWord? = nil, suffix: StaticString = "") {
        self.words = words
        self.input = input
        self.suffix = suffix.description
        variable = nil
        onlyPrepares = false
    }

    /// The blanks that have to be filled in before it can run, each once.
    var missing: [String] {
        var missing: [String] = []
        for blank in (words + [input].compactMap { $0 }).flatMap(\.missing) where !missing.contains(blank) {
            missing.append(blank)
        }
        return missing
    }

    /// The command as one line for bash.
    var line: String {
        let line = words.map(\.shell).joined(separator: " ") + (input.map { " < \($0.shell)" } ?? "") + suffix
        return variable.map { "\($0)=$(\(line))" } ?? line
    }
}
