import Casebook
import Dispatch
import Inventory

/// What became of a change that was to be recorded, or what others did.
enum CaseOutcome: Sendable {
    /// It is in the journal, on the disk; what the case says now.
    case recorded(CaseView, Investigation)
    /// Somebody changed the same meanwhile, in these words: it was not recorded, and this is what the case says.
    case conflict(CaseView, Investigation, String)
    /// It was not recorded, for this reason; it still can be.
    case failed(String)
    /// Others changed the case.
    case news(CaseView, Investigation)
}

/// Records what the analyst decides off the thread that draws, one change after another, and looks for what others do.
final class CaseKeeper: Sendable {
    private let shelf: any CaseShelf
    private let inventory: Inventory
    private let queue = DispatchQueue(label: "firebreak.case", qos: .userInitiated)
    private let report: @Sendable (CaseOutcome) -> Void

    /// How often others' changes are looked for, in milliseconds.
    private static let period = 1_000

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
            // Why it cannot be read is said when something is to be recorded.
            if let view = try? shelf.news() { report(.news(view, view.state.investigation(in: inventory))) }
            lookAgain()
        }
    }

    /// Records what changed.
    func record(_ change: CaseChange) {
        queue.async { [self] in report(Self.outcome(of: change, on: shelf, in: inventory)) }
    }

    /// Waits for what is being recorded, then records the last change.
    /// - Returns: Why it was not recorded.
    func finish(_ change: CaseChange?) -> String? {
        queue.sync {
            guard let change else { return nil }
            switch Self.outcome(of: change, on: shelf, in: inventory) {
            case .recorded, .news: return nil
            case .conflict(_, _, let words), .failed(let words): return words
            }
        }
    }

    /// Records a change, and says what became of it.
    static func outcome(
        of change: CaseChange, on shelf: any CaseShelf, in inventory: Inventory
    ) -> CaseOutcome {
        let actions = CaseAction.changes(
            from: change.before, to: change.after, in: inventory, of: shelf.present.state)
        do throws(CaseError) {
            let view = actions.isEmpty ? shelf.present : try shelf.append(actions, seen: change.seen)
            return .recorded(view, view.state.investigation(in: inventory))
        } catch {
            guard case .conflict = error else { return .failed(error.words) }
            // What stood in the way is shown, not written over.
            let view = (try? shelf.news()) ?? shelf.present
            return .conflict(view, view.state.investigation(in: inventory), error.words)
        }
    }
}

/// A change that is to be recorded.
struct CaseChange: Hashable, Sendable {
    /// What the console knew that the case says.
    var before: Investigation
    /// What it is to say.
    var after: Investigation
    /// The last entry that the analyst could have seen.
    var seen: Int
}
