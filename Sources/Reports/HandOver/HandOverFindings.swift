import Casebook
import Inventory
import Reach

/// What the engine answers on the evidence of a case, as the report needs it.
struct HandOverFindings: Sendable {
    let state: CaseState
    let inventory: Inventory
    let answer: BlastRadius
    /// The same with what is verified taken back, with what is done besides, and once the whole plan is carried out.
    let (verified, done, planned): (BlastRadius, BlastRadius, BlastRadius)
    let figures: [HandOver.Figure]
    /// How far the remediation of each entity is.
    let standing: [Int: Mark.State]

    init(_ state: CaseState, in inventory: Inventory, at: Instant) {
        let engine = ReachEngine(inventory)
        let question = Question(seeds: state.seeds(in: inventory), at: at)
        self.state = state
        self.inventory = inventory
        answer = engine.blastRadius(question)
        planned = engine.blastRadius(state.remedying(question, in: inventory))
        func without(_ counts: (Mark) -> Bool) -> BlastRadius {
            engine.blastRadius(state.remedying(question, in: inventory, where: counts))
        }
        verified = without(\.isProven)
        done = without { $0.state == .verified || $0.state == .done }
        figures = Self.figures(
            answer, rollbackOnly: engine.blastRadius(question, rollback: at).liveCount,
            verified: verified.liveCount, done: done.liveCount, planned: planned.liveCount)
        var standing: [Int: Mark.State] = [:]
        for mark in state.plan {
            if let id = mark.item.entity, let entity = inventory.entity(id: id) { standing[entity.index] = mark.state }
        }
        self.standing = standing
    }

    private static func figures(
        _ answer: BlastRadius, rollbackOnly: Int, verified: Int, done: Int, planned: Int
    ) -> [HandOver.Figure] {
        let counts = answer.counts
        func figure(_ name: String, _ title: String, _ count: Int, _ meaning: String) -> HandOver.Figure {
            HandOver.Figure(name: name, title: title, count: count, meaning: meaning)
        }
        return [
            figure("reached", "Reached", counts.reached, "held at some time, what was declared included"),
            figure("inherited", "Inherited", counts.inherited, "held without altering or running anything"),
            figure(
                "identity_plane", "Identity plane", counts.byPlane[.identity] ?? 0,
                "reached by taking or using a credential"),
            figure(
                "integrity_plane", "Integrity plane", counts.byPlane[.integrity] ?? 0,
                "reached by altering or running code"),
            figure("conditional", "Conditional", counts.conditional, "held only if a guard fails; in no other count"),
            figure("live", "Live", counts.live, "held at the moment of this report, nothing taken back"),
            figure(
                "rollback_only_live", "Live after rollback only", rollbackOnly,
                "if code alone is rolled back and no credential is touched"),
            figure("verified_live", "Live after what is verified", verified, "counting only what named evidence shows"),
            figure("done_live", "Live after what is done", done, "counting what is verified or was reported done"),
            figure("plan_live", "Live after the whole plan", planned, "once everything planned is carried out"),
        ]
    }

    /// Everything that was reached on a plane and was not declared.
    func held(on plane: Plane) -> [HeldEntity] {
        answer.entities.filter { !$0.isConditional && !$0.isSeed && $0.plane == plane }
    }

    /// Whether something is live also with what is verified taken back, or with what is done besides.
    func standing(of held: HeldEntity) -> Standing {
        guard held.isLive else { return .over }
        guard verified[held.entity.index]?.isLive == true else { return .verified }
        return done[held.entity.index]?.isLive == true ? .live : .done
    }

    /// What became of something that was held.
    enum Standing: String {
        /// It could not be used at the moment of the report, whatever was taken back.
        case over = ""
        /// It could still be used.
        case live
        /// It could, had nothing been taken back; evidence shows that it was.
        case verified = "taken back"
        /// It could, as far as evidence shows; somebody says that it was taken back.
        case done = "said done"
    }

    /// What is reached only if a guard fails.
    var conditional: [HeldEntity] { answer.entities.filter(\.isConditional) }
}
