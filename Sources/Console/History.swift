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

    /// How many places off the trail are remembered.
    public static let leftLimit = 100

    /// A history that begins here.
    public init(_ place: Place) { current = place }

    /// A history as it was saved; of too many places the oldest are left out.
    init(back: [Place], current: Place, forward: [Place], left: [Place] = []) {
        self.back = back.suffix(Self.limit)
        self.current = current
        self.forward = forward
        self.left = Array(left.prefix(Self.leftLimit))
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
        while back.count > number, goBack() {}
        while back.count < number, goForward() {}
    }

    /// Goes to a new place; what lay ahead leaves the trail.
    public mutating func visit(_ place: Place) {
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

extension History {
    private enum CodingKeys: String, CodingKey { case back, current, forward, left }

    /// Reads a history. An older writing remembers no places off the trail.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            back: try values.decode([Place].self, forKey: .back),
            current: try values.decode(Place.self, forKey: .current),
            forward: try values.decode([Place].self, forKey: .forward),
            left: try values.decodeIfPresent([Place].self, forKey: .left) ?? [])
    }
}
