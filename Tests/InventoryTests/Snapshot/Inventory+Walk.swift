import Reach

@testable import Inventory

extension Inventory {
    /// Everything that the inventory says through any accessor, in words: two that say the same are the same.
    var everything: [String] {
        var lines = [
            "\(entityCount) \(relationCount) \(String(describing: collected)) \(hasBackwardGain) \(hasGuardedGain) \(keepsAllGain)"
        ]
        lines += sources.map { "\($0)" } + blindSpots.map { "\($0)" }
        lines += kindCounts.map { "\(name(of: $0.kind)) \($0.count)" }
        lines += compromisedEntities.map(\.id) + recordedCleanups.map { "\($0)" }
        for index in 0..<entityCount { lines.append(words(for: entity(at: index))) }
        for index in 0..<relationCount { lines.append(words(for: relation(at: index))) }
        for entity in 0..<entityCount {
            lines.append("leaving \(outgoing(entity)) \(control.leaving(entity).map { control.relation(leaving: $0) })")
            lines.append("entering \(incomingCount(entity)) \(Array(incoming(entity))) \(control.entering(entity))")
        }
        lines.append("\(Array(control.targets)) \(Array(control.sources)) \(Array(control.enteringRelations))")
        lines.append("\(byID.map { entity(at: Int($0)).id }) \(Array(entityIDRanks)) \(Array(entityKinds))")
        return lines
    }

    private func words(for entity: Entity) -> String {
        let found = self.entity(id: entity.id)?.index
        let times = [
            entity.created, entity.issued, entity.rotated, entity.lastUsed, entity.expires, entity.revoked,
        ]
        return """
            \(entity.id) \(entity.kindName) \(entity.name) \(String(describing: entity.parent?.id)) \
            \(entity.owner ?? "-") \(entity.provider ?? "-") \(entity.privilege ?? 9) \(times) \(entity.cleanups) \
            \(entity.flags.names) \(String(describing: entity.compromised)) \(entity.usable) \(usable(of: entity.index)) \
            \(entity.isRevocable) \(entity.attributes) \(entity.provenance) \(String(describing: found)) \
            \(entities(named: entity.name, kind: entity.kind).map(\.index)) \(entities(of: entity.kind).count)
            """
    }

    private func words(for relation: Relation) -> String {
        """
        \(relation.kindName) \(relation.from.id) \(relation.to.id) \(relation.valid) \(relation.traits) \
        \(relation.guard ?? "-") \(relation.isGuarded) \(String(describing: relation.gaining)) \(relation.phrase) \
        \(relation.inversePhrase) \(relation.attributes) \(relation.provenance) \(relationEnds(relation.index)) \
        \(traits(of: relation.index)) \(sessionSeconds(of: relation.index)) \(valid(of: relation.index))
        """
    }

    /// Asks everything that commands and the console ask, and says the answers.
    var answers: [String] {
        var lines: [String] = []
        for text in Self.queries {
            guard let query = try? Query(parsing: text) else { continue }
            let found = query.bound(to: self, context: QueryContext(now: Instant(1_000))).matchingIndices()
            lines.append("\(text): \(found)")
        }
        for column in EntityColumn.allCases {
            lines.append(
                "\(column): \(InventorySort(column).sorted(self)) \(InventorySort(column, ascending: false).sorted(self))"
            )
        }
        let vocabulary = QueryVocabulary(self)
        lines.append("\(vocabulary.kinds) \(vocabulary.owners) \(vocabulary.scopes) \(vocabulary.attributes)")
        lines.append("\((try? resolve("runner:x"))?.index ?? -1) \((try? resolve("nothing"))?.index ?? -1)")
        var question = Question(seeds: Seed.declared(in: self), at: Instant(1_000))
        if question.seeds.isEmpty, entityCount > 0 { question.seeds = [Seed(entity: 0, window: .always)] }
        for isTimeless in [false, true] {
            question.timeless = isTimeless
            let blast = BlastRadius(self, question)
            lines.append("\(blast.counts.reached) \(blast.counts.live) \(blast.counts.conditional)")
            for held in blast.entities {
                let path = blast.path(to: held.entity.index)?.map(\.relation.index) ?? []
                lines.append("\(held.entity.id) \(held.holdings) \(held.tier) \(held.hops) \(path)")
            }
        }
        if entityCount > 0 { lines.append("\(Impact(of: entity(at: entityCount - 1)).breaks)") }
        return lines
    }

    private static let queries = [
        "", "a", "name~b", "id:1", "kind:runner", "owner:none", "parent~e", "in:1", "source~1", "privilege>=2",
        "expires<30d", "used:never", "cleaned<1d", "age>1d", "is:leaked", "region:eu", "region>100", "live", "é",
    ]
}
