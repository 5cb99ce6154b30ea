import Casebook
import Inventory
import Reach

extension HandOverFindings {
    /// What was compromised, and what could be used because of it, the planes apart.
    var sections: [HandOver.Section] {
        [compromised, identities, code] + (conditional.isEmpty ? [] : [conditionally])
    }

    private var compromised: HandOver.Section {
        var rows = answer.seeds.map { seed -> [ReportCell] in
            let entity = inventory.entity(at: seed.entity)
            let declaration = state.declarations[entity.id]
            return [
                .text(entity.kindWords), .text(entity.name), .text(entity.shortID), .text(entity.id),
                .time(seed.window.from, missing: "not known"), .time(seed.window.until, missing: "not known"),
                .text(declaration.map { "declared by \($0.stamp.who)" } ?? "marked by a source"),
                .text(declaration?.why ?? ""),
            ]
        }
        for declaration in state.declared where declaration.isWithdrawn {
            let entity = inventory.entity(id: declaration.entity)
            rows.append([
                .text(entity?.kindWords ?? ""), .text(entity?.name ?? declaration.entity),
                .text(entity?.shortID ?? ""), .text(declaration.entity),
                .time(nil), .time(nil), .text("declared not compromised by \(declaration.stamp.who)"),
                .text(declaration.why),
            ])
        }
        return HandOver.Section(
            name: "compromised", title: "What was compromised",
            paragraphs: answer.seeds.isEmpty
                ? ["Nothing is declared or marked as compromised that could be held."]
                : ["The end of a window says that control is known to have ended then."],
            picture: HoldingsPicture(self),
            tables: [
                ReportTable(
                    name: "compromised", title: "Declared compromised",
                    columns: [
                        ("kind", "Kind"), ("name", "Name"), ("short_id", "Short id"), ("id", "Id"), ("from", "From"),
                        ("until", "Until"), ("by", "Who says so"), ("why", "Why"),
                    ], rows: rows)
            ])
    }

    private var identities: HandOver.Section {
        let held = held(on: .identity)
        let (identities, others) = (held.filter(\.entity.kind.isIdentity), held.filter { !$0.entity.kind.isIdentity })
        let title = "Identity plane: what could be taken"
        return HandOver.Section(
            name: "identities", title: title,
            paragraphs: [
                "\(identities.count.counted("identity", "identities")) could be used by the attacker, \(identities.count { $0.tier == 0 }) of them inherited, without altering or "
                    + "running anything. \(liveWords(identities)) "
                    + "Rolling code back does not take them back."
            ] + crownJewels(held),
            tables: [
                table(identities, name: "identities", title: "Credentials, slots, accounts and people", whole: answer),
                table(
                    others.filter { $0.entity.kind == .resource } + others.filter { $0.entity.kind != .resource },
                    name: "others", title: "What else was got at: resources, environments, jobs and runs", whole: answer
                ),
            ])
    }

    private var code: HandOver.Section {
        let held = held(on: .integrity)
        return HandOver.Section(
            name: "code", title: "Integrity plane: what could be altered",
            paragraphs: [
                "\(held.count.counted("entity", "entities")) could be altered, or made to run what the attacker wanted. "
                    + liveWords(held)
            ] + crownJewels(held),
            tables: [table(held, name: "code", title: "Code, builds and machines", whole: answer)])
    }

    /// How many still can be used, with what was taken back and without.
    private func liveWords(_ held: [HeldEntity]) -> String {
        let live = held.count(where: \.isLive)
        guard !state.plan.isEmpty else { return "\(live) still can." }
        let standing = held.map { self.standing(of: $0) }
        let after = standing.count { $0 == .live || $0 == .done }
        let done = standing.count { $0 == .live }
        return
            "\(live) still could, had nothing been taken back; \(after) still can after what evidence shows to be taken back"
            + (done == after ? "." : ", \(done) if what somebody reported done is counted too.")
    }

    private func crownJewels(_ held: [HeldEntity]) -> [String] {
        let names = held.filter { $0.entity.flags.contains(.crownJewel) }.map { held in
            let ended = held.heldUntil == .never ? "not at this moment" : "held until \(held.heldUntil.minuteText)"
            return "\(held.entity.told) (\(held.isLive ? standing(of: held).rawValue : ended))"
        }
        return names.isEmpty ? [] : ["Crown jewels among them: \(names.joined(separator: ", "))."]
    }

    private var conditionally: HandOver.Section {
        let held = conditional
        return HandOver.Section(
            name: "conditional", title: "Only if a guard fails",
            paragraphs: ["These are held only if a control that stands in the way fails. They are in no other count."],
            tables: [table(held, name: "conditional", title: "Held only if a guard fails", whole: answer)])
    }

    /// What is still held once the whole plan is carried out.
    var remaining: HandOver.Section {
        let live = planned.entities.filter { !$0.isConditional && $0.isLive }
        let open = state.plan.filter { !$0.isProven }
        let done = open.count { $0.state == .done || $0.state == .verified }
        var paragraphs = [
            live.isEmpty
                ? "Once the whole plan is carried out nothing stays live, as far as the evidence tells."
                : "\(live.count.counted("entity", "entities")) \(live.count == 1 ? "stays" : "stay") live even once the "
                    + "whole plan is carried out. How says which way stays open."
        ]
        let failing = planned.entities.filter { $0.isConditional && $0.heldUntil > planned.question.at }
        if !failing.isEmpty {
            let jewels = failing.filter { $0.entity.flags.contains(.crownJewel) }.map(\.entity.told)
            paragraphs.append(
                "That is so as long as guards hold. \(failing.count.counted("entity more", "entities more")) "
                    + "\(failing.count == 1 ? "opens" : "open") if one fails"
                    + (jewels.isEmpty ? "." : ", crown jewels among them: \(jewels.joined(separator: ", ")).")
            )
        }
        if !open.isEmpty {
            paragraphs.append(
                "\(open.countWords) of the plan \(open.count == 1 ? "is" : "are") not verified by evidence"
                    + (done == 0 ? "" : ", of which \(done) \(done == 1 ? "is" : "are") reported done")
                    + "; until then nothing counts as closed by \(open.count == 1 ? "it" : "them").")
        }
        return HandOver.Section(
            name: "remaining", title: "What remains, and why", paragraphs: paragraphs,
            tables: [table(live, name: "remaining", title: "Live after the whole plan", whole: planned)])
    }

    private func table(_ held: [HeldEntity], name: String, title: String, whole: BlastRadius) -> ReportTable {
        ReportTable(
            name: name, title: title,
            columns: [
                ("kind", "Kind"), ("name", "Name"), ("short_id", "Short id"), ("id", "Id"),
                ("first_held", "First held"), ("until", "Until"),
                ("live", "Live, nothing taken back"), ("live_verified", "Live after what is verified"),
                ("used_since", "Used since"), ("tier", "Tier"), ("plane", "Plane"), ("known", "Known"),
                ("plan", "Plan"), ("how", "How"),
            ],
            rows: held.map { row($0, whole) })
    }

    private func row(_ held: HeldEntity, _ whole: BlastRadius) -> [ReportCell] {
        [
            .text(held.entity.kindWords), .text(held.entity.name), .text(held.entity.shortID), .text(held.entity.id),
            .time(held.firstHeld, missing: "unknown start"), .time(held.heldUntil, missing: "no end known"),
            .truth(held.isLive), .truth(verified[held.entity.index]?.isLive ?? false), .truth(held.usedSince),
            .number(held.tier), .text(held.plane?.rawValue ?? "declared"),
            .text(held.confidence.name), .text(standing[held.entity.index]?.rawValue ?? "not planned"),
            .text(Self.way(whole.path(to: held.entity.index)) + (held.contentsText.map { "; \($0)" } ?? "")),
        ]
    }

    /// A way in short; when each step was possible, and where it is said, stands among the steps.
    private static func way(_ steps: [Step]?) -> String {
        guard let steps, let first = steps.first else { return "declared compromised" }
        return first.from.told + steps.map { " –\($0.phrase)→ \($0.to.name)" }.joined()
    }

    /// Every step of every way, with the place in the sources that says so.
    var paths: HandOver.Section {
        var rows: [[ReportCell]] = []
        for held in answer.entities where !held.isSeed {
            for (number, step) in (answer.path(to: held.entity.index) ?? []).enumerated() {
                let traits = step.relation.traits
                rows.append([
                    .text(held.entity.id), .number(number + 1), .time(step.at, missing: "any time"),
                    .text("\(step.from.kindWords) \(step.from.name)"), .text(step.phrase),
                    .text("\(step.to.kindWords) \(step.to.name)"), .text(traits.act.name),
                    .text(traits.act.plane.rawValue), .text(traits.evidence.name), .text(step.relation.guard ?? ""),
                    .text(step.relation.provenance.map(inventory.place).joined(separator: ", ")),
                ])
            }
        }
        return HandOver.Section(
            name: "paths", title: "The way to each, step by step",
            paragraphs: ["The earliest way to each of the above, and the place in the sources that each step is from."],
            tables: [
                ReportTable(
                    name: "paths", title: "Steps",
                    columns: [
                        ("entity", "To"), ("step", "Step"), ("at", "At"), ("from", "From"), ("relation", "Relation"),
                        ("to", "Gained"), ("act", "Act"), ("plane", "Plane"), ("known", "Known"), ("guard", "Guard"),
                        ("source", "Source"),
                    ], rows: rows)
            ])
    }
}
