import Inventory
import Reach

// How times, holdings and crossings are said in words: the same on the command line and in the console.

extension HeldEntity {
    /// Until when it is held, seen from `at`: `live`, `live until 2026-03-14 09:40`, or the moment at which it ended.
    public var untilText: String {
        if let liveUntil { return liveUntil == .never ? "live" : "live until \(liveUntil.minuteText)" }
        return heldUntil == .never ? "later" : heldUntil.minuteText + (contentsText == nil ? "" : "; value live")
    }

    /// When it was first held, in words where no moment is known.
    public var firstHeldText: String { firstHeld == .beginning ? "unknown start" : firstHeld.minuteText }

    /// Whether it was used since, in words.
    public var usedText: String {
        switch usedSince {
        case true: "used since"
        case false: "not used since"
        case nil: "–"
        }
    }

    /// Why it is held, in short and with the verb first, so that what is cut is the end of a name: `read by deploy-web`.
    /// A relation that only its source knows has the name that it has there.
    public var whyText: String {
        guard let via else { return "declared" }
        let relation = via.relation
        guard relation.kind.vocabularyName != nil else { return "(\(relation.kindName)) \(via.from.name)" }
        let phrase = relation.fromIndex == via.from.index ? relation.inversePhrase : relation.phrase
        let verb = ["is ", "was "].first(where: phrase.hasPrefix).map { phrase.dropFirst($0.count) } ?? phrase[...]
        return "\(verb) \(via.from.name)"
    }
}

extension BlindSpot {
    /// What is not known, how many of it, and why: `jobs on unknown runners: 14 (their label is an expression)`.
    public var words: String { "\(what): \(count) (\(why))" }
}

extension Interval {
    /// The interval in words: `always`, `from …`, `until …`, or both ends.
    public var words: String {
        switch (from.isBounded, until.isBounded) {
        case (false, false): "always"
        case (true, false): "from \(from.minuteText)"
        case (false, true): "until \(until.minuteText)"
        case (true, true): "\(from.minuteText) → \(until.minuteText)"
        }
    }
}

extension Hold {
    /// The hold in words, with the length of a session.
    public var words: String {
        if case .session(let seconds) = self { return "session \(seconds) s" }
        return name
    }
}

extension Remediation {
    /// What the analyst does, as an instruction.
    public var instruction: String {
        switch self {
        case .disable: "revoke"
        case .cleanse: "clean up"
        }
    }
}

extension Int {
    /// So many things of which one is called `noun`, and several `plural` where that is no mere `s`: `1 job`, `2 jobs`.
    func counted(_ noun: String, _ plural: String? = nil) -> String {
        "\(self) \(self == 1 ? noun : plural ?? "\(noun)s")"
    }
}
