import Inventory

// Of which entities something is said in the case.
extension State {
    /// The entities of the range, else the selected one.
    var subjects: Marks {
        if let rangeRows { return entities(of: rangeRows) }
        return selectedEntity.map { [$0.index] } ?? []
    }

    /// The entities of all rows.
    var allShown: Marks { entities(of: 0..<rows.count) }

    private func entities(of rows: Range<Int>) -> Marks {
        Gathering(number: 0, rows: self.rows, range: rows).gathered(in: inventory).marks
    }

    /// The entities that are on the plan.
    func planned(_ entities: Marks) -> Marks { Marks(entities.filter(work.present.marks.contains)) }

    /// What so many entities are, in words: the name of a single one.
    func words(for entities: Marks) -> String {
        if entities.count == 1, let entity = entities.first(where: { _ in true }) {
            return inventory.entity(at: entity).name
        }
        return Words.count(entities.count, "entity", plural: "entities")
    }

    /// Why the rows of the range are too many to say something of.
    var rangeObstacle: String? { tooMany(rangeRows?.count ?? 0) }

    /// Why nothing can be said of the selected row.
    var subjectObstacle: String? { range == nil ? entityObstacle : nil }

    /// Why it cannot be said how far the selected row is.
    var advanceObstacle: String? {
        guard range == nil else { return nil }
        if case .endings = rows { return "how far a relation is is said with firebreak case set-state STATE --sever" }
        if let entityObstacle { return entityObstacle }
        guard let entity = selectedEntity, !work.present.marks.contains(entity.index) else { return nil }
        return "it is not on the plan: \(key(.mark)) marks it"
    }

    /// Why it cannot be said how far the marks of the list are.
    var allShownObstacle: String? {
        if work.present.marks.isEmpty { return "nothing is on the plan: \(key(.mark)) marks the selected row" }
        return markAllObstacle ?? tooMany(rows.count)
    }

    /// Why the selected row has no tag to take away.
    var untagObstacle: String? {
        guard range == nil else { return nil }
        return subjectObstacle ?? (tags(of: subjects).isEmpty ? "it has no tags: \(key(.tag)) adds one" : nil)
    }

    private func tooMany(_ rows: Int) -> String? {
        guard rows > Gathering.promptRows else { return nil }
        return "at most \(Words.grouped(Gathering.promptRows)) rows at once: a filter such as marked narrows them"
    }

    /// The tags that some of the entities have.
    func tags(of entities: Marks) -> [String] {
        Set(entities.flatMap { work.present.judgement(of: $0).tags }).sorted()
    }
}
