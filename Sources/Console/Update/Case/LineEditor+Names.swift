import Inventory
import TerminalKit

extension LineEditor {
    /// The names that begin with what is typed, else those that hold it; where a name is only suggested, all others.
    func names(among known: [String]) -> [QueryCompletion.Candidate] {
        let range = 0..<text.count
        if isSuggestion || isEmpty {
            return known.filter { $0 != text }.map { QueryCompletion.Candidate(text: $0, range: range) }
        }
        return Self.matches(text, known).map { QueryCompletion.Candidate(text: $0, range: range) }
    }

    /// The words that could stand in place of the one before the cursor.
    func words(among known: [String]) -> [QueryCompletion.Candidate] {
        let typed = String(textBeforeCursor.reversed().prefix { !$0.isWhitespace && $0 != "," && $0 != "#" }.reversed())
        let range = cursor - typed.count..<cursor
        return Self.matches(typed, known).map { QueryCompletion.Candidate(text: $0, range: range) }
    }

    private static func matches(_ typed: String, _ known: [String]) -> [String] {
        let typed = typed.lowercased()
        let others = known.filter { $0.lowercased() != typed }
        let first = others.filter { $0.lowercased().hasPrefix(typed) }
        return first + others.filter { !first.contains($0) && $0.lowercased().contains(typed) }
    }
}
