import Inventory
import Reach
import Reports
import TerminalKit

/// What the view of changes says of a row.
struct ChangeRowWords {
    let ground: ChangeGround
    let row: ChangeRow

    private var words: ChangeWords { ChangeWords(ground.diff) }

    /// Whether something came, went, differs, stayed, or whether that cannot be known.
    enum Sort {
        case came, went, differs, stayed, unknown

        /// One ASCII character.
        var sign: String {
            switch self {
            case .came: "+"
            case .went: "-"
            case .differs: "~"
            case .stayed: "="
            case .unknown: "?"
            }
        }
    }

    var sort: Sort {
        switch row {
        case .change(let change):
            if let silence = ground.diff.silence(of: change), !silence.isAbsent { return .unknown }
            switch change {
            case .added, .addedRelation: return .came
            case .removed, .removedRelation: return .went
            case .changed(let place): return ground.diff.changed[place].delisting == nil ? .differs : .went
            case .changedRelation: return .differs
            }
        case .becameLive: return .came
        case .ceasedLive: return .went
        case .unknownLive: return .unknown
        case .item:
            switch finding {
            case .unknown, nil: return .unknown
            case .stillThere: return .stayed
            case .narrowed: return .differs
            default: return .went
            }
        case .newcomer: return newcomer?.isKnownNew == true ? .came : .unknown
        }
    }

    /// What was found of a planned remediation.
    var result: Reach.Verification.Result? {
        if case .item(let place) = row { ground.verification?.results[place] } else { nil }
    }

    private var finding: Reach.Finding? { result?.finding }

    /// The entity that the row is about; nil for a relation.
    var entity: Entity? { ground.isRelation(row) ? nil : ground.told(of: row) }

    /// The identity that is new.
    var newcomer: Reach.Verification.Newcomer? {
        if case .newcomer(let place) = row { ground.verification?.newcomers[place] } else { nil }
    }

    /// What happened, in a word or a few: `changed, wider`.
    var word: String {
        switch row {
        case .change(let change): words.what(change)
        case .becameLive: "live now"
        case .ceasedLive: "no longer live"
        case .unknownLive: "live, not told"
        case .item: finding.map { String($0.name.map { $0 == "_" ? " " : $0 }) } ?? ""
        case .newcomer: newcomer?.isKnownNew == true ? "new" : "not known"
        }
    }

    /// The same where there is little room: which way it goes comes before that it changed.
    var shortWord: String {
        if case .ceasedLive = row { return "not live" }
        if case .unknownLive = row { return "not told" }
        guard case .change(let change) = row else { return word }
        switch ground.diff.direction(of: change) {
        case .widened?: return "wider"
        case .narrowed?: return "narrower"
        case .both?: return "both ways"
        case .neither?, nil: break
        }
        return word == "no longer listed" ? "unlisted" : word
    }

    var name: String { ground.name(of: row) }

    /// The kind in words; of a relation that it is one.
    func kind(isCompact: Bool) -> String {
        if ground.isRelation(row) { return "relation" }
        return ground.told(of: row).map { isCompact ? Words.shortKind($0) : Words.kind($0) } ?? "unknown"
    }

    /// The kind by which it is coloured.
    var kindName: String? { ground.isRelation(row) ? nil : ground.told(of: row)?.kindName }

    /// What changed, or why it is so: a sentence without its end.
    var why: String {
        switch row {
        case .change(let change): words.why(change)
        case .becameLive(let number): ground.blast?.after[number].map(HeldWords.why) ?? ""
        case .ceasedLive(let number): ceased(number)
        case .unknownLive:
            "nothing shows that it is over: the other evidence does not have it, and is not known to have looked"
        case .item: finding.map(words.why) ?? ""
        case .newcomer: newcomer.map(words.why) ?? ""
        }
    }

    /// Why something is live no longer.
    private func ceased(_ number: Int) -> String {
        if let finding = ground.blast?.findings[number] { return words.why(finding) }
        if ground.blast?.kept[number]?.isConditional == true { return "held only when a guard fails" }
        return "what it was held through is over"
    }

    /// The meaning by which the row is coloured, besides its sign and its words.
    var meaning: Meaning {
        switch row {
        case .change(let change):
            if ground.diff.direction(of: change)?.isWider == true { return .alarm }
            return sort == .unknown ? .conditional : sort == .went ? .expired : .text
        case .becameLive: return .alarm
        case .ceasedLive: return .good
        case .unknownLive: return .conditional
        case .item:
            if finding?.isClosed == true { return .good }
            return sort == .unknown ? .conditional : .live
        case .newcomer: return sort == .unknown ? .conditional : .alarm
        }
    }
}
