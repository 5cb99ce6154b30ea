import PlainText

/// One step of a runbook in a script for bash: told in words, and then asked for part by part. What the script runs stands in
/// a function, which it shows before it asks; what it cannot run it leaves to its reader, in words.
struct ShellStep {
    /// The functions of the script that tell, ask and wait.
    static let tell = "tell", confirm = "confirm", manual = "manual"

    /// Its place in the order: `4.1`.
    let number: String
    /// What it is about: `contain: token npm publish`.
    let title: String
    let words: String
    var parts: [RunbookStep.Part] = []

    /// The lines.
    var text: String {
        let told = ["\(number) \(title)".printable] + ShellText.lines(words, width: 100)
        return "\(Self.tell) " + told.map(ShellWord.checked).joined(separator: " \\\n  ") + "\n"
            + (parts.isEmpty ? "\(Self.manual) 'by hand'\n" : parts.map(text).joined())
    }

    private func text(of part: RunbookStep.Part) -> String {
        guard part.canRun else { return left(part) }
        let lines = (part.preparation + part.commands).map { "  \($0.line)\n" }.joined()
        return "step() {\n\(lines)}\nif \(Self.confirm); then step; fi\n"
    }

    /// What cannot run, as comments in one line each, so that it can be copied and filled in.
    private func left(_ part: RunbookStep.Part) -> String {
        var blanks: [String] = []
        for blank in part.commands.flatMap(\.missing) where !blanks.contains(blank) { blanks.append(blank) }
        let why = blanks.isEmpty ? "" : " for want of \(blanks.joined(separator: ", "))"
        let words = "\(number) by hand: \(part.commands.count.counted("command")), incomplete in the script\(why)"
        return part.preparation.map { "## first: \($0.line.printable)\n" }.joined()
            + part.commands.map(incomplete).joined() + "\(Self.manual) \(ShellWord.checked(words))\n"
    }

    private func incomplete(_ command: RunbookCommand) -> String {
        let why =
            !command.missing.isEmpty
            ? "needs \(command.missing.joined(separator: ", "))"
            : command.variable == nil
                ? "needs the answer of the one before" : "only what is incomplete itself takes in its answer"
        return "## incomplete, \(why): " + command.line.printable + "\n"
    }
}

/// Text in a script for bash.
enum ShellText {
    /// Lines that a shell passes over, however long the text and whatever is in it. Two marks: after one, words of the text
    /// could instruct shellcheck.
    static func comment(_ text: String) -> String { lines(text, width: 110).map { "## \($0)\n" }.joined() }

    /// The words of the text in lines of at most so many characters, where a word is not longer itself.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.printable.split(separator: " ") {
            if let last = lines.last, last.count + word.count < width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
