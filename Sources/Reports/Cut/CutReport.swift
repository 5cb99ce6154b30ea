import Inventory
import PlainText
import Reach

/// The cheapest cut, for standard output.
public struct CutReport: Sendable {
    let cut: MinimumCut
    let inventory: Inventory
    /// What each entity of the cut severs, by id.
    public let severed: [MinimumCut.Severed]
    /// In which order the cut is carried out; nil when there is nothing to do.
    public let order: PlanOrder?

    /// How many severed crossings are listed of each entity.
    static let listedCrossings = 20

    /// A report on `cut`, which was sought in `inventory`.
    public init(_ cut: MinimumCut, in inventory: Inventory) {
        self.init(cut, in: inventory, patience: EndlessPatience())
    }

    /// The same for an asker who may lose patience.
    public init<P: Patience>(_ cut: MinimumCut, in inventory: Inventory, patience: P) throws(P.Failure) {
        self.cut = cut
        self.inventory = inventory
        severed = try cut.severed(patience: patience)
        order = try cut.entities.isEmpty ? nil : cut.order(patience: patience)
    }

    /// `firebreak.cut/1`: see docs/json.md.
    public var json: String {
        JSONText.object([
            ("schema", "firebreak.cut/1"), ("possible", .bool(cut.isPossible)),
            ("size", JSONText(cut.entities.count)), ("cost", JSONText(cut.total)),
            ("entities", .array(severed.map(member))), ("why", .string(why)), ("at", JSONText(cut.question.at)),
            ("timeless", .bool(cut.question.timeless)), ("counted", .string(cut.cost.rawValue)),
            ("least", .bool(cut.isPossible && cut.isLeast)), ("breaks", JSONText(cut.brokenJobs)),
            ("conditional", .array(cut.conditionalTargets.map(JSONText.brief))),
            ("targets", .array(cut.targets.map(JSONText.brief))), ("order", .array(steps)),
            ("path", obstacle.map { .steps($0.path, in: inventory) } ?? .null),
        ]).line
    }

    private func member(_ severed: MinimumCut.Severed) -> JSONText {
        .object(
            JSONText.naming(severed.entity) + [
                ("breaks", JSONText(severed.breaks)),
                (
                    "open_slots",
                    .array((cut.openSlots[severed.entity.index] ?? []).map { JSONText($0.slot.id) })
                ),
                (
                    "severs",
                    .object([
                        ("entities", JSONText(severed.reached)),
                        ("targets", .array(severed.targets.map { JSONText($0.id) })),
                        ("crossings", JSONText(severed.crossings.count)),
                        (
                            "first",
                            .array(
                                severed.crossings.prefix(Self.listedCrossings).map {
                                    .object([
                                        ("from", JSONText($0.from.id)), ("relation", JSONText($0.kindName)),
                                        ("to", JSONText($0.to.id)),
                                    ])
                                })
                        ),
                    ])
                ),
            ])
    }

    private var steps: [JSONText] {
        let groups = (order?.groups ?? []).map { group in
            JSONText.object([
                ("stage", JSONText(group.stage)), ("atomic", .bool(group.isAtomic)),
                ("entities", .array(group.entities.map { JSONText($0.id) })), ("action", .string("disable")),
            ])
        }
        let expired = (order?.expired ?? []).map { entity in
            JSONText.object([
                ("stage", .null), ("atomic", false), ("entities", .array([JSONText(entity.id)])),
                ("action", .string("none: already expired or revoked")),
            ])
        }
        return groups + expired
    }

    /// The target that stays open whatever is revoked, and how; nil when there is none.
    public var obstacle: MinimumCut.Obstacle? {
        switch cut.finding {
        case .nothingOpen, .found: nil
        case .noneExists(let obstacle), .noneFound(let obstacle): obstacle
        }
    }

    /// The finding in a sentence.
    public var why: String {
        let when = cut.question.timeless ? "whatever the time" : "at or after \(cut.question.at.iso8601)"
        let guards = cut.conditionalTargets.isEmpty ? "" : " as long as guards hold"
        switch cut.finding {
        case .nothingOpen: return "no target is held or reachable \(when)\(guards): nothing has to be revoked"
        case .found:
            let entities = cut.entities.count == 1 ? "it is" : "all \(cut.entities.count) are"
            let least = cut.isLeast ? "no cheaper set does" : "a cheaper set is not ruled out"
            return "once \(entities) disabled no target is held or reachable \(when)\(guards), as asking again shows; "
                + least
        case .noneExists(let obstacle):
            let target = "\(obstacle.target.kindName) \(obstacle.target.name)"
            if obstacle.isHeld, obstacle.path.isEmpty { return "none exists: \(target) is itself declared compromised" }
            if obstacle.isHeld { return "none exists: \(target) is already held and cannot be revoked" }
            return "none exists: a path to \(target) holds nothing that can be revoked"
        case .noneFound(let obstacle):
            let target = "\(obstacle.target.kindName) \(obstacle.target.name)"
            return "none was found: \(target) stays open; it is not proved that none exists"
        }
    }
}

extension CutReport {
    /// Which targets open all the same if a guard fails: the cut does not keep them. Nil where there is none.
    public var guardCaveat: String? {
        let open = cut.conditionalTargets
        guard cut.isPossible, !open.isEmpty else { return nil }
        let more = open.count > 3 ? " and \(open.count - 3) more" : ""
        return open.prefix(3).map(\.told).joined(separator: ", ") + more
            + (open.count == 1 ? " opens if a guard fails" : " open if a guard fails")
    }

    /// Where a new value of what is cut would be lost too, a line an entity.
    public var slotCaveats: [String] {
        cut.entities.compactMap { entity in
            cut.openSlots[entity.index]?.words(of: entity).map { "\(entity.told): \($0)" }
        }
    }

    /// The same for people: what to disable, in which order, what each severs and breaks; or why there is no cut.
    public var table: String {
        let targets = cut.targets.prefix(3).map { "\($0.kindName) \($0.name)" }
        let more = cut.targets.count > 3 ? " and \(cut.targets.count - 3) more" : ""
        var text = "targets: \(targets.joined(separator: ", "))\(more)".printable + "\n"
        let guards = "guards \(cut.question.guards.rawValue)"
        let when = cut.question.timeless ? "timeless: what could be reached" : "at \(cut.question.at.iso8601)"
        text += "\(when) · \(guards) · times in UTC\n"
        text += headline.printable + "\n" + why.printable + "\n"
        if let guardCaveat { text += "\(guardCaveat): --guards fail asks so".printable + "\n" }
        text += slotCaveats.map { $0.printable + "\n" }.joined()
        if !severed.isEmpty { text += "\n" + memberTable }
        if let path = obstacle?.path, !path.isEmpty {
            let start = path[0].from
            text += "\n" + "  \(start.kindName) \(start.name)  (held)".printable + "\n"
            text += path.map { "  \($0.words)".printable + "\n" }.joined()
        }
        for entity in order?.expired ?? [] {
            text += "no action: \(entity.kindName) \(entity.name) has already expired or been revoked".printable + "\n"
        }
        return text
    }

    /// What was found in a few words: `revoke 2 entities · breaks 3 jobs in all`.
    public var headline: String {
        guard cut.isPossible else { return "no firebreak" }
        if cut.entities.isEmpty { return "nothing to revoke" }
        let count = cut.entities.count == 1 ? "1 entity" : "\(cut.entities.count) entities"
        return "revoke \(count) · breaks \(cut.brokenJobs.counted("job")) in all"
    }

    private var memberTable: String {
        var table = ColumnText([
            .init(title: "STEP", alignment: .right), .init(title: "KIND"), .init(title: "NAME", limit: 60),
            .init(title: "SHORT"), .init(title: "BREAKS", alignment: .right), .init(title: "SEVERS", alignment: .right),
            .init(title: "TOWARDS", limit: 60), .init(title: "ID", limit: 80),
        ])
        let byEntity = Dictionary(severed.map { ($0.entity, $0) }, uniquingKeysWith: { first, _ in first })
        for (place, group) in (order?.groups ?? []).enumerated() {
            for entity in group.entities {
                guard let own = byEntity[entity] else { continue }
                let more = own.targets.count > 1 ? " and \(own.targets.count - 1) more" : ""
                table.append([
                    "\(place + 1)\(group.isAtomic ? " together" : "")", entity.kindName, entity.name, entity.shortID,
                    "\(own.breaks)",
                    own.reached == 1 ? "1 entity" : "\(own.reached) entities",
                    (own.targets.first.map { "\($0.kindName) \($0.name)" } ?? "–") + more, entity.id,
                ])
            }
        }
        return table.text
    }
}
