extension RunbookStep {
    /// Commands of a step that come one after the other: all of them can run as they stand, or none can.
    struct Part: Hashable, Sendable {
        let canRun: Bool
        /// What comes before them: it takes in, or makes sure of, what they need.
        let preparation: [RunbookCommand]
        /// The commands; never empty.
        fileprivate(set) var commands: [RunbookCommand]
    }

    /// The commands by what can be asked for in one go, in their order. What only prepares is no part by itself: whoever
    /// agreed to it would believe that something was done.
    var parts: [Part] {
        var parts: [Part] = []
        var (prepared, pending): ([RunbookCommand], [RunbookCommand]) = ([], [])
        for (command, canRun) in listed {
            if canRun, command.onlyPrepares {
                pending.append(command)
                continue
            }
            if let last = parts.indices.last, parts[last].canRun == canRun {
                parts[last].commands += (canRun ? pending : []) + [command]
            } else {
                parts.append(Part(canRun: canRun, preparation: prepared + pending, commands: [command]))
            }
            guard canRun else { continue }
            prepared += pending
            pending = []
        }
        return parts
    }
}
