extension QueryBinder {
    /// The tests for the texts among the term's values.
    func texts(_ term: QueryTerm) -> [TextTest] {
        let isPath = if case .field(let field) = term.subject, field.row.type == .path { true } else { false }
        return term.values.compactMap { TextTest($0, term.comparison, isPath: isPath) }
    }

    /// Whether the text that `column` has for an entity passes; the empty text is none. Of texts that many entities
    /// share each is tested once; for those that differ there may be a search over all of them.
    func textTest(
        _ term: QueryTerm, _ column: Column<TextReference>, search: (@Sendable (Inventory) -> TextSearch?)? = nil
    ) -> RowTest {
        let (tests, inventory) = (texts(term), inventory)
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        let passes: @Sendable (TextReference) -> Bool = { text in
            if text.isEmpty { return acceptsNone }
            return acceptsAny || tests.contains { $0.matches(text, in: inventory.texts) }
        }
        guard let search else {
            return RowTest(.column, { passes(column[$0]) }) { candidates, _ in
                var memory = TextMemory(inventory.texts)
                return RowSet(of: candidates.rowCount) { row in
                    candidates.contains(row) && memory.answer(column[row], passes)
                }
            }
        }
        if acceptsNone || acceptsAny { return RowTest(cost: .column) { passes(column[$0]) } }
        return RowTest(.search, { passes(column[$0]) }) { candidates, isCancelled in
            tests.rows(of: candidates, column, in: inventory, search, isCancelled)
        }
    }

    /// Whether what an entity belongs to passes, by its name or its id.
    func parentTest(_ term: QueryTerm) -> RowTest {
        let (inventory, named) = (inventory, NamedTest(texts(term), inventory))
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        @Sendable func passes(_ entity: Int, _ isNamed: (Int) -> Bool) -> Bool {
            guard let scope = inventory.scope(of: entity) else { return acceptsNone }
            return acceptsAny || isNamed(scope)
        }
        return RowTest(.search, { passes($0, named.holds) }) { candidates, isCancelled in
            guard let rows = named.rows(isCancelled) else { return nil }
            return RowTest.filter(candidates, isCancelled) { passes($0, rows.contains) }
        }
    }

    /// Whether something that an entity belongs to, at any depth, passes. The answers for all entities are worked out
    /// together, when the first is asked for.
    func insideTest(_ term: QueryTerm) -> RowTest {
        let (inventory, named) = (inventory, NamedTest(texts(term), inventory))
        let (acceptsNone, acceptsAny) = (term.values.contains(.none), term.values.contains(.any))
        let known = Lazy<RowSet>()
        let inside: @Sendable () -> RowSet = {
            known.value {
                let rows = acceptsAny ? RowSet(allOf: inventory.entityCount) : named.rows(nil)
                return inventory.rowsInside(acceptsNone: acceptsNone) { rows?.contains($0) ?? named.holds($0) }
            }
        }
        return RowTest(.search, { inside().contains($0) }) { candidates, _ in
            var candidates = candidates
            candidates.formIntersection(inside())
            return candidates
        }
    }
}

/// Whether the name or the id of an entity passes.
private struct NamedTest: Sendable {
    private let tests: [TextTest]
    private let inventory: Inventory

    init(_ tests: [TextTest], _ inventory: Inventory) {
        self.tests = tests
        self.inventory = inventory
    }

    func holds(_ entity: Int) -> Bool {
        let columns = inventory.entities
        return tests.contains {
            $0.matches(columns.name[entity], in: inventory.texts) || $0.matches(columns.id[entity], in: inventory.texts)
        }
    }

    /// All entities that pass; nil when given up.
    func rows(_ isCancelled: Cancellation?) -> RowSet? {
        var open = RowSet(allOf: inventory.entityCount)
        let columns = inventory.entities
        guard let byName = tests.rows(of: open, columns.name, in: inventory, \.nameSearch, isCancelled) else {
            return nil
        }
        open.subtract(byName)
        guard var found = tests.rows(of: open, columns.id, in: inventory, \.idSearch, isCancelled) else { return nil }
        found.formUnion(byName)
        return found
    }
}

extension [TextTest] {
    /// Those of `candidates` whose text in `column` passes one of the tests, by a search over all texts where that is
    /// faster than a look at each; nil when given up.
    fileprivate func rows(
        of candidates: RowSet, _ column: Column<TextReference>, in inventory: Inventory,
        _ search: @Sendable (Inventory) -> TextSearch?, _ isCancelled: Cancellation?
    ) -> RowSet? {
        let texts = inventory.texts
        var (open, found) = (candidates, RowSet(noneOf: candidates.rowCount))
        for test in self {
            var passing: RowSet? = open
            let isDense = open.count > open.rowCount / 64
            if isDense, let search = search(inventory), let rough = test.roughly(search, isCancelled) {
                passing?.formIntersection(rough)
                if !test.isFoundBySearch { passing = passing.flatMap { filter($0) } }
            } else {
                passing = filter(open)
            }
            func filter(_ rows: RowSet) -> RowSet? {
                RowTest.filter(rows, isCancelled) { test.matches(column[$0], in: texts) }
            }
            guard let passing else { return nil }
            found.formUnion(passing)
            open.subtract(passing)
        }
        return found
    }
}

extension Inventory {
    /// What the entity belongs to.
    func scope(of entity: Int) -> Int? {
        let parent = Int(entities.parent[entity])
        return parent < entityCount ? parent : nil
    }

    /// The entities inside one for which `isWanted` holds, however deep, and those in nothing when `acceptsNone`; each
    /// scope is looked at once. Scopes that hold each other in a circle are all inside one another. O(n).
    fileprivate func rowsInside(acceptsNone: Bool, _ isWanted: (Int) -> Bool) -> RowSet {
        enum Answer { case unknown, open, no, yes }
        var answers = [Answer](repeating: .unknown, count: entityCount)
        var path: [Int] = []
        for entity in answers.indices where answers[entity] == .unknown {
            var here = entity
            while answers[here] == .unknown {
                answers[here] = .open
                path.append(here)
                guard let parent = scope(of: here) else { break }
                here = parent
            }
            if answers[here] == .open, scope(of: here) != nil, let start = path.firstIndex(of: here) {
                let circle = path[start...]
                let answer: Answer = circle.contains(where: isWanted) ? .yes : .no
                for member in circle { answers[member] = answer }
                path.removeSubrange(start...)
            }
            while let inner = path.popLast() {
                guard let parent = scope(of: inner) else {
                    answers[inner] = acceptsNone ? .yes : .no
                    continue
                }
                let inherits = answers[parent] == .yes && scope(of: parent) != nil
                answers[inner] = inherits || isWanted(parent) ? .yes : .no
            }
        }
        return RowSet(of: entityCount) { answers[$0] == .yes }
    }
}

/// Answers about texts, each worked out once.
private struct TextMemory {
    /// 0 for what was not asked yet, 1 for no, 2 for yes.
    private var answers: [UInt8]

    init(_ texts: TextArena) { answers = [UInt8](repeating: 0, count: texts.count) }

    mutating func answer(_ text: TextReference, _ passes: (TextReference) -> Bool) -> Bool {
        let place = Int(text.place)
        guard place < answers.count else { return passes(text) }
        if answers[place] == 0 { answers[place] = passes(text) ? 2 : 1 }
        return answers[place] == 2
    }
}

extension QueryBinder {
    /// Whether what was noted on an entity passes. O(notes).
    func noteTest(_ term: QueryTerm, _ notes: [Int: String]) -> RowTest {
        let tests = texts(term)
        let (acceptsAny, acceptsNone) = (term.values.contains(.any), term.values.contains(.none))
        let noted = Array(notes)
        let list = TextList(noted.map(\.value))
        var passing: Set<Int> = []
        for (note, reference) in zip(noted, list.references)
        where acceptsAny || tests.contains(where: { $0.matches(reference, in: list.arena) }) {
            passing.insert(note.key)
        }
        let (entities, found) = (Set(notes.keys), passing)
        return RowTest { found.contains($0) || acceptsNone && !entities.contains($0) }
    }

    /// Whether one of the words that the case says of an entity under a field passes.
    func saidTest(
        _ term: QueryTerm, _ field: QueryField, _ said: @escaping @Sendable (QueryField, Int) -> [String]
    ) -> RowTest {
        let tests = texts(term)
        let (acceptsAny, acceptsNone) = (term.values.contains(.any), term.values.contains(.none))
        return RowTest { entity in
            let words = said(field, entity)
            if words.isEmpty { return acceptsNone }
            if acceptsAny { return true }
            let list = TextList(words)
            return list.references.contains { word in tests.contains { $0.matches(word, in: list.arena) } }
        }
    }
}
