/// One relation of an inventory: a view, cheap to make and to copy.
public struct Relation: Sendable {
    /// The inventory that it belongs to.
    public let inventory: Inventory
    /// Its number there.
    public let index: Int

    private var columns: RelationColumns { inventory.relations }
    private func text(_ reference: TextReference) -> String { inventory.texts[reference] }

    /// What it says.
    public var kind: RelationKind { columns.kind[index] }
    /// The name of its kind in snake case.
    public var kindName: String { inventory.name(of: kind) }
    /// The near end's number.
    public var fromIndex: Int { Int(columns.from[index]) }
    /// The far end's number.
    public var toIndex: Int { Int(columns.to[index]) }
    /// The near end.
    public var from: Entity { inventory.entity(at: fromIndex) }
    /// The far end.
    public var to: Entity { inventory.entity(at: toIndex) }
    /// When it was so.
    public var valid: Interval { columns.valid[index] }
    /// What crossing it means.
    public var traits: RelationTraits { inventory.traits(of: index) }
    /// The control that must fail before it can be crossed.
    public var `guard`: String? { columns.guard[index].map(text) }
    /// Whether a control stands in its way.
    public var isGuarded: Bool { columns.traits[index].isGuarded }

    /// The end that gains control when the other is held; nil when none does.
    public var gaining: Int? {
        switch traits.gain {
        case .forward: toIndex
        case .backward: fromIndex
        case .none: nil
        }
    }

    /// The words that stand between its near and far end, or its name for a kind that only its source knows.
    public var phrase: String {
        RelationTable.row(kind, from: from.kind, to: to.kind)?.phrase ?? kindName
    }

    /// The words that stand between its far and near end.
    public var inversePhrase: String {
        RelationTable.row(kind, from: from.kind, to: to.kind)?.inverse ?? "← \(kindName)"
    }

    /// Everything else that the sources say, by name.
    public var attributes: [Attribute] {
        inventory.relationAttributes[index].map { Attribute(text($0.name), text($0.value)) }
    }

    /// Where it comes from.
    public var provenance: [Provenance] {
        inventory.provenance.relations[index].map(inventory.place)
    }
}
