extension QueryBinder {
    /// The tests for the texts among the term's values.
    private func texts(_ term: QueryTerm) -> [TextTest] {
        let isPath = if case .field(let field) = term.subject, field.row.type == .path { true } else { false }
        return term.values.compactMap { TextTest($0, term.comparison, isPath: isPath) }
    }

    /// Whether the text that `reference` gives for an entity passes; the empty text is none.
    func textTest(_ term: QueryTerm, _ reference: @escaping @Sendable (Int) -> TextReference) -> Test {
        let (tests, arena) = (texts(term), inventory.texts)
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        return { index in
            let text = reference(index)
            if text.isEmpty { return acceptsNone }
            return acceptsAny || tests.contains { $0.matches(text, in: arena) }
        }
    }

    func kindTest(_ term: QueryTerm) -> Test {
        let tests = texts(term)
        let acceptsAny = term.values.contains(.any)
        let names = EntityKind.table.map(\.name) + inventory.importedKinds
        // A kind is written in snake case, or as its source writes it.
        let list = TextList(names.map(\.queryName))
        let accepted = list.references.map { name in
            acceptsAny || tests.contains { $0.matches(name, in: list.arena) }
        }
        let kinds = inventory.entities.kind
        return { index in
            let place = Int(kinds[index].rawValue)
            return place < accepted.count ? accepted[place] : acceptsAny
        }
    }

    func parentTest(_ term: QueryTerm) -> Test {
        let isNamed = namedTest(term)
        let parents = inventory.entities.parent
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        return { index in
            let parent = parents[index]
            if parent == EntityColumns.noParent { return acceptsNone }
            return acceptsAny || isNamed(Int(parent))
        }
    }

    /// Whether the name or id of an entity passes.
    private func namedTest(_ term: QueryTerm) -> Test {
        let (tests, arena) = (texts(term), inventory.texts)
        let (names, ids) = (inventory.entities.name, inventory.entities.id)
        return { index in
            tests.contains { $0.matches(names[index], in: arena) || $0.matches(ids[index], in: arena) }
        }
    }

    /// Every entity's answer is worked out beforehand, each scope once, however deep. Scopes that hold each other in a
    /// circle are all inside one another.
    func insideTest(_ term: QueryTerm) -> Test {
        let isNamed = namedTest(term)
        let parents = inventory.entities.parent
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        enum Answer { case unknown, open, no, yes }
        var answers = [Answer](repeating: .unknown, count: parents.count)
        var path: [Int] = []
        for entity in 0..<parents.count where answers[entity] == .unknown {
            var here = entity
            while answers[here] == .unknown {
                answers[here] = .open
                path.append(here)
                let parent = parents[here]
                if parent == EntityColumns.noParent { break }
                here = Int(parent)
            }
            if answers[here] == .open, let start = path.firstIndex(of: here), parents[here] != EntityColumns.noParent {
                let circle = path[start...]
                let answer: Answer = acceptsAny || circle.contains(where: isNamed) ? .yes : .no
                for member in circle { answers[member] = answer }
                path.removeSubrange(start...)
            }
            while let inner = path.popLast() {
                let parent = parents[inner]
                guard parent != EntityColumns.noParent else {
                    answers[inner] = acceptsNone ? .yes : .no
                    continue
                }
                let scope = Int(parent)
                let inherits = answers[scope] == .yes && parents[scope] != EntityColumns.noParent
                answers[inner] = acceptsAny || inherits || isNamed(scope) ? .yes : .no
            }
        }
        let inside = answers.map { $0 == .yes }
        return { inside[$0] }
    }

    func sourceTest(_ term: QueryTerm) -> Test {
        let tests = texts(term)
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        let paths = TextList(inventory.sources.map(\.path))
        let accepted = paths.references.map { path in
            acceptsAny || tests.contains { $0.matches(path, in: paths.arena) }
        }
        let inventory = inventory
        return { index in
            let places = inventory.provenance.entities[index]
            if places.isEmpty { return acceptsNone }
            return places.contains { place in
                let source = inventory.source(of: place)
                return accepted.indices.contains(source) && accepted[source]
            }
        }
    }

    func numberTest(_ term: QueryTerm, _ number: @escaping @Sendable (Int) -> Int64?) -> Test {
        let comparison = term.comparison
        let wanted = term.values.compactMap { if case .number(let number) = $0 { number } else { nil } }
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        return { index in
            guard let number = number(index) else { return acceptsNone }
            return acceptsAny || wanted.contains { comparison.holds(number, $0) }
        }
    }

    /// Whether a time passes. A missing time is none, and neither before nor after anything.
    func timeTest(_ term: QueryTerm, _ time: @escaping @Sendable (Int) -> Instant) -> Test {
        let admits = timeComparison(term)
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        return { index in
            let moment = time(index)
            guard moment.isBounded else { return acceptsNone }
            return acceptsAny || admits(moment)
        }
    }

    func timeComparison(_ term: QueryTerm) -> @Sendable (Instant) -> Bool {
        let (comparison, now, values) = (term.comparison, context.now, term.values)
        let isAhead = if case .field(let field) = term.subject, field.row.type == .future { true } else { false }
        return { moment in
            values.contains { value in
                switch value {
                case .date(let date): date.admits(moment, comparison, now: now)
                // Ahead, the moment stands to the end of the time from now; behind, the time since it to the length.
                case .duration(let length) where isAhead:
                    comparison.holds(moment, now.advanced(by: length.seconds))
                case .duration(let length): comparison.holds(now.advanced(by: -length.seconds), moment)
                default: false
                }
            }
        }
    }

    /// Whether one of the values of the attribute passes.
    func attributeTest(_ name: String, _ term: QueryTerm) -> Test {
        let (tests, arena, now) = (texts(term), inventory.texts, context.now)
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        let comparison = term.comparison
        let isWanted = TextTest(.text(name), .equal, isPath: false)
        let attributes = inventory.entityAttributes
        return { index in
            var isPresent = false
            for place in attributes.range(of: index) {
                let attribute = attributes.values[place]
                guard isWanted?.matches(attribute.name, in: arena) ?? false else { continue }
                isPresent = true
                if acceptsAny || tests.contains(where: { $0.matches(attribute.value, in: arena) }) { return true }
                guard comparison.isOrder, let wanted = term.values.first else { continue }
                switch wanted {
                case .number(let number):
                    if let mine = Int64(arena[attribute.value]), comparison.holds(mine, number) { return true }
                case .date(let date):
                    if let mine = Instant(text: arena[attribute.value]), mine.isBounded,
                        date.admits(mine, comparison, now: now)
                    {
                        return true
                    }
                default: continue
                }
            }
            return !isPresent && acceptsNone
        }
    }
}

/// A few texts in an arena of their own.
private struct TextList {
    let arena: TextArena
    let references: [TextReference]

    init(_ texts: [String]) {
        var builder = TextArenaBuilder()
        references = texts.map { builder.intern($0) }
        arena = builder.arena()
    }
}
