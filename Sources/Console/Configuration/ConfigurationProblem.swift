import PlainText
import TerminalKit

/// Something in a configuration file that could not be used as it stands. The rest of the file still counts.
public struct ConfigurationProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    enum Reason: Sendable, Hashable {
        /// The line is neither empty, a comment, nor `name = value`.
        case notAnEntry
        /// There is no such setting.
        case unknownSetting(String, similar: String?)
        /// There is no such command.
        case unknownCommand(String, similar: String?)
        /// Nothing follows the equals sign.
        case missingValue
        /// The setting takes one of these.
        case badValue(String, expected: String)
        /// The query cannot be asked; why.
        case badQuery(String)
        /// The word is no key.
        case unreadableKey(String)
        /// Terminals send the other key in place of it.
        case indistinct(Key, Key)
        /// The key always does the same.
        case reserved(Key)
        /// An earlier line says so already.
        case repeated(String, line: Int)
        /// Two commands ask for one key.
        case conflict(KeyConflict, command: Command.ID)
        /// The file goes on beyond the size of any configuration.
        case tooLong
    }

    /// The file, as the caller named it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    let reason: Reason

    /// Whether the line counts all the same.
    public var isWarning: Bool {
        if case .conflict(.takesAway, _) = reason { true } else { false }
    }

    /// The same where there is little room: without the folders of the file.
    var brief: String {
        "\(place): \(reason.words)"
    }

    private var place: String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return "\(name.printable):\(line)"
    }

    /// One line: `config:12: no command is called "qiut"; did you mean quit?`.
    public var description: String { "\(file.printable):\(line): \(reason.words)" }
}

extension [ConfigurationProblem] {
    /// Their causes in few words, those over which commands lost keys first. A line that takes keys from several commands
    /// is one cause.
    var causes: [String] {
        let conflicts = filter(\.isConflict)
        var told: Set<Int> = []
        let words = conflicts.compactMap { problem -> String? in
            let losers = conflicts.filter { $0.line == problem.line }.reduce(into: [Command.ID]()) { losers, other in
                if let loser = other.loser, !losers.contains(loser) { losers.append(loser) }
            }
            guard problem.loser != nil, losers.count > 1 else { return problem.brief }
            return told.insert(problem.line).inserted ? problem.brief(losers: losers) : nil
        }
        return words + filter { !$0.isConflict }.map(\.brief)
    }
}

extension ConfigurationProblem {
    fileprivate var isConflict: Bool {
        if case .conflict = reason { true } else { false }
    }

    /// The command that lost a key to the line.
    fileprivate var loser: Command.ID? {
        if case .conflict(.takesAway(_, let loser), _) = reason { loser } else { nil }
    }

    /// That the line takes keys from several commands.
    fileprivate func brief(losers: [Command.ID]) -> String {
        guard case .conflict(_, let command) = reason else { return brief }
        let names = losers.map(\.rawValue).joined(separator: ", ")
        return "\(place): key.\(command.rawValue) takes the keys of \(names): give each another, or none"
    }
}

extension ConfigurationProblem.Reason {
    fileprivate var words: String {
        switch self {
        case .notAnEntry: "expected 'name = value', such as 'key.why = w'"
        case .unknownSetting(let name, let similar):
            "nothing is called \"\(name.printable)\"" + Self.hint(similar) + "; the line is ignored"
        case .unknownCommand(let name, let similar):
            "no command is called \"\(name.printable)\"" + Self.hint(similar) + "; the line is ignored"
        case .missingValue: "a value is missing; 'none' unbinds a command"
        case .badValue(let value, let expected): "\"\(value.printable)\" is not \(expected); the line is ignored"
        case .badQuery(let words): "the query cannot be asked: \(words.printable); the line is ignored"
        case .unreadableKey(let word):
            "\"\(word.printable)\" is no key: write j, <Enter>, ctrl-f, space, or Z p for one after another"
        case .indistinct(let key, let other):
            "terminals send \(other.label(.ascii)) for \(key.label(.ascii)): bind that"
        case .reserved(let key): "\(key.label(.ascii)) always stops what is going on"
        case .repeated(let name, let line): "\(name.printable) stands in line \(line) already; this line is ignored"
        case .conflict(.taken(let keys, let owner, let line), let command):
            "\(keys.label(.ascii)) is taken by \(owner.rawValue) in line \(line), so it does not run \(command.rawValue)"
        case .conflict(.takesAway(let keys, let loser), let command):
            "\(keys.label(.ascii)) runs \(command.rawValue) now, and \(loser.rawValue) no longer; "
                + "give key.\(loser.rawValue) another, or none"
        case .tooLong: "the file is too long for a configuration; the rest is ignored"
        }
    }

    private static func hint(_ similar: String?) -> String { similar.map { " (did you mean \($0)?)" } ?? "" }
}
