extension CaseFold {
    /// How the journal goes back to what somebody saw before, or on to what they saw after.
    struct Turning {
        /// The undo or redo entries that lead there; none where entries alone do not.
        var actions: [CaseAction] = []
        /// The changes that stand in the way, where there are any.
        var hindrances: [Int] = []
    }

    /// How often entries are looked for that lie below those that were found.
    private static let rounds = 8

    /// Finds the entries of an analyst that lead to where nothing of `remaining` has to be said any more: for everything that
    /// it would say something of the last entry about that, then those below. What somebody else built on stays.
    func turning(
        _ turn: CaseTurn, by who: String, _ remaining: (CaseState) -> [CaseAction]
    ) -> Turning {
        var trial = self
        var turned: [Int] = []
        for _ in 0..<Self.rounds {
            let statements = remaining(trial.state)
            if statements.isEmpty { return Turning(actions: turned.map(turn.action)) }
            var open = Set(statements.flatMap { topics(of: $0, 0) })
            let known = turned.count
            for number in trial.numbers(turn, by: who).reversed() where !open.isEmpty {
                let touched = topics(of: deeds[number - 1].action, number)
                guard !open.isDisjoint(with: touched) else { continue }
                let hindrances = trial.hindrances(of: number)
                guard hindrances.isEmpty else { return Turning(hindrances: hindrances) }
                trial.turn(turn, number, by: who)
                turned.append(number)
                open.subtract(touched)
            }
            guard turned.count > known else { break }
        }
        return Turning()
    }

    /// What an analyst can turn that way, the next one last.
    private func numbers(_ turn: CaseTurn, by who: String) -> [Int] {
        (turn == .back ? stacks[who]?.done : stacks[who]?.undone) ?? []
    }

    /// What the action is about when it is the entry `number`.
    private func topics(of action: CaseAction, _ number: Int) -> [Topic] {
        switch action {
        case .note(let subject, _): return [.notes(subject)]
        case .rewrite(let note, _), .strike(let note):
            guard case .note(let subject, _)? = self.action(of: note) else { return [] }
            return [.notes(subject)]
        case .settle(_, false): return []
        default: return spokenKeys(action, number).map { .thing($0) }
        }
    }

    /// What somebody says something of: all notes on one subject are one, because a note that is brought back in words is
    /// another note.
    private enum Topic: Hashable {
        case thing(CaseKey)
        case notes(CaseSubject)
    }
}
