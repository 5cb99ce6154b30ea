import Casebook
import Inventory
import TerminalKit

/// What happens to the console. Events carry all that update needs to know: it reads no clock.
enum Event: Sendable {
    case key(Key)
    case paste(String)
    /// Something done with the mouse, and what was drawn where that was done.
    case mouse(MouseEvent, over: HitTarget?)
    /// The terminal has no mouse to report.
    case mouseMissing
    case resize(Size)
    /// Somebody asked the program to stop what it does.
    case interrupt
    /// Somebody asked the program to end, or the terminal is gone.
    case end
    /// An inquiry of the request with this number is answered.
    case found(Finding, for: Inquiry, generation: Int)
    /// The entities of the rows that this gathering asked for.
    case gathered(Gathered, number: Int)
    /// What became of a text that was to be copied.
    case copied(CopyOutcome)
    /// What became of a table that was to be written.
    case exported(ExportOutcome)
    /// What became of a session that was to be saved.
    case kept(SaveOutcome)
    /// What became of a change that was to be recorded in the case, or what others did to it.
    case recorded(CaseOutcome)
    /// Habits could not be kept; why.
    case habitsNotKept(String)
    /// The sessions that were saved for other evidence.
    case recent([RecentSession])
    /// What became of the reading of other evidence.
    case other(OtherOutcome)
    /// What became of the reading of the evidence once more, the one with this number.
    case reread(RereadOutcome, number: Int)
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

    /// The key that was pressed; nil where that is not what happened.
    var key: Key? {
        if case .key(let key) = self { key } else { nil }
    }
}

/// What the console wants from the world: a value that the runtime performs.
enum Effect: Hashable, Sendable {
    /// Find these out, in this order, and forget every earlier request. An empty list only forgets.
    case ask([Inquiry], generation: Int)
    /// Find the entities of these rows.
    case gather(Gathering)
    /// Put a text where other programs paste from.
    case copy(CopiedText)
    /// Send these bytes to the terminal, between two pictures.
    case transmit([UInt8])
    /// Write a table to a file.
    case export(Export)
    /// Save the session.
    case save(SessionDraft)
    /// Record a change in the case.
    case record(CaseChange)
    /// Record the counts of the case, asked under these terms, once nothing was decided for a while.
    case measure(Measurement.Terms)
    /// Keep what changed of the habits.
    case keepHabits(before: Habits, after: Habits)
    /// Report the mouse, or leave it to the terminal.
    case reportMouse(Bool)
    /// Draw the whole screen anew.
    case redraw
    /// Leave for other evidence, or another case.
    case open(NextEvidence)
    /// Read the evidence once more; the number tells this reading from others.
    case reread(number: Int)
    /// Give up reading it.
    case stopRereading
    /// Go on over what was read, which differs so.
    case goOn(String)
    /// Go to the background.
    case suspend
    /// Leave.
    case quit
}
