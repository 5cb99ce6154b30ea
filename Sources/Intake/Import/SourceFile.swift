/// A file as a reader meets it: where it was found, and its bytes. Readers never touch the disk themselves.
public struct SourceFile: Sendable {
    /// Its path as the user named it, for reports and provenance.
    public let path: String
    /// Everything in it.
    public let bytes: [UInt8]
    /// When it was last changed: the best guess at when its content was collected, where the content does not say.
    public let modified: Int64?

    public init(path: String, bytes: [UInt8], modified: Int64? = nil) {
        self.path = path
        self.bytes = bytes
        self.modified = modified
    }
}
