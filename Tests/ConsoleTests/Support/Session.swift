import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

/// A console under the hands of a test: presses keys, answers inquiries at once, and shows pictures.
struct Session {
    var state: State
    /// The effects so far that were not inquiries.
    var effects: [Effect] = []
    /// Whether inquiries are answered at once.
    var answers = true
    /// The inquiries that wait, when they are not.
    var waiting: [(inquiry: Inquiry, generation: Int)] = []

    init(
        _ inventory: Inventory = Northwind.inventory(isMarked: true), size: Size = Size(rows: 24, columns: 80),
        answers: Bool = true, place: Place = Place(.start), configuration: Configuration = Configuration()
    ) {
        let seeds = inventory.compromisedEntities.map {
            DeclaredSeed(seed: Seed(entity: $0.index, window: $0.compromised ?? .always), origin: .source)
        }
        state = State(
            inventory: inventory, title: "northwind", seeds: seeds, opened: Northwind.opened, size: size, place: place,
            configuration: configuration)
        self.answers = answers
        apply(.resize(size))
    }

    mutating func apply(_ event: Event) {
        var open = state.apply(event)
        while !open.isEmpty {
            let effect = open.removeFirst()
            if case .gather(let request) = effect {
                let gathered = request.gathered(in: state.inventory)
                open += state.apply(.gathered(gathered, number: request.number))
                continue
            }
            guard case .ask(let inquiries, let generation) = effect else {
                effects.append(effect)
                continue
            }
            guard answers else {
                waiting += inquiries.map { ($0, generation) }
                continue
            }
            for inquiry in inquiries {
                open += state.apply(
                    .found(inquiry.finding(in: state.inventory), for: inquiry, generation: generation))
            }
        }
    }

    /// Answers what waits, the oldest first, stale or not.
    mutating func answerAll() {
        let open = waiting
        waiting = []
        for (inquiry, generation) in open {
            apply(.found(inquiry.finding(in: state.inventory), for: inquiry, generation: generation))
        }
    }

    mutating func press(_ script: String) {
        do {
            for key in try KeyScript.keys(script) { apply(.key(key)) }
        } catch {
            Issue.record("\(error)")
        }
    }

    func screen(look: Look = Look()) -> Screen { state.screen(state.size, look: look) }

    /// The picture as text.
    var text: String { screen().text }

    /// The name of the selected entity.
    var selectedName: String? { state.selectedEntity?.name }

    /// A session after some keys.
    static func after(_ script: String, size: Size = Size(rows: 24, columns: 80)) -> Session {
        var session = Session(size: size)
        session.press(script)
        return session
    }
}
