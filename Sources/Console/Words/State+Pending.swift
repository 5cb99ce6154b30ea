import TerminalKit

// What stands where something is not known yet.
extension State {
    /// That it is computed; or that the analyst cancelled that, and which key computes it after all.
    func pendingText(_ look: Look) -> String { isCancelled ? cancelledReason : "computing\(look.glyphs.ellipsis)" }

    /// The same as a reason.
    var pendingReason: String { isCancelled ? cancelledReason : "still computing" }

    /// Whether nothing is computed, although something is not known: what was cancelled is forgotten as soon as anything
    /// else is asked.
    var isCancelled: Bool { !declined.isEmpty }

    private var cancelledReason: String { "cancelled, \(key(.compute)) computes" }
}
