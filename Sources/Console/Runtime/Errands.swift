import Casebook
import Dispatch
import Inventory
import TerminalKit

/// Performs what the console wants from the world off the thread that draws, and reports what became of it.
struct Errands: Sendable {
    private let inventory: Inventory
    private let copier: Copier
    private let exporter: Exporter
    private let keeper: SessionKeeper?
    private let sessions: (any SessionShelf)?
    private let cases: (@Sendable () -> [RecentCase])?
    private let recorder: CaseKeeper?
    private let habits: (any HabitShelf)?
    /// Habits are kept one change after another.
    private let habitQueue = DispatchQueue(label: "firebreak.habits")
    private let mailbox: Mailbox
    private let signal: any WakeSignal
    /// The files that are being written.
    private let files = DispatchGroup()

    init(
        _ state: State, world: ConsoleWorld, opening: SessionOpening, mailbox: Mailbox, terminal: any Terminal
    ) {
        let signal = terminal.wakeSignal
        inventory = state.inventory
        copier = Copier(
            environment: world.environment, tools: world.tools, asksTerminal: !(terminal is any LineTerminal))
        exporter = Exporter(inventory: state.inventory, files: world.files, clerk: world.clerk)
        keeper = world.sessions.map {
            SessionKeeper(
                $0, inventory: state.inventory, title: state.title, sources: state.sources, opening: opening,
                redact: state.redact)
        }
        sessions = world.sessions
        cases = world.cases
        recorder = world.casebook.map { [inventory = state.inventory] casebook in
            CaseKeeper(casebook.shelf, inventory: inventory) { outcome in
                mailbox.put(.recorded(outcome))
                signal.wake()
            }
        }
        habits = world.habits
        self.mailbox = mailbox
        self.signal = signal
    }

    func gather(_ request: Gathering) {
        Task.detached(priority: .userInitiated) { [self] in
            report(.gathered(request.gathered(in: inventory), number: request.number))
        }
    }

    func copy(_ text: CopiedText) {
        Task.detached(priority: .userInitiated) { [self] in report(.copied(copier.copy(text))) }
    }

    func export(_ export: Export) {
        files.enter()
        Task.detached(priority: .utility) { [self] in
            report(.exported(exporter.perform(export)))
            files.leave()
        }
    }

    /// Finds the other cases, and the sessions of other evidence.
    func findSessions() {
        Task.detached(priority: .utility) { [self] in
            let recent = (cases?() ?? []).map { RecentSession($0) } + (sessions?.recent() ?? [])
            if !recent.isEmpty { report(.recent(recent)) }
        }
    }

    func save(_ draft: SessionDraft) {
        keeper?.save(draft) { [self] in report(.kept($0)) }
    }

    func record(_ change: CaseChange) { recorder?.record(change) }

    func measure(_ terms: Measurement.Terms) { recorder?.measure(terms) }

    func keepHabits(from before: Habits, to after: Habits) {
        guard let habits else { return }
        habitQueue.async { [self] in
            do throws(SessionShelfError) {
                try habits.keep(from: before, to: after)
            } catch {
                report(.habitsNotKept(error.reason))
            }
        }
    }

    /// Waits for the files that are being written, and saves the session for the last time.
    /// - Returns: Why the session was not saved; nil when it was, or nobody asked for it.
    func finish(_ state: State) -> String? {
        files.wait()
        habitQueue.sync {}
        if let recorder, let reason = recorder.finish(state.unrecorded, state.owedTerms) { return reason }
        guard let keeper, state.lost == nil else { return nil }
        let draft = state.sessionDraft
        guard state.keeping.mode == .on, !state.keeping.isUnused(draft) else { return nil }
        switch keeper.finish(draft) {
        case .saved: return nil
        case .failed(let reason): return reason
        }
    }

    /// The session as it goes on over evidence that was read again. Of evidence that is lost nothing is read: then it is
    /// what was saved last.
    func carried(_ state: State, saying news: String) -> CarriedSession {
        var record = keeper?.last
        if state.lost == nil {
            record = state.sessionDraft.record(
                of: inventory, title: state.title, sources: state.sources, revision: keeper?.revision ?? 0,
                isForOther: true)
        }
        return CarriedSession(record, news: news, isMouseOn: state.isMouseOn)
    }

    private func report(_ event: Event) {
        mailbox.put(event)
        signal.wake()
    }
}
