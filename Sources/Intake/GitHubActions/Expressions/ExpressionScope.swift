/// What is known, before any run, of the contexts that expressions name.
struct ExpressionScope {
    /// How deeply one variable's text may name another.
    static let maximumDepth = 12

    /// One combination of the matrix; unknown when only a run can know it.
    var matrix: ExpressionValue = .object([])
    /// The values that each input may have, by its name in lower case.
    var inputs: [String: PossibleValues] = [:]
    /// What environment variables are set to, by name; a later layer hides an earlier one.
    var environment: [[String: String]] = []
    /// `OWNER/NAME`.
    var repository: String?
    /// How deeply this scope was entered through variables.
    var depth = 0

    /// This scope with another layer of environment variables.
    func adding(environment variables: [String: String]) -> ExpressionScope {
        guard !variables.isEmpty else { return self }
        var scope = self
        scope.environment.append(variables)
        return scope
    }

    /// The values that `text`, with expressions in `${{ }}`, may have.
    func values(of text: String) -> PossibleValues {
        let parts = ExpressionScanner.parts(of: text)
        if parts.count == 1, case .expression(let expression, _)? = parts.first { return evaluate(expression) }
        var results = PossibleValues([.string("")])
        for part in parts {
            let pieces: PossibleValues =
                switch part {
                // An expression that nothing closes: GitHub refuses it.
                case .plain(let plain) where ExpressionScanner.opening(in: plain, from: plain.startIndex) != nil:
                    .unknown
                case .plain(let plain): PossibleValues([.string(plain)])
                case .expression(let expression, _): evaluate(expression)
                }
            results = results.flatMap { left in
                pieces.flatMap { right in PossibleValues([left.appending(right)]) }
            }
        }
        return results
    }

    /// The values that `value` may have when the texts in it hold expressions.
    func values(of value: ExpressionValue) -> PossibleValues {
        switch value {
        case .string(let text):
            return text.contains("${{") ? values(of: text) : PossibleValues([value])
        case .array(let items):
            return product(items).flatMap { PossibleValues([.array(Self.flattened($0))]) }
        case .object(let properties):
            return product(properties.map(\.value)).flatMap { values in
                PossibleValues([
                    .object(zip(properties, values).map { ExpressionValue.Property(name: $0.name, value: $1) })
                ])
            }
        default: return PossibleValues([value])
        }
    }

    /// Every combination of the values that the items may have.
    private func product(_ items: [ExpressionValue]) -> [[ExpressionValue]] {
        var rows: [[ExpressionValue]] = [[]]
        for item in items {
            let choices = values(of: item).values
            if rows.count * choices.count > PossibleValues.maximum {
                rows = rows.map { $0 + [.unknown] }
            } else {
                rows = rows.flatMap { row in choices.map { row + [$0] } }
            }
        }
        return rows
    }

    /// A list within a list of labels counts as its items.
    private static func flattened(_ items: [ExpressionValue]) -> [ExpressionValue] {
        items.flatMap { item -> [ExpressionValue] in
            if case .array(let inner) = item { inner } else { [item] }
        }
    }
}

extension [[ExpressionValue]] {
    fileprivate func flatMap(_ transform: ([ExpressionValue]) -> PossibleValues) -> PossibleValues {
        var result = PossibleValues()
        for row in self { result.formUnion(transform(row)) }
        return result
    }
}
