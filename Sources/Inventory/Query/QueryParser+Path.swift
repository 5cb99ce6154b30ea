/// Paths:
///
///     path    = element { arrow element }
///     element = ["@"] ( kind { "," kind } | "*" | quoted ) ["[" [any] "]"]
///     arrow   = "->" | "->>" | "<-" | "<<-" | "-[" names "]->" | "-[" names "]->>" | "<-[" names "]-" | "<<-[" names "]-"
extension QueryParser {
    /// A path, or a single element with brackets. Nil, with nothing taken, where what comes next is neither.
    mutating func parsePath(depth: Int) throws(QueryError) -> QueryExpression? {
        let start = scanner.place
        guard try isBeforePath() else {
            scanner.move(to: start)
            return nil
        }
        scanner.move(to: start)
        var path = QueryPath(elements: [], steps: [], chosen: -1)
        try parseElement(of: &path, depth: depth)
        while let step = try parseArrow() {
            path.steps.append(step)
            scanner.skipBlanks()
            try parseElement(of: &path, depth: depth)
        }
        if path.steps.isEmpty { return path.elements[0].expression }
        if path.chosen < 0 { path.chosen = path.steps.count }
        return .path(path)
    }

    /// Whether an element comes next that an arrow follows, or a kind with brackets. Names such as `renovate[bot]` are no
    /// elements. Takes what it looks at.
    private mutating func isBeforePath() throws(QueryError) -> Bool {
        _ = scanner.skip("@")
        if scanner.next == "\"" {
            guard scanner.enclosed(by: "\"", escapesItself: true) != nil else { return false }
            scanner.skipBlanks()
            return scanner.isBeforeArrow
        }
        var isKnown = true
        if !scanner.skip(QueryStep.anyRelation) {
            repeat {
                guard let name = scanner.pathName() else { return false }
                isKnown = isKnown && isKind(name)
            } while scanner.skip(",")
        }
        if scanner.next == "[" { return isKnown || scanner.hasArrowBehindBracket }
        let end = scanner.place
        scanner.skipBlanks()
        return scanner.isBeforeArrow && (isKnown || scanner.place > end)
    }

    private func isKind(_ name: String) -> Bool {
        let name = name.queryName
        if name == QueryState.nhi.row.name { return true }
        if EntityKind.row(meantBy: name, besides: vocabulary?.kinds ?? []) != nil { return true }
        return vocabulary?.kinds.contains { $0.queryName == name } ?? false
    }

    private mutating func parseElement(of path: inout QueryPath, depth: Int) throws(QueryError) {
        let start = scanner.place
        if scanner.skip("@") {
            if path.chosen >= 0 { throw error(.secondMarker, from: start, to: scanner.place) }
            path.chosen = path.elements.count
        }
        var element = QueryElement(kinds: [], filter: .all([]))
        if scanner.next == "\"" {
            let value = try parseDelimited()
            let term = QueryTerm(subject: .field(.name), comparison: .contains, values: [value])
            element.filter = .term(term)
        } else if !scanner.skip(QueryStep.anyRelation) {
            repeat { try parseKind(of: &element) } while scanner.skip(",")
        }
        if scanner.next == "[" {
            element.filter = .conjunction([element.filter, try parseBrackets(depth: depth)])
        }
        path.elements.append(element)
    }

    private mutating func parseKind(of element: inout QueryElement) throws(QueryError) {
        let start = scanner.place
        guard let name = scanner.pathName() else { throw error(.missingElement, from: start, to: start) }
        if name.queryName == QueryState.nhi.row.name, element.kinds.isEmpty {
            element.filter = .term(QueryTerm(subject: .state(.nhi)))
            return
        }
        var reader = QueryValueReader(subject: .field(.kind), comparison: .equal, vocabulary: vocabulary)
        do {
            try reader.read(.text(name), isQuoted: true)
        } catch {
            let nearest = error.suggestions.isEmpty ? [self.element(named: name)] : error.suggestions
            throw self.error(error.reason, from: start, to: scanner.place, suggestions: nearest)
        }
        for case .text(let kind) in reader.values { element.kinds.append(kind) }
    }

    /// The element for what is called `name`, of its kind where that is soon found.
    private func element(named name: String) -> String {
        let kind = vocabulary?.kind(ofEntityNamed: name) ?? QueryStep.anyRelation
        return "\(kind)[\(QueryField.name.row.name):\(Query.literal(name))]"
    }

    private mutating func parseBrackets(depth: Int) throws(QueryError) -> QueryExpression {
        let start = scanner.place
        _ = scanner.skip("[")
        if depth == Self.depthLimit { throw error(.tooDeep(limit: Self.depthLimit), from: start, to: start + 1) }
        scanner.skipBlanks()
        if scanner.skip("]") { return .all([]) }
        scanner.openBrackets += 1
        let filter = try parseAny(depth: depth + 1)
        scanner.openBrackets -= 1
        guard scanner.skip("]") else { throw error(.unclosedBracket, from: start, to: start + 1) }
        return filter
    }

    /// The next arrow, with the blanks before it. Nil, with nothing taken, where there is none.
    private mutating func parseArrow() throws(QueryError) -> QueryStep? {
        let before = scanner.place
        scanner.skipBlanks()
        let start = scanner.place
        guard scanner.isBeforeArrow else {
            scanner.move(to: before)
            return nil
        }
        var step = QueryStep(isForward: scanner.next == "-", relations: [])
        if step.isForward {
            _ = scanner.skip("-")
            if scanner.next == "[" {
                step.relations = try parseRelations()
                guard scanner.skip("-") else { throw error(.brokenArrow, from: start, to: scanner.place) }
            }
            guard scanner.skip(">") else { throw error(.brokenArrow, from: start, to: scanner.place) }
            step.isMany = scanner.skip(">")
        } else {
            _ = scanner.skip("<")
            step.isMany = scanner.skip("<")
            guard scanner.skip("-") else { throw error(.brokenArrow, from: start, to: scanner.place) }
            if scanner.next == "[" {
                step.relations = try parseRelations()
                guard scanner.skip("-") else { throw error(.brokenArrow, from: start, to: scanner.place) }
            }
        }
        return step
    }

    /// The names in the brackets of an arrow.
    private mutating func parseRelations() throws(QueryError) -> [String] {
        _ = scanner.skip("[")
        var names: [String] = []
        repeat {
            scanner.skipBlanks()
            let start = scanner.place
            if scanner.skip(QueryStep.anyRelation) {
                names.append(QueryStep.anyRelation)
            } else {
                let written = scanner.word { $0 == "," || $0 == "]" }
                if written.isEmpty { throw error(.missingRelation, from: start, to: start) }
                names.append(try relation(written, from: start))
            }
            scanner.skipBlanks()
        } while scanner.skip(",")
        let place = scanner.place
        guard scanner.skip("]") else { throw error(.brokenArrow, from: place, to: place) }
        return names
    }

    private func relation(_ written: String, from start: Int) throws(QueryError) -> String {
        let name = written.queryName
        guard let vocabulary, !vocabulary.relations.contains(where: { $0.queryName == name }) else { return name }
        throw error(
            .unknownRelation(written), from: start, to: scanner.place,
            suggestions: Spelling.nearest(to: written, among: vocabulary.relations))
    }
}

extension QueryScanner {
    /// Whether an arrow comes next: `->`, `-[`, `<-` or `<<-`. `age<-1w` and `jobs<-6` compare with what lies on the other
    /// side of now, or of nothing.
    var isBeforeArrow: Bool {
        var ahead = self
        if ahead.skip("<-") { return ahead.next.map { !("0"..."9").contains($0) } ?? true }
        return ["->", "-[", "<<-"].contains { ahead.skip($0) }
    }

    /// Whether behind the bracket that comes next, and the one that closes it, stands an arrow.
    var hasArrowBehindBracket: Bool {
        var ahead = self
        _ = ahead.skip("[")
        var open = 1
        var last: Unicode.Scalar = "["
        while open > 0, let next = ahead.next {
            if next == "\"" {
                guard ahead.enclosed(by: "\"", escapesItself: true) != nil else { return false }
                continue
            }
            if next == "/", last == " " || ":~,[(-".unicodeScalars.contains(last) {
                guard ahead.enclosed(by: "/", escapesItself: false) != nil else { return false }
                last = "/"
                continue
            }
            last = next
            open += next == "[" ? 1 : next == "]" ? -1 : 0
            ahead.move(to: ahead.place + 1)
        }
        ahead.skipBlanks()
        return open == 0 && ahead.isBeforeArrow
    }

    /// The name of a kind: like a field's, but it ends before an arrow. Nil when there is none.
    mutating func pathName() -> String? {
        let start = place
        guard let name = identifier() else { return nil }
        var kept = name
        for (offset, letter) in name.enumerated() where letter == "-" {
            var ahead = self
            ahead.move(to: start + offset)
            if ahead.isBeforeArrow {
                kept = String(name.prefix(offset))
                break
            }
        }
        move(to: start + kept.unicodeScalars.count)
        return kept.isEmpty ? nil : kept
    }
}
