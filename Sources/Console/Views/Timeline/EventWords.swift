import Inventory
import Reach
import TerminalKit

/// What an event means for the attacker, in words.
struct EventWords {
    let event: TimeEvent
    let state: State
    let look: Look

    private var entity: Entity { state.inventory.entity(at: event.entity) }
    private var held: HeldEntity? { state.answer?.radius[event.entity] }

    /// The meaning by which the event is coloured, besides its word.
    var meaning: Meaning {
        switch event.kind {
        case .declared, .declaredEnd: .alarm
        case .held, .heldAgain: .live
        case .conditional, .conditionalAgain: .conditional
        case .lost, .conditionalEnd, .expires, .revoked: .expired
        case .cleaned: .good
        case .planned: .mark
        case .used: held?.usedSince == true ? .alarm : .text
        case .created, .issued, .rotated, .run, .runEnd: .text
        }
    }

    /// The event with what the answer says of it.
    var detail: String {
        switch event.kind {
        case .created, .issued, .rotated: whileHeld ?? ""
        case .declared: declaration
        case .declaredEnd: "a remediation: \(Words.remedy(entity.kind))"
        case .run: run
        case .runEnd: ""
        case .held, .conditional: held.map { HeldWords(held: $0, state: state, look: look).why } ?? ""
        // The answer tells why an entity is first held, and of a later time only that it was.
        case .heldAgain, .conditionalAgain: held.map { "first \(cell($0.firstHeld))" } ?? ""
        case .used: use
        case .conditionalEnd: ""
        case .lost: next.map { "held again \(TimeWords.cell($0, near: state.at))" } ?? "for good, as far as is known"
        case .expires, .revoked: ending
        case .cleaned: "a clean-up that a source records" + (next.map { "; held again \(cell($0))" } ?? "")
        case .planned: "\(Words.remedy(entity.kind)): \(Words.effect(entity.kind.remediation))"
        }
    }

    private func cell(_ instant: Instant) -> String { TimeWords.cell(instant, near: state.at) }

    private var declaration: String {
        let own = state.work.present.seeds.filter { $0.seed.entity == event.entity && $0.seed.window.from == event.at }
        return own.map { "until \(TimeWords.cell($0.seed.window.until, near: state.at)), \($0.origin.words)" }
            .joined(separator: "; ")
    }

    private var run: String {
        let usable = entity.usable
        let length = usable.lasted.map { "\(TimeWords.duration($0))" } ?? "end unknown"
        guard state.question != nil else { return length }
        guard let held else { return "\(length), not reached" }
        if held.isConditional { return "\(length), held only if a guard fails" }
        let from = held.firstHeld > event.at ? " from \(cell(held.firstHeld))" : ""
        let until = held.heldUntil < usable.until ? " until \(cell(held.heldUntil))" : ""
        return "\(length), held" + (from + until == "" ? " all along" : from + until)
    }

    private var use: String {
        switch held?.usedSince {
        case true?: "used! after it was first held"
        case false?: "before it was first held"
        case nil: held == nil && state.question != nil ? "not reached" : ""
        }
    }

    private var ending: String {
        guard let held, held.heldUntil <= event.at || held.holdings.contains(where: { $0.until == event.at }) else {
            return held == nil && state.question != nil ? "not reached" : ""
        }
        return held.heldUntil == event.at ? "held until then" : "held no more before"
    }

    private var whileHeld: String? {
        held?.holdings.contains { $0.contains(event.at) } == true ? "while it was held" : nil
    }

    /// When it is held again after the event.
    private var next: Instant? { held?.holdings.first { $0.from >= event.at }?.from }
}

extension Words {
    /// An event as a short sentence: `runner prod-linux-07 re-imaged`.
    static func event(_ event: TimeEvent, in inventory: Inventory) -> String {
        let entity = inventory.entity(at: event.entity)
        return "\(kind(entity)) \(entity.name) \(event.kind.word(of: entity.kind))"
    }
}
