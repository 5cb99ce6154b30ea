import Inventory
import TerminalKit

extension ChangeRowWords {
    /// The row in words: what it is, what happened to it, and why; on which plane, where it has one.
    var spoken: [SpokenFact] {
        var facts = [SpokenFact(clear: "\(kind(isCompact: false)) \(name)", label: "what")]
        if let result {
            facts.append(SpokenFact(clear: word, label: "finding"))
            facts.append(SpokenFact("done", result.finding.isClosed ? "yes" : "no"))
        } else {
            facts.append(SpokenFact(clear: word, label: "change"))
        }
        if let plane = ground.plane(of: row) {
            facts.append(SpokenFact(clear: "\(plane.rawValue) plane", label: "plane"))
        }
        if let decided = result?.item.decided { facts.append(SpokenFact("decided", TimeWords.minute(decided))) }
        if let since = newcomer?.since { facts.append(SpokenFact("since", TimeWords.minute(since))) }
        if !why.isEmpty { facts.append(SpokenFact(clear: why, label: "why")) }
        if let entity { facts.append(.shortID(entity)) }
        return facts
    }
}
