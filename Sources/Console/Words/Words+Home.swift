import Inventory

extension Words {
    /// What tells apart entities of one name: what one belongs to, with the repository of a workflow. Nil where the name
    /// says it, or no source does.
    static func home(_ entity: Entity) -> String? {
        guard let parent = entity.parent, !entity.name.hasPrefix(parent.name + "/") else { return nil }
        guard parent.kind == .workflow || parent.kind == .job else { return parent.name }
        var above = parent.parent
        while let next = above?.parent, above?.kind != .repository { above = next }
        guard let above, above.kind == .repository else { return parent.name }
        return "\(parent.name), \(above.name)"
    }
}
