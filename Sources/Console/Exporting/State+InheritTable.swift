import Inventory
import Reach
import Reports
import TerminalKit

// The lists of the view of a runner as tables of texts: with the columns that the screen has.
extension State {
    func inheritTable(_ rows: InheritRows) -> TableReport? {
        guard rows.count > 0 else { return nil }
        let words = InheritWords(state: self, look: Look())
        let marks = work.present.marks
        return TableReport(
            columns: Self.inheritColumns(inheritSection), rowCount: rows.count, about: about()
        ) { number in
            let row = rows.rows[number]
            let marked = row.entity.map { String(marks.contains($0)) }
            return words.cells(row, rows.runs) + (marked.map { [$0] } ?? [])
        }
    }

    private static func inheritColumns(_ section: InheritSection) -> [String] {
        switch section {
        case .runs:
            [
                "began", "ended", "id", "short_id", "name", "taken_over", "exposed", "still_live", "no_longer_live",
                "used_since",
                "what", "marked",
            ]
        case .identities:
            ["first_held", "until", "id", "short_id", "kind", "name", "through", "runs", "used_since", "marked"]
        case .jobs: ["id", "short_id", "name", "in", "runs", "runs_in_window", "last_run", "known", "marked"]
        case .standing: ["relation", "id", "short_id", "kind", "name", "evidence", "meaning", "marked"]
        case .ephemeral: ["if", "assumption", "identities", "identities_live", "reached", "reached_live"]
        }
    }
}

extension InheritWords {
    /// The cells of a row in a file, without the one that says whether it is marked.
    fileprivate func cells(_ row: InheritRows.Row, _ runs: [Int: RunFigures]) -> [String?] {
        func entity(_ index: Int) -> Entity { state.inventory.entity(at: index) }
        switch row {
        case .run(let run):
            let figures = state.answer?.radius[run.run] == nil ? nil : runs[run.run]
            return [
                run.interval.from.text, run.interval.until.text, entity(run.run).id, entity(run.run).shortID,
                name(run.run),
                state.question == nil ? nil : takenOver(run).text, run.identities.map { String($0.count) },
                figures.map { String($0.live) }, figures.map { String($0.over) }, figures.map { String($0.used) },
                run.identities?.map { entity($0).id }.joined(separator: " "),
            ]
        case .identity(let identity):
            let own = entity(identity.entity)
            let held = state.isInheritDeclared ? state.answer?.radius[identity.entity] : nil
            return [
                identity.firstHeld.text, (held?.heldUntil ?? identity.until).text, own.id, own.shortID, own.kindName,
                own.name, identity.through.map { entity($0).id }, String(identity.runs),
                held?.usedSince.map { String($0) },
            ]
        case .job(let job):
            return [
                entity(job.job).id, entity(job.job).shortID, name(job.job), home(of: job.job), String(job.runs),
                String(job.runsInWindow),
                job.last?.text, known(job).text,
            ]
        case .standing(let standing):
            let own = entity(standing.entity)
            let relation = state.inventory.relation(at: standing.relation)
            return [
                relation.kindName, own.id, own.shortID, own.kindName, own.name, relation.traits.evidence.name,
                meaning(of: standing).text,
            ]
        case .scenario(let scenario):
            return [
                title(scenario.name), assumption(scenario.name), String(scenario.identities),
                String(scenario.liveIdentities), String(scenario.reached), String(scenario.liveReached),
            ]
        }
    }
}
