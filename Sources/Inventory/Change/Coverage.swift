/// Whether an inventory would tell of what it does not tell of.
///
/// No source says outright what it covers, so this is concluded from what it does tell, and only where much speaks for
/// it. What only the other inventory has counts as absent when all of these hold:
/// 1. It is recorded there, not inferred, and no run: records of the past need not be repeated.
/// 2. The silent inventory has some of its kind from the same provider (or it was the only one of these), and says of no
///    such list that it is not complete.
/// 3. It knows more than half of what it belonged and was related to, apart from what belongs to it, runs, what is
///    inferred, what only records of what is missing name, and what is itself known to be absent. Where it was related to nothing, half of the others of its kind and
///    provider. See ``SilenceSurvey``.
/// 4. It has others of the same list, told by the same format and as fully; or the same files were read again; or a source
///    that tells of something around it tells of others of its sort. A file that tells of one thing alone is no list, and
///    a graph says nothing of places that may lie outside of it: see ``CoverageIndex/isSurvey(_:of:)``.
///
/// What can only exist within something else is absent when that is. A relation is absent when one of its ends is;
/// between ends that are there the same rules hold for relations of its kind.
struct Coverage: Sendable {
    let silent: Inventory
    let teller: Inventory
    /// From the teller's numbers to those of the silent one.
    let match: IdentityMatch
    let kinds: KindMatch
    private let made: Lazy<CoverageIndex>
    private let madeOfTeller: Lazy<CoverageIndex>
    private let shares = Lazy<[CoverageIndex.Issue: Share]>()
    private let tellerFiles = Lazy<[PlacedFile]>()

    /// How many of a kind and provider the teller has, and how many of these the silent inventory has too.
    struct Share {
        var all = 0
        var kept = 0
    }

    /// What `silent` covers of `teller`; `match` leads from the numbers of `teller` to those of `silent`.
    init(of silent: Inventory, about teller: Inventory, _ match: IdentityMatch) {
        (made, madeOfTeller) = (Lazy(), Lazy())
        self.silent = silent
        self.teller = teller
        self.match = match
        kinds = KindMatch(teller, silent)
    }

    private init(reversing other: Coverage) {
        (made, madeOfTeller) = (other.madeOfTeller, other.made)
        silent = other.teller
        teller = other.silent
        match = other.match.reversed
        kinds = KindMatch(teller, silent)
    }

    /// The same, seen from the other side.
    var reversed: Coverage { Coverage(reversing: self) }

    /// Where the silent inventory looked. O(entities + relations) the first time.
    var index: CoverageIndex { made.value { CoverageIndex(silent) } }

    /// Where the other one looked.
    var tellerIndex: CoverageIndex { madeOfTeller.value { CoverageIndex(teller) } }

    /// The number that an entity of the teller has in the silent inventory.
    func counterpart(_ entity: Int) -> Int? {
        match.newOfOld[entity] == IdentityMatch.none ? nil : Int(match.newOfOld[entity])
    }

    /// Whether the silent inventory looked for things of a kind at a provider. One that is gone may have been the last;
    /// where several were and none is left, nobody looked.
    func isLooked(for issue: CoverageIndex.Issue, of entity: Int, _ index: CoverageIndex) -> Bool {
        if index.issues.contains(issue) { return true }
        return index.providers.contains(issue.provider) && share(of: entity).all == 1
    }

    /// How deep things lie within each other; a damaged file may say that they do so without end.
    static let deepest = 8

    /// Whether the silent inventory says that lists of this kind are not complete.
    func isIncomplete(_ kind: EntityKind) -> Bool { silent.blindSpots.contains { $0.cutsShort(kind) } }

    /// Whether something was asked for and refused: then only lists that there are say what is missing from them.
    var wasRefused: Bool { silent.blindSpots.contains(where: \.isRefusal) }

    /// Why the silent inventory would list the entity, of which it has `around` what was related to it; nil where nothing
    /// says so.
    func basis(
        _ entity: Int, _ issue: CoverageIndex.Issue, around: [Int], _ index: CoverageIndex
    ) -> Silence.Basis? {
        let row = teller.entity(at: entity)
        let directory = teller.directory(of: entity)
        let sources = teller.sourceNumbers(ofEntity: entity)
        let formats = Set(sources.map { index.texts[teller.sources[$0].format] })
        let again = sourcesReadAgain(sources, index).filter { index.canTell($0, of: issue.kind) }
        let isListed = sources.contains { tellerIndex.isSurvey($0, of: sort(of: entity, directory, format: $0)) }
        let sorts = formats.map { format in
            CoverageIndex.Sort(
                kind: issue.kind, provider: nil, parentKind: row.parent.flatMap { kinds[$0.kind] },
                word: index.texts[directory.lastWord], format: format)
        }
        func isSurvey(_ source: Int) -> Bool {
            again.contains(source) || isListed && sorts.contains { index.isSurvey(source, of: $0) }
        }
        // Nil where there is one and the silent inventory does not have it.
        let parent: UInt32? = row.parent.map { counterpart($0.index).map { UInt32($0) } } ?? EntityColumns.noParent
        if let parent {
            let isDescribed = teller.isDescribed(entity)
            let others = formats.map { format in
                let list = CoverageIndex.List(
                    kind: issue.kind, provider: issue.provider, parent: parent, directory: index.texts[directory],
                    format: format)
                guard let members = index.lists[list], members.sources.contains(where: isSurvey) else { return 0 }
                return isDescribed ? members.described : members.all
            }
            if let most = others.max(), most > 0 { return .listed(others: most) }
        }
        if wasRefused { return nil }
        if !again.isEmpty, again.count == sources.count { return again.min().map { .readAgain(source: $0) } }
        let near = around.reduce(into: Set<Int>()) { $0.formUnion(silent.sourceNumbers(ofEntity: $1)) }
        let provider = index.issues.contains(issue) ? issue.provider : nil
        let told = sorts.reduce(into: Set<Int>()) { told, sort in
            var sort = sort
            sort.provider = provider
            told.formUnion((index.sorts[sort] ?? [:]).keys)
        }
        return near.intersection(told).filter(isSurvey).min().map { .surveyed(source: $0) }
    }

    /// The sort of an entity in the teller's own numbers, as one of its sources tells it.
    private func sort(of entity: Int, _ directory: String, format source: Int) -> CoverageIndex.Sort {
        CoverageIndex.Sort(
            kind: teller.entities.kind[entity], provider: nil,
            parentKind: teller.kind(ofParent: teller.entities.parent[entity]),
            word: tellerIndex.texts[directory.lastWord], format: tellerIndex.formats[source])
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

    /// How many of the entity's kind and provider there are in both.
    func share(of entity: Int) -> Share {
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
