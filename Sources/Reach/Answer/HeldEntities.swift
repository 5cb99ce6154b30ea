import Inventory

/// The entities of an answer, by first held, then id. Each element is a view that is made when it is asked for.
public struct HeldEntities: RandomAccessCollection, Sendable {
    let columns: HeldColumns
    /// What is held when guards fail, where that is another answer.
    let failing: HeldColumns?
    let at: Instant
    /// A place in either columns for each element; those that stand in ``failing`` have the highest bit set.
    let places: [UInt32]

    static let failingBit: UInt32 = 1 << 31

    /// The first place.
    public var startIndex: Int { 0 }
    /// The place after the last one.
    public var endIndex: Int { places.count }

    /// What the answer says at this place. O(1).
    public subscript(index: Int) -> HeldEntity {
        let place = places[index]
        guard place & Self.failingBit != 0, let failing else {
            return HeldEntity(columns: columns, place: Int(place), at: at, isConditional: false)
        }
        return HeldEntity(columns: failing, place: Int(place & ~Self.failingBit), at: at, isConditional: true)
    }

    /// Where an entity stands; nil when it is never held. O(elements), a comparison of numbers for each.
    public func firstIndex(of entity: Int) -> Int? {
        let place =
            columns.place(of: entity).map { UInt32($0) }
            ?? failing?.place(of: entity).map { UInt32($0) | Self.failingBit }
        return place.flatMap { places.firstIndex(of: $0) }
    }

    /// The same without conditional entities. O(1) when there are none, else O(entities).
    var unconditional: HeldEntities {
        guard failing != nil else { return self }
        return HeldEntities(
            columns: columns, failing: nil, at: at, places: places.filter { $0 & Self.failingBit == 0 })
    }
}

extension HeldEntities {
    /// Merges what is held with what is held only when guards fail. O(entities).
    init(_ columns: HeldColumns, failing: HeldColumns?, at: Instant) {
        var places = columns.sortedPlaces
        if let failing {
            let more = failing.sortedPlaces.filter { columns.place(of: Int(failing.entities[Int($0)])) == nil }
            places = Self.merged(places, of: columns, more, of: failing)
        }
        self.init(columns: columns, failing: failing, at: at, places: places)
    }

    private static func merged(
        _ left: [UInt32], of columns: HeldColumns, _ right: [UInt32], of failing: HeldColumns
    ) -> [UInt32] {
        let inventory = columns.inventory
        func precedes(_ a: Int, _ b: Int) -> Bool {
            let (first, second) = (columns.holdings.first(a), failing.holdings.first(b))
            if first != second { return first < second }
            return inventory.idPrecedes(Int(columns.entities[a]), Int(failing.entities[b]))
        }
        var merged: [UInt32] = []
        merged.reserveCapacity(left.count + right.count)
        var next = 0
        for place in left {
            while next < right.count, !precedes(Int(place), Int(right[next])) {
                merged.append(right[next] | failingBit)
                next += 1
            }
            merged.append(place)
        }
        return merged + right[next...].map { $0 | failingBit }
    }
}
