/// Turns a query's terms into tests of one inventory's columns.
struct QueryBinder {
    typealias Test = @Sendable (Int) -> Bool

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
            return .test({ usedSince($0) == !isNegated }, isNegated: false)
        case .term(let term):
            guard let test = test(for: term) else { return .constant(false) }
            return .test(test, isNegated: isNegated)
        }
    }

    /// The test for `term`; nil when it cannot be answered.
    private func test(for term: QueryTerm) -> Test? {
        switch term.subject {
        case .flag(let flag):
            let flags = inventory.entities.flags
            return { flags[$0].isSuperset(of: flag) }
        case .state(let state): return test(for: state)
        case .attribute(let name): return attributeTest(name, term)
        case .field(let field): return test(for: field, term)
        }
    }

    private func test(for state: QueryState) -> Test? {
        let now = context.now
        switch state {
        case .live: return context.live
        case .reached: return context.reached
        case .conditional: return context.conditional
        case .marked: return context.marked
        case .usedSince: return nil
        case .expired:
            let expires = inventory.entities.expires
            return { expires[$0] <= now }
        case .revoked:
            let revoked = inventory.entities.revoked
            return { revoked[$0] <= now }
        case .nhi:
            let kinds = inventory.entities.kind
            return { kinds[$0].row?.isNonHumanIdentity ?? false }
        }
    }

    private func test(for field: QueryField, _ term: QueryTerm) -> Test? {
        let columns = inventory.entities
        switch field {
        case .name: return textTest(term) { [name = columns.name] in name[$0] }
        case .id: return textTest(term) { [id = columns.id] in id[$0] }
        case .provider: return textTest(term) { [provider = columns.provider] in provider[$0] }
        case .owner: return textTest(term) { [owner = columns.owner] in owner[$0] }
        case .kind: return kindTest(term)
        case .parent: return parentTest(term)
        case .inside: return insideTest(term)
        case .source: return sourceTest(term)
        case .privilege:
            return numberTest(term) { [privilege = columns.privilege] in
                privilege[$0] == EntityColumns.unknownPrivilege ? nil : Int64(privilege[$0])
            }
        case .created: return timeTest(term) { [column = columns.created] in column[$0] }
        case .issued: return timeTest(term) { [column = columns.issued] in column[$0] }
        case .rotated: return timeTest(term) { [column = columns.rotated] in column[$0] }
        case .used: return timeTest(term) { [column = columns.lastUsed] in column[$0] }
        case .expires: return timeTest(term) { [column = columns.expires] in column[$0] }
        case .revoked: return timeTest(term) { [column = columns.revoked] in column[$0] }
        case .cleaned:
            return timeTest(term) { [cleanups = inventory.cleanups] in cleanups[$0].last ?? .beginning }
        case .age:
            return timeTest(term) { [created = columns.created, issued = columns.issued] in
                created[$0].isBounded ? created[$0] : issued[$0]
            }
        case .is: return nil
        case .tier:
            guard let tier = context.tier else { return nil }
            return numberTest(term) { tier($0).map(Int64.init) }
        case .exposure:
            guard let exposure = context.exposure else { return nil }
            return numberTest(term) { exposure($0).map(Int64.init) }
        case .plane:
            guard let plane = context.plane else { return nil }
            let wanted = Plane.allCases.filter {
                term.values.contains(.any) || term.values.contains(.text($0.rawValue))
            }
            let acceptsNone = term.values.contains(.none)
            return { plane($0).map(wanted.contains) ?? acceptsNone }
        }
    }
}
