import ArgumentParser
import Inventory
import Reach

/// What is to be kept from the attacker.
struct TargetArguments: ParsableArguments {
    @Option(
        name: .customLong("to"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("A target: an id, kind:name or short id. Repeatable.", valueName: "ENTITY"))
    var targets: [String] = []

    @Flag(help: "Everything that the sources mark as a crown jewel is a target.") var crownJewels = false

    /// Whether any target is named.
    var isEmpty: Bool { targets.isEmpty && !crownJewels }

    /// The numbers of the targets.
    func entities(in inventory: Inventory) throws(CommandFailure) -> [Int] {
        var entities: [Int] = []
        for target in targets { entities.append(try inventory.named(target).index) }
        guard crownJewels else { return entities }
        let jewels = inventory.crownJewels
        if jewels.isEmpty { throw .noCrownJewel }
        return entities + jewels
    }
}

extension MinimumCut.Cost: ExpressibleByArgument {}
