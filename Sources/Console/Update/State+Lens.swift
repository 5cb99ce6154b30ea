import Inventory
import TerminalKit

/// A step of the lens along the moments at which anything changes.
enum LensStep: Hashable, Sendable {
    case previous, next
}

extension State {
    /// Why the lens cannot be stepped.
    var stepObstacle: String? {
        place.lens.isTimeless ? "times are left out of account; \(key(.timeless)) takes them in again" : nil
    }

    /// Moves the lens to the next moment before or after it at which anything changes. Now is a stop too.
    mutating func stepLens(_ step: LensStep) -> [Effect] {
        guard let stops = knownLensStops() else {
            wantedStep = step
            message = Message(text: "looking for the moments at which anything changes")
            return []
        }
        let found = step == .next ? stops.stop(after: at) : stops.stop(before: at)
        let moment = found.map { stops.events[$0].at }
        let passesNow =
            step == .next
            ? opened > at && moment.map { opened < $0 } ?? true : opened < at && moment.map { opened > $0 } ?? true
        // The line of the lens stays in sight.
        if place.view == .timeline { place.cursor = TimelineRows.lensID }
        if passesNow {
            place.lens.at = nil
            message = Message(text: "lens: now, \(TimeWords.second(opened))")
        } else if let found {
            let event = stops.events[found]
            place.lens.at = event.at == opened ? nil : event.at.seconds
            let more = Int(stops.counts[found]) - 1
            let rest = more > 0 ? "; \(Words.count(more, "more change")) then" : ""
            message = Message(text: "lens: \(TimeWords.second(event.at)), \(Words.event(event, in: inventory))\(rest)")
        } else {
            let side = step == .next ? "later" : "earlier"
            message = Message(text: "no \(side) change is known: the lens stays where it is", tone: .warning)
        }
        return []
    }

    /// Takes the step that waited for the stops of the lens.
    mutating func takeWantedStep() {
        guard let step = wantedStep, knownLensStops() != nil else { return }
        wantedStep = nil
        _ = stepLens(step)
        seeFromHere()
    }

    mutating func openLens() -> [Effect] {
        // In the timeline the row names the moment: enter takes it.
        let suggested = rows.timelineEvent(at: selected)?.at ?? place.lens.at.map { Instant($0) }
        let line = LineEditor(suggesting: suggested.map(WindowText.text) ?? "")
        overlay = .prompt(Prompt(purpose: .lens, line: line))
        return []
    }

    /// Sets the lens to what was typed; nothing is now.
    mutating func setLens(_ text: String) {
        let moment = WindowText.instant(text, now: opened)
        place.lens.at = moment == opened ? nil : moment?.seconds
        message = Message(text: "lens: \(place.lens.at == nil ? "now, " : "")\(TimeWords.second(at))")
    }
}

extension Rows {
    /// The event of a row of the timeline.
    func timelineEvent(at row: Int) -> TimeEvent? {
        if case .timeline(let rows) = self { rows.event(at: row) } else { nil }
    }
}
