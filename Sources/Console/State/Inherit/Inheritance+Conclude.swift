import Inventory
import Reach

// What follows from the runs and the answers, concluded once, where nobody waits for a key.
extension Inheritance {
    /// Notes which identities came through what, and which jobs share the runner. O(runs + identities).
    mutating func conclude(_ inventory: Inventory) {
        identities = inherited()
        jobs = sharing(inventory)
    }

    private func inherited() -> [InheritedIdentity] {
        guard let radius = actual.radius else { return [] }
        var exposing: [Int: Int] = [:]
        for run in runs where run.isInWindow {
            for identity in run.identities ?? [] { exposing[identity, default: 0] += 1 }
        }
        return actual.identities.compactMap { entity in
            guard let held = radius[entity] else { return nil }
            return InheritedIdentity(
                entity: entity, firstHeld: held.firstHeld, until: held.heldUntil,
                through: radius.path(to: entity)?.first?.to.index, runs: exposing[entity] ?? 0)
        }
    }

    private func sharing(_ inventory: Inventory) -> [SharingJob] {
        var jobs: [Int: SharingJob] = [:]
        for run in runs {
            for number in inventory.outgoing(run.run) where inventory.relation(at: number).kind == .instanceOf {
                let job = inventory.relationEnds(number).to
                var sharing = jobs[job] ?? SharingJob(job: job)
                sharing.runs += 1
                if run.isInWindow { sharing.runsInWindow += 1 }
                if run.interval.from.isBounded { sharing.last = max(sharing.last ?? .beginning, run.interval.from) }
                jobs[job] = sharing
            }
        }
        for link in links.served { jobs[link.entity, default: SharingJob(job: link.entity)].isStanding = true }
        return jobs.values.sorted { left, right in
            left.runs == right.runs ? inventory.idPrecedes(left.job, right.job) : left.runs > right.runs
        }
    }
}
