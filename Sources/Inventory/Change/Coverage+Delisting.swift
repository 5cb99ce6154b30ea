extension Coverage {
    /// Why something that the silent inventory still mentions is not there any more: a file that told of it was read again
    /// and does not have it, and what is left is a mention. A deleted slot is still named by workflows, a removed runner by
    /// the history of its runs.
    ///
    /// A mention is what is inferred, or lacks something that every other entity of its kind in that file has.
    func delisting(of entity: Int, mentionedAs mention: Int) -> Silence.Basis? {
        let kind = teller.entities.kind[entity]
        let lost = lostFields(of: entity, mentionedAs: mention)
        let isInferred = silent.entities.flags[mention].contains(.inferred)
        guard kind != .run, !teller.entities.flags[entity].contains(.inferred),
            isInferred || !lost.fields.isEmpty || !lost.attributes.isEmpty, !isIncomplete(kind), !wasRefused
        else { return nil }
        let index = index
        let again = sourcesReadAgain(teller.sourceNumbers(ofEntity: entity), index)
            .subtracting(silent.sourceNumbers(ofEntity: mention))
        let silentKind = silent.entities.kind[mention]
        return again.sorted().first { source in
            guard !isInferred else { return true }
            let telling = CoverageIndex.Telling(source: source, kind: silentKind)
            guard let common = index.common[telling] else { return false }
            return !common.fields.isDisjoint(with: lost.fields)
                || common.attributes.contains { lost.attributes.contains(silent.texts[$0]) }
        }.map { .readAgain(source: $0) }
    }

    /// What is said of the entity there and not here.
    private func lostFields(
        of entity: Int, mentionedAs mention: Int
    ) -> (fields: EntityFields, attributes: Set<String>) {
        let fields = teller.describedFields(entity).subtracting(silent.describedFields(mention))
        let (before, after) = (teller.attributeNames(entity), silent.attributeNames(mention))
        if before.isEmpty { return (fields, []) }
        return (fields, Set(before.map { teller.texts[$0] }).subtracting(after.map { silent.texts[$0] }))
    }
}
