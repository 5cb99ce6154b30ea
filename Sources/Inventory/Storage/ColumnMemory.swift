import CKernels

/// Memory that columns lie in: it lives as long as one of them does.
///
/// What it points to never changes by Firebreak's hand. A mapped file may change by another's: whoever follows a number
/// read from a column checks it first.
final class ColumnMemory: @unchecked Sendable {
    /// All of the memory.
    let bytes: UnsafeRawBufferPointer
    private let release: (UnsafeRawBufferPointer) -> Void

    /// Takes over `bytes`, which `release` gives back in the end.
    init(_ bytes: UnsafeRawBufferPointer, release: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.bytes = bytes
        self.release = release
    }

    /// New memory for `count` rows, which `fill` has to initialize all.
    convenience init<Element: BitwiseCopyable>(
        rows count: Int, of type: Element.Type, fill: (UnsafeMutableBufferPointer<Element>) -> Void
    ) {
        let rows = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
        kernel_prefer_large_pages(rows.baseAddress, count * MemoryLayout<Element>.stride)
        fill(rows)
        self.init(UnsafeRawBufferPointer(rows)) { _ in rows.deallocate() }
    }

    deinit { release(bytes) }
}
