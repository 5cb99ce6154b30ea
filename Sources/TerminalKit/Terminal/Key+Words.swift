extension Key {
    /// The key that a person means by a word in a configuration: its name in scripts (`<C-f>`, `<Enter>`), its name in
    /// help (`ctrl-f`, `enter`, `pgdn`), or a character, which may stand in angle brackets (`<#>`). Nil when there is
    /// none.
    public init?(word: String) {
        let isBracketed = word.count > 2 && word.hasPrefix("<") && word.hasSuffix(">")
        let name = isBracketed ? String(word.dropFirst().dropLast()) : word
        if let key = Key(script: word) {
            self = key
        } else if name.count == 1, let character = name.first {
            self = .character(character)
        } else if let named = Self.named.first(where: { $0.word == name.lowercased() }) {
            self = named.key
        } else if let key = Key(script: "<\(Self.abbreviated(name))>") {
            self = key
        } else {
            return nil
        }
    }

    private static func abbreviated(_ name: String) -> String {
        for (modifier, short) in [("ctrl-", "C-"), ("alt-", "A-")] where name.lowercased().hasPrefix(modifier) {
            return short + name.dropFirst(modifier.count)
        }
        return name
    }

    /// What a terminal sends in place of this key, because it knows no difference; nil for keys that arrive as such.
    public var arrivesAs: Key? {
        switch self {
        case .control("i"): .tab
        case .control("m"), .control("j"): .enter
        case .control("h"): .backspace
        case .control("["): .escape
        default: nil
        }
    }
}
