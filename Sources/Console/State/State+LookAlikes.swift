import Inventory
import PlainText

extension State {
    /// The names that look alike, when they are at hand: of a small inventory they are found at once.
    var lookAlikes: LookAlikes? {
        inventory.entityCount <= Self.promptEntities ? inventory.lookAlikes : findings.lookAlikes
    }

    /// How many names one entity is told to look like.
    private static let twinsTold = 3

    /// What the name of an entity looks like, each with an entity of that name; without one where its name mixes scripts
    /// and no other looks like it.
    func looks(of entity: Int) -> [(twin: Int?, text: String)] {
        guard let lookAlikes, lookAlikes.rows.contains(entity) else { return [] }
        let (twins, hasMore) = lookAlikes.twins(of: entity, atMost: Self.twinsTold)
        guard !twins.isEmpty else {
            let scripts = NameLikeness.mixedScripts(lookAlikes.mixedScripts(of: entity))
            return [(nil, "no other name at hand (\(Words.likeness(scripts)))")]
        }
        return twins.enumerated().map { place, twin in
            let others = twin.count > 1 ? " and \(Words.grouped(twin.count - 1)) more of that name" : ""
            let name = inventory.entity(at: twin.entity).name + others
            let more = hasMore && place == twins.count - 1 ? "; there are more" : ""
            return (twin.entity, "\(name) (\(Words.likeness(twin.likeness, isOne: twin.isOne)))\(more)")
        }
    }

    /// Whether the name of an entity looks like another or mixes scripts, as far as that is known.
    func looksAlike(_ entity: Int) -> Bool { lookAlikes?.rows.contains(entity) ?? false }

    /// Lists all names that look alike.
    mutating func showLookAlikes() {
        visit(.inventory)
        place.query = QueryState.lookalike.row.name
    }
}
