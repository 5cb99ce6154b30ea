/// Turns a query's terms into tests of one inventory's columns.
struct QueryBinder {
    let inventory: Inventory
    let context: QueryContext

    func bind(_ expression: QueryExpression, isNegated: Bool) -> BoundExpression {
        switch expression {
        case .not(let part): return bind(part, isNegated: !isNegated)
        case .all(let parts), .any(let parts):
            let bound = parts.map { bind($0, isNegated: isNegated) }
            let isAll = if case .all = expression { true } else { false }
            return isAll != isNegated ? .all(bound) : .any(bound)
        case .path(let path):
            // A path that was not found for want of knowledge is not known to be missing.
            if isNegated, !path.terms.allSatisfy(isKnown) { return .constant(false) }
            return .test(pathTest(path), isNegated: isNegated)
        case .term(QueryTerm(subject: .state(.usedSince))):
            // Where it is not known when something was used, neither the word nor its opposite is claimed.
            guard let usedSince = context.usedSince else { return .constant(false) }
            return .test(RowTest { usedSince($0) == !isNegated }, isNegated: false)
        case .term(let term):
            guard let test = test(for: term) else { return .constant(false) }
            return .test(test, isNegated: isNegated)
        }
    }

    /// Whether the term can be answered.
    func isKnown(_ term: QueryTerm) -> Bool {
        if case .state(.usedSince) = term.subject { return context.usedSince != nil }
        return test(for: term) != nil
    }

    /// The test for `term`; nil when it cannot be answered.
    private func test(for term: QueryTerm) -> RowTest? {
        switch term.subject {
        case .flag(let flag):
            return RowTest(inventory.entities.flags, FlagTest(wanted: flag))
        case .state(let state): return test(for: state)
        case .attribute(let name): return attributeTest(name, term)
        case .field(let field): return test(for: field, term)
        }
    }

    private func test(for state: QueryState) -> RowTest? {
        let (columns, now) = (inventory.entities, context.now)
        switch state {
        case .live: return context.live.map { RowTest($0) }
        case .reached: return context.reached.map { RowTest($0) }
        case .conditional: return context.conditional.map { RowTest($0) }
        case .marked: return context.marked.map { RowTest($0) }
        case .usedSince: return nil
        case .ownerLeft: return ownerLeftTest()
        case .replaceable: return replaceableTest()
        case .lookalike: return lookAlikeTest()
        case .expired: return RowTest(columns.expires, PastTest(now: now))
        case .revoked: return RowTest(columns.revoked, PastTest(now: now))
        case .nhi:
            let accepted = EntityKind.table.map(\.isNonHumanIdentity)
            return RowTest(columns.kind, KindTest(accepted: accepted, acceptsUnknown: false))
        }
    }

    private func test(for field: QueryField, _ term: QueryTerm) -> RowTest? {
        let columns = inventory.entities
        switch field {
        case .name: return textTest(term, columns.name) { $0.nameSearch }
        case .id: return textTest(term, columns.id) { $0.idSearch }
        case .short: return shortIDTest(term)
        case .provider: return textTest(term, columns.provider)
        case .owner: return textTest(term, columns.owner)
        case .kind: return kindTest(term)
        case .parent: return parentTest(term)
        case .inside: return insideTest(term)
        case .source: return sourceTest(term)
        case .privilege:
            let passes = numberTest(term)
            let table = (0...UInt8.max).map { passes($0 <= EntityColumns.highestPrivilege ? Int64($0) : nil) }
            return RowTest(columns.privilege, LevelTest(accepted: table))
        case .created: return RowTest(columns.created, TimeTest(term, now: context.now))
        case .issued: return RowTest(columns.issued, TimeTest(term, now: context.now))
        case .rotated: return RowTest(columns.rotated, TimeTest(term, now: context.now))
        case .used: return RowTest(columns.lastUsed, TimeTest(term, now: context.now))
        case .expires: return RowTest(columns.expires, TimeTest(term, now: context.now))
        case .revoked: return RowTest(columns.revoked, TimeTest(term, now: context.now))
        case .cleaned:
            let (test, cleanups) = (TimeTest(term, now: context.now), inventory.cleanups)
            return RowTest { test.passes(cleanups[$0].last ?? .beginning) }
        case .age:
            let (test, created, issued) = (TimeTest(term, now: context.now), columns.created, columns.issued)
            return RowTest(cost: .column) { test.passes(created[$0].isBounded ? created[$0] : issued[$0]) }
        case .is: return nil
        case .relations:
            let (passes, inventory) = (numberTest(term), inventory)
            return RowTest(cost: .column) { passes(Int64(inventory.relationCount(of: $0))) }
        case .tier:
            guard let tier = context.tier else { return nil }
            let passes = numberTest(term)
            return RowTest { passes(tier($0).map(Int64.init)) }
        case .jobs: return jobsTest(term)
        case .held: return heldTest(term, context.firstHeld, ofNothing: term.values.contains(.none))
        case .until: return heldTest(term, context.heldUntil, ofNothing: false)
        case .note: return context.notes.map { noteTest(term, $0) }
        case .state, .verdict, .assignee, .tag: return context.said.map { saidTest(term, field, $0) }
        case .exposure:
            guard let exposure = context.exposure else { return nil }
            let passes = numberTest(term)
            return RowTest { passes(exposure($0).map(Int64.init)) }
        case .plane:
            guard let plane = context.plane else { return nil }
            let wanted = Plane.allCases.filter {
                term.values.contains(.any) || term.values.contains(.text($0.rawValue))
            }
            let acceptsNone = term.values.contains(.none)
            return RowTest { plane($0).map(wanted.contains) ?? acceptsNone }
        }
    }

    /// Whether a moment of an entity's holdings passes; `ofNothing` is the answer where it was not reached.
    private func heldTest(
        _ term: QueryTerm, _ moment: (@Sendable (Int) -> Instant?)?, ofNothing: Bool
    ) -> RowTest? {
        guard let moment else { return nil }
        let test = TimeTest(term, now: context.now)
        return RowTest { moment($0).map(test.passes) ?? ofNothing }
    }

    /// Whether an entity's kind passes: the name of its kind is tested once for all of that kind.
    private func kindTest(_ term: QueryTerm) -> RowTest {
        let tests = texts(term)
        let acceptsAny = term.values.contains(.any)
        let names = EntityKind.table.map(\.name) + inventory.importedKinds
        // A kind is written in snake case, or as its source writes it.
        let list = TextList(names.map(\.queryName))
        let accepted = list.references.map { name in
            acceptsAny || tests.contains { $0.matches(name, in: list.arena) }
        }
        return RowTest(inventory.entities.kind, KindTest(accepted: accepted, acceptsUnknown: acceptsAny))
    }
}
