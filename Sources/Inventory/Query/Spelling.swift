/// Finds the names that a mistyped one is nearest to.
public enum Spelling {
    /// The names of `known` that differ from `name` by a third of its letters at most, nearest first, three at most.
    public static func nearest(to name: String, among known: some Sequence<String>) -> [String] {
        let letters = Array(name.queryName.unicodeScalars.prefix(40))
        let limit = max(1, letters.count / 3)
        let near = Set(known).lazy
            .map { (name: $0, distance: distance(letters, Array($0.queryName.unicodeScalars.prefix(40)))) }
            .filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return near.prefix(3).map(\.name)
    }

    /// How many letters must be added, dropped, replaced or swapped with their neighbour (optimal string alignment).
    /// O(the product of the lengths).
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let same = left[row - 1] == right[column - 1]
                var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, beforeLast[column - 2] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
