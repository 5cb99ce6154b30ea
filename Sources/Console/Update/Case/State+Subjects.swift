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

    /// What is on the plan of the range, else of the selected row. Where both the entity of a row and its relation are, it
    /// is the entity.
    var plannedSubjects: PlanSelection {
        if case .endings(let endings) = rows {
            return PlanSelection(relations: (rangeRows ?? selected..<selected + 1).compactMap { endings.mark(at: $0) })
        }
        let entities = planned(subjects)
        if range == nil, entities.isEmpty, let relation = plannedRelation {
            return PlanSelection(relations: [relation])
        }
        return PlanSelection(entities: entities)
    }

    /// What is on the plan of all rows.
    var allPlanned: PlanSelection {
        if case .endings(let endings) = rows { return PlanSelection(relations: endings.rows.map(\.mark)) }
        return PlanSelection(entities: planned(allShown))
    }

    /// The relation of the selected row, where it is planned to be ended.
    private var plannedRelation: RelationMark? {
        selectedRelation.flatMap { work.present.endings[$0] == nil ? nil : $0 }
    }

    /// The entities that are on the plan.
    private func planned(_ entities: Marks) -> Marks { Marks(entities.filter(work.present.marks.contains)) }

    /// What so many entities are, in words: the name of a single one.
    func words(for entities: Marks) -> String {
        if entities.count == 1, let entity = entities.first(where: { _ in true }) {
            return inventory.entity(at: entity).name
        }
        return Words.count(entities.count, "entity", plural: "entities")
    }

    /// What so much of a plan is, in words: a single one by its name.
    func words(for items: PlanSelection) -> String {
        guard !items.relations.isEmpty else { return words(for: items.entities) }
        if items.count == 1 { return items.relations[0].words(in: inventory) }
        return Words.count(items.count, "relation")
    }

    /// Why the rows of the range are too many to say something of.
    var rangeObstacle: String? { tooMany(rangeRows?.count ?? 0) }

    /// Why nothing can be said of the selected row.
    var subjectObstacle: String? { range == nil ? entityObstacle : nil }

    /// Why it cannot be said how far the selected row is.
    var advanceObstacle: String? {
        guard range == nil else { return nil }
        if case .endings = rows { return endingObstacle }
        if plannedRelation != nil { return nil }
        if let entityObstacle { return entityObstacle }
        guard let entity = selectedEntity, !work.present.marks.contains(entity.index) else { return nil }
        return "it is not on the plan: \(key(.mark)) marks it"
    }

    /// Why it cannot be said how far the marks of the list are.
    var allShownObstacle: String? {
        if case .endings = rows {
            return rows.count == 0 ? "no relation here is planned to be ended" : tooMany(rows.count)
        }
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
