import Dispatch
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
        /// Why the session was not saved at the end; nil when it was, or was not to be.
        public let unsaved: String?
        /// The evidence or case that the analyst left for; nil when there is none.
        public let next: NextEvidence?
        /// The session as it goes on over the evidence, which was read again; nil when it was not.
        public let carried: CarriedSession?
        /// Whether the program was asked to end from outside.
        public let wasTerminated: Bool
        /// Whether the terminal went away.
        public let wasHungUp: Bool
        fileprivate let inventory: Inventory
        fileprivate let marked: Marks

        /// The entities on the plan, in the order of their ids.
        public var marks: [Entity] { marked.sorted(by: inventory.idPrecedes).map(inventory.entity(at:)) }
    }

    private let state: State
    private let theme: Theme
    private let watch: EvidenceWatch?
    private let world: ConsoleWorld
    private let opening: SessionOpening
    private let other: OtherSource?

    /// A console over `inventory`.
    /// - Parameters:
    ///   - title: What the evidence is called.
    ///   - seeds: What is declared compromised at the start, in place of what the sources mark; none leaves it to them.
    ///   - at: What `now` means, and the lens until another is chosen.
    ///   - theme: How meanings look; it is adapted to the terminal's colours.
    ///   - place: Where to begin; nil begins where the session ended, or at the start.
    ///   - sources: How the evidence is named on the command line.
    ///   - world: What the console may use besides its terminal.
    ///   - isFresh: Whether a saved session is put aside, and another begun.
    ///   - notices: What the start says first, such as that files could not be read; safe to show or not.
    ///   - configuration: Which keys run what, and whether the mouse is reported from the beginning.
    ///   - account: What became of each file of the evidence; nil takes what a snapshot knows of that.
    ///   - other: Evidence of another time, with which this is compared; nil compares with nothing.
    ///   - carried: The session that goes on here, over evidence that was read again; nil takes up what is saved.
    ///   - watch: Tells whether the evidence can still be trusted; nil where nobody else can change it.
    public init(
        inventory: Inventory, title: String, seeds: [Seed] = [], at: Instant, theme: Theme = .plain,
        place: Place? = nil, notices: [String] = [], configuration: Configuration = Configuration(),
        account: [SourceAccount]? = nil, against other: OtherSource? = nil, watch: EvidenceWatch? = nil,
        sources: [String] = [],
        world: ConsoleWorld = ConsoleWorld(), isFresh: Bool = false, carrying carried: CarriedSession? = nil
    ) {
        var state = State(
            inventory: inventory, title: title, seeds: DeclaredSeed.first(given: seeds, in: inventory), opened: at,
            size: Size(rows: 24, columns: 80), place: place ?? Place(.start), notices: notices,
            configuration: configuration)
        state.sources = sources
        state.comparison = other.map { Comparison($0) }
        state.account = account ?? inventory.account
        if let redact = world.redact { state.redact = redact }
        if let shelf = world.habits { state.takeUp(shelf) }
        state.canReread = world.reader != nil
        opening = SessionOpening(world.sessions, over: inventory, isFresh: isFresh, carrying: carried)
        state.take(up: opening)
        if let (name, shelf) = world.casebook {
            let words = state.message
            state.take(name, shelf.present, as: shelf.analyst)
            // It says itself what names nothing now.
            if carried != nil { state.message = words }
        }
        if let place, opening.record != nil { state.history.visit(place) }
        self.state = state
        self.theme = theme
        self.watch = watch
        self.world = world
        self.other = other
    }

    /// Runs until the analyst leaves or the terminal goes away. Does not close the terminal.
    public func run(on terminal: any Terminal) -> Exit {
        var presenter = Presenter(terminal, theme: theme)
        let mailbox = Mailbox()
        let signal = terminal.wakeSignal
        let errands = Errands(state, world: world, opening: opening, mailbox: mailbox, terminal: terminal)
        errands.findSessions()
        // Four, so that a list waits neither for the engine nor for exposures nor for a plan or a cut.
        let engine = AnswerWorker(inventory: state.inventory, mailbox: mailbox, signal: signal)
        let clerk = AnswerWorker(inventory: state.inventory, mailbox: mailbox, signal: signal)
        let ranker = AnswerWorker(inventory: state.inventory, mailbox: mailbox, signal: signal)
        let planner = AnswerWorker(inventory: state.inventory, mailbox: mailbox, signal: signal)
        let verification = Verification(watch, signal: signal)
        let reading = OtherReading(other, mailbox: mailbox, signal: signal)
        let rereader = Rereader(
            world.reader, over: state.inventory, watch: watch, mailbox: mailbox, signal: signal)
        defer {
            verification.cancel()
            reading.cancel()
            rereader.cancel()
        }
        var state = state
        state.hasMouse = !(terminal is any LineTerminal)
        var isPrepared = state.inventory.entityCount <= State.promptEntities
        var (wasTerminated, wasHungUp) = (false, false)
        var events: [Event] = [.resize(terminal.size)]
        if state.isMouseOn, !terminal.reportMouse(true) { events.append(.mouseMissing) }
        while true {
            var effects: [Effect] = []
            if let words = watch?.problem() { effects += state.lose(words) }
            if let words = state.otherProblem { events.append(.other(.failed(words))) }
            for event in events { effects += state.apply(event) }
            let typed = events.last(where: \.isTyped)
            var picture = events.isEmpty && effects.isEmpty ? nil : presenter.showing(state, answering: typed)
            // What was drawn may have been read from what is no longer there.
            if picture != nil, state.lost == nil, let words = watch?.problem() {
                effects = state.lose(words)
                picture = presenter.showing(state, answering: typed)
            } else if picture != nil, let words = state.otherProblem {
                effects += state.apply(.other(.failed(words)))
                picture = presenter.showing(state, answering: typed)
            }
            for effect in effects {
                switch effect {
                case .ask(let inquiries, let generation):
                    engine.ask(inquiries.filter(\.asksEngine), generation: generation)
                    ranker.ask(inquiries.filter(\.isRanking), generation: generation)
                    planner.ask(inquiries.filter(\.isPlanning), generation: generation)
                    clerk.ask(
                        inquiries.filter { !$0.asksEngine && !$0.isRanking && !$0.isPlanning }, generation: generation)
                case .gather(let request): errands.gather(request)
                case .copy(let text): errands.copy(text)
                case .transmit(let bytes): terminal.transmit(bytes)
                case .export(let export): errands.export(export)
                case .save(let draft): errands.save(draft)
                case .record(let change): errands.record(change)
                case .measure(let terms): errands.measure(terms)
                case .keepHabits(let before, let after): errands.keepHabits(from: before, to: after)
                case .reportMouse(let isOn):
                    if !terminal.reportMouse(isOn) { mailbox.put(.mouseMissing); signal.wake() }
                case .redraw: terminal.redraw()
                case .suspend: terminal.suspend()
                case .open(let next): return exit(state, unsaved: errands.finish(state), next: next)
                case .reread(let number): rereader.start(number)
                case .stopRereading: rereader.cancel()
                case .goOn(let news):
                    let unsaved = errands.finish(state)
                    return exit(state, unsaved: unsaved, carried: errands.carried(state, saying: news))
                case .quit:
                    return exit(
                        state, unsaved: errands.finish(state), wasTerminated: wasTerminated, wasHungUp: wasHungUp)
                }
            }
            if let picture { presenter.show(picture, of: state) }
            verification.hold(!state.asked.isEmpty)
            verification.start()
            reading.start()
            if !isPrepared {
                // So that the first filter and the first order do not wait for what they need, nor the first picture.
                isPrepared = true
                DispatchQueue.global(qos: .utility).async { [inventory = state.inventory] in inventory.prepareSearch() }
            }
            switch presenter.nextEvent(isBusy: !state.asked.isEmpty || state.isAwaitingOther || state.rereading != nil)
            {
            case .key(let key): events = [.key(key)]
            case .paste(let text): events = [.paste(text)]
            case .mouse(let event): events = [.mouse(event, over: presenter.target(at: event.position))]
            case .resize(let size): events = [.resize(size)]
            case .wake: events = mailbox.takeAll()
            case .interrupt: events = [.interrupt]
            case .terminate:
                wasTerminated = true
                events = [.end]
            case .hangup:
                wasHungUp = true
                events = [.end]
            case .end: events = [.end]
            case .tick: events = []
            }
        }
    }

    /// The picture of a place with everything computed: what the console would show there. For exports and tests.
    public func picture(of place: Place? = nil, size: Size, look: Look) -> Screen {
        settled(at: place, size: size).screen(size, look: look)
    }

    /// What is investigated.
    var evidence: Inventory { state.inventory }

    /// The queries that have names.
    var namedQueries: NamedQueries { state.namedQueries }

    /// The console at a place, or where it begins, with everything computed.
    func settled(at place: Place? = nil, size: Size) -> SettledConsole {
        var state = state
        if let place { state.place = place }
        return SettledConsole(state, size: size)
    }

    private func exit(
        _ state: State, unsaved: String?, next: NextEvidence? = nil, carried: CarriedSession? = nil,
        wasTerminated: Bool = false, wasHungUp: Bool = false
    ) -> Exit {
        Exit(
            place: state.place, seeds: state.work.present.seeds.map(\.seed), unsaved: unsaved, next: next,
            carried: carried,
            wasTerminated: wasTerminated, wasHungUp: wasHungUp, inventory: state.inventory,
            marked: state.work.present.marks)
    }
}
