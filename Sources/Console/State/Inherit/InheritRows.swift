import Inventory
import Reach

/// The lists among which the view of a runner lets one choose.
enum InheritSection: String, Hashable, Sendable, CaseIterable {
    case runs, identities, jobs, standing, ephemeral

    /// What it is called.
    var title: String {
        switch self {
        case .runs: "runs"
        case .identities: "identities"
        case .jobs: "jobs sharing it"
        case .standing: "always there"
        case .ephemeral: "if re-imaged"
        }
    }
}

/// The rows of the view of a runner.
struct InheritRows: Sendable {
    /// One row.
    enum Row: Hashable, Sendable {
        case run(RunExposure)
        case identity(InheritedIdentity)
        case job(SharingJob)
        case standing(Standing)
        case scenario(ScenarioRow)
    }

    let inheritance: Inheritance
    let rows: [Row]
    let figures: InheritFigures
    /// What there is to say of each run that is listed, by the run's number.
    let runs: [Int: RunFigures]

    var count: Int { rows.count }

    func entity(at row: Int) -> Int? { rows[row].entity }

    func id(at row: Int, in inventory: Inventory) -> String {
        switch rows[row] {
        case .standing(let standing): "relation \(standing.relation)"
        case .scenario(let scenario): "scenario \(scenario.name.rawValue)"
        default: entity(at: row).map { inventory.entity(at: $0).id } ?? ""
        }
    }

    /// The row with an id. O(rows), without making the ids of entities.
    func row(of id: String, in inventory: Inventory) -> Int? {
        if let entity = inventory.entity(id: id)?.index { return rows.indices.first { self.entity(at: $0) == entity } }
        return rows.indices.first {
            switch rows[$0] {
            case .standing, .scenario: self.id(at: $0, in: inventory) == id
            default: false
            }
        }
    }
}

/// What a run exposed, in numbers, at the moment of the lens.
struct RunFigures: Sendable {
    /// How many identities of each kind.
    var kinds: [(kind: EntityKind, count: Int)] = []
    /// How many of them an attacker can use, could use, and how many were used since.
    var live = 0, over = 0, used = 0
}

/// An identity that the runner exposed.
struct InheritedIdentity: Hashable, Sendable {
    let entity: Int
    let firstHeld: Instant
    let until: Instant
    /// What the runner gave first on the way to it: a run, a job, an account, a token.
    let through: Int?
    /// How many runs in the window exposed it.
    let runs: Int
}

/// A job that runs on the runner, or may.
struct SharingJob: Hashable, Sendable {
    let job: Int
    var runs = 0
    var runsInWindow = 0
    var last: Instant?
    /// Whether the runner may be given it at any time, with no run history to say when it was.
    var isStanding = false
}

/// Something that the runner gives whatever runs on it.
struct Standing: Hashable, Sendable {
    let relation: Int
    let entity: Int
    let kind: RelationKind
}

/// What would have been exposed under one assumption, seen from the moment of the lens.
struct ScenarioRow: Hashable, Sendable {
    /// The assumption.
    enum Name: String, Hashable, Sendable {
        case actual, neverCleaned, ephemeral, firstRun
    }

    let name: Name
    let identities: Int
    let liveIdentities: Int
    let reached: Int
    let liveReached: Int
}

/// The figures of the view of a runner, at the moment of the lens.
struct InheritFigures: Hashable, Sendable {
    var runs: Int
    var runsInWindow: Int
    var scenarios: [ScenarioRow]
    var jobs: Int
    var standing: Int
}
