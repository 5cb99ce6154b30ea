import TerminalKit

/// Shows the console on a terminal: as pictures, or as lines of what changed where the terminal takes only these.
struct Presenter {
    /// What a state looks or sounds like, before it is shown.
    enum Showing {
        case picture(Screen)
        case lines([String])
    }

    private let terminal: any Terminal
    private let lines: (any LineTerminal)?
    private let look: Look
    private var shown: State?
    /// The picture that the analyst sees.
    private var picture: Screen?

    init(_ terminal: any Terminal, theme: Theme) {
        self.terminal = terminal
        lines = terminal as? any LineTerminal
        look = Look(theme: theme.adapted(to: terminal.colors), glyphs: Glyphs(terminal.repertoire))
    }

    /// What there is to show of a state; `event` is what somebody did who waits for an answer, nil where nobody does.
    func showing(_ state: State, answering event: Event?) -> Showing {
        lines == nil
            ? .picture(state.screen(terminal.size, look: look))
            : .lines(SpokenChange(old: shown, new: state, key: event?.key).lines(isReply: event != nil))
    }

    /// Shows it.
    mutating func show(_ showing: Showing, of state: State) {
        switch showing {
        case .picture(let screen):
            picture = screen
            terminal.present(screen)
        case .lines(let words):
            shown = state
            lines?.say(words)
        }
    }

    /// What is drawn under a cell; nil where nothing is.
    func target(at position: Position) -> HitTarget? { picture?.target(at: position) }

    /// The next event. Where nobody types the keys, they wait until the last one is answered.
    func nextEvent(isBusy: Bool) -> TerminalEvent {
        if isBusy, let lines, lines.waitsForAnswers { return lines.nextWake(timeout: nil) }
        return terminal.nextEvent(timeout: nil)
    }
}
