extension JSONValue {
    /// A string, or a number printed as text: for fields that some tools write as `"42"` and others as `42`.
    /// A fraction or an integer beyond 64 bits prints as Swift prints the double.
    public var text: String? {
        if let string { return string }
        guard kind == .number else { return nil }
        if let int { return String(int) }
        if let uint { return String(uint) }
        return double.map { "\($0)" }
    }

    /// A boolean, or one of the strings `true` and `false` in any case.
    public var truth: Bool? {
        if let bool { return bool }
        switch string?.lowercased() {
        case "true": return true
        case "false": return false
        default: return nil
        }
    }
}
