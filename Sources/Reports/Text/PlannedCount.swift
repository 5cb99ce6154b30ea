import Casebook
import Reach

// How much is planned, in the same words everywhere: a relation that is ended is no item.
extension Int {
    /// So many items of a plan, and so many relations that it ends: `11 items and 1 relation`.
    func items(and relations: Int) -> String {
        counted("item") + (relations == 0 ? "" : " and \(relations.counted("relation"))")
    }
}

extension [Mark] {
    /// How many they are, in words.
    var countWords: String {
        let items = count { $0.item.entity != nil }
        return items.items(and: count - items)
    }
}

extension [Verification.Result] {
    /// How many they are, in words.
    var countWords: String {
        let items = count { if case .entity = $0.item.target { true } else { false } }
        return items.items(and: count - items)
    }
}
