import TerminalKit

/// A console that answers its own inquiries before anything else happens: the same keys always give the same screen.
/// For text, pictures and scripts; nobody waits before it.
struct SettledConsole {
    private(set) var state: State
    /// Whether the analyst left.
    private(set) var hasEnded = false

    init(_ state: State, size: Size) {
        self.state = state
        apply(.resize(size))
    }

    /// Applies an event and all that follows from it.
    mutating func apply(_ event: Event) {
        var effects = state.apply(event)
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .ask(let inquiries, let generation):
                for inquiry in inquiries {
                    let finding = inquiry.finding(in: state.inventory)
                    effects += state.apply(.found(finding, for: inquiry, generation: generation))
                }
            case .quit, .open: hasEnded = true
            default: break
            }
        }
    }

    /// The picture of the present place.
    func screen(_ size: Size, look: Look) -> Screen { state.screen(size, look: look) }
}
