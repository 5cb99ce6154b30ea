/// A file as a reader meets it: where it was found, and its bytes. Readers never touch the disk themselves.
public struct SourceFile: Sendable {
    /// Its path as the user named it, for reports and provenance.
    public let path: String
    /// Everything in it.
    public let bytes: [UInt8]
    /// When the file was last changed, in epoch seconds. Not when its content was collected: copying changes it.
    public let modified: Int64?
    /// `OWNER/NAME` of the repository whose checkout the file lies in: as the user said, as its git remote says, else
    /// the names of the two folders above `.github`. Nil when nothing tells. What the content itself says comes first:
    /// a file of evidence may well lie in a checkout that it is not about.
    public let repository: String?
    /// Its path from that checkout's root: `.github/workflows/FILE`. Nil outside a checkout.
    public let pathInRepository: String?

    /// A file with these bytes, found at `path`.
    public init(
        path: String, bytes: [UInt8], modified: Int64? = nil, repository: String? = nil,
        pathInRepository: String? = nil
    ) {
        self.path = path
        self.bytes = bytes
        self.modified = modified
        self.repository = repository
        self.pathInRepository = pathInRepository
    }
}
