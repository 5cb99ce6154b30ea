/// Tells what a silence means for many entities; what is around one is mostly missing for the same reason.
struct SilenceSurvey {
    private let coverage: Coverage
    private let index: CoverageIndex
    /// What is known of what others belong to.
    private var scopes: [Int: Silence] = [:]

    private var teller: Inventory { coverage.teller }

    init(_ coverage: Coverage) {
        self.coverage = coverage
        index = coverage.index
    }

    /// What it means that the silent inventory does not have this entity of the teller. O(relations of it and of what is
    /// missing around it).
    mutating func silence(about entity: Int) -> Silence { judge(entity) }

    /// The same for what others belong to, remembered.
    private mutating func silence(aboutScope entity: Int, depth: Int) -> Silence {
        if let known = scopes[entity] { return known }
        // What belongs to itself, by a circle, is explained by nothing.
        scopes[entity] = .unknown(.list)
        let silence = judge(entity, depth: depth)
        scopes[entity] = silence
        return silence
    }

    /// Looks at an entity; `besides` is the one beside it for whose sake this is asked, and which explains nothing here.
    private mutating func judge(_ entity: Int, depth: Int = 0, besides: Int? = nil) -> Silence {
        let kind = teller.entities.kind[entity]
        if kind == .run { return .unknown(.history) }
        if teller.entities.flags[entity].contains(.inferred) { return .unknown(.inferred) }
        if let scope = lostScope(of: entity, depth) { return .absent(.scope(scope)) }
        guard let silentKind = coverage.kinds[kind], index.kinds.contains(silentKind) else {
            return .unknown(.noneOfKind)
        }
        let issue = CoverageIndex.Issue(
            kind: silentKind, provider: index.texts[teller.texts[teller.entities.provider[entity]]])
        guard coverage.isLooked(for: issue, of: entity, index) else { return .unknown(.noneOfProvider) }
        if coverage.isIncomplete(kind) { return .unknown(.incomplete) }
        let around = surroundings(of: entity, besides: besides)
        guard around.areKnown else { return .unknown(.surroundings(known: around.known.count, of: around.all)) }
        if let basis = coverage.basis(entity, issue, around: around.known, index) { return .absent(basis) }
        return .unknown(coverage.wasRefused ? .incomplete : .list)
    }

    /// What the entity belongs to and cannot outlast, where that is known to be gone.
    private mutating func lostScope(of entity: Int, _ depth: Int) -> Int? {
        // A credential may outlive the place that lists it.
        guard depth < Coverage.deepest, teller.entities.kind[entity].remediation == .cleanse,
            let parent = teller.entity(at: entity).parent?.index, coverage.counterpart(parent) == nil,
            silence(aboutScope: parent, depth: depth + 1).isAbsent
        else { return nil }
        return parent
    }

    /// What an entity was related to, as far as the silent inventory knows it.
    private struct Surroundings {
        /// How many there are.
        var all = 0
        /// The silent inventory's numbers of those that it has.
        var known: [Int] = []
        /// Whether it knows enough of them.
        var areKnown = false
    }

    /// At most so many relations of an entity are looked at.
    private static let mostRelations = 1_024
    /// What has more of them is no slot or key that goes with another, and would be looked at for each of them.
    private static let fewRelations = 64

    private mutating func surroundings(of entity: Int, besides: Int?) -> Surroundings {
        let parent = teller.entity(at: entity).parent?.index
        var others: Set<Int> = []
        if let parent { others.insert(parent) }
        for relation in teller.outgoing(entity).prefix(Self.mostRelations) {
            others.insert(teller.relationEnds(relation).to)
        }
        for relation in teller.incoming(entity).prefix(Self.mostRelations) {
            others.insert(teller.relationEnds(relation).from)
        }
        var around = Surroundings()
        var explained = 0
        for other in others.sorted() where other != entity && other != besides && isTelling(other, of: entity) {
            if let known = coverage.counterpart(other) {
                around.known.append(known)
            } else if other != parent, isToldByWhatIsMissing(other) {
                continue
            } else if besides == nil, other != parent, isTakenAway(other, with: entity) {
                explained += 1
                continue
            }
            around.all += 1
        }
        if around.all > 0 || explained > 0 {
            around.areKnown = around.known.count * 2 > around.all || around.all == 0
        } else {
            let share = coverage.share(of: entity)
            around.areKnown = share.kept > 0 && share.kept * 2 >= share.all - 1
        }
        return around
    }

    /// Whether what is missing beside an entity is known to be gone, as a slot is deleted with the key that was in it. Places
    /// are not: with one everything in it is missing, whether it was deleted or not collected.
    private mutating func isTakenAway(_ other: Int, with entity: Int) -> Bool {
        guard teller.relationCount(of: other) <= Self.fewRelations else { return false }
        let kinds = (teller.entities.kind[entity].row, teller.entities.kind[other].row)
        return kinds.0?.isNonHumanIdentity == true && kinds.1?.isNonHumanIdentity == true
            && judge(other, besides: entity).isAbsent
    }

    /// Whether nothing tells of what is missing but records of what is missing with it, as only a token's own record names
    /// the person it was issued to: that it is missing too says nothing about where was looked.
    private func isToldByWhatIsMissing(_ other: Int) -> Bool {
        let places = Set(teller.recordPlaces(ofEntity: other))
        guard !places.isEmpty, teller.relationCount(of: other) <= Self.fewRelations else { return false }
        let around =
            teller.outgoing(other).map { teller.relationEnds($0).to }
            + teller.incoming(other).map { teller.relationEnds($0).from }
        guard !around.isEmpty, around.allSatisfy({ $0 != other && coverage.counterpart($0) == nil }) else {
            return false
        }
        return places.isSubset(of: around.flatMap { teller.recordPlaces(ofEntity: $0) })
    }

    /// Whether what is related to an entity says where to look for it.
    private func isTelling(_ other: Int, of entity: Int) -> Bool {
        guard teller.entities.kind[other] != .run, !teller.entities.flags[other].contains(.inferred) else {
            return false
        }
        var scope = teller.entity(at: other).parent?.index
        for _ in 0..<Coverage.deepest {
            guard let within = scope else { return true }
            if within == entity { return false }
            scope = teller.entity(at: within).parent?.index
        }
        return true
    }
}
