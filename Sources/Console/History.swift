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
    /// Places that were visited and are off the trail, the one that left it last first; at most ``leftLimit``.
    public private(set) var left: [Place] = []
    /// The place of another view, or about something else, that was shown last: it may lie on the trail or off it.
    private(set) var other: Place?

    /// How many places off the trail are remembered.
    public static let leftLimit = 100

    /// A history that begins here.
    public init(_ place: Place) { current = place }

    /// A history as it was saved; of too many places the oldest are left out.
    init(back: [Place], current: Place, forward: [Place], left: [Place] = [], other: Place? = nil) {
        self.back = back.suffix(Self.limit)
        self.current = current
        self.forward = forward
        self.left = Array(left.prefix(Self.leftLimit))
        self.other = other ?? back.last { $0.isAbout(otherThan: current) }
    }

    /// The same with each place replaced.
    func mapping(_ change: (Place) -> Place) -> History {
        History(
            back: back.map(change), current: change(current), forward: forward.map(change), left: left.map(change),
            other: other.map(change))
    }

    /// All places: those behind, the present one, those ahead.
    var all: [Place] { back + [current] + forward.reversed() }

    /// The places off the trail that are not on it again. O(places).
    var elsewhere: [Place] {
        let trail = Set(all.map(\.list))
        return left.filter { !trail.contains($0.list) }
    }

    /// Goes back or forward to one of ``all``.
    mutating func go(to number: Int) {
        let (before, other) = (current, other)
        while back.count > number, goBack() {}
        while back.count < number, goForward() {}
        self.other = other
        noteOther(before)
    }

    /// Goes to ``other``, which is then the present place: along the trail where it lies on it, so that going to and fro
    /// makes it no longer.
    mutating func goToOther(under lens: Lens) {
        guard var other else { return }
        let here = back.count
        let numbers = all.indices.filter { all[$0] == other && other.lens == lens }
        if let nearest = numbers.min(by: { abs($0 - here) < abs($1 - here) }) {
            go(to: nearest)
        } else {
            other.lens = lens
            visit(other)
        }
    }

    /// Remembers a place that was left for one of another view or about something else.
    private mutating func noteOther(_ before: Place) {
        if before.isAbout(otherThan: current) { other = before }
    }

    /// Goes to a new place; what lay ahead leaves the trail.
    public mutating func visit(_ place: Place) {
        let before = current
        defer { noteOther(before) }
        back.append(current)
        var gone = forward
        if back.count > Self.limit { gone.insert(back.removeFirst(), at: 0) }
        current = place
        forward = []
        for place in gone {
            left.removeAll { $0.list == place.list }
            left.insert(place, at: 0)
        }
        if left.count > Self.leftLimit { left.removeLast(left.count - Self.leftLimit) }
    }

    /// Returns to the place before.
    /// - Returns: Whether there was one.
    public mutating func goBack() -> Bool {
        guard let place = back.popLast() else { return false }
        let before = current
        defer { noteOther(before) }
        forward.append(current)
        current = place
        return true
    }

    /// Undoes going back.
    /// - Returns: Whether there was something ahead.
    public mutating func goForward() -> Bool {
        guard let place = forward.popLast() else { return false }
        let before = current
        defer { noteOther(before) }
        back.append(current)
        current = place
        return true
    }
}

extension Place {
    /// Whether it is another view, or about something else.
    fileprivate func isAbout(otherThan place: Place) -> Bool { view != place.view || subject != place.subject }
}

extension History {
    private enum CodingKeys: String, CodingKey { case back, current, forward, left, other }

    /// Reads a history. An older writing remembers no places off the trail, and of the last one only what lies behind.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            back: try values.decode([Place].self, forKey: .back),
            current: try values.decode(Place.self, forKey: .current),
            forward: try values.decode([Place].self, forKey: .forward),
            left: try values.decodeIfPresent([Place].self, forKey: .left) ?? [],
            other: try values.decodeIfPresent(Place.self, forKey: .other))
    }
}
