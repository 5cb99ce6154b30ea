/// An open file that is read from its start to its end, a piece at a time.
public protocol ByteSource: AnyObject {
    /// How many bytes there were when it was opened.
    var size: Int64 { get }

    /// Reads what comes next into `memory` and says how many bytes that were; 0 at the end. Never blocks on pipes and
    /// devices.
    func read(into memory: UnsafeMutableRawBufferPointer) throws(FileTreeError) -> Int
}

/// Bytes that are in memory already.
final class MemoryByteSource: ByteSource {
    private var rest: ArraySlice<UInt8>
    let size: Int64

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
        size = Int64(bytes.count)
    }

    func read(into memory: UnsafeMutableRawBufferPointer) throws(FileTreeError) -> Int {
        let part = rest.prefix(memory.count)
        memory.copyBytes(from: part)
        rest = rest.dropFirst(part.count)
        return part.count
    }
}

extension FileTree {
    /// Opens a regular file of which no more than `limit` bytes are read, by reading all of it at once.
    public func byteSource(_ path: String, limit: Int) throws(FileTreeError) -> any ByteSource {
        MemoryByteSource(try read(path, limit: limit))
    }
}
