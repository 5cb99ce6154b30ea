import Inventory
import Reach
import Reports
import TerminalKit

/// What stands above a list of changes: the figures of `firebreak diff` and `firebreak case verify`.
struct ChangeHead {
    let state: State
    let look: Look
    let section: ChangeSection

    /// How many lines it takes in a body of so many.
    static func lineCount(in rows: Int) -> Int { rows < 6 ? 0 : rows < 11 ? 1 : 3 }

    /// The lines; what matters most is the first of them.
    func lines(_ ground: Difference, count: Int) -> [[FittedLine.Piece]] {
        let all =
            switch section {
            case .changes, .widened: changes(ground)
            case .blast: blast
            case .plan: plan
            case .new: newcomers
            }
        return Array(all.prefix(count))
    }

    private func changes(_ ground: Difference) -> [[FittedLine.Piece]] {
        let wider = FittedLine.Piece(
            "\(Words.grouped(ground.widened)) can do more than before", look[ground.widened > 0 ? .alarm : .good],
            priority: 10)
        return [
            figures("entities", ground.entities), figures("relations", ground.relations), [wider] + dates(ground.diff),
        ]
    }

    private func figures(_ what: String, _ counts: DiffReport.Counts) -> [FittedLine.Piece] {
        let unknown = counts.onlyInOld + counts.onlyInNew
        var pieces: [FittedLine.Piece] = [
            .init(
                "\(what): \(Words.grouped(counts.added)) added, \(Words.grouped(counts.removed)) removed, "
                    + "\(Words.grouped(counts.changed)) changed", priority: 10)
        ]
        if counts.delisted > 0 {
            pieces.append(.init("\(Words.grouped(counts.delisted)) no longer listed", priority: 7))
        }
        pieces.append(
            .init(
                "\(Words.grouped(unknown)) cannot be known", unknown > 0 ? look[.conditional] : nil, priority: 9))
        if unknown > 0 {
            pieces.append(
                .init(
                    "only in old \(Words.grouped(counts.onlyInOld)), only in new \(Words.grouped(counts.onlyInNew))",
                    priority: 3))
        }
        return pieces
    }

    private func dates(_ diff: InventoryDiff) -> [FittedLine.Piece] {
        func words(_ inventory: Inventory) -> String {
            inventory.collected.map { "collected \(TimeWords.minute($0))" } ?? "when it was collected is not known"
        }
        var pieces: [FittedLine.Piece] = [
            .init("then \(words(diff.old))", priority: 7),
            .init("now \(look.shortened(state.comparison?.title ?? "", to: 40)), \(words(diff.new))", priority: 8),
        ]
        if let before = diff.old.collected, let after = diff.new.collected, after < before {
            pieces.insert(.init("collected before the old one", look[.warning], priority: 9), at: 0)
        }
        return pieces
    }

    private var blast: [[FittedLine.Piece]] {
        guard let blast = state.blastChange else {
            return [[.init(state.blastChangeInquiry == nil ? state.nothingDeclared : computing, priority: 1)]]
        }
        var doubts: [FittedLine.Piece] = []
        if !blast.lostSeeds.isEmpty {
            let words =
                "\(Words.grouped(blast.lostSeeds.count)) declared not there now: what was taken counts, nothing new does"
            doubts.append(.init(words, look[.warning], priority: 9))
        }
        if !blast.unknownLive.isEmpty {
            let words = "\(Words.grouped(blast.unknownLive.count)) of them not told now, and counted as before"
            doubts.append(.init(words, look[.conditional], priority: 8))
        }
        if !blast.unplanned.isEmpty {
            doubts.append(.init("\(Words.grouped(blast.unplanned.count)) over and not planned", priority: 6))
        }
        if blast.untoldRelations > 0 {
            let verb = blast.untoldRelations == 1 ? "counts" : "count"
            let words = "\(Words.count(blast.untoldRelations, "relation")) not told \(verb) as before"
            doubts.append(.init(words, priority: 5))
        }
        if doubts.isEmpty { doubts.append(.init("taken counts until it is itself shown to be over", priority: 1)) }
        var now = figures("now", blast.now)
        if let verified = blast.verifiedLive {
            now.append(.init("verified of the plan: \(Words.grouped(verified)) \(live)", priority: 6))
        }
        return [figures("then", blast.then), now, doubts]
    }

    private var live: String { state.place.lens.isTimeless ? "reachable" : "live" }

    private func figures(_ when: String, _ figures: BlastChange.Figures) -> [FittedLine.Piece] {
        let planes = Plane.allCases.map { "\(Words.grouped(figures.liveByPlane[$0] ?? 0)) \($0.rawValue)" }
        return [
            .init(
                "\(when): \(Words.grouped(figures.live)) \(live)", look[figures.live > 0 ? .live : .good], priority: 9),
            .init("\(planes.joined(separator: ", ")) plane", priority: 8),
            .init("\(Words.grouped(figures.reached)) reached", priority: 5),
            .init("\(Words.grouped(figures.conditional)) conditional", priority: 3),
            .init("rollback only: \(Words.grouped(figures.rollbackOnlyLive)) \(live)", priority: 7),
        ]
    }

    private var plan: [[FittedLine.Piece]] {
        guard let verification = state.planVerification else { return [[.init(computing, priority: 1)]] }
        let results = verification.results
        let closed = results.count(where: \.finding.isClosed)
        let unknown = results.count { if case .unknown = $0.finding { true } else { false } }
        let open = results.count - closed - unknown
        return [
            [
                .init("\(Words.grouped(results.count)) planned", priority: 7),
                .init("\(Words.grouped(closed)) shown to be done", look[.good], priority: 9),
                .init("\(Words.grouped(open)) still open", open > 0 ? look[.live] : nil, priority: 10),
                .init(
                    "\(Words.grouped(unknown)) cannot be known", unknown > 0 ? look[.conditional] : nil, priority: 8),
            ] + (results.isEmpty ? [] : [verdict(verification)]), [.init(since, priority: 1)], dates(verification.diff),
        ]
    }

    private func verdict(_ verification: Reach.Verification) -> FittedLine.Piece {
        .init(verification.isComplete ? "verification is complete" : "verification is not complete", priority: 4)
    }

    /// Since when a change counts, and what writes the findings down.
    private var since: String {
        if let casebook = state.casebook {
            return "a change counts from each decision on; firebreak case verify \(casebook.name) records what is shown"
        }
        let since = TimeWords.minute(state.decisionsCountFrom)
        return state.inventory.collected == nil
            ? "no case says when this was decided: only what is gone counts"
            : "no case says when this was decided: a change counts from \(since) on, when the first was collected"
    }

    private var newcomers: [[FittedLine.Piece]] {
        guard let verification = state.planVerification else { return [[.init(computing, priority: 1)]] }
        let all = verification.newcomers
        let known = all.count(where: \.isKnownNew)
        return [
            [
                .init("\(Words.grouped(known)) new since", known > 0 ? look[.alarm] : nil, priority: 10),
                .init(
                    "\(Words.grouped(all.count - known)) cannot be known",
                    all.count > known ? look[.conditional] : nil, priority: 9),
                .init("identities that the first evidence does not have", priority: 5),
            ],
            [
                .init(
                    "\(Words.grouped(verification.widened.count)) known identities can do more than before",
                    verification.widened.isEmpty ? nil : look[.alarm], priority: 1)
            ],
            dates(verification.diff),
        ]
    }

    private var computing: String { state.pendingText(look) }
}
