/// A section about to be written: its bytes, where they lie in memory.
struct SnapshotContent {
    let section: SnapshotSection
    let rowSize: Int
    /// Valid for as long as this value is.
    let unsafeBytes: UnsafeRawBufferPointer
    private let keeper: Any

    init<Element>(_ section: SnapshotSection, _ column: Column<Element>) {
        self.section = section
        rowSize = MemoryLayout<Element>.stride
        unsafeBytes = UnsafeRawBufferPointer(column.unsafeRows)
        keeper = column
    }
}
