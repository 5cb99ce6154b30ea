import Casebook
import Dispatch
import Inventory
import Synchronization

/// What became of a change that was to be recorded, or what others did.
enum CaseOutcome: Sendable {
    /// It is in the journal, on the disk; what the case says now.
    case recorded(CaseView, Investigation)
    /// It is too, but what undo or redo brought back stands there as said anew; why.
    case saidAnew(CaseView, Investigation, String)
    /// Somebody changed the same meanwhile, in these words: it was not recorded, and this is what the case says.
    case conflict(CaseView, Investigation, String)
    /// It was not recorded, for this reason; it still can be.
    case failed(String)
    /// What could not be recorded may be tried again.
    case again
    /// Others changed the case.
    case news(CaseView, Investigation)
    /// What the engine answers is recorded too.
    case measured(CaseView, Investigation)
    /// What others do can no longer be read, for this reason; nil when it can be again.
    case unread(String?)
}

/// Records what the analyst decides off the thread that draws, one change after another, and looks for what others do.
final class CaseKeeper: Sendable {
    private let shelf: any CaseShelf
    private let inventory: Inventory
    private let queue = DispatchQueue(label: "firebreak.case", qos: .userInitiated)
    private let report: @Sendable (CaseOutcome) -> Void
    /// Asks the engine, so that nobody waits for that whose change is recorded meanwhile.
    private let engineQueue = DispatchQueue(label: "firebreak.case.counts", qos: .utility)
    /// The number of the last thing that was asked for.
    private let latest = Mutex(0)
    /// Why the case could not be read when that was last tried; nil where it could.
    private let trouble = Mutex<String?>(nil)
    /// Whether the last change could not be recorded.
    private let hasFailed = Atomic(false)
    /// The last change that was recorded, and the number of the last entry then.
    private let done = Mutex((change: 0, entry: 0))

    /// How often others' changes are looked for, in milliseconds.
    private static let period = 1_000
    /// How long nothing must have been decided before counts are recorded, in milliseconds.
    private static let pause = 2_000

    /// A keeper that calls `report` from a thread of its own.
    init(_ shelf: any CaseShelf, inventory: Inventory, report: @escaping @Sendable (CaseOutcome) -> Void) {
        self.shelf = shelf
        self.inventory = inventory
        self.report = report
        lookAgain()
    }

    /// Looks for what others did, time and again, for as long as the keeper lives.
    private func lookAgain() {
        queue.asyncAfter(deadline: .now() + .milliseconds(Self.period)) { [weak self] in
            guard let self else { return }
            look()
            if hasFailed.exchange(false, ordering: .relaxed) { report(.again) }
            lookAgain()
        }
    }

    private func look() {
        var reason: String?
        do throws(CaseError) {
            if let view = try shelf.news() { report(.news(view, view.state.investigation(in: inventory))) }
        } catch {
            reason = error.words
        }
        let isKnown = trouble.withLock { known in
            defer { known = reason }
            return known == reason
        }
        if !isKnown { report(.unread(reason)) }
    }

    /// Records what changed.
    func record(_ change: CaseChange) {
        latest.withLock { $0 += 1 }
        queue.async { [self] in
            let outcome = perform(change)
            if case .failed = outcome { hasFailed.store(true, ordering: .relaxed) }
            report(outcome)
        }
    }

    /// Records what the engine answers, once nothing was decided for a while.
    func measure(_ terms: Measurement.Terms) {
        let number = latest.withLock { latest in
            latest += 1
            return latest
        }
        engineQueue.asyncAfter(deadline: .now() + .milliseconds(Self.pause)) { [self] in
            let view = shelf.present
            guard latest.withLock({ $0 == number }), let evidence = shelf.evidence else { return }
            let measurement = Measurement(of: view.state, in: inventory, evidence: evidence, terms: terms)
            queue.async { [self] in
                guard let view = try? shelf.measure(measurement, of: view) else { return }
                report(.measured(view, view.state.investigation(in: inventory)))
            }
        }
    }

    private func perform(_ change: CaseChange) -> CaseOutcome {
        let outcome = Self.outcome(of: change, on: shelf, in: inventory)
        switch outcome {
        case .recorded(let view, _), .saidAnew(let view, _, _):
            done.withLock { $0 = (change.number, view.sequence) }
        case .conflict, .failed, .again, .news, .measured, .unread: break
        }
        return outcome
    }

    /// Waits for what is being recorded, then records what is not, and the counts where they are owed.
    /// - Returns: Why something was not recorded.
    func finish(_ changes: [CaseChange], _ owed: Measurement.Terms?) -> String? {
        latest.withLock { $0 += 1 }
        return queue.sync {
            for var change in changes {
                let done = done.withLock { $0 }
                guard change.number > done.change else { continue }
                // One's own entries are none that one did not see.
                change.seen = max(change.seen, done.entry)
                switch perform(change) {
                case .recorded, .saidAnew, .news, .measured, .again, .unread: break
                case .conflict(_, _, let words), .failed(let words): return words
                }
            }
            if let owed { Self.measure(owed, on: shelf, in: inventory) }
            return nil
        }
    }

    /// Records what the engine answers at once. That it could not be is no loss: nobody decided anything by it.
    @discardableResult
    static func measure(
        _ terms: Measurement.Terms, on shelf: any CaseShelf, in inventory: Inventory
    ) -> CaseOutcome? {
        guard let evidence = shelf.evidence else { return nil }
        let view = shelf.present
        let measurement = Measurement(of: view.state, in: inventory, evidence: evidence, terms: terms)
        guard let now = try? shelf.measure(measurement, of: view) else { return nil }
        return .measured(now, now.state.investigation(in: inventory))
    }

    /// Records a change, and says what became of it.
    static func outcome(
        of change: CaseChange, on shelf: any CaseShelf, in inventory: Inventory
    ) -> CaseOutcome {
        do throws(CaseError) {
            if let turn = change.turn { return try outcome(of: change, turning: turn, on: shelf, in: inventory) }
            let actions = CaseAction.changes(
                from: change.before, to: change.after, in: inventory, of: shelf.present.state)
            let view =
                actions.isEmpty ? shelf.present : try shelf.append(actions, seen: change.seen, at: change.place)
            return .recorded(view, view.state.investigation(in: inventory))
        } catch {
            guard case .conflict = error else { return .failed(error.words) }
            // What stood in the way is shown, not written over.
            let view = (try? shelf.news()) ?? shelf.present
            return .conflict(view, view.state.investigation(in: inventory), error.words)
        }
    }

    /// Records that an earlier decision was taken back, or repeated.
    private static func outcome(
        of change: CaseChange, turning turn: CaseTurn, on shelf: any CaseShelf, in inventory: Inventory
    ) throws(CaseError) -> CaseOutcome {
        var wanted: Investigation?
        let turned = try shelf.turn(turn, seen: change.seen, at: change.place) { state in
            let said = state.investigation(in: inventory)
            // What others decided meanwhile stays as it is.
            let there = wanted ?? said.following(change.before, to: change.after)
            wanted = there
            return CaseAction.changes(from: said, to: there, in: inventory, of: state).map(\.takenBack)
        }
        let said = turned.view.state.investigation(in: inventory)
        guard turned.isSaidAnew else { return .recorded(turned.view, said) }
        let reason =
            turned.hindrances.isEmpty
            ? "no entries of yours lead back there"
            : "on the same there is \(turned.hindrances.map(\.words).joined(separator: ", "))"
        return .saidAnew(turned.view, said, "said anew, and not by an undo of entries: \(reason)")
    }
}

/// A change that is to be recorded.
struct CaseChange: Hashable, Sendable {
    /// Tells it from those before, which have lower numbers.
    var number: Int
    /// What the console knew that the case says.
    var before: Investigation
    /// What it is to say.
    var after: Investigation
    /// The last entry that the analyst could have seen.
    var seen: Int
    /// Whether it takes back or repeats an earlier one.
    var turn: CaseTurn?
    /// Where it was decided, as the journal names that; nil where nobody knows.
    var place: String?
}
