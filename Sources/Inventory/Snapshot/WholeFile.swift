#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes files that are whole or not there: whoever reads one sees the old content or the new, whatever happens
/// meanwhile.
public enum WholeFile {
    /// Writes the text that `content` hands to what it is given, piece by piece. A new file is readable by its owner
    /// only.
    ///
    /// - Throws: With `isReplacing` false and a file at the path, `SnapshotWriteError.system(EEXIST, .replace)`.
    public static func write(
        _ path: String, isReplacing: Bool = true, content: (@escaping (String) -> Void) -> Void
    ) throws(SnapshotWriteError) {
        if !isReplacing, access(path, F_OK) == 0 { throw .system(EEXIST, .replace) }
        let file = try ReplacingFile(path)
        var length: UInt64 = 0
        var failure: SnapshotWriteError?
        content { text in
            guard failure == nil else { return }
            var text = text
            text.withUTF8 { bytes in
                do throws(SnapshotWriteError) {
                    try file.write(UnsafeRawBufferPointer(bytes), at: length)
                    length += UInt64(bytes.count)
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw failure }
        try file.commit(isReplacing: isReplacing)
    }
}
