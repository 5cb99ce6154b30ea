import FoundationEssentials
import Inventory
import Reach

/// The open snapshot, and what a program that stays open keeps from one question to the next.
final class Subject {
    let inventory: Inventory
    /// Kept by a console for every question.
    lazy var engine = ReachEngine(inventory)
    /// For searches without time from nowhere in particular.
    lazy var ground = TimelessGround(inventory, Question(seeds: [], at: .beginning))
    lazy var counts: ReachCounts? = (try? CondensedGraph(inventory)).map(ReachCounts.init)

    init(_ path: String) throws(SnapshotError) { inventory = try Inventory(snapshotAt: path) }

    /// One pass over the queries of a request: `WORK/WAY BUDGET QUERY…`.
    func reply(to request: String) -> Reply {
        let words = request.split(separator: " ")
        guard words.count > 2, let budget = Double(words[1]),
            let work = Work.table.first(where: { $0.name == words[0] })
        else { return .refused("not understood: \(request.prefix(80))") }
        var (nanoseconds, answers) = ([Int64](), [Answer]())
        var spent: Int64 = 0
        do throws(Refusal) {
            for word in words.dropFirst(2) {
                if !answers.isEmpty, Double(spent) > budget * 1e9 { break }
                let answer = try work.prepared(self, Fields(word, inventory))
                let began = ContinuousClock.now
                answers.append(answer())
                nanoseconds.append(began.nanosecondsToNow)
                spent += nanoseconds[nanoseconds.count - 1]
            }
        } catch {
            return .refused(error.why)
        }
        return .done(nanoseconds: nanoseconds, answers: answers)
    }
}

/// Why a request has no answer.
struct Refusal: Error {
    let why: String
}

/// The fields of a query.
struct Fields {
    private let fields: [Substring]
    private let inventory: Inventory

    init(_ query: Substring, _ inventory: Inventory) {
        fields = query.split(separator: ",")
        self.inventory = inventory
    }

    func text(_ place: Int) throws(Refusal) -> String {
        guard place < fields.count else { throw Refusal(why: "a field is missing") }
        return String(fields[place])
    }

    func entity(_ place: Int) throws(Refusal) -> Int {
        let id = try text(place)
        guard let entity = inventory.entity(id: id) else { throw Refusal(why: "no entity \(id)") }
        return entity.index
    }

    func moment(_ place: Int) throws(Refusal) -> Instant {
        let text = try text(place)
        guard let seconds = Int64(text) else { throw Refusal(why: "no time: \(text)") }
        return Instant(seconds)
    }
}
