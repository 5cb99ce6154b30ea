/// The functions of expressions, as far as they can be known before a run.
extension ExpressionScope {
    /// The values that the function `name`, in lower case, may give.
    func call(_ name: String, _ arguments: [PossibleValues]) -> PossibleValues {
        switch name {
        case "fromjson":
            guard let first = arguments.first else { return .unknown }
            return first.flatMap { value in
                guard let text = value.text, !text.isEmpty else { return .unknown }
                let composer = YAMLComposer(Array(text.utf8))
                guard composer.error == nil, let document = composer.documents.first else { return .unknown }
                return PossibleValues([document.value])
            }
        case "tojson":
            // Only texts: they come back unchanged through `fromJSON`.
            guard let first = arguments.first else { return .unknown }
            return first.flatMap { value in
                guard case .string(let text) = value, !text.contains(where: { $0 == "\"" || $0 == "\\" }) else {
                    return .unknown
                }
                return PossibleValues([.string("\"\(text)\"")])
            }
        case "format": return format(arguments)
        case "join": return join(arguments)
        case "case": return choice(arguments)
        case "contains", "startswith", "endswith":
            guard arguments.count == 2 else { return .unknown }
            return arguments[0].flatMap { whole in
                arguments[1].flatMap { part in Self.test(name, whole, part) }
            }
        case "success", "always", "cancelled", "failure":
            return PossibleValues([.boolean(true), .boolean(false)])
        default: return .unknown
        }
    }

    private static func test(_ name: String, _ whole: ExpressionValue, _ part: ExpressionValue) -> PossibleValues {
        let either = PossibleValues([.boolean(true), .boolean(false)])
        if case .array(let items) = whole, name == "contains" {
            guard whole.isKnown, part.isKnown else { return either }
            return PossibleValues([.boolean(items.contains { $0.equals(part) == true })])
        }
        guard let whole = whole.text?.lowercased(), let part = part.text?.lowercased() else { return either }
        let holds =
            switch name {
            case "startswith": whole.hasPrefix(part)
            case "endswith": whole.hasSuffix(part)
            default: part.isEmpty || whole.contains(part)
            }
        return PossibleValues([.boolean(holds)])
    }

    /// `case(condition, value, condition, value, otherwise)`: the value of the first condition that holds.
    private func choice(_ arguments: [PossibleValues]) -> PossibleValues {
        guard arguments.count % 2 == 1, let otherwise = arguments.last else { return .unknown }
        var result = PossibleValues()
        for place in stride(from: 0, to: arguments.count - 1, by: 2) {
            let truths = arguments[place].values.map(\.truth)
            if truths.contains(where: { $0 != false }) { result.formUnion(arguments[place + 1]) }
            if truths.allSatisfy({ $0 == true }) { return result }
        }
        result.formUnion(otherwise)
        return result
    }

    /// `join(list, separator)`; a comma separates when nothing else is said.
    private func join(_ arguments: [PossibleValues]) -> PossibleValues {
        guard let lists = arguments.first else { return .unknown }
        let separators = arguments.count > 1 ? arguments[1] : PossibleValues([.string(",")])
        return lists.flatMap { list in
            separators.flatMap { separator in
                guard case .array(let items) = list else {
                    return PossibleValues([list.text.map { .string($0) } ?? .unknown])
                }
                let texts = items.compactMap { $0.text }
                guard list.isKnown, texts.count == items.count, let separator = separator.text else { return .unknown }
                return PossibleValues([.string(texts.joined(separator: separator))])
            }
        }
    }

    /// `format('{0}-{1}', a, b)`; two braces stand for one.
    private func format(_ arguments: [PossibleValues]) -> PossibleValues {
        guard let patterns = arguments.first else { return .unknown }
        var rows: [[ExpressionValue]] = [[]]
        for argument in arguments.dropFirst() {
            guard rows.count * argument.values.count <= PossibleValues.maximum else { return .unknown }
            rows = rows.flatMap { row in argument.values.map { row + [$0] } }
        }
        return patterns.flatMap { pattern in
            guard let text = pattern.text else { return .unknown }
            return PossibleValues(rows.map { Self.formatted(text, $0) })
        }
    }

    /// `pattern` with `values` in their places; unknown when it has braces without an end or a place without a value.
    private static func formatted(_ pattern: String, _ values: [ExpressionValue]) -> ExpressionValue {
        var result = ExpressionValue.string("")
        var rest = pattern[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            result = result.appending(.string(String(rest[..<brace])))
            let after = rest[rest.index(after: brace)...]
            if after.first == rest[brace] {
                result = result.appending(.string(String(rest[brace])))
                rest = after.dropFirst()
            } else {
                guard rest[brace] == "{", let end = after.firstIndex(of: "}"), let place = Int(after[..<end]),
                    values.indices.contains(place)
                else { return .unknown }
                result = result.appending(values[place])
                rest = after[after.index(after: end)...]
            }
        }
        return result.appending(.string(String(rest)))
    }
}
