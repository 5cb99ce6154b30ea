import CKernels

/// A buffer that is reserved on first use and blank whenever nobody uses it.
final class Scratch<Element: BitwiseCopyable> {
    private let count: Int
    private let blank: Element
    private var memory: UnsafeMutableBufferPointer<Element>?

    init(count: Int, blank: Element) {
        self.count = count
        self.blank = blank
    }

    /// The memory. Valid while the workspace lives.
    var rows: UnsafeMutableBufferPointer<Element> {
        if let memory { return memory }
        let new = UnsafeMutableRawPointer.allocate(
            byteCount: max(1, count * MemoryLayout<Element>.stride), alignment: 2 << 20)
        kernel_prefer_large_pages(new, count * MemoryLayout<Element>.stride)
        let rows = UnsafeMutableBufferPointer(
            start: new.initializeMemory(as: Element.self, repeating: blank, count: count), count: count)
        memory = rows
        return rows
    }

    /// Blanks these rows again: one by one when they are few, else all at once.
    func blank(_ touched: some Collection<UInt32>) {
        if touched.isEmpty { return }
        let rows = rows
        if touched.count > count / 32 {
            rows.update(repeating: blank)
            return
        }
        for row in touched { rows[Int(row)] = blank }
    }

    /// Blanks all rows.
    func blankAll() { memory?.update(repeating: blank) }

    deinit { memory?.deallocate() }
}

/// Rows that never change, where loops can read them without a check. Valid while this lives.
///
/// Unchecked, because a pointer is not `Sendable`: nobody writes behind it once `init` is done.
final class FixedRows<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let rows: UnsafeBufferPointer<Element>

    init(_ elements: [Element]) {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = memory.initialize(fromContentsOf: elements)
        rows = UnsafeBufferPointer(memory)
    }

    deinit { rows.deallocate() }
}
