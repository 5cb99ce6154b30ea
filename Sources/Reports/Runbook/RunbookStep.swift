/// One thing to do about an item of a plan.
struct RunbookStep: Hashable, Sendable {
    /// What the thing is for.
    enum Phase: String, Hashable, Sendable, CaseIterable {
        /// Takes something away from the attacker at once, and can be undone.
        case contain
        /// Gives those who need the old one a new one.
        case replace
        /// Takes it away for good.
        case revoke
        /// Shows that it worked.
        case check
    }

    let phase: Phase
    /// What to do, and why, for people.
    let words: String
    let commands: [RunbookCommand]

    init(_ phase: Phase, _ words: String, _ commands: RunbookCommand...) {
        self.init(phase, words, commands: commands)
    }

    init(_ phase: Phase, _ words: String, commands: [RunbookCommand]) {
        self.phase = phase
        self.words = words
        self.commands = commands
    }

    /// The commands, each with whether it can run as it stands: nothing is missing in it, nor in a command before it
    /// whose answer it takes in; and what only asks for an answer asks for one that can be used.
    var listed: [(command: RunbookCommand, canRun: Bool)] {
        var filled: Set<String> = []
        var listed = commands.map { command in
            let canRun = command.missing.isEmpty && command.words.flatMap(\.variables).allSatisfy(filled.contains)
            if canRun, let variable = command.variable { filled.insert(variable) }
            return (command: command, canRun: canRun)
        }
        var wanted: Set<String> = []
        for place in listed.indices.reversed() where listed[place].canRun {
            let command = listed[place].command
            listed[place].canRun = command.variable.map(wanted.contains) ?? true
            if listed[place].canRun { wanted.formUnion(command.words.flatMap(\.variables)) }
        }
        return listed
    }
}
