import Testing

@testable import Inventory

/// Estates of which a part was collected: what was not collected must never be told as gone.
@Suite("A source that holds a part of the estate")
struct PartialSourceTests {
    /// Repositories with slots, keys and workflows that share an organization, a runner and an account; what is in `gone`
    /// is not there any more. Every repository has files of its own, or all is one graph.
    private struct World {
        var repositories: Int
        var gone: Set<String> = []
        /// Whether the graph says that keys belong to their repositories.
        var keysBelong = false

        func told(
            asGraph: Bool, file: String = "graph.json", of read: (Int) -> Bool, lists: (String) -> Bool = { _ in true }
        ) -> Inventory {
            var estate = ToldEstate(file, format: asGraph ? "graph" : "lists")
            func add(_ id: String, _ kind: EntityKind, in parent: String? = nil) {
                guard !gone.contains(id), parent.map({ !gone.contains($0) }) ?? true else { return }
                estate.add(id, kind, in: parent) { $0.created = Instant(5) }
            }
            func relate(_ from: String, _ kind: RelationKind, _ to: String) {
                if !gone.contains(from), !gone.contains(to) { estate.relate(from, kind, to) }
            }
            func open(_ name: String) -> Bool {
                guard asGraph || lists(name) else { return false }
                if !asGraph {
                    estate.file = "export/\(name)"
                    estate.touch(estate.file)
                }
                return true
            }
            if open("org.json") {
                add("hub/org", .organization)
                add("runner", .runner)
                add("account", .serviceAccount)
            }
            for number in 0..<repositories where read(number) {
                let repo = "hub/org/r\(number)"
                if open("r\(number)/repo.json") {
                    add(repo, .repository, in: "hub/org")
                    relate("hub/org", .owns, repo)
                    relate(repo, .executesOn, "runner")
                }
                if open("r\(number)/secrets.json") {
                    for slot in 0..<2 {
                        add("\(repo)/secrets/\(slot)", .secret, in: repo)
                        relate(repo, .exposes, "\(repo)/secrets/\(slot)")
                    }
                }
                if open("r\(number)/keys.json") {
                    for key in 0..<2 {
                        add("\(repo)/keys/\(key)", .token, in: asGraph && !keysBelong ? nil : repo)
                        relate("\(repo)/keys/\(key)", .canWrite, repo)
                        if key == 0 { relate("\(repo)/secrets/0", .holds, "\(repo)/keys/0") }
                        if key == 1 { relate("\(repo)/keys/1", .authenticatesAs, "account") }
                    }
                }
            }
            return estate.built()
        }

        /// Everything but the runner, the account and the organization.
        var ids: [String] {
            (0..<repositories).flatMap { number in
                let repo = "hub/org/r\(number)"
                return [repo] + (0..<2).flatMap { ["\(repo)/secrets/\($0)", "\(repo)/keys/\($0)"] }
            }
        }

        func isGone(_ id: String) -> Bool { gone.contains { id == $0 || id.hasPrefix($0 + "/") } }
    }

    private func world(_ random: inout SeededRandom) -> World {
        World(repositories: Int.random(in: 2...6, using: &random))
    }

    private func falselyGone(_ diff: InventoryDiff, _ world: World) -> [String] {
        diff.removed.filter(\.silence.isAbsent).map { diff.old.entity(at: $0.number).id }.filter { !world.isGone($0) }
    }

    @Test("Repositories that were left out of a graph are not told as gone", arguments: 0..<100)
    func graphs(seed: Int) {
        var random = SeededRandom(UInt64(seed))
        var world = world(&random)
        world.keysBelong = Bool.random(using: &random)
        let old = world.told(asGraph: true, of: { _ in true })
        for id in world.ids where Int.random(in: 0..<6, using: &random) == 0 { world.gone.insert(id) }
        let read = Set((0..<world.repositories).filter { _ in Bool.random(using: &random) })
        let new = world.told(asGraph: true, of: read.contains)
        #expect(falselyGone(InventoryDiff(old: old, new: new), world).isEmpty)
    }

    @Test("Lists that were not saved are not told as empty", arguments: 0..<100)
    func lists(seed: Int) {
        var random = SeededRandom(UInt64(seed))
        var world = world(&random)
        let old = world.told(asGraph: false, of: { _ in true })
        for id in world.ids where Int.random(in: 0..<6, using: &random) == 0 { world.gone.insert(id) }
        var saved: [String: Bool] = [:]
        var choice = random
        let new = world.told(
            asGraph: false, of: { _ in true },
            lists: { name in
                let isSaved = saved[name] ?? (Int.random(in: 0..<3, using: &choice) > 0)
                saved[name] = isSaved
                return isSaved
            })
        #expect(falselyGone(InventoryDiff(old: old, new: new), world).isEmpty)
    }

    @Test("Where all was collected again, what is gone is told as gone", arguments: [true, false], 0..<50)
    func whole(asGraph: Bool, seed: Int) {
        var random = SeededRandom(UInt64(seed))
        var world = World(repositories: 5)
        let old = world.told(asGraph: asGraph, of: { _ in true })
        // One or two slots or keys, of repositories that stay.
        let small = world.ids.filter { $0.contains("/keys/") || $0.contains("/secrets/") }
        for _ in 0...1 { world.gone.insert(random.pick(small)) }
        let diff = InventoryDiff(
            old: old, new: world.told(asGraph: asGraph, file: "later.json", of: { _ in true }))
        let told = diff.removed.filter(\.silence.isAbsent).map { diff.old.entity(at: $0.number).id }
        #expect(Set(told) == world.gone)
    }
}
