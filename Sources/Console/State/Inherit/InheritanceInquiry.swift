import Inventory
import Reach

/// What a runner exposed, to be found out. Equal ones give equal findings.
struct InheritanceInquiry: Hashable, Sendable {
    /// The runner's number.
    var runner: Int
    /// What is asked of the engine: the runner alone as the seed, its moment left out, because what is live is seen later.
    var question: Question

    /// How many runs are listed.
    static let runLimit = 20_000
    /// Of how many of these the identities are sought, and how many identities may be noted in all.
    static let soughtRuns = 1_000
    static let notedIdentities = 200_000

    /// The windows over which the runner is taken as an attacker's.
    var windows: [Interval] { question.seeds.map(\.window) }

    /// Finds it out: four questions about the runner, and one about each run. O(runs × what each exposes).
    func inheritance<P: Patience>(by engine: ReachEngine, patience: P) throws(P.Failure) -> Inheritance {
        let inventory = engine.inventory
        let links = RunnerLinks(runner, in: inventory)
        var inheritance = Inheritance(links: links, runs: Array(listedRuns(links, inventory)))
        inheritance.runsLeftOut = links.runs.count - inheritance.runs.count
        inheritance.actual = Scenario(try engine.blastRadius(question, patience: patience))
        inheritance.cleanups = knownCleanups(inventory)
        if let seeds = neverCleanedSeeds(inheritance.cleanups) {
            var neverCleaned = question
            neverCleaned.seeds = seeds
            inheritance.neverCleaned = Scenario(try engine.blastRadius(neverCleaned, patience: patience))
        }
        var ephemeral = question
        ephemeral.severances = links.persistence.map { Severance(relation: $0, at: .beginning) }
        inheritance.ephemeral = Scenario(try engine.blastRadius(ephemeral, patience: patience))
        if let seeds = firstRunSeeds(links) {
            ephemeral.seeds = seeds
            inheritance.firstRunOnly = Scenario(try engine.blastRadius(ephemeral, patience: patience))
        }
        var noted = 0
        for place in soughtOrder(inheritance.runs).prefix(Self.soughtRuns) where noted < Self.notedIdentities {
            let identities = try identities(exposedBy: inheritance.runs[place], engine, patience)
            inheritance.runs[place].identities = identities
            noted += identities.count
        }
        inheritance.conclude(inventory)
        return inheritance
    }

    /// The runs in the order of their start; when they are too many, the last ones.
    private func listedRuns(_ links: RunnerLinks, _ inventory: Inventory) -> ArraySlice<RunExposure> {
        let runs = links.runs.map { link in
            RunExposure(run: link.entity, interval: link.valid, isInWindow: isInWindow(link.valid))
        }
        return runs.sorted { left, right in
            left.interval.from == right.interval.from
                ? inventory.idPrecedes(left.run, right.run) : left.interval.from < right.interval.from
        }.suffix(Self.runLimit)
    }

    private func isInWindow(_ interval: Interval) -> Bool {
        question.timeless || windows.contains { !$0.intersection(interval).isEmpty }
    }

    /// The runs in a window first, then the latest.
    private func soughtOrder(_ runs: [RunExposure]) -> [Int] {
        runs.indices.filter { runs[$0].isInWindow } + runs.indices.reversed().filter { !runs[$0].isInWindow }
    }

    /// What a run gives who has it while it lasts; of one in a window, while both last.
    private func identities<P: Patience>(
        exposedBy run: RunExposure, _ engine: ReachEngine, _ patience: P
    ) throws(P.Failure) -> [Int] {
        var single = question
        let shared = windows.map { $0.intersection(run.interval) }.filter { !$0.isEmpty }
        single.seeds = (shared.isEmpty ? [run.interval] : shared).map { Seed(entity: run.run, window: $0) }
        single.plane = .identity
        let found = Scenario(try engine.blastRadius(single, patience: patience)).identities
        return EntityKind.exposedIdentities.flatMap { kind in
            found.filter { engine.inventory.entityKinds[$0] == kind }
        }
    }

    /// When the runner was clean again, as far as that is known; none where times are left out of account.
    private func knownCleanups(_ inventory: Inventory) -> [Instant] {
        guard !question.timeless, let first = windows.map(\.from).min() else { return [] }
        let known = inventory.entity(at: runner).cleanups + windows.map(\.until)
        return Set(known.filter { $0.isBounded && $0 > first }).sorted()
    }

    /// Had no clean-up been: an attacker's from the first window on, and after each clean-up again; nil where that is
    /// what is asked anyway.
    private func neverCleanedSeeds(_ cleanups: [Instant]) -> [Seed]? {
        guard !cleanups.isEmpty, let first = windows.map(\.from).min() else { return nil }
        let seeds = zip([first] + cleanups, cleanups + [.never]).map { from, until in
            Seed(entity: runner, window: Interval(from, until))
        }
        return seeds == question.seeds ? nil : seeds
    }

    /// Had each machine been thrown away after its first run: control ends with the first run in each window. Nil where a
    /// window has no start, or times are left out of account.
    private func firstRunSeeds(_ links: RunnerLinks) -> [Seed]? {
        guard !question.timeless, windows.allSatisfy({ $0.from.isBounded }) else { return nil }
        return windows.map { window in
            let ends = links.runs.filter { !$0.valid.intersection(window).isEmpty }
                .min { ($0.valid.from, $0.valid.until) < ($1.valid.from, $1.valid.until) }?.valid.until
            return Seed(entity: runner, window: Interval(window.from, min(window.until, ends ?? .never)))
        }
    }
}
