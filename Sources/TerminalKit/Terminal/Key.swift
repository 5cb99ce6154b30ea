/// A key as a terminal reports it.
public enum Key: Sendable, Hashable {
    /// A character, typed as such.
    case character(Character)
    /// A letter with control, in lower case. Ctrl-I, ctrl-M and ctrl-H arrive as tab, enter and backspace.
    case control(Character)
    /// A character with alt (also: escape, and quickly a character).
    case alt(Character)
    /// F1 to F63.
    case function(Int)
    case enter, escape, backspace, tab, backTab
    case up, down, left, right
    case home, end, pageUp, pageDown, insert, delete
    case altLeft, altRight
}

extension Key {
    /// Every key that has a name: in scripts, in words, and as a sign (the ASCII words where the sign is absent).
    static let named: [(key: Key, script: String, word: String, sign: String?)] = [
        (.enter, "Enter", "enter", "↵"), (.escape, "Esc", "esc", nil), (.backspace, "BS", "backspace", "⌫"),
        (.tab, "Tab", "tab", nil), (.backTab, "S-Tab", "shift-tab", nil),
        (.up, "Up", "up", "↑"), (.down, "Down", "down", "↓"), (.left, "Left", "left", "←"),
        (.right, "Right", "right", "→"), (.home, "Home", "home", nil), (.end, "End", "end", nil),
        (.pageUp, "PageUp", "pgup", nil), (.pageDown, "PageDown", "pgdn", nil), (.insert, "Insert", "ins", nil),
        (.delete, "Del", "del", nil), (.altLeft, "A-Left", "alt-left", "alt-←"),
        (.altRight, "A-Right", "alt-right", "alt-→"), (.character(" "), "Space", "space", nil),
        (.character("<"), "lt", "<", nil),
    ]

    /// Characters that have to be spelled inside angle brackets.
    private static let spelled: [String: Character] = ["space": " ", "lt": "<", "gt": ">"]

    /// The name shown in help and key bars: `↵` or `enter`, `ctrl-f`, `space`, `F1`, `j`.
    public func label(_ glyphs: Glyphs = .unicode) -> String {
        if let named = Self.named.first(where: { $0.key == self }) {
            return glyphs.repertoire == .unicode ? named.sign ?? named.word : named.word
        }
        return switch self {
        case .character(let character): String(character)
        case .control(let character): "ctrl-\(character)"
        case .alt(let character): "alt-\(character == " " ? "space" : String(character))"
        case .function(let number): "F\(number)"
        default: script
        }
    }

    /// A list of keys as they are shown, with a word for every sign: `enter l right` for `↵ l →`. A text that is no
    /// such list stays as it is.
    public static func spelled(_ labels: String) -> String {
        let parts = labels.split(separator: " ").map(String.init)
        let isList = parts.allSatisfy { part in part.count == 1 || labelled.contains(part) }
        guard isList else { return labels }
        return parts.map { part in named.first { $0.sign == part }?.word ?? part }.joined(separator: " ")
    }

    private static let labelled: Set<String> = Set(
        named.flatMap { [$0.word, $0.sign ?? $0.word] } + (1...63).map { "F\($0)" }
            + "abcdefghijklmnopqrstuvwxyz".flatMap { ["ctrl-\($0)", "alt-\($0)"] })

    /// The name used in scripts and key files: `<Enter>`, `<C-f>`, `<F1>`, `j`.
    public var script: String {
        if let named = Self.named.first(where: { $0.key == self }) { return "<\(named.script)>" }
        return switch self {
        case .character(let character): String(character)
        case .control(let character): "<C-\(Self.spelled.first { $0.value == character }?.key ?? String(character))>"
        case .alt(let character): "<A-\(Self.spelled.first { $0.value == character }?.key ?? String(character))>"
        case .function(let number): "<F\(number)>"
        default: ""
        }
    }

    /// The key with a script name; nil when there is none. Names in angle brackets may be in any case.
    public init?(script: String) {
        guard script.count > 1, script.first == "<", script.last == ">" else {
            guard let character = script.first, script.count == 1 else { return nil }
            self = .character(character)
            return
        }
        let name = String(script.dropFirst().dropLast())
        if let named = Self.named.first(where: { $0.script.lowercased() == name.lowercased() }) {
            self = named.key
        } else if let number = Int(name.dropFirst()), name.first?.lowercased() == "f", (1...63).contains(number) {
            self = .function(number)
        } else {
            let modifier = name.prefix(2).lowercased()
            let rest = String(name.dropFirst(2))
            guard let character = rest.count == 1 ? rest.first : Self.spelled[rest.lowercased()] else { return nil }
            switch modifier {
            case "c-": self = .control(character.lowercased().first ?? character)
            case "a-", "m-": self = .alt(character)
            default: return nil
            }
        }
    }
}

extension Key: CustomStringConvertible {
    /// The name used in scripts.
    public var description: String { script }
}
