import Inventory
import Reach
import Reports

// The lists of the plan as tables of texts: with the columns that the screen has.
extension State {
    /// The marks or the firebreak; nil where the list is neither.
    func planTable(_ entities: [Int]) -> TableReport? {
        guard place.view == .plan else { return nil }
        switch PlanView.Section(of: self) {
        case .marked: return markedTable(entities)
        case .firebreak:
            return question.flatMap { findings.firebreak($0, work.present.targets) }
                .map { $0.isFound ? cutTable(entities, $0) : openWayTable(entities, $0) }
        case .endings, .residual, .rollback: return nil
        }
    }

    /// The relations that are planned to be ended.
    func endingTable(_ endings: EndingRows) -> TableReport {
        TableReport(
            columns: ["state", "why", "from", "relation", "to", "how"], rowCount: endings.count, about: about()
        ) { [inventory] row in
            let row = endings.rows[row]
            return [
                row.progress.state.rawValue, row.progress.why, inventory.entity(at: row.mark.from).id, row.mark.kind,
                inventory.entity(at: row.mark.to).id, row.how,
            ]
        }
    }

    private func markedTable(_ entities: [Int]) -> TableReport {
        let (inventory, answer, at, isAsked) = (inventory, answer, at, question != nil)
        let asked = lensQuestion.planning(work.present, in: inventory)
        let marks = work.present.marks
        // What the screen works out for the rows that it shows; here for all of them, by whoever writes.
        let items = OnDemand {
            let planned = asked.remedying(marks, in: inventory).remedies.map { PlannedItem($0) }
            let plan = Plan(ReachEngine(inventory), asked, items: planned)
            return Dictionary(plan.items.map { ($0.entity.index, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return TableReport(
            columns: [
                "step", "together", "action", "id", "short_id", "kind", "name", "breaks", "severs", "state",
                "used_since", "owner", "provider", "effect", "open_slots",
            ], rowCount: entities.count, about: about()
        ) { row in
            let entity = inventory.entity(at: entities[row])
            let item = items.value[entity.index]
            let held = answer.map { Self.standing($0.radius[entity.index]) } ?? "still computing"
            return [
                item?.step.map { String($0.number) }, item?.step.map { String($0.isAtomic) },
                Words.remedy(entity.kind), entity.id, entity.shortID, entity.kindName, entity.name,
                item.map { String($0.impact.breaks) }, isAsked ? item?.severs.map { String($0) } : nil,
                Words.settled(entity, at: at) ?? (isAsked ? held : nil),
                answer?.radius[entity.index]?.usedSince.map { String($0) }, entity.answering, entity.provider,
                Words.effect(entity.kind.remediation), item.map { Self.ids($0.openSlots) },
            ]
        }
    }

    private static func ids(_ open: [OpenSlot]) -> String { open.map(\.slot.id).joined(separator: " ") }

    private func cutTable(_ entities: [Int], _ firebreak: Firebreak) -> TableReport {
        let (inventory, marks) = (inventory, work.present.marks)
        return TableReport(
            columns: [
                "step", "together", "action", "id", "short_id", "kind", "name", "breaks", "severs", "towards", "owner",
                "marked", "open_slots",
            ], rowCount: entities.count, about: about()
        ) { row in
            let entity = inventory.entity(at: entities[row])
            let member = firebreak.members[entity.index]
            return [
                member?.step.map { String($0.number) }, member?.step.map { String($0.isAtomic) },
                Words.remedy(entity.kind), entity.id, entity.shortID, entity.kindName, entity.name,
                member.map { String($0.severed.breaks) }, member.map { String($0.severed.reached) },
                member.map { $0.severed.targets.map(\.id).joined(separator: " ") }, entity.answering,
                String(marks.contains(entity.index)), member.map { Self.ids($0.openSlots) },
            ]
        }
    }

    /// The way to a target that nothing revocable stands on.
    private func openWayTable(_ entities: [Int], _ firebreak: Firebreak) -> TableReport {
        let inventory = inventory
        return TableReport(
            columns: ["at", "relation", "id", "short_id", "kind", "name", "evidence"], rowCount: entities.count,
            about: about()
        ) { row in
            let entity = inventory.entity(at: entities[row])
            let step = firebreak.crossings[entity.index]
            return [
                step?.at.text, step?.relation.kindName ?? "declared", entity.id, entity.shortID, entity.kindName,
                entity.name,
                step?.relation.traits.evidence.name,
            ]
        }
    }
}
