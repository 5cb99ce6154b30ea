import Testing

@testable import Console

@Suite("A set of marks")
struct MarksTests {
    @Test("It is the set that it stands for, whatever is put in, taken out, joined and subtracted", arguments: 0..<12)
    func model(seed: Int) {
        var keys = RandomKeys(seed: UInt64(500 + seed))
        var (marks, set) = (Marks(), Set<Int>())
        let bound = [100, 5_000, 20_000][seed % 3]
        for step in 0..<400 {
            let entity = keys.number(below: bound)
            switch keys.number(below: 12) {
            case 0..<5:
                marks.insert(entity)
                set.insert(entity)
            case 5..<9:
                marks.remove(entity)
                set.remove(entity)
            case 9:
                let more = Set((0..<20).map { _ in keys.number(below: bound) })
                marks.formUnion(Marks(more))
                set.formUnion(more)
            case 10:
                let less = Set((0..<20).map { _ in keys.number(below: bound) })
                marks.subtract(Marks(less))
                set.subtract(less)
            default:
                let first = set.filter { $0 < bound / 2 }
                #expect(marks.isSuperset(of: Marks(first)))
                marks.subtract(Marks(first))
                set.subtract(first)
            }
            guard step % 7 == 0 else { continue }
            #expect(Array(marks) == set.sorted())
            #expect(marks.count == set.count)
            #expect(marks == Marks(set.shuffled()))
            #expect(marks.contains(entity) == set.contains(entity))
        }
    }

    @Test("Numbers that no entity has are not in it")
    func foreign() {
        var marks: Marks = [3]
        marks.insert(-1)
        marks.remove(99_999)
        #expect(Array(marks) == [3])
        #expect(!marks.contains(-1) && !marks.contains(1 << 40))
        #expect(marks.without(3) == Marks())
        #expect(marks.without(3).isEmpty)
    }

    @Test("Sets that differ by one entity have hashes that differ, and equal ones have one, however they were made")
    func hashes() {
        let all = Marks(0..<500)
        #expect(Set((0..<500).map { all.without($0).hashValue }).count > 400)
        var other = Marks([9_000])
        for entity in (0..<500).reversed() { other.insert(entity) }
        other.remove(9_000)
        #expect(other == all && other.hashValue == all.hashValue)
    }
}
