import Inventory
import Reach

extension PlanReport {
    /// `firebreak.plan/1`: see docs/json.md.
    public var json: String {
        JSONText.object([
            ("schema", "firebreak.plan/1"), ("at", JSONText(plan.question.at)),
            ("warnings", .array(warnings.map(JSONText.string))), ("case", head?.json ?? .null),
            ("timeless", .bool(plan.question.timeless)), ("ordered", .bool(plan.isOrdered)),
            (
                "counts",
                .object([
                    ("items", JSONText(entries.count)), ("open", JSONText(entries.count(where: \.isOpen))),
                    ("relations", JSONText(endings.count)),
                    ("open_relations", JSONText(endings.count(where: \.isOpen))),
                    ("used_since", JSONText(urgent.count)), ("live", JSONText(plan.live)),
                    ("after_plan", JSONText(plan.residual.count)),
                ])
            ),
            ("rollback_only", .object([("live", JSONText(plan.rollbackOnly))])),
            ("items", .array(entries.map(member))),
            ("relations", .array(endings.map(member))),
            (
                "owners",
                .array(
                    duties.map { duty in
                        .object([
                            ("owner", JSONText(duty.owner)),
                            ("items", .array(duty.entries.map { JSONText(entries[$0].item.entity.id) })),
                            ("breaks", .array(duty.jobs.map(JSONText.brief))),
                        ])
                    })
            ),
            (
                "still_live",
                .array(
                    plan.residual.map { held in
                        .object(
                            JSONText.naming(held.entity) + [
                                ("until", JSONText(held.liveUntil)), ("plane", JSONText(held.plane?.rawValue)),
                            ])
                    })
            ),
            (
                "blind",
                .array(
                    inventory.blindSpots.map {
                        .object([("what", JSONText($0.what)), ("count", JSONText($0.count)), ("why", JSONText($0.why))])
                    })
            ),
        ]).line
    }

    private func member(_ entry: Entry) -> JSONText {
        let item = entry.item
        return .object(
            JSONText.naming(item.entity) + [
                ("provider", JSONText(item.entity.provider)),
                ("owner", JSONText(entry.owner)),
                ("step", item.step.map { JSONText($0.number) } ?? .null),
                ("together", .bool(item.step?.isAtomic ?? false)),
                ("action", .string(item.isOver ? "none" : item.planned.remedy.means.rawValue)),
                ("takes_effect", JSONText(item.planned.remedy.at)), ("decided_at", JSONText(item.planned.decided)),
                ("state", .string(item.planned.progress.rawValue)),
                ("first_held", JSONText(item.held?.firstHeld)), ("live", .bool(item.held?.isLive ?? false)),
                ("conditional", .bool(item.held?.isConditional ?? false)),
                ("used_since", JSONText(item.held?.usedSince)), ("plane", JSONText(item.held?.plane?.rawValue)),
                ("breaks", JSONText(item.impact.breaks)), ("jobs", .array(item.impact.jobs.map(JSONText.brief))),
                ("users", .array(item.impact.users.map(JSONText.brief))),
                ("severs", item.severs.map { JSONText($0) } ?? .null),
                ("open_slots", .array(item.openSlots.map { JSONText($0.slot.id) })),
                ("runbook", JSONText(entry.recipe?.name)), ("reference", JSONText(entry.recipe?.reference)),
                ("steps", .array(entry.steps.map(step))),
            ])
    }

    private func step(_ step: RunbookStep) -> JSONText {
        .object([
            ("phase", .string(step.phase.rawValue)), ("words", .string(step.words)),
            (
                "commands",
                .array(
                    step.listed.map { command, canRun in
                        .object([
                            ("line", .string(command.line)), ("complete", .bool(canRun)),
                            ("missing", .array(command.missing.map(JSONText.string))),
                        ])
                    })
            ),
        ])
    }

    private func member(_ ending: Ending) -> JSONText {
        let (relation, planned) = (ending.relation, ending.planned)
        return .object([
            ("from", JSONText(relation.from.id)), ("relation", JSONText(relation.kindName)),
            ("to", JSONText(relation.to.id)), ("action", .string(ending.isOver ? "none" : "end")),
            ("takes_effect", JSONText(planned.severance.at)), ("decided_at", JSONText(planned.decided)),
            ("state", .string(planned.progress.rawValue)), ("how", .string(relation.ending)),
        ])
    }
}

extension PlanReport {
    /// A row a command, or a step that has none; the same items in the same order, and after them a row a relation.
    public var csv: String {
        var csv = CSVText(header: [
            "step", "together", "action", "state", "kind", "name", "short_id", "id", "provider", "owner", "first_held",
            "live",
            "used_since", "breaks", "severs", "runbook", "phase", "words", "command", "complete", "missing", "warnings",
            "case", "head",
        ])
        let about = [warnings.joined(separator: " "), head?.identifier ?? "", head?.head ?? ""]
        for entry in entries {
            let item = cells(entry)
            for step in entry.steps {
                let start: [String] = item + [step.phase.rawValue, step.words]
                if step.commands.isEmpty { csv.append(start + ["", "", ""] + about) }
                for (command, canRun) in step.listed {
                    let missing = command.missing.joined(separator: " ")
                    csv.append(start + [command.line, canRun ? "yes" : "no", missing] + about)
                }
            }
        }
        for ending in endings {
            let relation = ending.relation
            let id = "\(relation.from.id),\(relation.kindName),\(relation.to.id)"
            var cells = ["", "no", ending.isOver ? "none" : "end", ending.planned.progress.rawValue, "relation"]
            cells += [relation.sentence, "", id] + Array(repeating: "", count: 9)
            csv.append(cells + [relation.ending, "", "", ""] + about)
        }
        return csv.text
    }

    /// What every row of an item says of it.
    private func cells(_ entry: Entry) -> [String] {
        let (item, entity) = (entry.item, entry.item.entity)
        let firstHeld = item.held.flatMap { $0.firstHeld.isBounded ? $0.firstHeld.iso8601 : nil }
        let usedSince = item.held?.usedSince.map { $0 ? "yes" : "no" }
        var cells: [String] = [item.step.map { "\($0.number)" } ?? "", item.step?.isAtomic == true ? "yes" : "no"]
        cells += [item.isOver ? "none" : item.planned.remedy.means.rawValue, item.planned.progress.rawValue]
        cells += [entity.kindName, entity.name, entity.shortID, entity.id, entity.provider ?? "", entry.owner ?? ""]
        cells += [firstHeld ?? "", item.held?.isLive == true ? "yes" : "no", usedSince ?? ""]
        cells += ["\(item.impact.breaks)", item.severs.map { "\($0)" } ?? "", entry.recipe?.name ?? ""]
        return cells
    }
}
