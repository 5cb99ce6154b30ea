import Inventory
import TerminalKit

/// Keys and what the console must show after them, written down: an investigation that anybody can run again.
///
/// A line is a word and what follows it: one of ``Word``. Empty lines, and those that begin with `#`, are for people.
/// Lines that begin with `|` are the screen of the `screen` before them, exactly, without spaces at their ends.
public struct ConsoleScript: Sendable {
    /// The words with which a line begins.
    enum Word: String, CaseIterable, Sendable {
        case size, at, glyphs, place, press, paste, expect, reject, screen, left

        /// What it does, in a sentence.
        var meaning: String {
            switch self {
            case .size: "The screen from here on, such as 80x24, which it is at the start."
            case .at: "The moment at which the console is opened; before any key. Without it that of --at."
            case .glyphs: "unicode, as at the start, or ascii."
            case .place: "Go to a place, as if the console had been opened there; before any key."
            case .press: "Press keys: j, <Enter>, <C-f>; <lt> is < itself."
            case .paste: "Paste a text as it stands."
            case .expect: "The screen holds this text."
            case .reject: "The screen does not hold this text."
            case .screen: "The screen is exactly the lines that follow, each behind a |."
            case .left: "The analyst has left."
            }
        }
    }

    /// One thing to do or to check.
    enum Action: Hashable, Sendable {
        case resize(Size)
        case glyphs(Glyphs.Repertoire)
        case press([Key])
        case paste(String)
        case expect(String)
        case reject(String)
        /// The lines, and how many lines of the script they take.
        case screen([String])
        case left
    }

    /// An action and the line on which it stands, from 1.
    struct Step: Hashable, Sendable {
        var line: Int
        var action: Action
    }

    /// Why a script cannot be read.
    public struct Problem: Error, Sendable, Hashable {
        /// The line, from 1.
        public let line: Int
        /// What is wrong with it; not necessarily printable.
        public let text: String
    }

    /// The moment at which the console is opened; nil where the script names none.
    public internal(set) var opened: Instant?
    /// Where the console is opened.
    public internal(set) var place = Place(.start)
    var steps: [Step] = []

    /// An empty script.
    init() {}
}
