import CSimdjson

/// Memory for a part of a text, with room around it that parsers may write to.
///
/// The only place where pieces of files lie in memory that nobody checks: callers keep to ``count``.
final class TextMemory {
    private static let before = 64
    private var memory: UnsafeMutableRawBufferPointer
    /// How many bytes of text are in it.
    private(set) var count = 0

    init(capacity: Int) {
        memory = .allocate(byteCount: Self.before + capacity + Int(CSJ_PADDING), alignment: 64)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit { memory.deallocate() }

    /// How many bytes there is room for.
    var capacity: Int { memory.count - Self.before - Int(CSJ_PADDING) }

    /// The text, writable one byte before it and `CSJ_PADDING` behind it. Valid until the capacity changes.
    var text: UnsafeMutableBufferPointer<UInt8> {
        UnsafeMutableRawBufferPointer(rebasing: memory[Self.before..<Self.before + count]).bindMemory(to: UInt8.self)
    }

    /// Becomes a copy of `bytes`.
    func assign(_ bytes: UnsafeBufferPointer<UInt8>) {
        count = 0
        reserve(bytes.count)
        UnsafeMutableRawBufferPointer(rebasing: memory[Self.before...]).copyMemory(from: UnsafeRawBufferPointer(bytes))
        count = bytes.count
    }

    /// Drops the first `number` bytes.
    func drop(first number: Int) {
        let kept = UnsafeRawBufferPointer(rebasing: memory[(Self.before + number)..<(Self.before + count)])
        UnsafeMutableRawBufferPointer(rebasing: memory[Self.before...]).copyMemory(from: kept)
        count -= number
    }

    /// Makes room for `wanted` bytes in all.
    func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Self.before + wanted + Int(CSJ_PADDING), alignment: 64)
        larger.initializeMemory(as: UInt8.self, repeating: 0)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<(Self.before + count)]))
        memory.deallocate()
        memory = larger
    }

    /// Reads as much more as there is room for; false when the source is at its end.
    func fill(from source: any ByteSource) throws(FileTreeError) -> Bool {
        let start = Self.before + count
        let room = UnsafeMutableRawBufferPointer(rebasing: memory[start..<Self.before + capacity])
        let got = try source.read(into: room)
        count += got
        return got > 0
    }
}
