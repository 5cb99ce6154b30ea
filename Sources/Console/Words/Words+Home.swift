import Inventory
import PlainText

extension Words {
    /// What tells apart entities of one name: what one belongs to, with the repository of a workflow. Nil where the name
    /// says it, or no source does.
    static func home(_ entity: Entity) -> String? {
        place(of: entity).map { place in place.repository.map { "\(place.parent), \($0)" } ?? place.parent }
    }

    /// The same in at most so many columns: without the owner of the repository, then without the repository, where there
    /// is no room for all.
    static func home(_ entity: Entity, in columns: Int) -> String? {
        guard let place = place(of: entity), let repository = place.repository else { return home(entity) }
        let name = repository.split(separator: "/").last.map(String.init) ?? repository
        return ["\(place.parent), \(repository)", "\(place.parent), \(name)"].first {
            $0.printable.displayWidth <= columns
        } ?? place.parent
    }

    /// The same behind the names of what has the same name in many places; nil for others.
    static func aside(_ entity: Entity) -> String? {
        switch entity.kind {
        case .job, .workflow, .secret: home(entity).map { "in \($0)" }
        default: nil
        }
    }

    /// What an entity belongs to, with the repository of a workflow.
    private static func place(of entity: Entity) -> (parent: String, repository: String?)? {
        guard let parent = entity.parent, !entity.name.hasPrefix(parent.name + "/") else { return nil }
        guard parent.kind == .workflow || parent.kind == .job else { return (parent.name, nil) }
        var above = parent.parent
        while let next = above?.parent, above?.kind != .repository { above = next }
        return (parent.name, above.flatMap { $0.kind == .repository ? $0.name : nil })
    }
}
