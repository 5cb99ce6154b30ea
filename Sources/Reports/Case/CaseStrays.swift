import Casebook
import Inventory

/// The ids that a case names and its evidence does not hold: said wherever something is worked out of that.
public struct CaseStrays: Sendable {
    /// The ids, sorted.
    public let ids: [String]

    /// Those of a case on this evidence.
    public init(of state: CaseState, in inventory: Inventory) { ids = state.strays(in: inventory) }

    /// What is said of them; nil where there are none. At most so many are named.
    public func words(naming limit: Int = .max) -> String? {
        guard !ids.isEmpty else { return nil }
        let more = ids.count > limit ? " and \(ids.count - limit) more" : ""
        return
            "\(ids.count.counted("id")) of the case \(ids.count == 1 ? "is" : "are") not in the evidence, and in no count: "
            + ids.prefix(limit).joined(separator: ", ") + more
    }
}
