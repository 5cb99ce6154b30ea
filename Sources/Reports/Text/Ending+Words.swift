import Inventory
import Reach

// How it is said that something is no longer held, and that what was in it still is.

extension Ending {
    /// What ended the holding of `entity`: `ended with run deploy #8812`.
    public func words(of entity: Entity) -> String {
        func who(_ other: Entity) -> String { other == entity ? "it" : other.told }
        switch self {
        case .expired(let run) where run.kind == .run: return run == entity ? "the run ended" : "ended with \(run.told)"
        case .expired(let other): return other == entity ? "it expired" : "ended when \(who(other)) expired"
        case .revoked(let other): return other == entity ? "it was revoked" : "ended when \(who(other)) was revoked"
        case .cleaned(let other): return "ended when \(who(other)) was cleaned up"
        case .declared(let other): return "ended with what is declared of \(who(other))"
        case .planned(let other): return "ended when the plan takes \(who(other)) back"
        case .over(let relation):
            if let run = [relation.from, relation.to].first(where: { $0.kind == .run }) {
                return run == entity ? "the run ended" : "ended with \(run.told)"
            }
            return "ended when \(relation.from.told) no longer \(relation.phrase) \(relation.to.told)"
        }
    }
}

extension HeldEntity {
    /// Of a slot that is out of reach: that what it held still works. Nil where nothing of it does.
    public var contentsText: String? {
        let names = liveContents.map(\.name)
        return names.isEmpty ? nil : "what it held: \(names.joined(separator: ", ")), live"
    }
}
