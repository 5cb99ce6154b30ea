import TerminalKit

extension State {
    mutating func toggleTimeless() -> [Effect] {
        place.lens.isTimeless.toggle()
        message = Message(
            text: place.lens.isTimeless
                ? "timeless: what could be reached, whatever the times" : "times are taken into account again")
        return []
    }

    mutating func toggleGuards() -> [Effect] {
        place.lens.guardsFail.toggle()
        message = Message(
            text: place.lens.guardsFail
                ? "guards fail: what they stop is counted as reached" : "guards hold: what they stop is conditional")
        return []
    }

    mutating func computeAgain() -> [Effect] {
        declined = []
        return []
    }
}
