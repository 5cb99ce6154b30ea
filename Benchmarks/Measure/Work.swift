import Inventory
import Reach

/// One way of doing one work. What it needs from question to question is made, and ids are looked up, before the clock
/// starts.
struct Work: Sendable {
    /// `WORK/WAY`.
    let name: String
    /// The work on one query, ready to be done.
    let prepared: @Sendable (Subject, Fields) throws(Refusal) -> () -> Answer

    static let table: [Work] = [
        Work(name: "blast/walk") { subject, fields throws(Refusal) in
            let question = Question(timelessFrom: try fields.entity(0))
            return { [engine = subject.engine] in .number(engine.reached(question).count) }
        },
        Work(name: "blast/condensed") { subject, fields throws(Refusal) in
            let seed = try fields.entity(0)
            guard subject.counts != nil else { throw Refusal(why: "could not be condensed") }
            return { .number(subject.counts?.count(from: seed) ?? 0) }
        },
        Work(name: "blast/paths+tiers") { subject, fields throws(Refusal) in
            let question = Question(timelessFrom: try fields.entity(0))
            return { [engine = subject.engine] in .number(engine.blastRadius(question).counts.reached) }
        },
        Work(name: "timed/reach") { subject, fields throws(Refusal) in
            let question = Question(from: try fields.entity(0), since: try fields.moment(1), at: try fields.moment(1))
            return { [engine = subject.engine] in
                let reached = engine.reached(question)
                return .numbers([reached.count, reached.sumOfFirstHeld])
            }
        },
        Work(name: "timed/paths+tiers") { subject, fields throws(Refusal) in
            let question = Question(from: try fields.entity(0), since: try fields.moment(1), at: try fields.moment(1))
            return { [engine = subject.engine] in
                let held = engine.blastRadius(question).entities
                return .numbers([held.count, held.reduce(0) { $0 + Int($1.firstHeld.seconds) }])
            }
        },
        Work(name: "holds/reach") { subject, fields throws(Refusal) in
            let question = Question(from: try fields.entity(0), since: try fields.moment(1), at: try fields.moment(2))
            return { [engine = subject.engine] in
                let reached = engine.reached(question)
                return .numbers([reached.count, reached.sumOfFirstHeld, reached.liveCount])
            }
        },
        Work(name: "dominators/semi-nca") { subject, fields throws(Refusal) in
            let ground = subject.ground.asking(Question(timelessFrom: try fields.entity(0)))
            return {
                let found = ground.chokePoints()
                return .numbers([found.reached, found.points.count])
            }
        },
        Work(name: "cut/flow") { subject, fields throws(Refusal) in
            let ground = subject.ground.asking(Question(timelessFrom: try fields.entity(0)))
            let target = try fields.entity(1)
            return {
                let cut = ground.minimumCut(before: [target])
                return .number(cut.isPossible ? cut.total : -1)
            }
        },
        Work(name: "path/both-ends") { subject, fields throws(Refusal) in
            let ground = subject.ground.asking(Question(timelessFrom: try fields.entity(0)))
            let target = try fields.entity(1)
            return { .number(ground.shortestPath(to: target)?.count ?? -1) }
        },
        Work(name: "impact/walk") { subject, fields throws(Refusal) in
            let entity = try fields.entity(0)
            return { [ground = subject.ground] in .number(ground.gainers(of: entity).count) }
        },
        Work(name: "filter/scan") { subject, fields throws(Refusal) in
            let query = try Query.names(containing: try fields.text(0))
            let (inventory, context) = (subject.inventory, QueryContext(now: .beginning))
            inventory.prepareSearch()
            // What was found before is remembered, and would be found again for nothing.
            for number in 0..<Inventory.rememberedSearches {
                _ = try Query.names(containing: "\u{1}\(number)").bound(to: inventory, context: context).matchingRows()
            }
            return { .number(query.bound(to: inventory, context: context).matchingRows()?.count ?? 0) }
        },
        Work(name: "sort-name/ranks") { subject, _ throws(Refusal) in
            let inventory = subject.inventory
            inventory.prepareSearch()
            return { .ids(Work.samples(InventorySort(.name).sorted(inventory)) { inventory.entity(at: $0).id }) }
        },
        Work(name: "sort-number/radix") { subject, _ throws(Refusal) in
            let inventory = subject.inventory
            return {
                let order = InventorySort(.relations, ascending: false).sorted(inventory)
                return .numbers(Work.samples(order, inventory.relationCount(of:)))
            }
        },
    ]

    /// What `value` says of the rows at the first, second and third quarter, the first and the last place.
    private static func samples<Value>(_ order: [Int], _ value: (Int) -> Value) -> [Value] {
        let last = order.count - 1
        return last < 0
            ? [] : [0, order.count / 4, order.count / 2, order.count * 3 / 4, last].map { value(order[$0]) }
    }
}

extension Question {
    /// What whoever has `entity` could reach at any time.
    fileprivate init(timelessFrom entity: Int) {
        self.init(seeds: [Seed(entity: entity, window: .always)], at: .beginning)
        timeless = true
    }

    /// What whoever has `entity` from a moment on reaches.
    fileprivate init(from entity: Int, since: Instant, at: Instant) {
        self.init(seeds: [Seed(entity: entity, window: Interval(since, .never))], at: at)
    }
}

extension Query {
    fileprivate static func names(containing text: String) throws(Refusal) -> Query {
        do { return try Query(parsing: "name~\"\(text)\"") } catch { throw Refusal(why: "no filter: \(text)") }
    }
}

extension Reached {
    /// The sum of the moments at which each entity is first held, in epoch seconds.
    fileprivate var sumOfFirstHeld: Int { entities.indices.reduce(0) { $0 + Int(firstHeld($1).seconds) } }
}
