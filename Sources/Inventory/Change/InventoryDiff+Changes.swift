extension InventoryDiff {
    /// One change, by its place in the list of its sort.
    public enum Change: Hashable, Sendable {
        /// Of ``InventoryDiff/removed``.
        case removed(Int)
        /// Of ``InventoryDiff/added``.
        case added(Int)
        /// Of ``InventoryDiff/changed``.
        case changed(Int)
        /// Of ``InventoryDiff/removedRelations``.
        case removedRelation(Int)
        /// Of ``InventoryDiff/addedRelations``.
        case addedRelation(Int)
        /// Of ``InventoryDiff/changedRelations``.
        case changedRelation(Int)
    }

    /// What became of entities, in the order in which it is told.
    public var entityChanges: [Change] {
        removed.indices.map { .removed($0) } + added.indices.map { .added($0) } + changed.indices.map { .changed($0) }
    }

    /// What became of relations, in the order in which it is told.
    public var relationChanges: [Change] {
        removedRelations.indices.map { .removedRelation($0) } + addedRelations.indices.map { .addedRelation($0) }
            + changedRelations.indices.map { .changedRelation($0) }
    }

    /// The numbers that the changed entity has in the two inventories; nil where one does not have it, both for a
    /// relation. O(1).
    public func entity(of change: Change) -> (old: Int?, new: Int?) {
        switch change {
        case .removed(let place): (removed[place].number, nil)
        case .added(let place): (nil, added[place].number)
        case .changed(let place): (changed[place].old, changed[place].new)
        case .removedRelation, .addedRelation, .changedRelation: (nil, nil)
        }
    }

    /// The changed relation, in the newer of the inventories that have it; nil for an entity. O(1).
    public func relation(of change: Change) -> Relation? {
        switch change {
        case .removedRelation(let place): old.relation(at: removedRelations[place].number)
        case .addedRelation(let place): new.relation(at: addedRelations[place].number)
        case .changedRelation(let place): new.relation(at: changedRelations[place].new)
        case .removed, .added, .changed: nil
        }
    }

    /// What the silence of the one inventory means that does not have it; nil where both do. O(1).
    public func silence(of change: Change) -> Silence? {
        switch change {
        case .removed(let place): removed[place].silence
        case .added(let place): added[place].silence
        case .removedRelation(let place): removedRelations[place].silence
        case .addedRelation(let place): addedRelations[place].silence
        case .changed, .changedRelation: nil
        }
    }

    /// Which way the change goes; nil for what came or went, except for an added relation that gives more to who had one
    /// end before. O(1).
    public func direction(of change: Change) -> Direction? {
        switch change {
        case .changed(let place): direction(of: changed[place])
        case .changedRelation(let place): direction(of: changedRelations[place])
        case .addedRelation(let place):
            addedRelations[place].silence.isAbsent && widensScope(added: addedRelations[place].number) ? .widened : nil
        case .removed, .added, .removedRelation: nil
        }
    }
}
