import Inventory
import TerminalKit

extension State {
    /// Goes on from what the analyst knows to be bad: to a list of things of that sort, or to a window of time.
    mutating func begin(with entry: StartEntry) {
        guard entry != .window else {
            overlay = .prompt(Prompt(purpose: .window, line: LineEditor()))
            return
        }
        place.query = entry.text
        place.cursor = nil
        place.scroll = 0
    }

    /// Lists the runs that were going on at some moment of a window.
    mutating func listRuns(in text: String) {
        guard let window = try? WindowText.windows(text, now: opened).first else { return }
        visit(.inventory, section: inventory.name(of: .run))
        place.query = StartEntry.runs(in: window)
        message = Message(
            text: "what ran in that time; \(key(.declare)) declares the selected run, "
                + "\(key(.entity)) shows where it ran")
    }
}

extension String {
    /// The text without blanks at its ends.
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
