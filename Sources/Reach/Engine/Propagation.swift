import HeapModule
import Inventory

/// Spreads holdings from the seeds along every crossing that is open while the near end is held.
///
/// Labels are taken by start, longest first; one that adds nothing to what its entity is known to be held is dropped.
/// What a crossing costs decides the level at which its label is looked at: with no costs one level gives all holdings;
/// where tiers or hops are counted, level *n* gives what is first held after *n* costly crossings.
///
/// Most labels are *final*: they end only when their entity can no longer be held, so of each entity only the earliest
/// counts, and one number an entity tells. Final labels that start now wait in a plain queue, the few others in a heap,
/// and what starts later in a ``MomentQueue``.
///
/// O(labels × (log labels + crossings)) time. The number of labels of an entity is at most the number of different
/// moments at which it is gained anew.
struct Propagation {
    /// Levels without news after which sessions may renew themselves over costly crossings as well. Every answer that
    /// needs fewer renewals than this in a row is exact; beyond it a renewal counts as one step, so that a session that
    /// must be renewed for years does not take millions.
    static let patience = 256

    let terrain: Terrain
    let rules: CrossingRules
    let workspace: Workspace
    let shortcuts: Shortcuts
    let cost: CrossingRules.Cost
    let rows: CrossingRows
    let ranks: UnsafeBufferPointer<UInt32>
    let finalStarts: UnsafeMutableBufferPointer<Int64>
    /// A bit for every entity with a final label that was looked at, where there are no levels: nothing that comes after it
    /// adds to it. It fits where ``finalStarts`` does not, and spares most looks there.
    let heldMarks: UnsafeMutableBufferPointer<UInt64>
    var renewal: SessionRenewal
    var coverage: Coverage
    /// Every label that was ever made.
    var labels: [Label]
    /// Of these, the ones that added something, in the order in which they were looked at.
    private(set) var accepted: [Accepted]
    /// Labels of the level that comes next.
    private(set) var pending: [UInt32] = []
    /// How many levels were looked at.
    private(set) var level = 0

    private var now = Instant.beginning
    private var hasPartials = false
    private var sinceCheck = 0
    private var finals: [UInt32] = []
    private var nextFinal = 0
    /// Of a level without an order of its own, the labels that are not final.
    private var ordered: [UInt32] = []
    private var nextOrdered = 0
    private var partials = Heap<PresentLabel>()
    private var later = MomentQueue()
    private var starting: [MomentQueue.Waiting] = []

    init(
        _ terrain: Terrain, cost: CrossingRules.Cost, _ workspace: Workspace, from seeds: [Seed],
        shortcuts: Shortcuts = .all
    ) {
        self.terrain = terrain
        self.workspace = workspace
        self.shortcuts = shortcuts
        rules = CrossingRules(terrain.question, cost: cost)
        self.cost = cost
        (labels, accepted) = workspace.takeLabels()
        rows = terrain.rows
        ranks = terrain.inventory.entityIDRanks.unsafeRows
        finalStarts = workspace.finalStarts.rows
        heldMarks = workspace.marks.rows
        coverage = Coverage(workspace.coverage.rows)
        renewal = SessionRenewal(terrain, rules, workspace)
        for seed in seeds {
            guard let holding = terrain.holding(of: seed) else { continue }
            pending.append(UInt32(labels.count))
            labels.append(
                Label(
                    entity: UInt32(seed.entity), parent: Label.none, relation: Label.none,
                    isFinal: isFinal(holding, of: seed.entity), holding: holding, endUnrenewed: holding.until))
        }
    }

    /// Blanks what was written into the workspace. The last thing to do, whatever happened.
    mutating func tidy() {
        renewal.forget()
        let touched = labels.lazy.map(\.entity)
        workspace.finalStarts.blank(touched)
        if hasPartials { workspace.coverage.blank(touched) }
        if cost == .nothing {
            workspace.marks.blank(accepted.lazy.map { $0.entity / 64 })
        } else {
            workspace.nextFinalStarts.blank(touched)
            workspace.nextFinals.blank(touched)
        }
        workspace.giveBack(&labels, &accepted)
    }

    private func isFinal(_ holding: Interval, of entity: Int) -> Bool {
        shortcuts.contains(.finals) && holding.until == terrain.limit(of: entity).usable.until
    }

    /// Looks at every pending label and all that follows from it at no cost. `done` says how far the whole work is.
    mutating func runLevel<P: Patience>(_ stage: Stage<P>, done: (Int) -> Double) throws(P.Failure) {
        if cost == .everything { beginCostlyLevel() } else { beginLevel() }
        repeat {
            while true {
                if nextFinal < finals.count {
                    prefetch()
                    nextFinal += 1
                    look(at: finals[nextFinal - 1])
                } else if let partial = partials.popMax() {
                    look(at: partial.label)
                } else if nextOrdered < ordered.count {
                    nextOrdered += 1
                    look(at: ordered[nextOrdered - 1])
                } else {
                    break
                }
                sinceCheck += 1
                if sinceCheck >= Stage<P>.steps {
                    sinceCheck = 0
                    try stage.check(done(accepted.count))
                }
            }
        } while beginMoment()
        level += 1
    }

    private mutating func beginLevel() {
        later.restart()
        now = .beginning
        for index in takePending() {
            let label = labels[Int(index)]
            later.insert(.init(index, label))
        }
        _ = beginMoment()
    }

    /// Begins a level in which nothing follows from a label at no cost: then their order changes nothing but how many of
    /// them add something.
    private mutating func beginCostlyLevel() {
        finals.removeAll(keepingCapacity: true)
        nextFinal = 0
        var others: [(holding: Interval, index: UInt32)] = []
        for index in takePending() {
            let label = labels[Int(index)]
            if label.isFinal { finals.append(index) } else { others.append((label.holding, index)) }
        }
        others.sort { ($0.holding.from, $1.holding.until) < ($1.holding.from, $0.holding.until) }
        ordered = others.map(\.index)
        nextOrdered = 0
    }

    /// The labels that were pending and still add something.
    private mutating func takePending() -> [UInt32] {
        let waiting = pending
        pending.removeAll(keepingCapacity: true)
        return waiting.filter { index in
            let label = labels[Int(index)]
            let entity = Int(label.entity)
            if label.holding.from.seconds >= finalStarts[entity] { return false }
            if label.isFinal { finalStarts[entity] = label.holding.from.seconds }
            return true
        }
    }

    /// Turns to the next moment at which labels start; false when there is none.
    private mutating func beginMoment() -> Bool {
        finals.removeAll(keepingCapacity: true)
        nextFinal = 0
        let (rows, finalStarts, heldMarks, labels) = (rows, finalStarts, heldMarks, labels)
        let taken = later.takeMoment(into: &starting) { waiting, others in
            // From far to near: each step reads what the one before it asked for.
            switch others {
            case ...4: rows.prefetchStarts(ofTargetsOf: waiting.entity)
            case ...64:
                rows.prefetch(finalStarts, ofTargetsOf: waiting.entity, unless: heldMarks)
                labels.prefetch(Int(waiting.index))
            case ...1_024:
                rows.prefetchTargets(waiting.entity)
                rows.prefetchRelations(waiting.entity)
            case ...16_384: rows.prefetchStart(waiting.entity)
            default: break
            }
        }
        guard let moment = taken else { return false }
        now = moment
        for waiting in starting {
            if waiting.isFinal {
                if moment.seconds == finalStarts[Int(waiting.entity)] { finals.append(waiting.index) }
            } else {
                partials.insert(PresentLabel(until: labels[Int(waiting.index)].holding.until, label: waiting.index))
            }
        }
        return true
    }

    /// Asks for what the labels after the next one need, as far as they are known.
    private func prefetch() {
        let waiting = finals.count - nextFinal - 1
        guard waiting > 0 else { return }
        if waiting > 16 { rows.prefetchStart(labels[Int(finals[nextFinal + 16])].entity) }
        let near = labels[Int(finals[nextFinal + min(8, waiting)])].entity
        rows.prefetchTargets(near)
        rows.prefetchRelations(near)
        rows.prefetch(
            finalStarts, ofTargetsOf: labels[Int(finals[nextFinal + min(4, waiting)])].entity, unless: heldMarks)
    }

    private mutating func look(at index: UInt32) {
        let label = labels[Int(index)]
        let entity = Int(label.entity)
        let start = label.holding.from.seconds
        if label.isFinal {
            guard start == finalStarts[entity] else { return }
            if cost == .nothing { heldMarks[entity / 64] |= 1 << UInt64(entity % 64) }
        } else {
            guard start < finalStarts[entity], !coverage.contains(label.holding, of: entity) else { return }
            coverage.insert(label.holding, of: entity)
            hasPartials = true
        }
        accepted.append(Accepted(label))
        spread(index, label)
    }

    /// Queues a label of this level.
    mutating func enqueue(_ label: Label) {
        let index = UInt32(labels.count)
        if label.isFinal {
            finalStarts[Int(label.entity)] = label.holding.from.seconds
        } else if coverage.contains(label.holding, of: Int(label.entity)) {
            return
        }
        labels.append(label)
        if label.holding.from > now {
            later.insert(.init(index, label))
        } else if label.isFinal {
            finals.append(index)
            rows.prefetchStart(label.entity)
        } else {
            partials.insert(PresentLabel(until: label.holding.until, label: index))
        }
    }

    /// Keeps a label for the next level. Of final labels with the same start the one from the smaller id stays.
    mutating func postpone(_ label: Label) {
        let entity = Int(label.entity)
        let start = label.holding.from.seconds
        let nextStarts = workspace.nextFinalStarts.rows
        guard start <= nextStarts[entity] else { return }
        if label.isFinal {
            let known = workspace.nextFinals.rows[entity]
            if start == nextStarts[entity] {
                if precedes(label, labels[Int(known)]) {
                    labels[Int(known)].parent = label.parent
                    labels[Int(known)].relation = label.relation
                    labels[Int(known)].endUnrenewed = label.endUnrenewed
                }
                return
            }
            nextStarts[entity] = start
            workspace.nextFinals.rows[entity] = UInt32(labels.count)
        } else if coverage.contains(label.holding, of: entity) {
            return
        }
        pending.append(UInt32(labels.count))
        labels.append(label)
    }

    /// Whether `left`'s last crossing comes from a smaller id, or by a relation of a smaller name, than `right`'s.
    func precedes(_ left: Label, _ right: Label) -> Bool {
        guard left.parent != Label.none, right.parent != Label.none else { return false }
        let (a, b) = (labels[Int(left.parent)].entity, labels[Int(right.parent)].entity)
        if a != b { return ranks[Int(a)] < ranks[Int(b)] }
        return ParallelOrder(terrain).prefers(relation: Int(left.relation), over: Int(right.relation))
    }

    /// From now on lets sessions renew themselves over costly crossings too.
    mutating func allowCostlyRenewal() { renewal.allowsCostly = true }
}
