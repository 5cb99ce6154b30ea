/// The combinations that `strategy.matrix` makes, as GitHub makes them.
struct MatrixExpansion {
    /// GitHub makes at most 256 jobs of one matrix.
    static let maximum = 256

    /// Each combination as an object; one that is unknown when only a run can tell.
    private(set) var combinations: [ExpressionValue] = []

    /// The combinations of `matrix`; texts in it are resolved in `scope`. Without a matrix there is one, empty.
    init(_ matrix: ExpressionValue?, in scope: ExpressionScope) {
        guard let matrix else {
            combinations = [.object([])]
            return
        }
        for value in Self.resolved(matrix, in: scope).values {
            for combination in Self.combinations(of: value) where !combinations.contains(combination) {
                if combinations.count < Self.maximum { combinations.append(combination) }
            }
        }
        if combinations.isEmpty { combinations = [.unknown] }
    }

    /// The matrix with its expressions resolved axis by axis, so that one unknown axis leaves the others known.
    private static func resolved(_ matrix: ExpressionValue, in scope: ExpressionScope) -> PossibleValues {
        guard case .object(let axes) = matrix else { return scope.values(of: matrix) }
        var results = PossibleValues([.object([])])
        for axis in axes {
            let choices = choices(axis.value, in: scope)
            results = results.flatMap { result in
                guard case .object(let known) = result else { return PossibleValues([result]) }
                return choices.flatMap { choice in
                    PossibleValues([.object(known + [ExpressionValue.Property(name: axis.name, value: choice)])])
                }
            }
        }
        return results
    }

    private static func choices(_ value: ExpressionValue, in scope: ExpressionScope) -> PossibleValues {
        guard case .array(let items) = value else { return scope.values(of: value) }
        // Items are resolved one by one: each may have several values, and each is then one more item.
        return PossibleValues([.array(items.flatMap { scope.values(of: $0).values })])
    }

    private static func combinations(of matrix: ExpressionValue) -> [ExpressionValue] {
        guard case .object(let properties) = matrix else { return [.unknown] }
        let axes = properties.filter { $0.name != "include" && $0.name != "exclude" }
        var rows: [[ExpressionValue.Property]] = axes.isEmpty ? [] : [[]]
        for axis in axes {
            let values: [ExpressionValue] =
                switch axis.value {
                case .array(let items): items
                case .unknown: [.unknown]
                default: [axis.value]
                }
            rows = rows.flatMap { row in
                values.map { row + [ExpressionValue.Property(name: axis.name, value: $0)] }
            }
            if rows.count > maximum { rows = Array(rows.prefix(maximum)) }
        }
        rows = exclude(rows, matrix["exclude"])
        rows = include(rows, axes: Set(axes.map(\.name)), matrix["include"])
        if case .unknown = matrix["include"] { return rows.map { .object($0) } + [.unknown] }
        return rows.map { .object($0) }
    }

    private static func exclude(
        _ rows: [[ExpressionValue.Property]], _ exclusions: ExpressionValue
    ) -> [[ExpressionValue.Property]] {
        guard case .array(let exclusions) = exclusions else { return rows }
        return rows.filter { row in
            !exclusions.contains { exclusion in
                guard case .object(let wanted) = exclusion, !wanted.isEmpty else { return false }
                return wanted.allSatisfy { want in
                    row.contains { $0.name == want.name && matches($0.value, want.value) }
                }
            }
        }
    }

    /// Whether `value` has at least what `pattern` has.
    private static func matches(_ value: ExpressionValue, _ pattern: ExpressionValue) -> Bool {
        guard case .object(let wanted) = pattern, case .object = value else { return value.equals(pattern) == true }
        return wanted.allSatisfy { matches(value[$0.name], $0.value) }
    }

    /// An inclusion is added to every combination of the axes that it does not contradict; one that fits none is a
    /// combination of its own.
    private static func include(
        _ rows: [[ExpressionValue.Property]], axes: Set<String>, _ inclusions: ExpressionValue
    ) -> [[ExpressionValue.Property]] {
        guard case .array(let inclusions) = inclusions else { return rows }
        var result = rows
        for inclusion in inclusions {
            guard case .object(let properties) = inclusion else { continue }
            var isUsed = false
            for place in rows.indices {
                let fits = properties.filter { axes.contains($0.name) }.allSatisfy { property in
                    rows[place].contains { $0.name == property.name && $0.value == property.value }
                }
                guard fits else { continue }
                isUsed = true
                for property in properties {
                    result[place].removeAll { $0.name == property.name }
                    result[place].append(property)
                }
            }
            if !isUsed, result.count < maximum * 2 { result.append(properties) }
        }
        return result
    }
}
