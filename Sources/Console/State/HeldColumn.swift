import Inventory
import Reach

/// The columns by which held entities can be sorted.
enum HeldColumn: String, CaseIterable {
    case firstHeld = "first_held"
    case until, used, tier, plane, kind, name, known

    var title: String {
        switch self {
        case .firstHeld: "FIRST HELD"
        case .until: "UNTIL"
        case .used: "USED SINCE"
        case .tier: "TIER"
        case .plane: "PLANE"
        case .kind: "KIND"
        case .name: "NAME"
        case .known: "KNOWN"
        }
    }

    /// For each held entity a number to sort by.
    func key(in inventory: Inventory) -> (HeldEntity) -> UInt64 {
        switch self {
        case .firstHeld: return { Self.key($0.firstHeld) }
        case .until: return { Self.key($0.heldUntil) }
        case .used: return { $0.usedSince == true ? 0 : $0.usedSince == nil ? 1 : 2 }
        case .tier: return { $0.isSeed ? 0 : UInt64($0.tier) + 1 }
        case .plane: return { held in held.plane.map { $0 == .identity ? 1 : 2 } ?? 0 }
        case .known: return { $0.isSeed ? 3 : UInt64($0.confidence.rawValue) }
        case .name:
            let ranks = inventory.entityNameRanks
            return { UInt64(ranks[$0.entity.index]) }
        case .kind:
            let kinds = inventory.kindCounts.map(\.kind)
            let words = kinds.map { Words.kind($0, named: inventory.name(of: $0)) }
            let order = Set(words).sorted()
            let places = Dictionary(
                zip(kinds, words.map { UInt64(order.firstIndex(of: $0) ?? 0) }), uniquingKeysWith: { first, _ in first }
            )
            return { places[$0.entity.kind] ?? 0 }
        }
    }

    /// A number that grows with time, from one end to the other.
    private static func key(_ time: Instant) -> UInt64 { UInt64(bitPattern: time.seconds) ^ 1 << 63 }
}
