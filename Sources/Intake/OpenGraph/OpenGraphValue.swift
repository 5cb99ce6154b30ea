import Inventory

/// A property as files write it, read leniently: strings where booleans and numbers are meant.
enum OpenGraphValue<Value> {
    /// Null, or an empty string: the collectors' way of saying nothing.
    case missing
    case value(Value)
    /// Something else than was expected.
    case bad

    /// The value; nil when it is missing or bad.
    var known: Value? { if case .value(let value) = self { value } else { nil } }
}

extension JSONValue {
    /// Whether this says nothing: null or an empty string.
    var saysNothing: Bool { isNull || withUTF8 { $0.isEmpty } == true }

    /// A text, numbers and booleans included.
    var lenientText: OpenGraphValue<String> {
        if saysNothing { return .missing }
        if let text { return .value(text) }
        return bool.map { .value($0 ? "true" : "false") } ?? .bad
    }

    /// A yes or no: a boolean, `true` or `false` as a string, 1 or 0.
    var lenientTruth: OpenGraphValue<Bool> {
        if saysNothing { return .missing }
        if let truth { return .value(truth) }
        switch text {
        case "1": return .value(true)
        case "0": return .value(false)
        default: return .bad
        }
    }

    /// A whole number, also as a string. Fractions are bad.
    var lenientInteger: OpenGraphValue<Int64> {
        if saysNothing { return .missing }
        if let int { return .value(int) }
        return string.flatMap { Int64($0) }.map { .value($0) } ?? .bad
    }

    /// A moment: ISO 8601, or seconds or milliseconds since 1970 as a number or a string; fractions are dropped.
    /// `never` says nothing.
    var lenientInstant: OpenGraphValue<Instant> {
        if saysNothing { return .missing }
        if let int { return .value(Instant(epoch: int)) }
        if let double { return Self.instant(double) }
        guard let string else { return .bad }
        if string == "never" { return .missing }
        if let instant = Instant(text: string) { return .value(instant) }
        return Double(string).map(Self.instant) ?? .bad
    }

    private static func instant(_ seconds: Double) -> OpenGraphValue<Instant> {
        Int64(exactly: seconds.rounded(.down)).map { .value(Instant(epoch: $0)) } ?? .bad
    }
}
