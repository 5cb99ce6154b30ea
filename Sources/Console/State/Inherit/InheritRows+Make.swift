import Inventory
import Reach

extension InheritRows {
    /// The rows of a section, filtered and ordered as the place says. O(runs + identities).
    init(_ inheritance: Inheritance, section: InheritSection, state: State) {
        self.inheritance = inheritance
        let standing = Self.standing(inheritance.links)
        figures = InheritFigures(
            runs: inheritance.links.runs.count,
            runsInWindow: inheritance.runs.count { $0.isInWindow },
            scenarios: Self.scenarios(inheritance, at: state.at), jobs: inheritance.jobs.count, standing: standing.count
        )
        var rows: [Row]
        switch section {
        case .runs:
            // What the attacker had comes first, as that is what one asks for here.
            let latest = inheritance.runs.reversed()
            rows = (latest.filter(\.isInWindow) + latest.filter { !$0.isInWindow }).map { .run($0) }
        case .identities: rows = inheritance.identities.map { .identity($0) }
        case .jobs: rows = inheritance.jobs.map { .job($0) }
        case .standing: rows = standing.map { .standing($0) }
        case .ephemeral: rows = figures.scenarios.map { .scenario($0) }
        }
        if !state.place.query.isEmpty {
            let query = state.boundQuery(state.answer)
            rows = rows.filter { row in row.entity.map(query.matches) ?? true }
        }
        if let sort = state.place.sort, let column = InheritColumn(rawValue: sort.column) {
            var order = RowOrder(Array(rows.indices))
            let names = column == .name ? state.inventory.entityNameRanks : nil
            order.sort(ascending: sort.ascending) { place in
                if let names, let entity = rows[place].entity { return UInt64(names[entity]) }
                return column.key(rows[place])
            }
            rows = order.rows.map { rows[$0] }
        }
        self.rows = rows
        runs = section == .runs ? Self.figures(of: rows, state) : [:]
    }

    /// O(identities of all runs), of which only so many are noted.
    private static func figures(of rows: [Row], _ state: State) -> [Int: RunFigures] {
        var figures: [Int: RunFigures] = [:]
        let kinds = state.inventory.entityKinds
        for row in rows {
            guard case .run(let run) = row, let identities = run.identities else { continue }
            var own = RunFigures()
            for identity in identities {
                if own.kinds.last?.kind == kinds[identity] {
                    own.kinds[own.kinds.count - 1].count += 1
                } else {
                    own.kinds.append((kinds[identity], 1))
                }
                guard let held = state.answer?.radius[identity], !held.isConditional else { continue }
                if held.isLive { own.live += 1 } else { own.over += 1 }
                if held.usedSince == true { own.used += 1 }
            }
            figures[run.run] = own
        }
        return figures
    }

    private static func scenarios(_ inheritance: Inheritance, at moment: Instant) -> [ScenarioRow] {
        let named: [(ScenarioRow.Name, Scenario?)] = [
            (.actual, inheritance.actual), (.neverCleaned, inheritance.neverCleaned),
            (.ephemeral, inheritance.ephemeral), (.firstRun, inheritance.firstRunOnly),
        ]
        return named.compactMap { name, scenario in
            guard let scenario, let radius = scenario.radius?.seen(at: moment) else { return nil }
            return ScenarioRow(
                name: name, identities: scenario.identities.count,
                liveIdentities: scenario.liveIdentities(at: moment), reached: scenario.reached,
                liveReached: radius.liveCount)
        }
    }

    private static func standing(_ links: RunnerLinks) -> [Standing] {
        let sorts: [(RelationKind, [RunnerLinks.Link])] = [
            (.serves, links.served), (.runsAs, links.accounts), (.retains, links.retained),
        ]
        return sorts.flatMap { kind, links in
            links.map { Standing(relation: $0.relation, entity: $0.entity, kind: kind) }
        }
    }
}

extension InheritRows.Row {
    /// The entity that the row stands for.
    var entity: Int? {
        switch self {
        case .run(let exposure): exposure.run
        case .identity(let identity): identity.entity
        case .job(let job): job.job
        case .standing(let standing): standing.entity
        case .scenario: nil
        }
    }
}

/// The columns by which the lists of the view of a runner can be sorted.
enum InheritColumn: String, CaseIterable {
    case time, lasted, name, exposed, runs

    /// Those that a list has, with what stands above them.
    static func columns(of section: InheritSection) -> [SortColumn] {
        let named: [(InheritColumn, String)] =
            switch section {
            case .runs: [(.time, "BEGAN"), (.lasted, "LASTED"), (.name, "RUN"), (.exposed, "EXPOSED")]
            case .identities: [(.time, "FIRST HELD"), (.name, "NAME"), (.runs, "RUNS")]
            case .jobs: [(.time, "LAST RUN"), (.name, "JOB"), (.runs, "RUNS")]
            case .standing: [(.name, "NAME")]
            case .ephemeral: []
            }
        return named.map { SortColumn(name: $0.0.rawValue, title: $0.1) }
    }

    /// A number to sort a row by.
    func key(_ row: InheritRows.Row) -> UInt64 {
        switch (row, self) {
        case (.run(let run), .time): Self.key(run.interval.from)
        case (.run(let run), .lasted): UInt64(clamping: run.interval.lasted ?? .max)
        case (.run(let run), .exposed): UInt64(run.identities?.count ?? 0)
        case (.identity(let identity), .time): Self.key(identity.firstHeld)
        case (.identity(let identity), .runs): UInt64(identity.runs)
        case (.job(let job), .time): Self.key(job.last ?? .beginning)
        case (.job(let job), .runs): UInt64(job.runs)
        default: 0
        }
    }

    /// A number that grows with time, from one end to the other.
    private static func key(_ time: Instant) -> UInt64 { UInt64(bitPattern: time.seconds) ^ 1 << 63 }
}

extension Interval {
    /// How long it is in seconds; nil where an end is not known.
    var lasted: Int64? {
        guard from.isBounded, until.isBounded else { return nil }
        let (length, overflow) = until.seconds.subtractingReportingOverflow(from.seconds)
        return overflow ? nil : length
    }
}
