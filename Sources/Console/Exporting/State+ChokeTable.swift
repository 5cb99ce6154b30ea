import Inventory
import Reach
import Reports

extension State {
    /// The choke points with what the screen counts of each; nil where they are not listed or not counted.
    func chokeTable(_ entities: [Int]) -> TableReport? {
        guard let ground = chokeGround, let counts = chokeCounts else { return nil }
        let (inventory, marks, firebreak) = (inventory, work.present.marks, chokeFirebreak)
        let columns = ChokeColumn.allCases.filter(\.isCount)
        return TableReport(
            columns: columns.map(\.rawValue) + [
                "id", "short_id", "kind", "name", "do", "revocable", "firebreak", "marked",
            ],
            rowCount: entities.count, about: about() + [("times", "left out of account; held and live are those of at")]
        ) { row in
            let entity = inventory.entity(at: entities[row])
            let numbers = columns.map { column -> String? in
                if column == .targets, ground.targets == nil { return nil }
                return column.count(of: entity.index, ground, counts).map { String($0) }
            }
            return numbers + [
                entity.id, entity.shortID, entity.kindName, entity.name, Words.remedy(entity.kind),
                String(entity.isRevocable), firebreak.map { String($0.members[entity.index] != nil) },
                String(marks.contains(entity.index)),
            ]
        }
    }
}
