import Inventory

/// An entity with what gives control of it and what it gives control of: the first few of each relation, and how many
/// more there are.
struct EgoMap: Hashable, Sendable {
    /// One line beside the entity.
    struct Neighbour: Hashable, Sendable {
        /// The relation to the entity; nil where the rest is counted of several relations.
        var relation: Int?
        /// The planes of the relation, or of all that are counted.
        var planes: Set<Plane>
        /// The other entity; nil where only how many more is said.
        var entity: Int?
        var more = 0
    }

    let entity: Int
    private(set) var into: [Neighbour] = []
    private(set) var out: [Neighbour] = []

    /// How many lines there are on a side, and of one relation.
    private static let linesShown = 7
    private static let alikeShown = 3

    /// The neighbours among the relation lines of a page, which stand together under headings; nil where none gives
    /// control.
    init?(of entity: Int, lines: [EntityLine], in inventory: Inventory) {
        self.entity = entity
        var groups: [(isInto: Bool, members: [(relation: Int, other: Int)])] = []
        var isNew = true
        for line in lines {
            guard case .relation(let number, _, let other) = line else {
                isNew = true
                continue
            }
            guard let gaining = inventory.relation(at: number).gaining else { continue }
            if isNew { groups.append((gaining == entity, [])) }
            isNew = false
            groups[groups.count - 1].members.append((number, other))
        }
        guard !groups.isEmpty else { return nil }
        into = Self.neighbours(groups.filter(\.isInto).map(\.members), in: inventory)
        out = Self.neighbours(groups.filter { !$0.isInto }.map(\.members), in: inventory)
    }

    /// How the lines beside the entity are drawn: also that in which all of a side come together.
    var lines: Set<PlaneLine> {
        let sides = [into, out].map { side in side.reduce(into: Set<Plane>()) { $0.formUnion($1.planes) } }
        return Set((sides + (into + out).map(\.planes)).compactMap { PlaneLine($0) })
    }

    /// A fair share of the lines for each group.
    private static func neighbours(
        _ groups: [[(relation: Int, other: Int)]], in inventory: Inventory
    ) -> [Neighbour] {
        // What stands under one heading is on one plane.
        let planes = groups.map { group in Set(group.prefix(1).map { inventory.traits(of: $0.relation).act.plane }) }
        var neighbours: [Neighbour] = []
        for (place, group) in groups.enumerated() {
            let groupsLeft = groups.count - place
            let room = linesShown - neighbours.count
            if room <= 1, groupsLeft > 1 {
                let rest = groups[place...].reduce(0) { $0 + $1.count }
                let all = planes[place...].reduce(into: Set<Plane>()) { $0.formUnion($1) }
                return neighbours + [Neighbour(relation: nil, planes: all, entity: nil, more: rest)]
            }
            let share = min(group.count <= alikeShown + 1 ? group.count : alikeShown + 1, max(1, room - groupsLeft + 1))
            let shown = share < group.count ? max(0, share - 1) : share
            neighbours += group.prefix(shown).map {
                Neighbour(relation: $0.relation, planes: planes[place], entity: $0.other)
            }
            if shown < group.count {
                neighbours.append(
                    Neighbour(
                        relation: group[0].relation, planes: planes[place], entity: nil, more: group.count - shown))
            }
        }
        return neighbours
    }

    /// The entity of a line where they stand one above the other; nil for how many more there are, and for itself.
    func entity(atStacked line: Int) -> Int? {
        if line < into.count { return into[line].entity }
        let place = line - into.count - 1
        return out.indices.contains(place) ? out[place].entity : nil
    }

    /// The lines that it takes: side by side, or one above the other with the entity between.
    func lineCount(isNarrow: Bool) -> Int {
        isNarrow ? into.count + 1 + out.count : max(1, into.count, out.count)
    }
}
