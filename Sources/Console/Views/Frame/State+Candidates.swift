import PlainText
import TerminalKit

// What could be typed next, on the line of hints.
extension State {
    /// What stands before the candidates: the key that takes the first one.
    static let candidateSign = "tab: "

    /// The first few candidates of a prompt, the first one with what it means; none where no query is typed.
    func explainedCandidates(_ prompt: Prompt) -> [String] {
        let candidates = completions(of: prompt).prefix(6)
        return candidates.enumerated().map { number, candidate in
            number > 0 || candidate.explanation.isEmpty
                ? candidate.text : "\(candidate.text) (\(candidate.explanation))"
        }
    }
}

extension Screen {
    /// Between two candidates.
    static let candidateGap = "  "

    /// Lets a mouse take the candidates that were written in `line` behind `head`.
    mutating func holdCandidates(_ candidates: [String], behind head: String, in line: Rect) {
        var column = line.column + head.printable.displayWidth
        for (number, text) in candidates.enumerated() {
            let width = text.printable.displayWidth
            hold(.candidate(number), in: Rect(row: line.row, column: column, rows: 1, columns: width), clip: line)
            column += width + Self.candidateGap.count
        }
    }
}
