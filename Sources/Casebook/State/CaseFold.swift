/// The journal so far, folded into what it says: entry after entry, each at the cost of what it touches.
///
/// A change that is taken back leaves the journal as it is; what it touched is worked out anew from the changes of the
/// same thing that still count, in their order. Where a merge is taken back, all is worked out anew without what it
/// brought. So the state is always the fold of the changes that count.
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
    /// Whether everything is being worked out anew, so that it is known already what is void.
    private var isAnew = false

    /// An entry, and whether it counts.
    struct Deed {
        let action: CaseAction
        let stamp: Stamp
        let origin: JournalEntry.Origin?
        let hash: String
        var counts: Bool
    }

    /// What one analyst did and took back, by the numbers of the entries.
    struct Stack {
        var done: [Int] = []
        var undone: [Int] = []
    }

    /// Takes in the entry that follows. O(what it touches); taking something back costs all changes of the same things,
    /// taking back a merge the whole journal.
    mutating func take(_ entry: JournalEntry) {
        take(
            Deed(
                action: entry.content.action, stamp: entry.stamp, origin: entry.content.origin, hash: entry.hash,
                counts: true))
    }

    private mutating func take(_ deed: Deed) {
        let (action, number) = (deed.action, deed.stamp.entry)
        sequence = number
        head = deed.hash
        let isAside = deed.origin?.isAside ?? false
        deeds.append(deed.counting(!isAside && !void.contains(number)))
        let keys = action.keys(entry: number)
        for key in keys { touching[key, default: []].append(number) }
        guard !void.contains(number) else { return }
        if isAside {
            let against = Set(self.keys(of: action).flatMap { touching[$0] ?? [] }).filter { deeds[$0 - 1].counts }
            state.conflicts.append(CaseConflict(entry: number, against: against.sorted()))
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

    /// Does what an action does besides changing what it touches itself.
    private mutating func perform(_ action: CaseAction, _ stamp: Stamp) {
        switch action {
        case .open(_, let identifier, _):
            if stamp.entry == 1 { self.identifier = identifier }
        case .measure(let measurement):
            state.measurements.append(StampedMeasurement(measurement: measurement, stamp: stamp))
        case .undo(let undone): takeBack(undone, by: stamp.who)
        case .redo(let redone): doAgain(redone, by: stamp.who)
        case .merge(_, _, let entries): lastBrought = max(lastBrought, stamp.entry + entries)
        case .settle(let aside, let takes): settle(aside, takes)
        default: break
        }
    }

    private mutating func settle(_ number: Int, _ takes: Bool) {
        guard isAside(number) else { return }
        state.conflicts.removeAll { $0.entry == number }
        guard takes else { return }
        let deed = deeds[number - 1]
        if deed.action.isUndoable {
            // It was decided on now: what was said of the same since it was made stands behind it.
            for key in deed.action.keys(entry: number) {
                touching[key]?.removeAll { $0 == number }
                touching[key, default: []].append(number)
            }
            count(number, true)
            stacks[deed.stamp.who, default: Stack()].done.append(number)
        } else {
            perform(deed.action, deed.stamp)
        }
    }

    /// Lets a change no longer count.
    mutating func takeBack(_ number: Int, by who: String) {
        guard isUndoable(number), deeds[number - 1].counts else { return }
        let brought = brought(by: number)
        if !brought.isEmpty, !isAnew { return workOutAnew(without: void.union(brought)) }
        count(number, false)
        let owner = deeds[number - 1].stamp.who
        if let place = stacks[owner]?.done.lastIndex(of: number) { stacks[owner]?.done.remove(at: place) }
        stacks[who, default: Stack()].undone.append(number)
    }

    /// Lets a change that was taken back count again.
    mutating func doAgain(_ number: Int, by who: String) {
        guard isUndoable(number), !deeds[number - 1].counts, !isAside(number) else { return }
        let brought = brought(by: number)
        if !brought.isEmpty, !isAnew { return workOutAnew(without: void.subtracting(brought)) }
        count(number, true)
        if let place = stacks[who]?.undone.lastIndex(of: number) { stacks[who]?.undone.remove(at: place) }
        stacks[who, default: Stack()].done.append(number)
    }

    /// Lets an entry count or not, and works out anew what it touches.
    private mutating func count(_ number: Int, _ counts: Bool) {
        guard isUndoable(number), deeds[number - 1].counts != counts else { return }
        deeds[number - 1].counts = counts
        for key in deeds[number - 1].action.keys(entry: number) {
            state.clear(key)
            for other in touching[key] ?? [] where deeds[other - 1].counts {
                state.apply(deeds[other - 1].action, deeds[other - 1].stamp, to: key)
            }
        }
    }

    /// Performs the whole journal again where these entries have no effect. What is taken back and done again comes out of
    /// that by itself.
    private mutating func workOutAnew(without void: Set<Int>) {
        var fold = CaseFold()
        fold.void = void
        fold.isAnew = true
        for deed in deeds { fold.take(deed) }
        fold.isAnew = false
        self = fold
    }
}

extension CaseFold.Deed {
    /// The same deed, whether or not it counts.
    fileprivate func counting(_ counts: Bool) -> Self {
        var deed = self
        deed.counts = counts
        return deed
    }
}
