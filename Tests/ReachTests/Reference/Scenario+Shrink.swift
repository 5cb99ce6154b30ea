extension Scenario {
    /// A scenario that is as small as leaving things out one by one makes it while `fails` stays true of it.
    func shrunk(while fails: (Scenario) -> Bool) -> Scenario {
        var smallest = self
        while let smaller = smallest.simpler().first(where: fails) { smallest = smaller }
        return smallest
    }

    /// Every scenario that is one thing simpler than this one, the boldest first.
    private func simpler() -> [Scenario] {
        var found: [Scenario] = []
        func with(_ change: (inout Scenario) -> Void) {
            var copy = self
            change(&copy)
            found.append(copy)
        }
        for index in things.indices {
            let id = things[index].id
            with {
                $0.things.remove(at: index)
                $0.links.removeAll { $0.from == id || $0.to == id }
                $0.starts.removeAll { $0.id == id }
                $0.cures.removeAll { $0.id == id }
            }
        }
        for index in links.indices { with { $0.links.remove(at: index) } }
        for index in starts.indices { with { $0.starts.remove(at: index) } }
        for index in cures.indices { with { $0.cures.remove(at: index) } }
        for index in things.indices {
            for time in [\Thing.issued, \.expires, \.revoked, \.lastUsed] where things[index][keyPath: time] != nil {
                with { $0.things[index][keyPath: time] = nil }
            }
            if !things[index].cleanups.isEmpty { with { $0.things[index].cleanups.removeLast() } }
        }
        for index in links.indices {
            if links[index].valid.from != nil { with { $0.links[index].valid.from = nil } }
            if links[index].valid.until != nil { with { $0.links[index].valid.until = nil } }
            if links[index].severed != nil { with { $0.links[index].severed = nil } }
            if links[index].isGuarded { with { $0.links[index].isGuarded = false } }
            if links[index].evidence != nil { with { $0.links[index].evidence = nil } }
            if links[index].hold != .borrow { with { $0.links[index].hold = .borrow } }
            if case .session(let length) = links[index].hold, length > 1 {
                with { $0.links[index].hold = .session(seconds: length - 1) }
            }
        }
        for index in starts.indices {
            if starts[index].from != nil { with { $0.starts[index].from = nil } }
            if starts[index].until != nil { with { $0.starts[index].until = nil } }
        }
        if timeless { with { $0.timeless = false } }
        if guards == .fail { with { $0.guards = .hold } }
        if plane != nil { with { $0.plane = nil } }
        if evidence != .inferred { with { $0.evidence = .inferred } }
        if clock != TickClock() { with { $0.clock = TickClock() } }
        return found
    }
}
