import Inventory

/// What a new inventory shows to be over of what is held in the old one, whether somebody planned it or not.
///
/// What is planned counts by what was found of it, and is left out here.
struct ShownEndings {
    /// What was found of entities that are shown to be over, by their numbers in the old inventory.
    private(set) var findings: [Int: Finding] = [:]
    private var remedies: [Remedy] = []
    private var severances: [Severance] = []

    /// Whether nothing is shown to be over.
    var isEmpty: Bool { remedies.isEmpty && severances.isEmpty }

    /// Looks for what was held at the moment of the answer, apart from what `plan` looked for. What changed counts from the
    /// moment on at which the entity was first held, or at which the old inventory was collected, where that is later.
    /// O(changes + what is held).
    init(_ diff: InventoryDiff, of answer: BlastRadius, plan: Verification?) {
        if let before = diff.old.collected, let after = diff.new.collected, after < before { return }
        let at = answer.question.at
        let planned = Set((plan?.results ?? []).map(\.item.target))
        let isPlanned = Set(planned.compactMap { $0.entity.flatMap { diff.old.entity(id: $0)?.index } }).contains
        let live = Set(answer.live)

        let gone = diff.removed.lazy.filter { $0.silence.isAbsent }.map(\.number)
        let weaker = diff.removedRelations.lazy.filter { $0.silence.isAbsent }.map {
            diff.old.crossingEnds($0.number).near
        }
        let candidates = Set(gone).union(diff.changed.lazy.map(\.old)).union(weaker).filter {
            live.contains($0) && !isPlanned($0)
        }
        let examination = Examination(
            diff, at: at, existed: .never, entities: candidates.map { diff.old.entity(at: $0).id })
        let fields = Dictionary(diff.changed.map { ($0.old, $0.fields) }, uniquingKeysWith: { first, _ in first })
        for entity in candidates.sorted() {
            let since = max(answer[entity]?.firstHeld ?? .beginning, diff.old.collected ?? .beginning)
            let id = diff.old.entity(at: entity).id
            func news(since: Instant) -> Finding {
                let found = examination.finding(Verification.Item(.entity(id), decided: since))
                // What both tell alike shows nothing; what came after it may.
                guard let told = found.at, !found.isNews(fields[entity] ?? []) else { return found }
                return news(since: told.advanced(by: 1))
            }
            let finding = news(since: since)
            guard finding.isClosed else { continue }
            findings[entity] = finding
            let means = Remediation.shown(by: finding.name, of: diff.old.entityKinds[entity])
            remedies.append(Remedy(entity: entity, at: at, means: means))
        }

        func end(_ relation: Int) {
            guard diff.old.relationTraits[relation].gain != .none, diff.old.valid(of: relation).until > at else {
                return
            }
            let (near, far) = diff.old.relationEnds(relation)
            let isOpenInPlan = [near, far].contains { isPlanned($0) && live.contains($0) }
            guard !isOpenInPlan, !planned.contains(diff.old.target(of: relation)) else { return }
            severances.append(Severance(relation: relation, at: at))
        }
        for absence in diff.removedRelations where absence.silence.isAbsent { end(absence.number) }
        for change in diff.changedRelations {
            let (then, now) = (diff.old.traits(of: change.old), diff.new.traits(of: change.new))
            if diff.new.valid(of: change.new).until <= at || now.gain != then.gain { end(change.old) }
        }
    }

    /// The question with all of this taken back as well.
    func added(to question: Question) -> Question {
        var question = question
        question.remedies += remedies
        question.severances += severances
        return question
    }
}

extension Remediation {
    /// How something of a kind counts as taken back of which this was found, by its name in files: what is gone, revoked
    /// or expired is never held again, whatever its kind; else as the kind asks for.
    public static func shown(by finding: String?, of kind: EntityKind) -> Remediation {
        switch finding {
        case "gone", "revoked", "expired": .disable
        default: kind.remediation
        }
    }
}

extension Finding {
    /// Whether it speaks of something in which the two inventories differ: what both tell alike was no news before either.
    fileprivate func isNews(_ fields: EntityFields) -> Bool {
        switch self {
        case .rotated: fields.contains(.rotated)
        case .cleaned: fields.contains(.cleanups)
        default: true
        }
    }
}

extension Inventory {
    /// What a relation is called in a plan.
    fileprivate func target(of relation: Int) -> Verification.Item.Target {
        let relation = self.relation(at: relation)
        return .relation(from: relation.from.id, kind: relation.kindName, to: relation.to.id)
    }
}
