import Inventory

// Relations that are planned to be ended.
extension State {
    /// The relation that the selected row is; nil where it is none.
    var selectedRelation: RelationMark? {
        switch rows {
        case .page(let lines):
            guard lines.indices.contains(selected), case .relation(let number, _, _) = lines[selected] else {
                return nil
            }
            return RelationMark(inventory.relation(at: number))
        case .path(let path): return path.step(at: selected).map { RelationMark($0.relation) }
        case .endings(let endings):
            return endings.rows.indices.contains(selected) ? endings.rows[selected].mark : nil
        default: return nil
        }
    }

    /// Why no relation can be planned to be ended here.
    var endingObstacle: String? {
        selectedRelation == nil
            ? "the row is no relation: \(whereRelationsAre)" : nil
    }

    /// Where rows are relations.
    private var whereRelationsAre: String {
        "the page of an entity (\(key(.open))) and a path (\(key(.why))) list them"
    }

    /// Why no row here is a relation.
    var relationListObstacle: String? {
        switch rows {
        case .page, .path, .endings: nil
        default: "no row here is a relation: \(whereRelationsAre)"
        }
    }

    /// Why nothing here can be marked.
    var markListObstacle: String? { if case .endings = rows { nil } else { entityListObstacle } }

    /// Why the selected row cannot be marked.
    var markObstacle: String? { if case .endings = rows { endingObstacle } else { entityObstacle } }

    /// Puts the relation of the selected row on the plan, or takes it off.
    mutating func toggleEnding() -> [Effect] {
        guard let mark = selectedRelation else { return [] }
        let (words, isMarked) = (mark.words(in: inventory), work.present.endings[mark] != nil)
        change(isMarked ? "no longer end: \(words)" : "end: \(words)") { work in
            work.endings[mark] = isMarked ? nil : Judgement.Progress(state: .proposed)
        }
        message = Message(
            text: isMarked
                ? "off the plan: \(words)" : "on the plan, to be ended: \(words); \(key(.plan)) lists it")
        if case .endings = rows { return [] }
        return move(by: 1)
    }
}
