/// Which repository a workflow or action belongs to, and where in it.
struct WorkflowLocation: Equatable {
    /// `OWNER/NAME`; `local/FOLDER` when nothing tells the owner.
    var repository: String
    /// From the repository's root: of a workflow the file, of an action its folder.
    var path: String
    /// Whether something told the repository, rather than the name of a folder.
    var isTold: Bool

    /// The owner that stands in when nothing tells it.
    static let unknownOwner = "local"

    /// The place of a workflow file; one outside of any checkout counts as lying where workflows lie.
    /// - Parameter repository: `OWNER/NAME` as the user gave it, for files outside of any checkout.
    init(workflow file: SourceFile, repository: String?) {
        let folders = Self.folders(of: file)
        self.init(repository: file.repository ?? repository, folder: folders.last)
        path = file.pathInRepository ?? ".github/workflows/\(Self.name(of: file))"
    }

    /// The place of an action's metadata file; one outside of any checkout counts as lying at the root.
    init(action file: SourceFile, repository: String?) {
        let folders = Self.folders(of: file)
        let owner = folders.suffix(2).joined(separator: "/")
        let inPlace = GitRemote.isRepositoryName(owner) ? owner : nil
        self.init(repository: file.repository ?? repository ?? inPlace, folder: folders.last)
        path = (file.pathInRepository ?? "").split(separator: "/").dropLast().joined(separator: "/")
    }

    private init(repository: String?, folder: String?) {
        self.repository = repository ?? "\(Self.unknownOwner)/\(folder ?? "repository")"
        path = ""
        isTold = repository != nil
    }

    private static func name(of file: SourceFile) -> String {
        file.path.split(separator: "/").last.map(String.init) ?? file.path
    }

    /// The folders above the file, as far as its path names them.
    private static func folders(of file: SourceFile) -> [String] {
        file.path.split(separator: "/").dropLast().map(String.init).filter { $0 != "." && $0 != ".." }
    }
}
