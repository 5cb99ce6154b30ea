import Inventory
import Reach
import TerminalKit

/// What the view of a runner says of its rows.
struct InheritWords {
    let state: State
    let look: Look

    private var answer: Answer? { state.answer }

    func cell(_ instant: Instant) -> String { TimeWords.cell(instant, near: state.at) }

    func name(_ entity: Int) -> String { state.inventory.entity(at: entity).name }

    func shortID(_ entity: Int) -> TextSpan { .shortID(state.inventory.entity(at: entity)) }

    func kind(_ entity: Int, isCompact: Bool) -> TextSpan {
        let entity = state.inventory.entity(at: entity)
        return TextSpan(
            isCompact ? Words.shortKind(entity) : Words.kind(entity), look[Meaning.kind.appending(entity.kindName)])
    }

    /// To the minute from a minute on.
    func length(_ interval: Interval) -> String {
        interval.lasted.map { TimeWords.duration($0 < 60 ? $0 : $0 / 60 * 60) } ?? "unknown"
    }

    /// Whether the attacker had the run, by what is declared.
    func takenOver(_ run: RunExposure) -> TextSpan {
        guard state.question != nil else { return TextSpan(look[.none], look[.textDim]) }
        guard let held = answer?.radius[run.run] else { return TextSpan("no", look[.textDim]) }
        if held.isConditional { return TextSpan("if guards fail", look[.conditional]) }
        guard state.isInheritDeclared, run.isInWindow else { return TextSpan("another way", look[.warning]) }
        return TextSpan("in window", look[.alarm])
    }

    func exposed(_ run: RunExposure) -> TextSpan {
        run.identities.map { TextSpan(Words.grouped($0.count)) } ?? TextSpan("not asked", look[.textDim])
    }

    /// Of what an attacker had through the run: how much is live, and whether it was used.
    func live(_ run: RunExposure, _ figures: RunFigures?) -> TextSpan {
        guard let figures, answer?.radius[run.run] != nil else { return TextSpan(look[.none], look[.textDim]) }
        let used = figures.used > 0 ? ", \(Words.grouped(figures.used)) used!" : ""
        return TextSpan(
            "\(Words.grouped(figures.live)) of \(Words.grouped(figures.live + figures.over))\(used)",
            look[figures.used > 0 ? .alarm : figures.live > 0 ? .live : .expired])
    }

    /// How many names a row tells.
    private static let namesShown = 8

    /// The identities by kind and name.
    func names(of run: RunExposure, _ figures: RunFigures?) -> String {
        guard let figures, let identities = run.identities, !identities.isEmpty else { return look[.none] }
        let counts = figures.kinds.map { kind, count in
            "\(Words.grouped(count)) \(Words.kinds(kind, in: state.inventory, count: count))"
        }
        let rest = identities.count - Self.namesShown
        let names = identities.prefix(Self.namesShown).map(name).joined(separator: ", ")
        return "\(counts.joined(separator: ", ")): \(names)" + (rest > 0 ? ", \(rest) more" : "")
    }

    /// Until when an identity is held, and whether it was used: by the whole answer where the runner is part of it.
    func held(_ identity: InheritedIdentity) -> (until: TextSpan, used: TextSpan) {
        guard let held = answer?.radius[identity.entity], state.isInheritDeclared else {
            return (TextSpan("would be held", look[.textDim]), TextSpan(look[.none], look[.textDim]))
        }
        let words = HeldWords(held: held, state: state, look: look)
        let isUsed = held.usedSince == true
        let used =
            switch held.usedSince {
            case true?: "used since!"
            case false?: "not since"
            case nil: "unknown"
            }
        return (
            TextSpan(words.untilInShort, look[isUsed ? .alarm : words.meaning]),
            TextSpan(used, isUsed ? look[.alarm] : look[.textDim])
        )
    }

    func through(_ identity: InheritedIdentity, isCompact: Bool) -> String {
        guard let through = identity.through else { return look[.none] }
        let entity = state.inventory.entity(at: through)
        let kind = entity.kind == .job ? "standing job" : Words.kind(entity)
        if through == identity.entity { return "the runner itself" }
        return isCompact ? entity.name : "\(kind) \(entity.name)"
    }

    func home(of job: Int) -> String {
        var parent = state.inventory.entity(at: job).parent
        while let next = parent?.parent, parent?.kind != .repository { parent = next }
        return parent?.name ?? look[.none]
    }

    func known(_ job: SharingJob) -> TextSpan {
        guard job.isStanding else { return TextSpan("observed", look[.textDim]) }
        return TextSpan("may be given here; no run history covers it: blind", look[.warning])
    }

    func phrase(of standing: Standing) -> TextSpan {
        let phrase = state.inventory.relation(at: standing.relation).phrase
        return standing.kind == .serves ? TextSpan(phrase + " (blind)", look[.warning]) : TextSpan(phrase)
    }

    func meaning(of standing: Standing) -> TextSpan {
        let collected = state.inventory.relation(at: standing.relation).collectedWords(near: state.at)
        let suffix = collected.map { ", \($0)" } ?? ""
        switch standing.kind {
        case .serves:
            let text = "no run history covers it: exposed at any time" + suffix
            return TextSpan(text, look[.warning])
        case .runsAs: return TextSpan("usable by whatever runs here, re-imaged or not" + suffix)
        default: return TextSpan("left behind by an earlier job, for every later one" + suffix)
        }
    }

    /// The clean-ups that are known, the first by its moment.
    private var cleanups: String? {
        guard let known = state.inheritance?.cleanups, let first = known.first else { return nil }
        return cell(first) + (known.count > 1 ? " and \(Words.count(known.count - 1, "time")) more" : "")
    }

    func title(_ name: ScenarioRow.Name) -> String {
        switch name {
        case .actual:
            guard state.isInheritDeclared else { return "as it is" }
            guard !state.place.lens.isTimeless else { return "as it was" }
            return cleanups.map { "as it was: re-imaged \($0)" } ?? "as it was: no re-imaging known"
        case .neverCleaned: return "never re-imaged"
        case .ephemeral: return "re-imaged after each run"
        case .firstRun: return "re-imaged after each run, one taken"
        }
    }

    func assumption(_ name: ScenarioRow.Name) -> String {
        switch name {
        case .actual:
            guard state.isInheritDeclared else {
                return "it is not declared: as if an attacker's all along"
            }
            guard !state.place.lens.isTimeless else { return "what is declared, times left out of account" }
            return cleanups == nil
                ? "what is declared and what the sources say; no clean-up is known, so it still counts as an attacker's"
                : "what is declared and what the sources say: the same machine until a clean-up that a source records, "
                    + "or at which the declared window ends"
        case .neverCleaned:
            return "none of these clean-ups had been: the same machine, an attacker's from the beginning on"
        case .ephemeral:
            return "a new machine for each run (an ephemeral runner), and the attacker comes back to each in the "
                + "window; what it serves, retains, what ran on it and what executes on it is left out, what it runs "
                + "as stays"
        case .firstRun:
            return "a new machine for each run, but the attacker has one machine, which is thrown away after its "
                + "first run"
        }
    }
}
