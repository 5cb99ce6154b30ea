import PlainText

extension Words {
    /// That so many names look like others, in words that follow their number.
    static func lookAlikes(_ count: Int) -> String {
        count == 1
            ? "name that mixes scripts or looks like another" : "names that look like others or mix scripts"
    }

    /// In what a name differs from one that it looks like. `isOne` where the provider takes both for one.
    static func likeness(_ likeness: NameLikeness, isOne: Bool = false) -> String {
        switch likeness {
        case .mixedScripts(let scripts): "mixed scripts: \(list(scripts))"
        case .otherMixesScripts(let scripts): "that one has mixed scripts: \(list(scripts))"
        case .letterCase: isOne ? "other case, which GitHub ignores: one and the same there" : "other case"
        case .invisible: "they differ in characters that are not seen"
        case .character(let own, let other): "\(spelled(own)) where that one has \(spelled(other))"
        }
    }

    private static func list(_ scripts: [WrittenScript]) -> String {
        let names = scripts.map(\.name).sorted()
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// A character that may look like another: beyond ASCII with its number and script.
    private static func spelled(_ scalar: Unicode.Scalar) -> String {
        guard !scalar.isASCII else { return String(scalar).printable }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return [WrittenScript(of: scalar)?.name, number].compactMap { $0 }.joined(separator: " ")
    }
}
