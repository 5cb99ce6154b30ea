import TerminalKit

/// Which keys run which command: those of ``Command/table``, changed by what the user configured. Dispatch, bar, help,
/// palette and the list behind a prefix all read it.
struct Keymap: Sendable, Hashable {
    /// What the keys pressed so far come to.
    enum Meaning: Sendable, Hashable {
        case command(Command.ID)
        /// More keys must follow.
        case prefix
        case nothing
    }

    /// A key that may follow a prefix, and what it runs; nil where yet another key must follow.
    struct Continuation: Sendable, Hashable {
        let key: Key
        let command: Command.ID?
    }

    /// The keys of the table.
    static let standard = Keymap([])

    private let sequences: [Command.ID: [KeySequence]]
    private let commands: [KeySequence: Command.ID]
    /// What keys run where a command has them as its own.
    private let scoped: [KeySequence: Command.ID]
    private let prefixes: Set<KeySequence>

    /// The keys of the table, and in place of them those of `bindings` for the commands that these name. Of two that ask
    /// for the same key the first has it, and a binding has it before the table; `report` is told of the others. Commands
    /// with a ``Command/Scope`` have keys of their own there, whatever these do elsewhere.
    init(_ bindings: [KeyBinding], report: (KeyBinding, KeyConflict) -> Void = { _, _ in }) {
        var sequences: [Command.ID: [KeySequence]] = [:]
        var owners: [(sequence: KeySequence, command: Command.ID, binding: KeyBinding?)] = []
        func owner(of sequence: KeySequence, for command: Command.ID) -> (Command.ID, KeySequence, KeyBinding?)? {
            owners.first { Self.isScoped($0.command) == Self.isScoped(command) && $0.sequence.clashes(with: sequence) }
                .map { ($0.command, $0.sequence, $0.binding) }
        }
        for binding in bindings where sequences[binding.command] == nil {
            sequences[binding.command] = []
            for sequence in binding.sequences {
                if let (command, own, other) = owner(of: sequence, for: binding.command) {
                    guard command != binding.command || own != sequence else { continue }
                    report(binding, .taken(sequence, by: command, line: other?.line ?? 0))
                } else {
                    owners.append((sequence, binding.command, binding))
                    sequences[binding.command]?.append(sequence)
                }
            }
        }
        for command in Command.table where sequences[command.id] == nil {
            var own: [KeySequence] = []
            for sequence in command.keys {
                if let (_, taken, binding) = owner(of: sequence, for: command.id) {
                    binding.map { report($0, .takesAway(taken, from: command.id)) }
                } else {
                    own.append(sequence)
                    owners.append((sequence, command.id, nil))
                }
            }
            sequences[command.id] = own
        }
        self.sequences = sequences
        func table(scoped: Bool) -> [KeySequence: Command.ID] {
            Dictionary(
                owners.filter { Self.isScoped($0.command) == scoped }.map { ($0.sequence, $0.command) },
                uniquingKeysWith: { first, _ in first })
        }
        commands = table(scoped: false)
        scoped = table(scoped: true)
        prefixes = Set(
            owners.flatMap { owner in
                owner.sequence.keys.indices.dropFirst().map { KeySequence(Array(owner.sequence.keys[..<$0])) }
            })
    }

    /// The keys that run a command, the one to show first; none where it is unbound.
    func keys(of command: Command.ID) -> [KeySequence] { sequences[command] ?? [] }

    /// The key to show for a command; nil where it is unbound.
    func label(of command: Command.ID, _ glyphs: Glyphs = .ascii) -> String? {
        keys(of: command).first?.label(glyphs)
    }

    private static func isScoped(_ command: Command.ID) -> Bool { Command[command]?.scope != nil }

    /// What keys that were pressed one after another come to in a state.
    func meaning(of keys: [Key], in state: State? = nil) -> Meaning {
        let sequence = KeySequence(keys)
        if let state, let own = scoped[sequence], Command[own]?.scope?.contains(state) == true { return .command(own) }
        if let command = commands[sequence] ?? scoped[sequence] { return .command(command) }
        return prefixes.contains(sequence) ? .prefix : .nothing
    }

    /// What may follow a prefix, in the order of the table.
    func continuations(of prefix: [Key]) -> [Continuation] {
        var seen: Set<Key> = []
        return Command.table.flatMap { command in
            keys(of: command.id).compactMap { sequence -> Continuation? in
                let rest = sequence.keys.dropFirst(prefix.count)
                guard sequence.keys.starts(with: prefix), let key = rest.first, seen.insert(key).inserted else {
                    return nil
                }
                return Continuation(key: key, command: rest.count == 1 ? command.id : nil)
            }
        }
    }
}

/// Keys that the user chose for a command, in place of those of the table; none unbinds it.
struct KeyBinding: Sendable, Hashable {
    let command: Command.ID
    let sequences: [KeySequence]
    /// The line of the configuration, from 1.
    let line: Int
}

/// Why a key does not do all that it was asked to do.
enum KeyConflict: Sendable, Hashable {
    /// Another line has the key, or one that begins or goes on with it.
    case taken(KeySequence, by: Command.ID, line: Int)
    /// The table has the key for another command, which loses it.
    case takesAway(KeySequence, from: Command.ID)
}
