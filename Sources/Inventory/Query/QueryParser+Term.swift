extension QueryParser {
    /// A word, a quoted text, a pattern, or a field with its values.
    mutating func parseTerm() throws(QueryError) -> QueryExpression {
        let start = scanner.place
        if scanner.next == "\"" || scanner.next == "/" {
            let value = try parseDelimited()
            return .term(QueryTerm(subject: .field(.name), comparison: .contains, values: [value]))
        }
        if let name = try parseFieldName() {
            if let (comparison, isNegated) = parseComparison() {
                let subject = try self.subject(named: name, from: start)
                let written = scanner.string(start..<scanner.place)
                let term = try parseValues(of: subject, comparison, written: written, from: start)
                return isNegated ? .negation(term) : term
            }
            scanner.move(to: start)
        }
        let word = scanner.word { _ in false }
        if word.hasPrefix("!"), word.count > 1 || scanner.next == "(" {
            throw error(.foreignNegation(String(word.dropFirst())), from: start, to: start + 1)
        }
        if ["&", "&&", "|", "||"].contains(word) {
            throw error(.foreignConnective(word), from: start, to: scanner.place)
        }
        if word.hasPrefix("~"), word.count > 1 {
            throw error(.missingField(String(word.dropFirst())), from: start, to: start + 1)
        }
        if scanner.openBrackets == 0 { try refuseOpenBracket(in: word, from: start) }
        if let state = QueryState(named: word), word.lowercased() == state.row.name {
            return .term(QueryTerm(subject: .state(state)))
        }
        if scanner.openBrackets > 0, let term = bracketTerm(word) { return .term(term) }
        return .term(.word(word))
    }

    /// Refuses a word with a bracket that it does not close: behind a kind it would begin a condition.
    private func refuseOpenBracket(in word: String, from start: Int) throws(QueryError) {
        guard let bracket = word.lastIndex(of: "["), !word[bracket...].contains("]") else { return }
        let name = String(word[..<bracket])
        let place = start + name.unicodeScalars.count
        guard !name.isEmpty, scanner.string(scanner.place..<scanner.end).contains("]") else {
            throw error(.unclosedBracket, from: place, to: place + 1)
        }
        let kinds = EntityKind.table.map(\.name) + (vocabulary?.kinds ?? [])
        throw error(
            .unknownValue(field: QueryField.kind.row.name, value: name), from: start, to: place,
            suggestions: Spelling.nearest(to: name, among: kinds))
    }

    /// In brackets the words of flags and states need no `is:` and may be written with dashes.
    private func bracketTerm(_ word: String) -> QueryTerm? {
        if let state = QueryState(named: word) { return QueryTerm(subject: .state(state)) }
        let name = word.queryName
        return EntityFlags.table.first { $0.name == name }.map { QueryTerm(subject: .flag($0.flag)) }
    }

    /// A field's name with `attr.` still before it. Nil when what comes next is no name.
    private mutating func parseFieldName() throws(QueryError) -> String? {
        guard let name = scanner.identifier() else { return nil }
        guard name.lowercased() == QueryField.attributePrefix, scanner.next == "\"" else { return name }
        guard case .text(let quoted) = try parseDelimited() else { return name }
        return name + quoted
    }

    /// A comparison, and whether it asks for the opposite.
    private mutating func parseComparison() -> (QueryComparison, isNegated: Bool)? {
        if scanner.skip("!=") { return (.equal, true) }
        if scanner.skip("=") { return (.equal, false) }
        // `expires:<30d` is how some search boxes write `expires<30d`.
        let colon = scanner.skip(":")
        for comparison in [QueryComparison.lessOrEqual, .greaterOrEqual, .less, .greater, .contains]
        where scanner.skip(comparison.rawValue) {
            return (comparison, false)
        }
        return colon ? (.equal, false) : nil
    }

    private func subject(named written: String, from start: Int) throws(QueryError) -> QuerySubject {
        let prefix = QueryField.attributePrefix
        if written.lowercased().hasPrefix(prefix), written.count > prefix.count {
            return .attribute(written.dropFirst(prefix.count).lowercased())
        }
        if let field = QueryField(named: written) { return .field(field) }
        let name = written.lowercased()
        if let vocabulary, !vocabulary.hasAttribute(name) {
            if let kind = EntityKind.row(meantBy: name)?.name {
                var rest = scanner
                let value = rest.word { _ in false }
                throw error(
                    .kindIsNoField(kind: kind, name: value.isEmpty ? "NAME" : value), from: start,
                    to: start + written.unicodeScalars.count)
            }
            let known = QueryField.table.flatMap { [$0.name] + $0.aliases } + vocabulary.attributes
            throw error(
                .unknownField(written), from: start, to: start + written.unicodeScalars.count,
                suggestions: Spelling.nearest(to: written, among: known))
        }
        return .attribute(name)
    }

    /// The values after a comparison, and the term they make; several flags make several terms.
    private mutating func parseValues(
        of subject: QuerySubject, _ comparison: QueryComparison, written: String, from start: Int
    ) throws(QueryError) -> QueryExpression {
        var reader = QueryValueReader(subject: subject, comparison: comparison, vocabulary: vocabulary)
        if let allowed = reader.refusal {
            throw error(
                .badComparison(field: reader.fieldName, comparison: comparison.rawValue, allowed: allowed),
                from: start, to: scanner.place)
        }
        repeat {
            if !reader.isEmpty { scanner.skipBlanks() }
            let valueStart = scanner.place
            let (value, isQuoted) = try parseValue(after: written)
            do {
                try reader.read(value, isQuoted: isQuoted)
            } catch {
                throw self.error(
                    error.reason, from: valueStart, to: scanner.place, suggestions: error.suggestions)
            }
        } while !comparison.isOrder && scanner.skip(",")
        return reader.expression
    }

    private mutating func parseValue(after written: String) throws(QueryError) -> (QueryValue, isQuoted: Bool) {
        let start = scanner.place
        if scanner.next == "\"" || scanner.next == "/" {
            let value = try parseDelimited()
            guard scanner.isAtBoundary || scanner.next == "," else {
                throw error(.unexpectedText, from: scanner.place, to: scanner.place + 1)
            }
            return (value, true)
        }
        let word = scanner.word { $0 == "," }
        if word.isEmpty { throw error(.missingValue(field: written), from: start, to: start) }
        return (.text(word), false)
    }

    /// A text in quotes or a pattern between slashes.
    mutating func parseDelimited() throws(QueryError) -> QueryValue {
        let start = scanner.place
        if scanner.next == "/" {
            guard let pattern = scanner.enclosed(by: "/", escapesItself: false) else {
                throw error(.unterminatedPattern, from: start, to: scanner.place)
            }
            do { _ = try PatternProgram(pattern) } catch {
                throw self.error(.badPattern(error), from: start, to: scanner.place)
            }
            return .pattern(pattern)
        }
        guard let text = scanner.enclosed(by: "\"", escapesItself: true) else {
            throw error(.unterminatedQuote, from: start, to: scanner.place)
        }
        if text.isEmpty { throw error(.missingValue(field: "the quote"), from: start, to: scanner.place) }
        return .text(text)
    }
}
