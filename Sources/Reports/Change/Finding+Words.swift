import Inventory
import Reach

extension Finding {
    /// What was found and why, in a sentence without its end.
    func words(_ diff: InventoryDiff) -> String {
        switch self {
        case .gone(let basis): SilenceWitnesses.new(diff).words(basis)
        case .revoked(let at): "revoked at \(at.iso8601)"
        case .expired(let at): "expired at \(at.iso8601)"
        case .rotated(let at): "its value was changed at \(at.iso8601), after the decision"
        case .recreated(let at): "made anew at \(at.iso8601), after the decision"
        case .cleaned(let at): "a clean-up is recorded at \(at.iso8601), after the decision"
        case .ended(let at): "ended at \(at.iso8601)"
        case .narrowed(let narrowing): narrowing.words
        case .stillThere: "the new source has it, and nothing shows that it was changed after the decision"
        case .unknown(let doubt): doubt.words(diff)
        }
    }
}

extension Finding.Narrowing {
    /// By how much it gives less, and what is left.
    fileprivate var words: String {
        var parts: [String] = []
        if lost > 0 {
            parts.append("\(lost.counted("relation")) by which it gave control \(lost == 1 ? "is" : "are") gone")
        }
        if weakened > 0 { parts.append("\(weakened) \(weakened == 1 ? "gives" : "give") less") }
        if isLessPrivileged { parts.append("its privilege is lower") }
        if isSuspended { parts.append("it is suspended, which can be undone") }
        if unseen > 0 { parts.append("of \(unseen) more the new source does not tell") }
        return parts.joined(separator: "; ") + "; \(remaining) \(remaining == 1 ? "remains" : "remain")"
    }
}

extension Finding.Doubt {
    fileprivate func words(_ diff: InventoryDiff) -> String {
        switch self {
        case .silence(let gap): SilenceWitnesses.new(diff).words(gap)
        case .stale(let at):
            diff.new.sources.contains { $0.collected == at }
                ? "cannot be known: what the new source says was collected at \(at.iso8601), before the decision"
                : "cannot be known: the case named the new source already at \(at.iso8601), before the decision"
        case .older(let collected, let shown):
            "cannot be known: "
                + (collected.map { "it was collected at \($0.iso8601), before" }
                    ?? "nothing shows that it was collected after")
                + " what proved it done (\(shown.iso8601)); who knows better sets the state by hand"
        case .later(let at):
            "cannot be known: the new source tells of a change at \(at.iso8601), which is later than the moment that is "
                + "asked about"
        case .neverSeen: "cannot be known: neither source has it"
        case .mentioned: "cannot be known: the new source only mentions it, and does not list it"
        case .untold:
            "cannot be known: it is listed as before, and no source records that it was cleaned up or changed since"
        case .replaced(let slot):
            "cannot be known: the slot \(diff.old.entity(at: slot).id) has another content or is gone; whether the value "
                + "that was in it still works, only who issued it can tell"
        }
    }
}
