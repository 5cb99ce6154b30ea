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
        case .term(QueryTerm(subject: .state(.usedSince))):
            // Where it is not known when something was used, neither the word nor its opposite is claimed.
            guard let usedSince = context.usedSince else { return .constant(false) }
            return .test(RowTest { usedSince($0) == !isNegated }, isNegated: false)
        case .term(let term):
            guard let test = test(for: term) else { return .constant(false) }
            return .test(test, isNegated: isNegated)
        }
    }

    /// The test for `term`; nil when it cannot be answered.
    private func test(for term: QueryTerm) -> RowTest? {
        switch term.subject {
        case .flag(let flag):
            return RowTest(inventory.entities.flags) { $0.isSuperset(of: flag) }
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
        case .expired: return RowTest(columns.expires) { $0 <= now }
        case .revoked: return RowTest(columns.revoked) { $0 <= now }
        case .nhi:
            let table = EntityKind.table.map(\.isNonHumanIdentity)
            return RowTest(columns.kind) { Int($0.rawValue) < table.count && table[Int($0.rawValue)] }
        }
    }

    private func test(for field: QueryField, _ term: QueryTerm) -> RowTest? {
        let columns = inventory.entities
        switch field {
        case .name: return textTest(term, columns.name) { $0.nameSearch }
        case .id: return textTest(term, columns.id) { $0.idSearch }
        case .provider: return textTest(term, columns.provider)
        case .owner: return textTest(term, columns.owner)
        case .kind: return kindTest(term)
        case .parent: return parentTest(term)
        case .inside: return insideTest(term)
        case .source: return sourceTest(term)
        case .privilege:
            let passes = numberTest(term)
            let table = (0...UInt8.max).map { passes($0 == EntityColumns.unknownPrivilege ? nil : Int64($0)) }
            return RowTest(columns.privilege) { table[Int($0)] }
        case .created: return RowTest(columns.created, timeTest(term))
        case .issued: return RowTest(columns.issued, timeTest(term))
        case .rotated: return RowTest(columns.rotated, timeTest(term))
        case .used: return RowTest(columns.lastUsed, timeTest(term))
        case .expires: return RowTest(columns.expires, timeTest(term))
        case .revoked: return RowTest(columns.revoked, timeTest(term))
        case .cleaned:
            let (passes, cleanups) = (timeTest(term), inventory.cleanups)
            return RowTest { passes(cleanups[$0].last ?? .beginning) }
        case .age:
            let (passes, created, issued) = (timeTest(term), columns.created, columns.issued)
            return RowTest(cost: .column) { passes(created[$0].isBounded ? created[$0] : issued[$0]) }
        case .is: return nil
        case .tier:
            guard let tier = context.tier else { return nil }
            let passes = numberTest(term)
            return RowTest { passes(tier($0).map(Int64.init)) }
        case .plane:
            guard let plane = context.plane else { return nil }
            let wanted = Plane.allCases.filter {
                term.values.contains(.any) || term.values.contains(.text($0.rawValue))
            }
            let acceptsNone = term.values.contains(.none)
            return RowTest { plane($0).map(wanted.contains) ?? acceptsNone }
        }
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
        return RowTest(inventory.entities.kind) { kind in
            let place = Int(kind.rawValue)
            return place < accepted.count ? accepted[place] : acceptsAny
        }
    }
}
