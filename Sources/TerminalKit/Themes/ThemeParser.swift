/// Reads one theme file. Lines that make no sense are reported and skipped.
struct ThemeParser {
    enum Parent {
        case found(ThemeLibrary.Outcome)
        case missing
        case circular([String])
    }

    private static let lineLimit = 2000

    private let name: String
    private let file: String
    private let parent: (String) -> Parent
    private var line = 0
    private var entries: [String: ThemeStyle] = [:]
    private var palette: [String: ThemeColor] = [:]
    private var problems: [ThemeProblem] = []

    init(name: String, file: String, parent: @escaping (String) -> Parent) {
        self.name = name
        self.file = file
        self.parent = parent
    }

    mutating func parse(_ text: String) -> ThemeLibrary.Outcome {
        for content in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            line += 1
            guard line <= Self.lineLimit else {
                report(.tooLong)
                break
            }
            let words = EntryLine.words(of: content)
            if !words.isEmpty { parse(words) }
        }
        let resolved = entries.mapValues { $0.resolved(in: palette) }
        return ThemeLibrary.Outcome(
            theme: Theme(name: name, entries: resolved, palette: palette), problems: problems)
    }

    private mutating func parse(_ words: [Substring]) {
        guard words.count >= 2, words[1] == "=" else { return report(.notAnEntry) }
        let key = String(words[0])
        var values = words[2...]
        if key == "inherits" {
            values.first.map { inherit(String($0)) } ?? report(.missingValue)
        } else if key.hasPrefix("palette.") {
            let name = String(key.dropFirst("palette.".count))
            guard var color = paletteColor(&values) else { return }
            color.paletteName = name
            palette[name] = color
        } else if Self.isKnown(key) {
            if let style = style(&values) { entries[key] = style }
        } else {
            report(.unknownKey(key))
        }
    }

    private mutating func inherit(_ name: String) {
        switch parent(name) {
        case .found(let outcome):
            problems += outcome.problems
            entries.merge(outcome.theme.entries) { own, _ in own }
            palette.merge(outcome.theme.palette) { own, _ in own }
        case .missing: report(.unknownParent(name))
        case .circular(let names): report(.circular(names))
        }
    }

    /// `COLOUR [| NAME]`
    private mutating func paletteColor(_ words: inout ArraySlice<Substring>) -> ThemeColor? {
        guard var color = color(&words) else { return nil }
        guard let bar = words.popFirst() else { return color }
        guard bar == "|" else { return report(.unknownAttribute(String(bar)), nil) }
        guard let word = words.popFirst() else { return report(.missingValue, nil) }
        guard let fallback = ANSIColor(name: word) else { return report(.unknownColor(String(word)), nil) }
        color.fallback = fallback
        return color
    }

    /// `COLOUR [on COLOUR] [ATTRIBUTE ...]`; attributes may also stand alone.
    private mutating func style(_ words: inout ArraySlice<Substring>) -> ThemeStyle? {
        var style = ThemeStyle()
        guard let first = words.first else { return report(.missingValue, nil) }
        if Self.attribute(first) == nil, first != "on" {
            guard let foreground = color(&words) else { return nil }
            style.foreground = foreground
        }
        if words.first == "on" {
            words.removeFirst()
            guard let background = color(&words) else { return nil }
            style.background = background
        }
        while let word = words.popFirst() {
            guard let attribute = Self.attribute(word) else { return report(.unknownAttribute(String(word)), nil) }
            style.attributes.insert(attribute)
        }
        return style
    }

    private mutating func color(_ words: inout ArraySlice<Substring>) -> ThemeColor? {
        guard let word = words.popFirst() else { return report(.missingValue, nil) }
        if let named = palette[String(word)] { return named }
        guard let color = Color(word: word) else { return report(.unknownColor(String(word)), nil) }
        return ThemeColor(color: color)
    }

    private mutating func report(_ reason: ThemeProblem.Reason) {
        problems.append(ThemeProblem(file: file, line: line, reason: reason))
    }

    private mutating func report<Result>(_ reason: ThemeProblem.Reason, _ result: Result?) -> Result? {
        report(reason)
        return result
    }

    private static func isKnown(_ key: String) -> Bool {
        Meaning.all.contains { key == $0.name || key.hasPrefix($0.name + ".") }
    }

    private static func attribute(_ word: Substring) -> Style.Attributes? {
        Style.Attributes.named.first { $0.name == word }?.attribute
    }
}

extension Color {
    /// A colour as theme files write it, palette names apart; nil when it is none.
    init?(word: some StringProtocol) {
        if word == "default" {
            self = .standard
        } else if let color = ANSIColor(name: word) {
            self = .ansi(color)
        } else if word.hasPrefix("#") {
            let digits = word.dropFirst()
            guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
            else { return nil }
            self = .rgb(
                red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
                blue: UInt8(truncatingIfNeeded: value))
        } else if let index = UInt8(word) {
            self = .indexed(index)
        } else {
            return nil
        }
    }
}
