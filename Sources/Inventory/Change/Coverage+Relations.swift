extension Coverage {
    /// What it means that the silent inventory does not have this relation of the teller. `missing` says what is known
    /// of an end that it does not have. O(relations of its ends).
    func silence(aboutRelation relation: Int, missing: (Int) -> Silence?) -> Silence {
        let (from, to) = teller.relationEnds(relation)
        let (near, far) = (counterpart(from), counterpart(to))
        guard let near, let far else {
            let lost = [(from, near), (to, far)].filter { $0.1 == nil }.map(\.0)
            if let gone = lost.first(where: { missing($0)?.isAbsent == true }) { return .absent(.end(gone)) }
            return .unknown(.end(lost.first ?? from))
        }
        switch teller.traits(of: relation).evidence {
        case .inferred: return .unknown(.inferred)
        case .observed: return .unknown(.history)
        case .configured: break
        }
        let (fromKind, toKind) = (teller.entities.kind[from], teller.entities.kind[to])
        guard let kind = kinds[teller.relations.kind[relation]] else { return .unknown(.noneOfKind) }
        if isIncomplete(fromKind) || isIncomplete(toKind) { return .unknown(.incomplete) }

        let index = index
        let sources = teller.sourceNumbers(ofRelation: relation)
        let formats = Set(sources.map { index.texts[teller.sources[$0].format] })
        let others = likeRelations(kind, near, far, formats, index)
        if others > 0 { return .absent(.listed(others: others)) }
        if wasRefused { return .unknown(.incomplete) }
        let ends = (silent.entities.kind[near], silent.entities.kind[far])
        let told = formats.reduce(into: Set<Int>()) { told, format in
            let links = CoverageIndex.Links(kind: kind, from: ends.0, to: ends.1, format: format)
            told.formUnion(index.links[links] ?? [])
        }
        if told.isEmpty { return .unknown(.noneOfKind) }
        if let again = readAgain(sources, index) { return .absent(.readAgain(source: again)) }
        let around = silent.sourceNumbers(ofEntity: near).union(silent.sourceNumbers(ofEntity: far))
        return around.intersection(told).min().map { Silence.absent(.surveyed(source: $0)) } ?? .unknown(.list)
    }

    /// At most so many relations of an end are looked at.
    private static let mostLooks = 128

    /// How many relations of this kind the silent inventory has at the near end to others of the far end's kind, or at
    /// the far end from others of the near end's kind, told by one of these formats; at most a few are counted.
    private func likeRelations(
        _ kind: RelationKind, _ near: Int, _ far: Int, _ formats: Set<Int>, _ index: CoverageIndex
    ) -> Int {
        let kinds = (near: silent.entities.kind[near], far: silent.entities.kind[far])
        func isLike(_ relation: Int) -> Bool {
            let ends = silent.relationEnds(relation)
            return silent.relations.kind[relation] == kind && silent.entities.kind[ends.from] == kinds.near
                && silent.entities.kind[ends.to] == kinds.far
                && silent.sourceNumbers(ofRelation: relation).contains { formats.contains(index.formats[$0]) }
        }
        let leaving = silent.outgoing(near).prefix(Self.mostLooks).count(where: isLike)
        return leaving > 0 ? leaving : silent.incoming(far).prefix(Self.mostLooks).count(where: isLike)
    }
}
