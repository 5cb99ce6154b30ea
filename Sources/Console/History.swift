/// Where the analyst was, is, and came back from. Nothing is ever dropped silently: the oldest places go first, and
/// only beyond ``limit``.
public struct History: Codable, Hashable, Sendable {
    /// How many places are remembered behind the current one.
    public static let limit = 1_000

    /// The places behind, the oldest first.
    public private(set) var back: [Place] = []
    /// The present place.
    public var current: Place
    /// The places that going back left, the next one last.
    public private(set) var forward: [Place] = []

    /// A history that begins here.
    public init(_ place: Place) { current = place }

    /// A history as it was saved; of too many places the oldest are left out.
    init(back: [Place], current: Place, forward: [Place]) {
        self.back = back.suffix(Self.limit)
        self.current = current
        self.forward = forward
    }

    /// All places: those behind, the present one, those ahead.
    var all: [Place] { back + [current] + forward.reversed() }

    /// Goes back or forward to one of ``all``.
    mutating func go(to number: Int) {
        while back.count > number, goBack() {}
        while back.count < number, goForward() {}
    }

    /// Goes to a new place; what lay ahead is forgotten.
    public mutating func visit(_ place: Place) {
        back.append(current)
        if back.count > Self.limit { back.removeFirst() }
        current = place
        forward = []
    }

    /// Returns to the place before.
    /// - Returns: Whether there was one.
    public mutating func goBack() -> Bool {
        guard let place = back.popLast() else { return false }
        forward.append(current)
        current = place
        return true
    }

    /// Undoes going back.
    /// - Returns: Whether there was something ahead.
    public mutating func goForward() -> Bool {
        guard let place = forward.popLast() else { return false }
        back.append(current)
        current = place
        return true
    }
}
