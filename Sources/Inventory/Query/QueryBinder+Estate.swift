// Terms that take a look at what lies around an entity.
extension QueryBinder {
    /// Whether the number of jobs that get at an entity, themselves or through slots and environments, passes.
    func jobsTest(_ term: QueryTerm) -> RowTest {
        let (passes, inventory) = (numberTest(term), inventory)
        // Beyond the greatest number asked for it does not matter how many more there are.
        let asked = term.values.compactMap { if case .number(let number) = $0 { Int(clamping: number) } else { nil } }
        let limit = min(max(asked.max() ?? 0, 0), Int(Int32.max)) + 2
        return RowTest { passes(Int64(inventory.jobs(gettingAt: $0, atMost: limit))) }
    }

    /// Whether the owner of an entity has left: a person who can no longer act, or a name that no source lists although
    /// some source lists people. Entities without an owner have nobody who could leave.
    func ownerLeftTest() -> RowTest {
        let (inventory, now) = (inventory, context.now)
        let owners = inventory.entities.owner
        let known = Lazy<Set<UInt32>>()
        return RowTest(cost: .search) { row in
            let owner = owners[row]
            return !owner.isEmpty && known.value { inventory.ownersLeft(at: now) }.contains(owner.place)
        }
    }

    /// Whether an entity is a lasting key that some job reads although it may also assume a role of the same provider.
    func replaceableTest() -> RowTest {
        let (inventory, now) = (inventory, context.now)
        let known = Lazy<RowSet>()
        return RowTest(cost: .search) { row in known.value { inventory.replaceableTokens(at: now) }.contains(row) }
    }

    /// Whether the name of an entity looks like another, or mixes scripts.
    func lookAlikeTest() -> RowTest {
        let inventory = inventory
        return RowTest(.search, { inventory.lookAlikes.rows.contains($0) }) { candidates, _ in
            var candidates = candidates
            candidates.formIntersection(inventory.lookAlikes.rows)
            return candidates
        }
    }
}

extension Inventory {
    /// How many jobs get at the entity, at most as many as `limit`. O(relations looked at).
    fileprivate func jobs(gettingAt entity: Int, atMost limit: Int) -> Int {
        var jobs: Set<Int> = []
        var seen: Set<Int> = [entity]
        var open = [entity]
        while let here = open.popLast() {
            for place in control.entering(here) {
                let source = Int(control.sources[place])
                guard source < entityCount else { continue }
                if entities.kind[source] == .job {
                    jobs.insert(source)
                    if jobs.count >= limit { return jobs.count }
                } else if isJoint(source), seen.insert(source).inserted {
                    open.append(source)
                }
            }
        }
        return jobs.count
    }

    /// The texts of owners who have left by `now`. O(entities + owners).
    fileprivate func ownersLeft(at now: Instant) -> Set<UInt32> {
        var owners = Set(entities.owner.lazy.filter { !$0.isEmpty }.map(\.place))
        /// For each name, id, and last part of an id whether somebody who bears it can still act.
        var isActing: [String: Bool] = [:]
        var listsPeople = false
        let kinds: Set<EntityKind> = [.person, .team, .organization, .serviceAccount, .agent]
        for row in 0..<entityCount where kinds.contains(entities.kind[row]) {
            let isPerson = entities.kind[row] == .person
            listsPeople = listsPeople || isPerson
            let acts = !isPerson || usable(of: row).until > now
            let id = texts[entities.id[row]].lowercased()
            for name in [texts[entities.name[row]].lowercased(), id] + Self.tails(of: id) {
                isActing[name] = acts || isActing[name] ?? false
            }
        }
        owners = owners.filter { place in
            let name = texts[TextReference(place)].lowercased()
            return isActing[name].map { !$0 } ?? listsPeople
        }
        return owners
    }

    /// What follows each slash of an id.
    private static func tails(of id: String) -> [String] {
        id.indices.filter { id[$0] == "/" }.map { String(id[id.index(after: $0)...]) }
    }

    /// The tokens without an end, still usable at `now`, that a job gets at which may also assume an account of the same
    /// provider. O(entities + relations around such jobs).
    fileprivate func replaceableTokens(at now: Instant) -> RowSet {
        var found = RowSet(noneOf: entityCount)
        for job in 0..<entityCount where entities.kind[job] == .job {
            let providers = Set(
                control.leaving(job).lazy
                    .filter { self.isCrossing($0, .mayAssume) }
                    .compactMap { self.provider(of: Int(self.control.targets[$0])) })
            if providers.isEmpty { continue }
            forEachGain(of: job) { token in
                guard entities.kind[token] == .token, entities.expires[token] == .never,
                    entities.revoked[token] > now
                else { return }
                if !providers.isDisjoint(with: keyProviders(of: token)) { found.insert(token) }
            }
        }
        return found
    }

    /// Calls `body` with everything that the entity gains in a step, which may pass through what only connects.
    private func forEachGain(of entity: Int, _ body: (Int) -> Void) {
        var seen: Set<Int> = [entity]
        var open = [entity]
        while let here = open.popLast() {
            for place in control.leaving(here) {
                let target = Int(control.targets[place])
                guard target < entityCount, seen.insert(target).inserted else { continue }
                body(target)
                if isJoint(target) { open.append(target) }
            }
        }
    }

    private func provider(of entity: Int) -> String? {
        guard entity < entityCount, !entities.provider[entity].isEmpty else { return nil }
        return texts[entities.provider[entity]].lowercased()
    }

    /// Whether the relation behind a leaving crossing is of this kind.
    private func isCrossing(_ place: Int, _ kind: RelationKind) -> Bool {
        let relation = control.relation(leaving: place)
        // Rows from a damaged file may name relations where there are none.
        return relation >= 0 && relations.kind[relation] == kind
    }

    /// Who a token is for: its provider, else that of the account that it stands for, else whoever the names of its slots
    /// speak of.
    private func keyProviders(of token: Int) -> Set<String> {
        if let provider = provider(of: token) { return [provider] }
        let place = control.leaving(token).first { isCrossing($0, .authenticatesAs) }
        if let provider = place.flatMap({ provider(of: Int(control.targets[$0])) }) { return [provider] }
        var providers: Set<String> = []
        for place in control.entering(token) {
            let slot = Int(control.sources[place])
            guard slot < entityCount, entities.kind[slot] == .secret else { continue }
            for word in texts[entities.name[slot]].lowercased().split(whereSeparator: { !$0.isLetter }) {
                providers.insert(Self.providerWords[String(word)] ?? String(word))
            }
        }
        return providers
    }

    /// What names of slots call providers, where that is not their name.
    private static let providerWords = [
        "amazon": "aws", "google": "gcp", "gcloud": "gcp", "gke": "gcp", "arm": "azure", "az": "azure",
    ]
}
