import Inventory

extension TimelessGround {
    /// Everything that could gain `entity` at some time: those from which control of it follows, itself first, the nearest
    /// first. The seeds play no part. Empty when there is no such entity. O(what it finds and its crossings).
    public func gainers(of entity: Int) -> [UInt32] {
        guard inventory.exists(entity), !removed.contains(entity) else { return [] }
        let stamp = memory.freshStamps(1)
        let (cells, queue) = (memory.cells, memory.queue)
        for absent in removed { cells[absent].stamp = stamp }
        cells[entity].stamp = stamp
        queue[0] = UInt32(truncatingIfNeeded: entity)
        var (head, tail) = (0, 1)
        while head < tail {
            entering.prefetch(queue, head, tail, cells)
            let here = Int(queue[head])
            head &+= 1
            entering.forEach(of: here, passage) { near, _ in
                guard cells[near].stamp != stamp else { return }
                cells[near].stamp = stamp
                queue[tail] = UInt32(truncatingIfNeeded: near)
                tail &+= 1
            }
        }
        return Array(UnsafeBufferPointer(start: queue, count: tail))
    }
}
