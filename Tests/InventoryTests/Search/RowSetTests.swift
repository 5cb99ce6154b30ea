import Testing

@testable import Inventory

@Suite("Sets of rows")
struct RowSetTests {
    @Test func `sets do what sets of numbers do`() {
        var random = SeededRandom(7)
        for count in [0, 1, 63, 64, 65, 200] {
            let (left, right) = (pick(count, &random), pick(count, &random))
            var (both, either, rest) = (set(left, count), set(left, count), set(left, count))
            both.formIntersection(set(right, count))
            either.formUnion(set(right, count))
            rest.subtract(set(right, count))
            #expect(both.rows == left.intersection(right).sorted())
            #expect(either.rows == left.union(right).sorted())
            #expect(rest.rows == left.subtracting(right).sorted())
            #expect(either.count == left.union(right).count)
            #expect(either.isEmpty == left.union(right).isEmpty)
            #expect(RowSet(allOf: count).rows == Array(0..<count))
            #expect(RowSet(of: count) { left.contains($0) } == set(left, count))
            #expect((-1...count).filter(rest.contains) == rest.rows)
        }
    }

    @Test func `rows that there are not stay out`() {
        var set = RowSet(noneOf: 3)
        for row in [-1, 3, .max, .min, 2] { set.insert(row) }
        #expect(set.rows == [2])
    }

    private func pick(_ count: Int, _ random: inout SeededRandom) -> Set<Int> {
        Set((0..<count).filter { _ in Bool.random(using: &random) })
    }

    private func set(_ rows: Set<Int>, _ count: Int) -> RowSet {
        var set = RowSet(noneOf: count)
        for row in rows { set.insert(row) }
        return set
    }
}
