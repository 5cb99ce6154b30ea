import Synchronization

/// The files that facts come from. Those of a snapshot are read when they are first asked for: there may be many.
final class SourceList: Sendable {
    private let packed: Column<UInt8>?
    private let read: Mutex<[Source]?>

    /// These sources.
    init(_ sources: [Source]) {
        packed = nil
        read = Mutex(sources)
    }

    /// The sources that a snapshot's section holds.
    init(packed: Column<UInt8>) {
        self.packed = packed
        read = Mutex(nil)
    }

    /// All of them, by number. O(their number) the first time.
    var all: [Source] {
        read.withLock { read in
            if let read { return read }
            let sources = packed.map { PackedSources.unpack($0) } ?? []
            read = sources
            return sources
        }
    }
}
