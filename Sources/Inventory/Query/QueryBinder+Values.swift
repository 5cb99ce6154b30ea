extension QueryBinder {
    func sourceTest(_ term: QueryTerm) -> RowTest {
        let tests = texts(term)
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        let paths = TextList(inventory.sources.map(\.path))
        let accepted = paths.references.map { path in
            acceptsAny || tests.contains { $0.matches(path, in: paths.arena) }
        }
        let inventory = inventory
        return RowTest { index in
            let places = inventory.provenance.entities[index]
            if places.isEmpty { return acceptsNone }
            return places.contains { place in
                let source = inventory.source(of: place)
                return accepted.indices.contains(source) && accepted[source]
            }
        }
    }

    /// Whether a short id begins as one of those written; every entity has one.
    func shortIDTest(_ term: QueryTerm) -> RowTest {
        let wanted = term.values.compactMap { if case .text(let text) = $0 { ShortIDPrefix(text) } else { nil } }
        let acceptsAny = term.values.contains(.any)
        let ids = ShortIDs(inventory)
        return RowTest { row in acceptsAny || wanted.contains { ids.matches($0, row) } }
    }

    /// Whether a number passes; no number is none.
    func numberTest(_ term: QueryTerm) -> @Sendable (Int64?) -> Bool {
        let comparison = term.comparison
        let wanted = term.values.compactMap { if case .number(let number) = $0 { number } else { nil } }
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        return { number in
            guard let number else { return acceptsNone }
            return acceptsAny || wanted.contains { comparison.holds(number, $0) }
        }
    }

    /// Whether one of the values of the attribute passes.
    func attributeTest(_ name: String, _ term: QueryTerm) -> RowTest {
        let (tests, arena, now) = (texts(term), inventory.texts, context.now)
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        let comparison = term.comparison
        let isWanted = TextTest(.text(name), .equal, isPath: false)
        let attributes = inventory.entityAttributes
        return RowTest { index in
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
