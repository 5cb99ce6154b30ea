import Inventory

/// Everything that is held with the guards in one state: a column for each thing that an answer says, in the order in
/// which entities are first held.
final class HeldColumns: Sendable {
    let inventory: Inventory
    /// The entity at each place.
    let entities: [UInt32]
    let holdings: HoldingColumns
    let tiers: [UInt32]
    let paths: PathColumns
    private let members: EntitySet
    /// The place of each entity, the entities in the order of their numbers.
    private let places: [UInt32]
    /// By place: whether it is a seed, and whether it is held longer because sessions renew one another.
    private let marks: [UInt8]
    private let traits: Column<PackedTraits>
    private static let seed: UInt8 = 1
    private static let renewable: UInt8 = 2

    init(
        _ inventory: Inventory, entities: [UInt32], holdings: HoldingColumns, tiers: [UInt32], paths: PathColumns,
        seeds: some Sequence<UInt32>, renewable: some Sequence<UInt32>
    ) {
        self.inventory = inventory
        self.entities = entities
        self.holdings = holdings
        self.tiers = tiers
        self.paths = paths
        traits = inventory.relationTraits
        let members = EntitySet(universe: inventory.entityCount, entities)
        var places = [UInt32](repeating: 0, count: entities.count)
        for (place, entity) in entities.enumerated() {
            if let number = members.place(of: Int(entity)) { places[number] = UInt32(place) }
        }
        self.members = members
        self.places = places
        var marks = [UInt8](repeating: 0, count: entities.count)
        for (kind, marked) in [(Self.seed, Array(seeds)), (Self.renewable, Array(renewable))] {
            for entity in marked {
                if let number = members.place(of: Int(entity)) { marks[Int(places[number])] |= kind }
            }
        }
        self.marks = marks
    }

    /// How many entities are held.
    var count: Int { entities.count }

    /// The place of the entity; nil when it is never held. O(1).
    func place(of entity: Int) -> Int? { members.place(of: entity).map { Int(places[$0]) } }

    func isSeed(_ place: Int) -> Bool { marks[place] & Self.seed != 0 }
    func isRenewable(_ place: Int) -> Bool { marks[place] & Self.renewable != 0 }
    func tier(_ place: Int) -> Int { isSeed(place) ? 0 : Int(tiers[place]) }
    func hops(_ place: Int) -> Int { isSeed(place) ? 0 : Int(paths.hops[place]) }

    /// The relation by which the entity was gained; nil for a seed.
    func via(_ place: Int) -> Int? {
        let relation = paths.relations[place]
        return relation == Label.none || isSeed(place) ? nil : Int(relation)
    }

    /// The act by which the entity was gained; nil for a seed.
    func act(_ place: Int) -> Act? {
        via(place).flatMap { $0 < traits.unsafeRows.count ? traits.unsafeRows[$0].act : nil }
    }

    func confidence(_ place: Int) -> Evidence { isSeed(place) ? .observed : paths.confidence[place] }

    /// The crossings of the path to the place, seed first; empty where it starts.
    func chain(_ place: Int) -> [Step] {
        var chain: [Step] = []
        paths.walkBack(from: place, in: self) { relation, moment in
            guard relation < inventory.relationCount else { return }
            let (near, far) = inventory.crossingEnds(relation)
            chain.append(
                Step(
                    at: moment, relation: inventory.relation(at: relation), from: inventory.entity(at: near),
                    to: inventory.entity(at: far), isRenewable: self.place(of: far).map(isRenewable) ?? false))
        }
        return chain.reversed()
    }

    /// Every place in the order of first held, then of ids.
    var sortedPlaces: [UInt32] {
        let ranks = inventory.entityIDRanks.unsafeRows
        var sorted: [UInt32] = []
        sorted.reserveCapacity(count)
        var start = 0
        while start < count {
            let first = holdings.first(start)
            var end = start + 1
            while end < count, holdings.first(end) == first { end += 1 }
            sorted += ByRank.sorted(Array(UInt32(start)..<UInt32(end))[...]) { ranks[Int(entities[Int($0)])] }
            start = end
        }
        return withExtendedLifetime(inventory) { sorted }
    }

    /// The code that rolling back restores: gained on the integrity plane, or declared as seeds.
    var alteredCode: [UInt32] {
        let kinds = inventory.entityKinds.unsafeRows
        defer { withExtendedLifetime(inventory) {} }
        let isCode = EntityKind.table.map(\.isCode)
        return entities.indices.filter { place in
            let kind = Int(kinds[Int(entities[place])].rawValue)
            return kind < isCode.count && isCode[kind] && (isSeed(place) || act(place)?.plane == .integrity)
        }.map { entities[$0] }
    }
}

extension Inventory {
    /// The end of the relation that its holder has, and the one that it gains. O(1).
    public func crossingEnds(_ relation: Int) -> (near: Int, far: Int) {
        let ends = relationEnds(relation)
        return relationTraits[relation].gain == .backward ? (ends.to, ends.from) : ends
    }
}
