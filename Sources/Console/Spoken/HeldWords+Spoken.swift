import Inventory
import Reach
import TerminalKit

extension HeldWords {
    /// What is held, how, since when and why, in words.
    var spoken: [SpokenFact] {
        var facts = [SpokenFact(held.entity)]
        if let home = Words.aside(held.entity) { facts.append(SpokenFact(clear: home, label: "home")) }
        if held.isSeed {
            facts.append(SpokenFact(clear: "declared compromised", label: "why"))
        } else {
            facts.append(
                SpokenFact(clear: held.plane.map { "\($0.rawValue) plane" } ?? "plane unknown", label: "plane"))
        }
        if firstHeld != look[.none] { facts.append(SpokenFact("held since", TimeWords.minute(held.firstHeld))) }
        facts.append(SpokenFact(clear: standing, label: "state"))
        if let contents { facts.append(SpokenFact(clear: contents, label: "value")) }
        if let heldAgain { facts.append(SpokenFact(clear: heldAgain, label: "taken again")) }
        if held.usedSince == true { facts.append(SpokenFact(clear: "used since", label: "used since")) }
        guard !held.isSeed else { return facts + [.shortID(held.entity)] }
        return facts + [
            SpokenFact("tier", tier), SpokenFact(clear: why, label: "why"), SpokenFact(clear: known, label: "known"),
            .shortID(held.entity),
        ]
    }
}
