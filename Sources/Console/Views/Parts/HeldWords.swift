import Inventory
import Reach
import Reports
import TerminalKit

/// What an answer says of an entity, in words: the same in tables, pages and panes.
struct HeldWords {
    let held: HeldEntity
    let look: Look
    private let at: Instant
    private let isTimeless: Bool

    init(held: HeldEntity, state: State, look: Look) {
        self.held = held
        self.look = look
        at = state.at
        isTimeless = state.place.lens.isTimeless
    }

    /// Where the holding stands at the moment of the lens.
    var state: String { HeldStanding(held, at: at, isTimeless: isTimeless).word }

    /// The meaning by which the state is coloured, besides its word.
    var meaning: Meaning {
        if held.isConditional { return .conditional }
        return held.isLive ? .live : .expired
    }

    /// The state with the moment at which it ended or is going to end.
    var standing: String {
        switch state {
        case "live": liveUntil
        case "expired", "revoked", "ended": "\(state) \(TimeWords.cell(ended, near: at))"
        default: state
        }
    }

    /// When it ended: of what is held again later, the time before.
    private var ended: Instant { held.holdings.last { $0.until <= at }?.until ?? held.heldUntil }

    /// That it is live, and until when where that is known.
    private var liveUntil: String {
        held.heldUntil.isBounded ? "live to \(TimeWords.cell(held.heldUntil, near: at))" : "live"
    }

    /// That what was declared for a while was taken back by the attacker later, and since when; nil when it was not.
    var heldAgain: String? {
        guard held.isSeed, held.isLive, !isTimeless, held.holdings.count > 1, let last = held.holdings.last else {
            return nil
        }
        return "taken again \(TimeWords.cell(last.from, near: at))"
    }

    /// The same as ``until`` in the columns of a time: of what is used since only the day, and of a slot whose value still
    /// works that alone.
    var untilInShort: String {
        let isUsed = held.usedSince == true
        switch state {
        case "conditional" where isUsed: return "cond. used!"
        case "live": return isUsed ? "live used!" : state
        case "conditional", "reachable": return until
        case "not yet": return state
        case "ended" where held.contentsText != nil && !isUsed: return "value live"
        default:
            let cell = TimeWords.cell(ended, near: at)
            return isUsed ? "used! " + cell.prefix(cell.utf8.count == TimeWords.cellColumns ? 5 : 8) : cell
        }
    }

    /// For the column UNTIL: used since first, then live or until when.
    var until: String {
        let used = held.usedSince == true ? "used! " : ""
        switch state {
        case "conditional": return used + (held.isLive ? "conditional" : "cond. ended")
        case "reachable": return state
        case "live": return held.usedSince == true ? "\(liveUntil) used!" : liveUntil
        case "not yet": return used + "not yet"
        case "expired", "revoked": return used + state + " " + TimeWords.cell(ended, near: at)
        default:
            // What still works comes first: a narrow column cuts the end.
            return used + (held.contentsText == nil ? "" : "value live, ") + TimeWords.cell(ended, near: at)
        }
    }

    /// Of a slot that is out of reach: that what it held still works.
    var contents: String? { held.contentsText }

    var firstHeld: String { isTimeless ? look[.none] : TimeWords.cell(held.firstHeld, near: at) }

    var tier: String { held.isSeed ? look[.none] : String(held.tier) }

    var plane: String { held.plane?.rawValue ?? look[.none] }

    /// The crossing by which it was gained, the verb first: `read by deploy-web`.
    var why: String { Self.why(held) }

    /// The same of what is held in any evidence.
    static func why(_ held: HeldEntity) -> String {
        guard held.isConditional, let control = held.via?.relation.guard else { return held.whyText }
        return held.whyText + " if \(control) fails"
    }

    /// How well it is known: the weakest evidence on the way.
    var known: String { held.isSeed ? "declared" : held.confidence.name }

    var used: String {
        switch held.usedSince {
        case true?: "used after it was first held"
        case false?: "last use recorded before it was first held"
        case nil: "unknown: no source records its last use"
        }
    }
}

extension Relation {
    /// The words from the far end; for a kind that only its source knows, its name.
    var inverse: String {
        kind.vocabularyName == nil ? "(\(kindName))" : inversePhrase
    }
}
