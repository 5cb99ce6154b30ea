/// How GitHub compares values, see "Evaluate expressions in workflows and actions": texts in any case, values of
/// different types as numbers.
extension ExpressionValue {
    /// Whether `==` holds; nil when only a run can know.
    func equals(_ other: ExpressionValue) -> Bool? {
        guard isKnown, other.isKnown else { return nil }
        switch (self, other) {
        case (.string(let left), .string(let right)): return left.lowercased() == right.lowercased()
        case (.array, .array), (.object, .object): return self == other
        default: return number == other.number
        }
    }

    /// Whether `<` holds; nil when only a run can know.
    func isLess(than other: ExpressionValue) -> Bool? {
        guard isKnown, other.isKnown else { return nil }
        if case .string(let left) = self, case .string(let right) = other {
            return left.lowercased() < right.lowercased()
        }
        return number < other.number
    }

    /// What it counts as beside a value of another type; NaN, which equals nothing, where that is no number.
    private var number: Double {
        switch self {
        case .null: 0
        case .boolean(let value): value ? 1 : 0
        case .number(let text): Self.number(of: text) ?? .nan
        case .string(let text): text.trimmed.isEmpty ? 0 : Self.number(of: text.trimmed) ?? .nan
        case .array, .object, .assumed, .unknown: .nan
        }
    }

    /// The number that `text` writes: decimal, `0x` or `0o`. Nil for anything else, words like `nan` and `inf` too.
    static func number(of text: String) -> Double? {
        let digits = text.drop { $0 == "-" || $0 == "+" }
        guard let first = digits.utf8.first, (0x30...0x39).contains(first) || first == 0x2E else { return nil }
        if digits.hasPrefix("0o") { return UInt64(digits.dropFirst(2), radix: 8).map { Double($0) } }
        return Double(text)
    }

    /// A number as GitHub writes it into texts: `3.10` becomes `3.1`.
    static func text(of number: Double) -> String {
        Int64(exactly: number).map { String($0) } ?? String(number)
    }
}
