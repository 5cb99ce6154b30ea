/// Whether an inventory would tell of what it does not tell of.
///
/// No source says outright what it covers, so this is concluded from what it does tell, and only where much speaks for
/// it. What only the other inventory has counts as absent when all of these hold:
/// 1. It is recorded there, not inferred, and no run: records of the past need not be repeated.
/// 2. The silent inventory has some of its kind from the same provider (or it was the only one of these), and says of no
///    such list that it is not complete.
/// 3. It knows at least half of what it was related to, apart from what belongs to it, runs and what is inferred. Where
///    it was related to nothing, half of the others of its kind and provider.
/// 4. It has others of the same list, told by the same format and as fully; or the same files were read again; or a source
///    that tells of something around it tells of others of its sort.
///
/// What can only exist within something else is absent when that is. A relation is absent when one of its ends is;
/// between ends that are there the same rules hold for relations of its kind.
struct Coverage: Sendable {
    let silent: Inventory
    let teller: Inventory
    /// From the teller's numbers to those of the silent one.
    let match: IdentityMatch
    let kinds: KindMatch
    private let made = Lazy<CoverageIndex>()
    private let shares = Lazy<[CoverageIndex.Issue: Share]>()
    private let tellerFiles = Lazy<[PlacedFile]>()

    /// How many of a kind and provider the teller has, and how many of these the silent inventory has too.
    private struct Share {
        var all = 0
        var kept = 0
    }

    /// What `silent` covers of `teller`; `match` leads from the numbers of `teller` to those of `silent`.
    init(of silent: Inventory, about teller: Inventory, _ match: IdentityMatch) {
        self.silent = silent
        self.teller = teller
        self.match = match
        kinds = KindMatch(teller, silent)
    }

    /// Where the silent inventory looked. O(entities + relations) the first time.
    var index: CoverageIndex { made.value { CoverageIndex(silent) } }

    /// The number that an entity of the teller has in the silent inventory.
    func counterpart(_ entity: Int) -> Int? {
        match.newOfOld[entity] == IdentityMatch.none ? nil : Int(match.newOfOld[entity])
    }

    /// What it means that the silent inventory does not have this entity of the teller. O(its relations).
    func silence(aboutEntity entity: Int) -> Silence { silence(aboutEntity: entity, depth: 0) }

    private func silence(aboutEntity entity: Int, depth: Int) -> Silence {
        let kind = teller.entities.kind[entity]
        if kind == .run { return .unknown(.history) }
        if teller.entities.flags[entity].contains(.inferred) { return .unknown(.inferred) }
        if let scope = lostScope(of: entity, depth) { return .absent(.scope(scope)) }
        let index = index
        guard let silentKind = kinds[kind], index.kinds.contains(silentKind) else { return .unknown(.noneOfKind) }
        let issue = CoverageIndex.Issue(
            kind: silentKind, provider: index.texts[teller.texts[teller.entities.provider[entity]]])
        guard isLooked(for: issue, of: entity, index) else { return .unknown(.noneOfProvider) }
        if isIncomplete(kind) { return .unknown(.incomplete) }
        let around = surroundings(of: entity)
        guard around.areKnown else { return .unknown(.surroundings(known: around.known.count, of: around.all)) }
        if let basis = basis(entity, issue, around, index) { return .absent(basis) }
        return .unknown(wasRefused ? .incomplete : .list)
    }

    /// Whether the silent inventory looked for things of a kind at a provider. One that is gone may have been the last;
    /// where several were and none is left, nobody looked.
    private func isLooked(for issue: CoverageIndex.Issue, of entity: Int, _ index: CoverageIndex) -> Bool {
        if index.issues.contains(issue) { return true }
        return index.providers.contains(issue.provider) && share(of: entity).all == 1
    }

    /// What the entity belongs to and cannot outlast, where that is known to be gone.
    private func lostScope(of entity: Int, _ depth: Int) -> Int? {
        // A credential may outlive the place that lists it.
        guard depth < Self.deepest, teller.entities.kind[entity].remediation == .cleanse,
            let parent = teller.entity(at: entity).parent?.index, counterpart(parent) == nil,
            silence(aboutEntity: parent, depth: depth + 1).isAbsent
        else { return nil }
        return parent
    }

    /// How deep things lie within each other; a damaged file may say that they do so without end.
    static let deepest = 8

    /// Whether the silent inventory says that lists of this kind are not complete.
    func isIncomplete(_ kind: EntityKind) -> Bool { silent.blindSpots.contains { $0.cutsShort(kind) } }

    /// Whether something was asked for and refused: then only lists that there are say what is missing from them.
    var wasRefused: Bool { silent.blindSpots.contains(where: \.isRefusal) }

    /// Why the silent inventory would list the entity; nil where nothing says so.
    private func basis(
        _ entity: Int, _ issue: CoverageIndex.Issue, _ around: Surroundings, _ index: CoverageIndex
    ) -> Silence.Basis? {
        let row = teller.entity(at: entity)
        // Nil where there is one and the silent inventory does not have it.
        let parent: UInt32? = row.parent.map { counterpart($0.index).map { UInt32($0) } } ?? EntityColumns.noParent
        let directory = teller.directory(of: entity)
        let sources = teller.sourceNumbers(ofEntity: entity)
        let formats = Set(sources.map { index.texts[teller.sources[$0].format] })
        if let parent {
            let isDescribed = teller.isDescribed(entity)
            let others =
                formats.map { format in
                    let list = CoverageIndex.List(
                        kind: issue.kind, provider: issue.provider, parent: parent, directory: index.texts[directory],
                        format: format)
                    let length = index.lists[list] ?? CoverageIndex.Length()
                    return isDescribed ? length.described : length.all
                }.max() ?? 0
            if others > 0 { return .listed(others: others) }
        }
        if wasRefused { return nil }
        if let again = readAgain(sources, index) { return .readAgain(source: again) }
        let near = around.known.reduce(into: Set<Int>()) { $0.formUnion(silent.sourceNumbers(ofEntity: $1)) }
        let provider = index.issues.contains(issue) ? issue.provider : nil
        let told = formats.reduce(into: Set<Int>()) { told, format in
            let sort = CoverageIndex.Sort(
                kind: issue.kind, provider: provider, parentKind: row.parent.flatMap { kinds[$0.kind] },
                word: index.texts[directory.lastWord], format: format)
            told.formUnion(index.sorts[sort] ?? [])
        }
        return near.intersection(told).min().map { .surveyed(source: $0) }
    }

    /// A source of the silent inventory that is one of these read again, where all of them were.
    func readAgain(_ sources: Set<Int>, _ index: CoverageIndex) -> Int? {
        let again = sourcesReadAgain(sources, index)
        return again.count == sources.count ? again.min() : nil
    }

    /// The sources of the silent inventory that are these read again.
    func sourcesReadAgain(_ sources: Set<Int>, _ index: CoverageIndex) -> Set<Int> {
        let files = tellerFiles.value { PlacedFile.of(teller.sources) }
        return Set(sources.compactMap { index.files[files[$0]] })
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
    private static let mostRelations = 4_096

    private func surroundings(of entity: Int) -> Surroundings {
        var others: Set<Int> = []
        if let parent = teller.entity(at: entity).parent?.index { others.insert(parent) }
        for relation in teller.outgoing(entity).prefix(Self.mostRelations) {
            others.insert(teller.relationEnds(relation).to)
        }
        for relation in teller.incoming(entity).prefix(Self.mostRelations) {
            others.insert(teller.relationEnds(relation).from)
        }
        var around = Surroundings()
        for other in others.sorted() where other != entity && isTelling(other, of: entity) {
            around.all += 1
            if let known = counterpart(other) { around.known.append(known) }
        }
        if around.all > 0 {
            around.areKnown = around.known.count * 2 >= around.all
        } else {
            let share = share(of: entity)
            around.areKnown = share.kept > 0 && share.kept * 2 >= share.all - 1
        }
        return around
    }

    /// Whether what is related to an entity says where to look for it.
    private func isTelling(_ other: Int, of entity: Int) -> Bool {
        guard teller.entities.kind[other] != .run, !teller.entities.flags[other].contains(.inferred) else {
            return false
        }
        var scope = teller.entity(at: other).parent?.index
        for _ in 0..<Self.deepest {
            guard let within = scope else { return true }
            if within == entity { return false }
            scope = teller.entity(at: within).parent?.index
        }
        return true
    }

    private func share(of entity: Int) -> Share {
        let shares = shares.value {
            var shares: [CoverageIndex.Issue: Share] = [:]
            for row in 0..<teller.entityCount where !teller.entities.flags[row].contains(.inferred) {
                let issue = CoverageIndex.Issue(
                    kind: teller.entities.kind[row], provider: Int(teller.entities.provider[row].place))
                shares[issue, default: Share()].all += 1
                if counterpart(row) != nil { shares[issue, default: Share()].kept += 1 }
            }
            return shares
        }
        let issue = CoverageIndex.Issue(
            kind: teller.entities.kind[entity], provider: Int(teller.entities.provider[entity].place))
        return shares[issue] ?? Share()
    }
}
