import Reach

extension Investigation {
    /// With what changed between two others, for what was decided elsewhere meanwhile: only what differs between them is
    /// touched. O(what they hold).
    func following(_ before: Investigation, to after: Investigation) -> Investigation {
        var result = self
        let declared = Set((before.seeds + after.seeds).map(\.seed.entity))
        for entity in declared {
            let (old, new) = (before.seeds(of: entity), after.seeds(of: entity))
            guard old != new else { continue }
            let place = result.seeds.firstIndex { $0.seed.entity == entity } ?? result.seeds.count
            result.seeds.removeAll { $0.seed.entity == entity }
            result.seeds.insert(contentsOf: new, at: min(place, result.seeds.count))
        }
        result.marks = result.marks.following(before.marks, to: after.marks)
        for ending in Set(before.endings.keys).union(after.endings.keys)
        where before.endings[ending] != after.endings[ending] {
            result.endings[ending] = after.endings[ending]
        }
        for planned in Set(before.moments.keys).union(after.moments.keys)
        where before.moments[planned] != after.moments[planned] {
            result.moments[planned] = after.moments[planned]
        }
        result.targets = result.targets.following(before.targets, to: after.targets)
        for entity in Set(before.notes.keys).union(after.notes.keys) where before.notes[entity] != after.notes[entity] {
            result.notes[entity] = after.notes[entity]
        }
        for entity in Set(before.judgements.keys).union(after.judgements.keys) {
            let (old, new) = (before.judgement(of: entity), after.judgement(of: entity))
            if old != new { result.judge(entity) { $0 = $0.following(old, to: new) } }
        }
        result.forgetLostProgress()
        result.forgetLostMoments()
        result.bookmarks.removeAll { before.bookmarks.contains($0) && !after.bookmarks.contains($0) }
        result.bookmarks += after.bookmarks.filter { !before.bookmarks.contains($0) && !result.bookmarks.contains($0) }
        return result
    }

    /// What is declared of an entity, in order.
    func seeds(of entity: Int) -> [DeclaredSeed] { seeds.filter { $0.seed.entity == entity } }
}

extension Marks {
    fileprivate func following(_ before: Marks, to after: Marks) -> Marks {
        guard before != after else { return self }
        var (result, gone, new) = (self, before, after)
        gone.subtract(after)
        new.subtract(before)
        result.subtract(gone)
        result.formUnion(new)
        return result
    }
}
