extension ExpressionScope {
    /// The values that the expression `text` (without braces) may have.
    func evaluate(_ text: String) -> PossibleValues {
        Expression(text).map { evaluate($0) } ?? .unknown
    }

    private func evaluate(_ expression: Expression) -> PossibleValues {
        switch expression {
        case .literal(let value): return PossibleValues([value])
        case .context(let name): return name == "matrix" ? PossibleValues([matrix]) : .unknown
        case .member(let base, let index): return member(of: base, index)
        case .call(let name, let arguments): return call(name, arguments.map { evaluate($0) })
        case .not(let operand):
            return evaluate(operand).flatMap { value in
                PossibleValues(value.truth.map { [.boolean(!$0)] } ?? [.boolean(true), .boolean(false)])
            }
        case .and(let left, let right):
            let right = evaluate(right)
            return evaluate(left).flatMap { value in
                switch value.truth {
                case true?: return right
                case false?: return PossibleValues([value])
                case nil:
                    var result = PossibleValues([.boolean(false)])
                    result.formUnion(right)
                    return result
                }
            }
        case .or(let left, let right):
            let right = evaluate(right)
            return evaluate(left).flatMap { value in
                switch value.truth {
                case true?: return PossibleValues([value])
                case false?: return right
                case nil:
                    var result = PossibleValues([value])
                    result.formUnion(right)
                    return result
                }
            }
        case .comparison(let mark, let left, let right):
            let right = evaluate(right)
            return evaluate(left).flatMap { left in
                right.flatMap { right in compare(mark, left, right) }
            }
        }
    }

    private func compare(_ mark: String, _ left: ExpressionValue, _ right: ExpressionValue) -> PossibleValues {
        let either: [ExpressionValue] = [.boolean(true), .boolean(false)]
        guard mark == "==" || mark == "!=", let equal = left.equals(right) else { return PossibleValues(either) }
        return PossibleValues([.boolean(equal == (mark == "=="))])
    }

    private func member(of base: Expression, _ index: Expression?) -> PossibleValues {
        guard let index else {
            // `*` takes every item; what follows then is a list, which labels never are.
            return .unknown
        }
        return evaluate(index).flatMap { index in
            guard let name = index.text else { return .unknown }
            if let known = contextMember(base, name) { return known }
            return evaluate(base).flatMap { value in
                if case .array(let items) = value {
                    guard let place = Int(name), items.indices.contains(place) else { return PossibleValues([.null]) }
                    return PossibleValues([items[place]])
                }
                return PossibleValues([value[name]])
            }
        }
    }

    /// The member `name` of a context of which only single members are known; nil for anything else.
    private func contextMember(_ base: Expression, _ name: String) -> PossibleValues? {
        switch base {
        case .context("inputs"), .member(of: .context("github"), .literal(.string("inputs"))),
            .member(of: .member(of: .context("github"), .literal(.string("event"))), .literal(.string("inputs"))):
            return inputs[name.lowercased()] ?? .unknown
        case .context("env"): return variable(name)
        case .context("github"):
            switch name.lowercased() {
            case "repository": return repository.map { PossibleValues([.string($0)]) } ?? .unknown
            case "repository_owner":
                return repository.map { PossibleValues([.string(String($0.prefix { $0 != "/" }))]) } ?? .unknown
            default: return nil
            }
        default: return nil
        }
    }

    /// What the innermost layer that sets the variable sets it to, seen from the layers around it.
    private func variable(_ name: String) -> PossibleValues {
        guard depth < Self.maximumDepth, let layer = environment.lastIndex(where: { $0[name] != nil }),
            let text = environment[layer][name]
        else { return .unknown }
        var outer = self
        outer.environment.removeSubrange(layer...)
        outer.depth += 1
        return outer.values(of: text)
    }

    private func call(_ name: String, _ arguments: [PossibleValues]) -> PossibleValues {
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

    /// `format('{0}-{1}', a, b)`; two braces stand for one.
    private func format(_ arguments: [PossibleValues]) -> PossibleValues {
        var results = arguments.first ?? .unknown
        let opening = "\u{1}", closing = "\u{2}"
        results = results.flatMap { pattern in
            guard let text = pattern.text else { return .unknown }
            return PossibleValues([
                .string(text.replacing("{{", with: opening).replacing("}}", with: closing))
            ])
        }
        for (number, argument) in arguments.dropFirst().enumerated() {
            results = results.flatMap { pattern in
                guard let text = pattern.text, text.contains("{\(number)}") else { return PossibleValues([pattern]) }
                return argument.flatMap { value in
                    guard let value = value.text else { return .unknown }
                    return PossibleValues([.string(text.replacing("{\(number)}", with: value))])
                }
            }
        }
        return results.flatMap { value in
            guard let text = value.text else { return .unknown }
            return PossibleValues([.string(text.replacing(opening, with: "{").replacing(closing, with: "}"))])
        }
    }
}
