import Inventory
import Reports

extension State {
    /// A list of changes, each with what it is about: both ends of a relation.
    func changeTable(_ changes: ChangeRows, about: [(name: String, text: String)]) -> TableReport {
        let (ground, rows, marks) = (changes.ground, changes.rows, work.present.marks)
        let other = comparison.map { [("compared with", $0.title)] } ?? []
        return TableReport(
            columns: [
                "change", "kind", "id", "short_id", "name", "relation", "to", "plane", "direction", "done", "time",
                "why", "marked",
            ], rowCount: rows.count, about: about + other
        ) { row in
            let (row, words) = (rows[row], ChangeRowWords(ground: ground, row: rows[row]))
            let relation = ground.relation(of: row)
            let entity = relation?.from ?? ground.told(of: row)
            let time = words.result?.item.decided ?? words.newcomer?.since
            let isMarked = ground.entity(of: row).old.map(marks.contains) ?? false
            var direction: String?
            if case .change(let change) = row { direction = ground.diff.direction(of: change)?.rawValue }
            return [
                words.word, entity?.kindName, entity?.id, entity?.shortID, relation == nil ? words.name : entity?.name,
                relation?.kindName, relation?.to.id, ground.plane(of: row)?.rawValue, direction,
                words.result.map { $0.finding.isClosed ? "yes" : "no" },
                time.flatMap { $0.isBounded ? $0.iso8601 : nil },
                words.why, String(isMarked),
            ]
        }
    }
}
