import Inventory
import Reach
import TerminalKit

/// Runs the console on a terminal: hands events to the state, performs its effects, and shows its picture.
public struct ConsoleRuntime: Sendable {
    /// How a session ended.
    public struct Exit: Sendable {
        /// Where the analyst was.
        public let place: Place
        /// What was declared compromised, in the order of declaration.
        public let seeds: [Seed]
        /// The entities on the plan, in the order of their ids.
        public let marks: [Entity]
    }

    private let state: State
    private let theme: Theme
    private let watch: EvidenceWatch?

    /// A console over `inventory`.
    /// - Parameters:
    ///   - title: What the evidence is called.
    ///   - seeds: What is declared compromised at the start, besides what the sources mark.
    ///   - at: What `now` means, and the lens until another is chosen.
    ///   - theme: How meanings look; it is adapted to the terminal's colours.
    ///   - place: Where to begin.
    ///   - notices: What the start says first, such as that files could not be read; safe to show or not.
    ///   - watch: Tells whether the evidence can still be trusted; nil where nobody else can change it.
    public init(
        inventory: Inventory, title: String, seeds: [Seed] = [], at: Instant, theme: Theme = .plain,
        place: Place = Place(.start), notices: [String] = [], watch: EvidenceWatch? = nil
    ) {
        let given = seeds.map { DeclaredSeed(seed: $0, origin: .given) }
        let marked = inventory.compromisedEntities.compactMap { entity -> DeclaredSeed? in
            guard let window = entity.compromised, !seeds.contains(where: { $0.entity == entity.index }) else {
                return nil
            }
            return DeclaredSeed(seed: Seed(entity: entity.index, window: window), origin: .source)
        }
        state = State(
            inventory: inventory, title: title, seeds: given + marked, opened: at, size: Size(rows: 24, columns: 80),
            place: place, notices: notices)
        self.theme = theme
        self.watch = watch
    }

    /// Runs until the analyst leaves or the terminal goes away. Does not close the terminal.
    public func run(on terminal: any Terminal) -> Exit {
        let look = Look(theme: theme.adapted(to: terminal.colors), glyphs: Glyphs(terminal.repertoire))
        let mailbox = Mailbox()
        let signal = terminal.wakeSignal
        // Four, so that a list waits neither for the engine nor for exposures, and none of them for cuts.
        let engine = AnswerWorker(inventory: state.inventory, mailbox: mailbox, signal: signal)
        let clerk = AnswerWorker(inventory: state.inventory, mailbox: mailbox, signal: signal)
        let ranker = AnswerWorker(inventory: state.inventory, mailbox: mailbox, signal: signal)
        let cutter = AnswerWorker(inventory: state.inventory, mailbox: mailbox, signal: signal)
        let verification = Verification(watch, signal: signal)
        defer { verification.cancel() }
        var state = state
        var isPrepared = state.inventory.entityCount <= State.promptEntities
        var events: [Event] = [.resize(terminal.size)]
        while true {
            var effects: [Effect] = []
            if let words = watch?.problem() { effects += state.lose(words) }
            for event in events { effects += state.apply(event) }
            var picture = events.isEmpty && effects.isEmpty ? nil : state.screen(terminal.size, look: look)
            // What was drawn may have been read from what is no longer there.
            if picture != nil, state.lost == nil, let words = watch?.problem() {
                effects = state.lose(words)
                picture = state.screen(terminal.size, look: look)
            }
            for effect in effects {
                switch effect {
                case .ask(let inquiries, let generation):
                    engine.ask(inquiries.filter(\.asksEngine), generation: generation)
                    ranker.ask(inquiries.filter(\.isRanking), generation: generation)
                    cutter.ask(inquiries.filter(\.isCutting), generation: generation)
                    clerk.ask(
                        inquiries.filter { !$0.asksEngine && !$0.isRanking && !$0.isCutting }, generation: generation)
                case .suspend: terminal.suspend()
                case .quit: return exit(state)
                }
            }
            if let picture { terminal.present(picture) }
            verification.start()
            if !isPrepared {
                // So that the first filter and the first order do not wait for what they need, nor the first picture.
                isPrepared = true
                Task.detached(priority: .utility) { [inventory = state.inventory] in inventory.prepareSearch() }
            }
            switch terminal.nextEvent(timeout: nil) {
            case .key(let key): events = [.key(key)]
            case .paste(let text): events = [.paste(text)]
            case .resize(let size): events = [.resize(size)]
            case .wake: events = mailbox.takeAll()
            case .interrupt: events = [.interrupt]
            case .terminate, .hangup: events = [.end]
            case .tick: events = []
            }
        }
    }

    /// The picture of a place with everything computed: what the console would show there. For exports and tests.
    public func picture(of place: Place? = nil, size: Size, look: Look) -> Screen {
        var state = state
        if let place { state.place = place }
        var effects = state.apply(.resize(size))
        while case .ask(let inquiries, let generation)? = effects.first, !inquiries.isEmpty {
            effects = inquiries.flatMap {
                state.apply(.found($0.finding(in: state.inventory), for: $0, generation: generation))
            }
        }
        return state.screen(size, look: look)
    }

    private func exit(_ state: State) -> Exit {
        let work = state.work.present
        return Exit(
            place: state.place, seeds: work.seeds.map(\.seed),
            marks: work.marks.sorted(by: state.inventory.idPrecedes).map(state.inventory.entity(at:)))
    }
}
