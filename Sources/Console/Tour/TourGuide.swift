import PlainText
import TerminalKit

/// The one who types on the tour: which step it is, what is still to be typed, and what is said. A value; it knows no
/// terminal.
struct TourGuide {
    /// What the guide does next.
    enum Move: Hashable {
        /// Type this key.
        case type(Key)
        /// Wait for the traveller.
        case awaitTraveller
        /// The tour is over.
        case leave
    }

    private let steps: [TourStep]
    private(set) var number = 0
    private var keys: ArraySlice<Key> = []

    init(_ steps: [TourStep]) {
        self.steps = steps
        begin()
    }

    /// The present step; nil when the tour is over.
    var step: TourStep? { steps.indices.contains(number) ? steps[number] : nil }

    private mutating func begin() { keys = step.flatMap { try? KeyScript.keys($0.keys) }?[...] ?? [] }

    /// What to do.
    var move: Move {
        guard step != nil else { return .leave }
        return keys.first.map { .type($0) } ?? .awaitTraveller
    }

    /// The key of the last move was typed.
    mutating func typed() { keys = keys.dropFirst() }

    /// The traveller wants to go on.
    mutating func goOn() {
        number += 1
        begin()
    }

    /// What stands above the words of a step: which one it is, and what was typed.
    var heading: String {
        guard let step else { return "" }
        let typed = step.keys.isEmpty ? "" : ", typed: \(Self.spelled(step.keys))"
        return "tour, \(number + 1) of \(steps.count)\(typed)"
    }

    /// What the traveller can do.
    var hint: String { number + 1 < steps.count ? "any key goes on, q leaves" : "any key leaves" }

    private static func spelled(_ keys: String) -> String {
        let labels = ((try? KeyScript.keys(keys)) ?? []).map { key -> String in
            if case .character(let character) = key, character != " " { return String(character) }
            return " \(key.label(.ascii)) "
        }
        return labels.joined().split(separator: " ").joined(separator: " ")
    }

    /// Whether a key ends the tour.
    static func leaves(_ key: Key) -> Bool {
        switch key {
        case .character("q"), .character("Q"), .escape, .control("c"): true
        default: false
        }
    }
}
