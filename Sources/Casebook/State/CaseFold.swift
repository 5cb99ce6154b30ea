/// The journal so far, folded into what it says: entry after entry, each at the cost of what it touches.
///
/// A change that is taken back leaves the journal as it is; what it touched is worked out anew from the changes of the
/// same thing that still count, in their order. Where a merge or a settlement is taken back, the whole journal is performed
/// anew without what it brought or settled. So the state is always the fold of the changes that count.
struct CaseFold: Sendable {
    /// What the case says now.
    private(set) var state = CaseState()
    /// The number of the last entry; 0 before the first.
    private(set) var sequence = 0
    /// The hash of the last entry.
    private(set) var head = JournalEntry.beginning
    /// What the first entry called the case.
    private(set) var identifier = ""
    private(set) var deeds: [Deed] = []
    private(set) var touching: [CaseKey: [Int]] = [:]
    private(set) var stacks: [String: Stack] = [:]
    /// The numbers of what was brought by merges that are taken back: they have no effect at all.
    private(set) var void: Set<Int> = []
    /// The number of the last entry that a merge brought; 0 before any did.
    private var lastBrought = 0
    /// The number of the last entry that was brought by a merge that is taken back; 0 before any was.
    private var lastVoid = 0
    /// The merges and settlements that are taken back in the end: what they bring and settle has no effect from the
    /// beginning on.
    private var revoked: Set<Int> = []
    /// Those that are taken back as far as the journal was performed. Where that is something else in the end than what was
    /// taken for ``revoked``, the journal is performed anew.
    private var takenBack: Set<Int> = []

    /// An entry, and whether it counts.
    struct Deed {
        let action: CaseAction
        let stamp: Stamp
        let origin: JournalEntry.Origin?
        let hash: String
        var counts: Bool
        /// The number of the entry since which it stands: its own, or that of the settlement which took it.
        var since: Int

        init(action: CaseAction, stamp: Stamp, origin: JournalEntry.Origin? = nil, hash: String) {
            self.action = action
            self.stamp = stamp
            self.origin = origin
            self.hash = hash
            counts = true
            since = stamp.entry
        }
    }

    /// What one analyst did and took back, by the numbers of the entries.
    struct Stack {
        var done: [Int] = []
        var undone: [Int] = []
    }

    /// Takes in the entry that follows. O(what it touches); taking something back costs all changes of the same things,
    /// taking back a merge or a settlement the whole journal.
    mutating func take(_ entry: JournalEntry) {
        take(
            Deed(
                action: entry.content.action, stamp: entry.stamp, origin: entry.content.origin, hash: entry.hash))
    }

    /// Goes that way by an entry of this analyst that nobody has written yet: the journal is as if it followed.
    mutating func turn(_ turn: CaseTurn, _ number: Int, by who: String) {
        let stamp = Stamp(who: who, when: .beginning, entry: sequence + 1)
        take(Deed(action: turn.action(number), stamp: stamp, hash: head))
    }

    private mutating func take(_ deed: Deed) {
        perform(deed)
        if takenBack != revoked { workOutAnew() }
    }

    /// How often the journal is performed anew at most: what is taken back by an entry that is itself taken back needs one
    /// more for each such step.
    private static let rounds = 8

    /// Performs the whole journal again without what is taken back in the end.
    private mutating func workOutAnew() {
        let deeds = deeds.map { Deed(action: $0.action, stamp: $0.stamp, origin: $0.origin, hash: $0.hash) }
        for _ in 0..<Self.rounds where takenBack != revoked {
            var fold = CaseFold()
            fold.revoked = takenBack
            for deed in deeds { fold.perform(deed) }
            self = fold
        }
    }

    private mutating func perform(_ deed: Deed) {
        let (action, number) = (deed.action, deed.stamp.entry)
        sequence = number
        head = deed.hash
        deeds.append(deed)
        let keys = action.keys(entry: number)
        for key in keys { touching[key, default: []].append(number) }
        if deed.origin != nil, number <= lastVoid { void.insert(number) }
        guard hasEffect(deed) else {
            deeds[number - 1].counts = false
            if deed.origin?.isAside == true, !void.contains(number) { setAside(deed) }
            return
        }
        // What a merge brought is taken back with it.
        let isBrought = number <= lastBrought
        perform(action, deed.stamp)
        for key in keys { state.apply(action, deed.stamp, to: key) }
        if action.isUndoable, !isBrought {
            stacks[deed.stamp.who, default: Stack()].done.append(number)
            stacks[deed.stamp.who]?.undone = []
        }
    }

    /// Whether the entry is neither void nor set aside, nor settles what is no open conflict.
    private func hasEffect(_ deed: Deed) -> Bool {
        guard deed.origin?.isAside != true, !void.contains(deed.stamp.entry) else { return false }
        return deed.action.settledEntry.map(isAside) ?? true
    }

    private mutating func setAside(_ deed: Deed) {
        let number = deed.stamp.entry
        let speaking = Set(spokenKeys(deed.action, number).flatMap { touching[$0] ?? [] })
        let against = speaking.filter { deeds[$0 - 1].counts }.sorted()
        state.conflicts.append(CaseConflict(entry: number, against: against))
    }

    /// Does what an action does besides changing what it touches itself.
    private mutating func perform(_ action: CaseAction, _ stamp: Stamp) {
        switch action {
        case .open(_, let identifier, _):
            if stamp.entry == 1 { self.identifier = identifier }
        case .measure(let measurement):
            state.measurements.append(StampedMeasurement(measurement: measurement, stamp: stamp))
        case .verify(let verification):
            state.verifications.append(StampedVerification(verification: verification, stamp: stamp))
        case .undo(let undone): takeBack(undone, by: stamp.who)
        case .redo(let redone): doAgain(redone, by: stamp.who)
        case .merge(_, _, let entries):
            lastBrought = max(lastBrought, stamp.entry + entries)
            if revoked.contains(stamp.entry) { lastVoid = max(lastVoid, stamp.entry + entries) }
        case .settle(let aside, let takes):
            if !revoked.contains(stamp.entry) { settle(aside, takes, by: stamp.entry) }
        default: break
        }
    }

    private mutating func settle(_ number: Int, _ takes: Bool, by settlement: Int) {
        guard isAside(number) else { return }
        state.conflicts.removeAll { $0.entry == number }
        guard takes else { return }
        // It was decided on now: what was said of the same since it was made stands behind it.
        deeds[number - 1].since = settlement
        let deed = deeds[number - 1]
        for key in deed.action.keys(entry: number) {
            touching[key]?.removeAll { $0 == number }
            touching[key, default: []].append(number)
        }
        count(number, true)
        if deed.action.referredEntry != nil { perform(deed.action, deed.stamp) }
    }

    /// Lets a change no longer count.
    private mutating func takeBack(_ number: Int, by who: String) {
        guard isUndoable(number), deeds[number - 1].counts else { return }
        count(number, false)
        if deeds[number - 1].action.isOfOthers { takenBack.insert(number) }
        let owner = deeds[number - 1].stamp.who
        if let place = stacks[owner]?.done.lastIndex(of: number) { stacks[owner]?.done.remove(at: place) }
        stacks[who, default: Stack()].undone.append(number)
    }

    /// Lets a change that was taken back count again.
    private mutating func doAgain(_ number: Int, by who: String) {
        guard isUndoable(number), !deeds[number - 1].counts, !isAside(number) else { return }
        count(number, true)
        takenBack.remove(number)
        if let place = stacks[who]?.undone.lastIndex(of: number) { stacks[who]?.undone.remove(at: place) }
        stacks[who, default: Stack()].done.append(number)
    }

    /// Lets an entry count or not, and works out anew what it touches.
    private mutating func count(_ number: Int, _ counts: Bool) {
        guard deeds[number - 1].counts != counts else { return }
        deeds[number - 1].counts = counts
        for key in deeds[number - 1].action.keys(entry: number) {
            state.clear(key)
            for other in touching[key] ?? [] where deeds[other - 1].counts {
                state.apply(deeds[other - 1].action, deeds[other - 1].stamp, to: key)
            }
        }
    }
}

extension CaseAction {
    /// Whether what it does is done to other entries, which have to be performed anew where it is taken back.
    fileprivate var isOfOthers: Bool {
        switch self {
        case .merge, .settle: true
        default: false
        }
    }
}
