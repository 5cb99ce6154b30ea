import Console
import Intake
import Inventory

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// One file for all evidence, in the folder of what the program remembers.
struct StateFile: HabitShelf {
    private let folder: String?
    private let name: String

    /// What the analyst likes: columns, queries.
    static func habits(_ folders: UserFolders = UserFolders()) -> StateFile { StateFile("habits.json", folders) }
    /// Where the cases lie that were worked on.
    static func cases(_ folders: UserFolders = UserFolders()) -> StateFile { StateFile("cases.json", folders) }

    private static let sizeLimit = 1 << 24

    private init(_ name: String, _ folders: UserFolders) {
        self.name = name
        folder = folders.state
    }

    func read() throws(SessionShelfError) -> [UInt8]? {
        guard let folder else { return nil }
        let path = "\(folder)/\(name)"
        do throws(FileTreeError) {
            return try LocalFiles().read(path, limit: Self.sizeLimit)
        } catch {
            guard (try? LocalFiles().status(of: path, followingLinks: true)) != nil else { return nil }
            throw SessionShelfError("\(path) cannot be read")
        }
    }

    func update(_ change: @Sendable ([UInt8]?) -> [UInt8]?) throws(SessionShelfError) {
        guard let folder else { throw SessionShelfError("neither XDG_STATE_HOME nor HOME names a folder") }
        try SessionFolder.makeFolder(folder)
        let path = "\(folder)/\(name)"
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
            if lock >= 0 { close(lock) }
            throw SessionShelfError("\(path) cannot be locked (\(String(cString: strerror(errno))))")
        }
        defer { close(lock) }
        guard let bytes = change(try read()) else { return }
        do throws(SnapshotWriteError) {
            try WholeFile.write(path) { write in write(String(decoding: bytes, as: UTF8.self)) }
        } catch {
            throw SessionShelfError(CommandFailure.words(for: error, at: path))
        }
    }
}
