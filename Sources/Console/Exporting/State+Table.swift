import Inventory
import PlainText
import Reach
import Reports

// The list at hand as a table of texts.
extension State {
    /// The list with the columns of its sort; nil where the rows are no table.
    var table: TableReport? {
        switch rows {
        case .none, .pending: return nil
        case .entities(let listed):
            return planTable(listed.indices) ?? chokeTable(listed.indices) ?? entityTable(listed.indices)
        case .held(let listed, let answer): return heldTable(listed.indices, answer)
        case .path(let path): return pathTable(path)
        case .page(let lines): return pageTable(lines)
        case .start(let lines):
            let found = lines.compactMap(\.entity)
            return found.isEmpty ? nil : entityTable(found)
        case .groups(let groups): return groupTable(groups)
        case .timeline(let events): return eventTable(events)
        case .tree(let tree):
            return heldTable((0..<tree.count).map { Int(tree.forest.places[tree.position(of: $0)]) }, tree.answer)
        case .map(let map):
            let found = (0..<map.count).compactMap { map.entity(at: $0)?.index }
            return found.isEmpty ? nil : entityTable(found)
        case .inherit(let rows): return inheritTable(rows)
        case .changes(let rows): return changeTable(rows, about: about())
        case .journal(let rows): return journalTable(rows, about: about())
        case .endings(let rows): return endingTable(rows)
        }
    }

    /// What a file says of the list besides its rows.
    func about() -> [(name: String, text: String)] {
        [("evidence", title), ("place", place.title(in: inventory)), ("at", at.iso8601)]
    }

    /// The columns by which the inventory can be sorted, and whether the entity is held.
    private func entityTable(_ entities: [Int]) -> TableReport {
        let (inventory, answer, exposures) = (inventory, answer, exposures)
        let (marks, isAsked) = (work.present.marks, question != nil)
        let columns = EntityColumn.allCases.filter { $0 != .exposure || exposures != nil }
        return TableReport(
            columns: columns.map(\.row.name) + ["held", "marked"], rowCount: entities.count, about: about()
        ) { row in
            let entity = inventory.entity(at: entities[row])
            let cells = columns.map { column -> String? in
                if column == .exposure { return exposures?[entity.index].map { String($0.count) } }
                let text = column.time(of: entity).map(\.iso8601) ?? column.text(of: entity)
                return text.isEmpty ? nil : text
            }
            let held = answer.map { Self.standing($0.radius[entity.index]) }
            return cells + [isAsked ? held ?? "still computing" : nil, String(marks.contains(entity.index))]
        }
    }

    /// Whether an entity is held, in words.
    static func standing(_ held: HeldEntity?) -> String {
        guard let held else { return "not reached, as far as the sources tell" }
        if held.isConditional { return "conditional" }
        return held.isLive ? "live" : "reached"
    }

    private func heldTable(_ places: [Int], _ answer: Answer) -> TableReport {
        let marks = work.present.marks
        return TableReport(
            columns: [
                "id", "short_id", "kind", "name", "first_held", "until", "state", "used_since", "tier", "plane",
                "known", "hops",
                "why",
                "marked",
            ], rowCount: places.count, about: about()
        ) { row in
            let held = answer.radius.entities[places[row]]
            return [
                held.entity.id, held.entity.shortID, held.entity.kindName, held.entity.name, held.firstHeld.text,
                held.heldUntil.text,
                Self.standing(held), held.usedSince.map { String($0) }, held.isSeed ? nil : String(held.tier),
                held.plane?.rawValue, held.isSeed ? "declared" : held.confidence.name, String(held.hops),
                held.whyText, String(marks.contains(held.entity.index)),
            ]
        }
    }

    private func pathTable(_ path: PathRows) -> TableReport {
        let inventory = inventory
        return TableReport(
            columns: [
                "at", "from", "relation", "id", "short_id", "kind", "name", "act", "plane", "evidence", "guard",
                "source",
            ], rowCount: path.count, about: about()
        ) { row in
            let entity = path.entity(at: row)
            let own = [entity.id, entity.shortID, entity.kindName, entity.name]
            guard let step = path.step(at: row) else {
                return [nil, nil, "declared"] + own + [nil, nil, nil, nil, nil]
            }
            let traits = step.relation.traits
            let source = step.relation.provenance.first.map { Words.provenance($0, in: inventory) }
            return [step.at.text, step.from.id, step.relation.kindName] + own + [
                traits.act.name, traits.act.plane.rawValue, traits.evidence.name, step.relation.guard, source,
            ]
        }
    }

    /// What the groups of a list have in common, with how many rows each has.
    private func groupTable(_ groups: [RowGroup]) -> TableReport {
        TableReport(columns: ["column", "value", "rows", "filter"], rowCount: groups.count, about: about()) { row in
            let group = groups[row]
            return [group.heading, group.label, String(group.count), group.term.isEmpty ? nil : group.term]
        }
    }

    /// The events of a timeline; the lens among them is no event.
    private func eventTable(_ rows: TimelineRows) -> TableReport {
        let inventory = inventory
        let events = (0..<rows.count).compactMap { rows.event(at: $0) }
        return TableReport(
            columns: ["at", "event", "id", "short_id", "kind", "name"], rowCount: events.count, about: about()
        ) { row in
            let (event, entity) = (events[row], inventory.entity(at: events[row].entity))
            return [
                event.at.text, event.kind.word(of: entity.kind), entity.id, entity.shortID, entity.kindName,
                entity.name,
            ]
        }
    }

    /// The facts of an entity, each with its heading.
    private func pageTable(_ lines: [EntityLine]) -> TableReport {
        let inventory = inventory
        var part = ""
        var facts: [[String?]] = []
        for line in lines {
            switch line {
            case .heading(let title): part = title
            case .fact(let label, let value), .held(let label, let value, _): facts.append([part, label, value, nil])
            case .history(.event(let event)):
                let kind = inventory.entity(at: event.entity).kind
                facts.append([part, event.kind.word(of: kind), event.at.text, inventory.entity(at: event.entity).id])
            case .ego: break
            case .history(let entry): facts.append([part, "as of", entry.at.text, nil])
            case .twin(let twin, let text):
                facts.append([part, "looks like", text, twin.map { inventory.entity(at: $0).id }])
            case .parent(let parent): facts.append([part, "belongs to", nil, inventory.entity(at: parent).id])
            case .relation(let number, _, let other):
                let relation = inventory.relation(at: number)
                facts.append([part, relation.kindName, relation.traits.evidence.name, inventory.entity(at: other).id])
            case .provenance(let provenance):
                facts.append([part, "source", Words.provenance(provenance, in: inventory), nil])
            }
        }
        let rows = facts
        return TableReport(
            columns: ["part", "fact", "value", "entity"], rowCount: rows.count, about: about()
        ) { rows[$0] }
    }
}

extension Instant {
    /// The moment for a file; nil at the ends of time.
    var text: String? { isBounded ? iso8601 : nil }
}
