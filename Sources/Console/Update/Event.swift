import Inventory
import TerminalKit

/// What happens to the console. Events carry all that update needs to know: it reads no clock.
enum Event: Sendable {
    case key(Key)
    case paste(String)
    case resize(Size)
    /// Somebody asked the program to stop what it does.
    case interrupt
    /// Somebody asked the program to end, or the terminal is gone.
    case end
    /// An inquiry of the request with this number is answered.
    case found(Finding, for: Inquiry, generation: Int)
    /// How far the inquiry is that the request with this number has under way, in hundredths.
    case progress(Int, generation: Int)
}

extension Event {
    /// Whether somebody did it who now waits for an answer.
    var isTyped: Bool {
        switch self {
        case .key, .paste, .interrupt: true
        default: false
        }
    }
}

/// What the console wants from the world: a value that the runtime performs.
enum Effect: Hashable, Sendable {
    /// Find these out, in this order, and forget every earlier request. An empty list only forgets.
    case ask([Inquiry], generation: Int)
    /// Go to the background.
    case suspend
    /// Leave.
    case quit
}
