import Inventory
import Reach

/// What a runner exposed: run by run, in all, and had it been another sort of runner.
struct Inheritance: Sendable {
    let links: RunnerLinks
    /// The recorded runs, the earliest first.
    var runs: [RunExposure]
    /// What was exposed in all, and through what.
    var identities: [InheritedIdentity] = []
    /// The jobs that ran on it or may, those with the most runs first.
    var jobs: [SharingJob] = []
    /// How many earlier runs are left out.
    var runsLeftOut = 0
    /// As it was.
    var actual = Scenario.none
    /// The clean-ups that are known after the first window began: recorded by a source, or the end of a window.
    var cleanups: [Instant] = []
    /// Had none of ``cleanups`` been; nil where none is known, or that is what was asked.
    var neverCleaned: Scenario?
    /// Had every run had a machine of its own.
    var ephemeral = Scenario.none
    /// Had, besides, only the first machine in each window been taken; nil where no window has a start.
    var firstRunOnly: Scenario?

    init(links: RunnerLinks, runs: [RunExposure]) {
        self.links = links
        self.runs = runs
    }

    /// How many runs were not asked what they exposed.
    var unsought: Int { runs.count { $0.identities == nil } }
}

/// A run, and what it exposed.
struct RunExposure: Hashable, Sendable {
    /// The run's number.
    let run: Int
    /// When it was on the runner.
    let interval: Interval
    /// Whether the runner was declared an attacker's while it ran.
    let isInWindow: Bool
    /// The identities that whoever has the run gets without altering anything, what can be used before what it is kept
    /// in; nil when there were too many runs to ask.
    var identities: [Int]?
}

/// What is exposed under one assumption.
struct Scenario: Sendable {
    /// Everything that is reached; nil when nothing was asked.
    let radius: BlastRadius?
    /// The inherited identities, by first held, then id.
    let identities: [Int]
    /// How many entities are reached in all.
    let reached: Int

    static let none = Scenario(radius: nil, identities: [])

    private init(radius: BlastRadius?, identities: [Int]) {
        self.radius = radius
        self.identities = identities
        reached = radius.map { $0.entities.count { !$0.isConditional } } ?? 0
    }

    init(_ radius: BlastRadius) {
        let identities = radius.entities.lazy.filter {
            $0.tier == 0 && !$0.isSeed && !$0.isConditional && $0.entity.kind.isIdentity
        }
        self.init(radius: radius, identities: identities.map(\.entity.index))
    }

    /// How many of the identities are held at a moment.
    func liveIdentities(at moment: Instant) -> Int {
        guard let seen = radius?.seen(at: moment) else { return 0 }
        return identities.count { seen[$0]?.isLive == true }
    }
}

extension EntityKind {
    /// What a run that is taken over exposes as identities, or as slots that hold them: what can be used first.
    static let exposedIdentities: [EntityKind] = [.token, .serviceAccount, .person, .agent, .secret]
}
