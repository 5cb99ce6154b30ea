import Console
import Inventory

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The saved sessions: a file for each evidence, in the folder that the XDG base directory rules name for state.
///
/// Two consoles on one evidence: the first has the session and saves it; the second begins from what is saved, says
/// that it saves nothing, and takes the session over once the first has ended without changing it. A console that died
/// holds nothing.
final class SessionFolder: SessionShelf {
    let folder: Result<String, SessionShelfError>
    let name: String
    /// Held open, and locked, for as long as the console runs.
    private let lock = SessionLock()

    /// A session larger than this was not written by Firebreak.
    private static let readLimit = 1 << 30

    /// The session of a snapshot with this content, or of these sources.
    init(contentHash: String?, sources: [String]) {
        folder = Self.stateFolder.map { "\($0)/firebreak/sessions" }
        name = contentHash.map { "snapshot-\($0.prefix(32))" } ?? "sources-\(Self.mark(of: sources))"
    }

    /// The session with this name in a folder.
    init(folder: String, name: String) {
        self.folder = .success(folder)
        self.name = name
    }

    private static var stateFolder: Result<String, SessionShelfError> {
        // A relative one is to be ignored, say the rules.
        if let folder = Environment.value("XDG_STATE_HOME"), folder.hasPrefix("/") { return .success(folder) }
        if let home = Environment.value("HOME"), home.hasPrefix("/") { return .success(home + "/.local/state") }
        return .failure(SessionShelfError("neither XDG_STATE_HOME nor HOME names a folder"))
    }

    /// Tells sets of sources from one another, whatever their order.
    private static func mark(of sources: [String]) -> String {
        let text = Set(sources).sorted().joined(separator: "\0")
        var hashes: [UInt64] = [0xCBF2_9CE4_8422_2325, 0x9AE1_6A3B_2F90_404F]
        for byte in text.utf8 {
            hashes[0] = (hashes[0] ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            hashes[1] = (hashes[1] &+ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
            hashes[1] ^= hashes[1] >> 29
        }
        return hashes.map { String($0, radix: 16) }.joined(separator: "-")
    }

    func claim() -> SessionClaim {
        switch folder {
        case .failure(let error): return .unavailable(error.reason)
        case .success(let folder):
            do throws(SessionShelfError) {
                try Self.makeFolder(folder)
                return try lock.take("\(folder)/\(name).lock") ? .ours : .taken
            } catch {
                return .unavailable(error.reason)
            }
        }
    }

    func read() throws(SessionShelfError) -> SavedSession? { try Self.saved(at: path()) }

    /// The session in a file; nil when there is none.
    static func saved(at path: String) throws(SessionShelfError) -> SavedSession? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("\(path) cannot be read")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < readLimit
        else {
            throw SessionShelfError("\(path) is no saved session")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Self.read(descriptor, &buffer)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("\(path) cannot be read") }
            if count == 0 { break }
            bytes += buffer.prefix(count)
        }
        #if canImport(Darwin)
            let written = Instant(Int64(status.st_mtimespec.tv_sec))
        #else
            let written = Instant(Int64(status.st_mtim.tv_sec))
        #endif
        return SavedSession(bytes: bytes, written: written)
    }

    func write(_ bytes: [UInt8]) throws(SessionShelfError) {
        let path = try path()
        do throws(SnapshotWriteError) {
            try WholeFile.write(path) { write in write(String(decoding: bytes, as: UTF8.self)) }
        } catch {
            throw SessionShelfError(CommandFailure.words(for: error, at: path))
        }
    }

    func putAside(_ reason: String) throws(SessionShelfError) -> String {
        let path = try path()
        for number in 1...9_999 {
            let name = "\(name).\(reason)-\(number).json"
            let aside = "\(try folder.get())/\(name)"
            // A second name is given only where there is none.
            if link(path, aside) == 0 {
                guard unlink(path) == 0 else { throw Self.failure("\(path) cannot be put aside") }
                return name
            }
            if errno != EEXIST { throw Self.failure("\(path) cannot be put aside") }
        }
        throw SessionShelfError("\(path) cannot be put aside: too many were before")
    }

    /// The file of the session.
    var file: Result<String, SessionShelfError> { folder.map { "\($0)/\(name).json" } }

    private func path() throws(SessionShelfError) -> String { try file.get() }

    /// Makes the folder and those above it, for their owner only.
    static func makeFolder(_ path: String) throws(SessionShelfError) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o700) == 0 || errno == EEXIST || access(made, X_OK) == 0 else {
                throw failure("\(made) cannot be made")
            }
        }
    }

    private static func read(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
        #if canImport(Darwin)
            Darwin.read(descriptor, &buffer, buffer.count)
        #else
            Glibc.read(descriptor, &buffer, buffer.count)
        #endif
    }

    /// What the system says, behind what was to be done.
    private static func failure(_ words: String) -> SessionShelfError {
        SessionShelfError("\(words) (\(String(cString: strerror(errno))))")
    }
}
