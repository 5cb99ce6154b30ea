import ArgumentParser
import Inventory
import Reach

/// What the attacker had: everywhere the same words, and everywhere in place of what the sources mark.
struct SeedArguments: ParsableArguments {
    @Option(
        name: .customLong("from"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "What the attacker had: an id, kind:name or short id, and over which time. Default: what the sources mark as compromised.",
            valueName: "ENTITY[@FROM[..UNTIL]]"))
    var texts: [String] = []

    /// The seeds that are named; none leaves it to the sources.
    func named(in inventory: Inventory, now: Instant) throws(EntityReferenceError) -> [Seed] {
        try texts.map { text throws(EntityReferenceError) in try Seed(text: text, in: inventory, now: now) }
    }

    /// The seeds that are named, else those that the sources mark.
    func seeds(in inventory: Inventory, now: Instant) throws(EntityReferenceError) -> [Seed] {
        let named = try named(in: inventory, now: now)
        return named.isEmpty ? Seed.declared(in: inventory) : named
    }
}
