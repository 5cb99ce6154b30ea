/// Finds the entities at one place of a path, in sets: a pass over the relations for each step.
struct PathWalk: Sendable {
    /// A step with the names of its relations looked up.
    struct Step: Sendable {
        var isForward: Bool
        var isMany: Bool
        /// For each relation kind by number whether it is followed; nil follows control.
        var followed: [Bool]?
    }

    let inventory: Inventory
    /// What must hold at each place.
    let elements: [BoundExpression]
    let steps: [Step]
    let chosen: Int

    /// The entities at the chosen place of some whole chain; nil when `isCancelled` said so first. O(steps × (entities +
    /// relations)).
    func rows(isCancelled: Cancellation?) -> RowSet? {
        let everything = RowSet(allOf: inventory.entityCount)
        guard var here = elements[0].rows(of: everything, isCancelled: isCancelled) else { return nil }
        for place in 0..<chosen {
            let step = steps[place]
            guard let next = reached(from: here, by: step, isForward: step.isForward, isCancelled),
                let passing = elements[place + 1].rows(of: next, isCancelled: isCancelled)
            else { return nil }
            here = passing
        }
        if chosen == steps.count { return here }
        guard var behind = elements[steps.count].rows(of: everything, isCancelled: isCancelled) else { return nil }
        for place in (chosen..<steps.count).reversed() {
            let step = steps[place]
            guard let next = reached(from: behind, by: step, isForward: !step.isForward, isCancelled),
                let passing = place == chosen ? next : elements[place].rows(of: next, isCancelled: isCancelled)
            else { return nil }
            behind = passing
        }
        here.formIntersection(behind)
        return here
    }

    /// What one or more relations lead to; nil when `isCancelled` said so first. O(entities + relations).
    private func reached(from start: RowSet, by step: Step, isForward: Bool, _ isCancelled: Cancellation?) -> RowSet? {
        let count = inventory.entityCount
        var reached = RowSet(noneOf: count)
        var expanded = start
        var open = start.rows
        var looked = 0
        while let entity = open.popLast() {
            looked += 1
            if looked & 0xFFFF == 0, isCancelled?() == true { return nil }
            forEachNeighbour(of: entity, by: step, isForward: isForward) { other in
                guard other < count, !reached.contains(other) else { return }
                reached.insert(other)
                guard step.isMany || step.followed == nil && inventory.isJoint(other), !expanded.contains(other) else {
                    return
                }
                expanded.insert(other)
                open.append(other)
            }
        }
        return reached
    }

    private func forEachNeighbour(of entity: Int, by step: Step, isForward: Bool, _ visit: (Int) -> Void) {
        if let followed = step.followed {
            let relations = inventory.relations
            func isFollowed(_ relation: Int) -> Bool {
                // Rows from a damaged file may name relations where there are none.
                guard relation >= 0 else { return false }
                let kind = Int(relations.kind[relation].rawValue)
                return kind < followed.count && followed[kind]
            }
            if isForward {
                for relation in inventory.outgoing(entity) where isFollowed(relation) {
                    visit(Int(relations.to[relation]))
                }
            } else {
                for relation in inventory.incoming(entity) where isFollowed(relation) {
                    visit(Int(relations.from[relation]))
                }
            }
        } else {
            let control = inventory.control
            if isForward {
                for place in control.leaving(entity) { visit(Int(control.targets[place])) }
            } else {
                for place in control.entering(entity) { visit(Int(control.sources[place])) }
            }
        }
    }
}

extension Inventory {
    /// Whether the entity only connects others; see ``QueryStep/joints``.
    func isJoint(_ entity: Int) -> Bool { QueryStep.joints.contains(entities.kind[entity]) }
}

extension QueryBinder {
    /// The test for a path; nil when it cannot be answered, because something in it is not known.
    func pathTest(_ path: QueryPath) -> RowTest {
        let walk = PathWalk(
            inventory: inventory, elements: path.elements.map { bind($0.expression, isNegated: false) },
            steps: path.steps.map(walked), chosen: path.chosen)
        let known = Lazy<RowSet>()
        let none = RowSet(noneOf: inventory.entityCount)
        return RowTest(.row, { row in known.value { walk.rows(isCancelled: nil) ?? none }.contains(row) }) {
            candidates, isCancelled in
            guard var rows = walk.rows(isCancelled: isCancelled) else { return nil }
            rows.formIntersection(candidates)
            return rows
        }
    }

    private func walked(_ step: QueryStep) -> PathWalk.Step {
        guard !step.relations.isEmpty else {
            return PathWalk.Step(isForward: step.isForward, isMany: step.isMany, followed: nil)
        }
        let names = RelationTable.names + inventory.importedRelations
        let isAny = step.relations.contains(QueryStep.anyRelation)
        return PathWalk.Step(
            isForward: step.isForward, isMany: step.isMany,
            followed: names.map { isAny || step.relations.contains($0.queryName) })
    }
}
