import Inventory
import TerminalKit

/// Reads one configuration file. Lines that make no sense are reported and skipped.
struct ConfigurationParser {
    private static let lineLimit = 2000
    private static let keyPrefix = "key."
    private static let queryPrefix = "query."

    private let file: String
    private var line = 0
    private var configuration = Configuration()
    private var bindings: [KeyBinding] = []
    /// In which line a setting stands.
    private var lines: [String: Int] = [:]

    init(file: String) { self.file = file }

    mutating func parse(_ text: String) -> Configuration {
        for content in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            line += 1
            guard line <= Self.lineLimit else {
                report(.tooLong)
                break
            }
            let words = EntryLine.words(of: content)
            if !words.isEmpty { parse(words) }
        }
        configuration.keymap = Keymap(bindings) { binding, conflict in
            report(.conflict(conflict, command: binding.command), line: binding.line)
        }
        configuration.problems.sort { $0.line < $1.line }
        return configuration
    }

    private mutating func parse(_ words: [Substring]) {
        guard let equals = words.firstIndex(of: "="), equals > 0 else { return report(.notAnEntry) }
        let name = words[..<equals].joined(separator: " ")
        let values = words[(equals + 1)...].map(String.init)
        guard !values.isEmpty else { return report(.missingValue) }
        if name.hasPrefix(Self.keyPrefix) {
            bind(String(name.dropFirst(Self.keyPrefix.count)), to: values)
        } else if name.hasPrefix(Self.queryPrefix) {
            call(values.joined(separator: " "), by: String(name.dropFirst(Self.queryPrefix.count)))
        } else {
            set(name, to: values.joined(separator: " "))
        }
    }

    /// Names a query. What it names in turn may stand in any line, so only the text itself is judged here.
    private mutating func call(_ text: String, by name: String) {
        let word = NamedQueries.word(for: name)
        guard !word.isEmpty else { return report(.notAnEntry) }
        do throws(QueryError) {
            _ = try Query(parsing: NamedQueries.ready.expanding(text))
        } catch {
            return report(.badQuery(error.message))
        }
        guard isFirst(Self.queryPrefix + word) else { return }
        configuration.queries.append(SavedQuery(name: name, text: text))
    }

    private mutating func set(_ name: String, to value: String) {
        guard Self.settings.contains(name) else {
            return report(.unknownSetting(name, similar: Spelling.nearest(to: name, among: Self.settings).first))
        }
        guard isFirst(name) else { return }
        switch name {
        case "theme": (configuration.theme, configuration.themeLine) = (value, line)
        case "ascii": if let isOn = isOn(value) { configuration.isASCII = isOn }
        default: if let isOn = isOn(value) { configuration.usesMouse = isOn }
        }
    }

    private static let settings = ["theme", "ascii", "mouse"]

    private mutating func isOn(_ value: String) -> Bool? {
        switch value {
        case "yes", "on", "true": return true
        case "no", "off", "false": return false
        default:
            report(.badValue(value, expected: "yes or no"))
            return nil
        }
    }

    private mutating func bind(_ name: String, to words: [String]) {
        let ids = Command.ID.allCases
        guard let command = ids.first(where: { $0.rawValue.lowercased() == Self.plain(name) }) else {
            return report(.unknownCommand(name, similar: Spelling.nearest(to: name, among: ids.map(\.rawValue)).first))
        }
        guard isFirst(Self.keyPrefix + command.rawValue) else { return }
        if words == ["none"] {
            bindings.append(KeyBinding(command: command, sequences: [], line: line))
            return
        }
        let sequences = alternatives(words).compactMap { sequence($0) }
        // Where no key can be read the command keeps those that it has.
        guard !sequences.isEmpty else { return }
        bindings.append(KeyBinding(command: command, sequences: sequences, line: line))
    }

    /// `page-down` and `page_down` are `pageDown` too.
    private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "-" && $0 != "_" } }

    /// The words between commas. A comma by itself, where a key is expected, is the key.
    private func alternatives(_ words: [String]) -> [[String]] {
        var alternatives: [[String]] = []
        var current: [String] = []
        for word in words {
            let ends = word.hasSuffix(",") && (word.count > 1 || !current.isEmpty)
            let key = ends ? String(word.dropLast()) : word
            if !key.isEmpty { current.append(key) }
            if ends {
                alternatives.append(current)
                current = []
            }
        }
        return current.isEmpty ? alternatives : alternatives + [current]
    }

    private mutating func sequence(_ words: [String]) -> KeySequence? {
        var keys: [Key] = []
        for word in words {
            guard let key = Key(word: word) else {
                report(.unreadableKey(word))
                return nil
            }
            if key == .control("c") {
                report(.reserved(key))
                return nil
            }
            if let other = key.arrivesAs {
                report(.indistinct(key, other))
                return nil
            }
            keys.append(key)
        }
        return KeySequence(keys)
    }

    /// Whether nothing was said of `name` before; what comes later is ignored.
    private mutating func isFirst(_ name: String) -> Bool {
        guard let before = lines[name] else {
            lines[name] = line
            return true
        }
        report(.repeated(name, line: before))
        return false
    }

    private mutating func report(_ reason: ConfigurationProblem.Reason, line: Int? = nil) {
        configuration.problems.append(ConfigurationProblem(file: file, line: line ?? self.line, reason: reason))
    }
}
