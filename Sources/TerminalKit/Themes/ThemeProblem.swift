import PlainText

/// Something in a theme file that could not be used. The rest of the file still counts.
public struct ThemeProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// The line is neither empty, a comment, nor `key = value`.
        case notAnEntry
        /// No meaning has this name: a misspelling, or a newer theme. A warning only.
        case unknownKey(String)
        /// The word is no colour.
        case unknownColor(String)
        /// The word is no attribute.
        case unknownAttribute(String)
        /// Nothing follows the equals sign, or `on`.
        case missingValue
        /// The theme inherits one that does not exist.
        case unknownParent(String)
        /// The theme inherits itself, by way of these.
        case circular([String])
        /// The file goes on beyond the size any theme has.
        case tooLong
    }

    /// The file, as the caller named it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let reason: Reason

    /// Whether the entry may be ignored without the theme looking wrong.
    public var isWarning: Bool {
        if case .unknownKey = reason { true } else { false }
    }

    /// One line: `ember.theme:12: "purpel" is not a colour`.
    public var description: String { "\(file.printable):\(line): \(reason.words)" }
}

extension ThemeProblem.Reason {
    fileprivate var words: String {
        switch self {
        case .notAnEntry: "expected 'key = colour [on colour] [attribute ...]'"
        case .unknownKey(let key): "nothing is called \"\(key.printable)\"; the line is ignored"
        case .unknownColor(let word):
            "\"\(word.printable)\" is not a colour: use a name such as bright-red, 0-255, #rrggbb, "
                + "or a name from the palette"
        case .unknownAttribute(let word):
            "\"\(word.printable)\" is not an attribute: use bold, dim, italic, underline or reverse"
        case .missingValue: "a colour is missing"
        case .unknownParent(let name): "there is no theme \"\(name.printable)\" to inherit"
        case .circular(let names): "the theme inherits itself: \(names.joined(separator: " > ").printable)"
        case .tooLong: "the file is too long for a theme; the rest is ignored"
        }
    }
}
