import Inventory
import Reports
import TerminalKit

extension State {
    /// The key that runs a command, for words about it; where it is unbound, what to type in the palette.
    func key(_ command: Command.ID, _ glyphs: Glyphs = .ascii) -> String {
        keymap.label(of: command, glyphs) ?? ":\(Command[command]?.label(in: self) ?? command.rawValue)"
    }

    /// Whether a key runs a command where nothing lies over the view: a menu takes the key that opened it for "the same
    /// again".
    func isKey(_ key: Key, of command: Command.ID) -> Bool { keymap.meaning(of: [key]) == .command(command) }

    /// That nothing is left of a list, and what to do about it.
    var nothingMatches: String {
        let why = (counted?.gaps ?? []).filter(\.isAboutKinds).map { $0.words(in: inventory) }
        let hint = Self.patternHint(in: place.query).map { [$0] } ?? []
        return (why + ["nothing matches the filter"] + hint + ["\(key(.clear)) clears it"]).joined(separator: "; ")
    }

    /// How a pattern is written, where a word looks like one and is none.
    static func patternHint(in text: String) -> String? {
        let word = text.split(whereSeparator: \.isWhitespace).first { word in
            !word.contains("/") && !word.contains(":")
                && (word.hasPrefix("^") || word.hasSuffix("$") || word.contains(".*"))
        }
        return word.map { "a pattern stands between slashes: /\($0)/" }
    }

    /// That a search finds nothing.
    var nothingFound: Message {
        let hint = Self.patternHint(in: place.search).map { "; \($0)" } ?? ""
        return Message(text: "nothing here has \(place.search)\(hint)", tone: .warning)
    }

    /// That a list is empty because of the kinds that are not listed, and what to do about it.
    var allHidden: String { "all of it is of kinds that are not listed: \(key(.kinds)) lists them" }

    /// Why a command does nothing here and now, its keys included; nil when it does something.
    func keyObstacle(_ command: Command) -> String? {
        if let reason = command.disabledReason(self) { return reason }
        let isTaken = keys(thatRun: command.id).isEmpty && !keymap.keys(of: command.id).isEmpty
        return isTaken && command.scope == nil ? "its keys move and fold what is drawn here" : nil
    }

    /// The keys that run a command here: without those that mean something else where the rows are a drawing.
    func keys(thatRun command: Command.ID) -> [KeySequence] {
        keymap.keys(of: command).filter { keymap.meaning(of: $0.keys, in: self) == .command(command) }
    }
}
