import Casebook
import Inventory
import Reach

/// What happened, in the order of time: what the attacker had, what sources record of it, and what was done about it.
struct HandOverTimeline {
    private struct Event {
        let at: Instant
        let what: String
        let about: String
        let plane: String
        let known: String
    }

    private var events: [Event] = []

    init(_ state: CaseState, _ findings: HandOverFindings?) {
        if let findings { addHeld(findings) }
        addDeeds(state, findings?.inventory)
    }

    var section: HandOver.Section {
        // Events of one moment stay in the order in which they were added.
        let order = events.indices.sorted { (events[$0].at, $0) < (events[$1].at, $1) }
        return HandOver.Section(
            name: "timeline", title: "Timeline",
            paragraphs: [
                "Times in UTC. What was held could be used; that it was used is said only where a source records it."
            ],
            tables: [
                ReportTable(
                    name: "timeline", title: "Events",
                    columns: [
                        ("at", "At"), ("what", "What"), ("about", "About"), ("plane", "Plane"), ("known", "Known from"),
                    ],
                    rows: order.map { place in
                        let event = events[place]
                        return [
                            .time(event.at), .text(event.what), .text(event.about), .text(event.plane),
                            .text(event.known),
                        ]
                    })
            ])
    }

    private mutating func add(_ at: Instant?, _ what: String, _ about: String, plane: String = "", known: String) {
        guard let at, at.isBounded else { return }
        events.append(Event(at: at, what: what, about: about, plane: plane, known: known))
    }

    private mutating func addHeld(_ findings: HandOverFindings) {
        let inventory = findings.inventory
        for seed in findings.answer.seeds {
            let entity = inventory.entity(at: seed.entity)
            let known = findings.state.declarations[entity.id].map { "entry \($0.stamp.entry)" } ?? "a source"
            add(seed.window.from, "compromised from here on", entity.told, known: known)
            add(seed.window.until, "control ended", entity.told, known: known)
        }
        for plane in Plane.allCases {
            for held in findings.held(on: plane) where plane == .integrity || held.entity.kind.isIdentity {
                let entity = held.entity
                add(
                    held.firstHeld, "first held", entity.told, plane: plane.rawValue,
                    known: "reach, \(held.confidence.name)")
                if held.usedSince == true {
                    add(
                        entity.lastUsed, "last recorded use, since it was first held", entity.told,
                        plane: plane.rawValue,
                        known: "a source")
                }
                let facts: [(Instant?, String)] = [
                    (entity.rotated, "rotated"), (entity.expires, "expires"), (entity.revoked, "revoked"),
                ]
                for (time, what) in facts + entity.cleanups.map({ ($0, "cleaned up") }) {
                    if let time, time >= held.firstHeld {
                        add(time, what, entity.told, plane: plane.rawValue, known: "a source")
                    }
                }
            }
        }
    }

    private mutating func addDeeds(_ state: CaseState, _ inventory: Inventory?) {
        for added in state.evidence {
            let name = "evidence \(added.evidence.hash.prefix(12))"
            add(added.evidence.collected, "collected", name, known: "a source")
            add(added.stamp.when, "added to the case by \(added.stamp.who)", name, known: "entry \(added.stamp.entry)")
        }
        for mark in state.plan {
            let about = mark.item.entity.flatMap { inventory?.entity(id: $0)?.told } ?? mark.item.words
            for step in mark.steps {
                add(
                    step.stamp.when, "\(step.state.deed) by \(step.stamp.who)", about,
                    known: "entry \(step.stamp.entry)")
            }
        }
    }
}

extension Entity {
    /// Its kind and name: `token npm publish`.
    var told: String { "\(kindWords) \(name)" }
}

extension Mark.State {
    /// What was done when a remediation came to this state.
    var deed: String {
        switch self {
        case .proposed: "marked for remediation"
        case .approved: "remediation approved"
        case .done: "remediation reported done"
        case .verified: "remediation verified"
        case .failed: "remediation failed"
        }
    }
}
