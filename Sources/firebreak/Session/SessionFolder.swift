import Console
import Inventory
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The saved sessions: a file for each evidence, in the folder that the XDG base directory rules name for state.
///
/// Two consoles on one evidence: the first has the session; the second has one of its own beside it, with a number, which
/// begins from what the first saved. Neither ever writes over what the other saved. A console that died holds nothing.
final class SessionFolder: SessionShelf {
    let folder: Result<String, SessionShelfError>
    /// The session that is asked for.
    let wanted: SessionName
    /// The session that this console has, whose lock is held for as long as it runs.
    private let held = Mutex<(name: SessionName, isNew: Bool, lock: SessionLock)?>(nil)

    /// A session larger than this was not written by Firebreak.
    private static let readLimit = 1 << 30
    /// How many sessions there are on one evidence at most.
    private static let consoleLimit = 999

    /// The session of a snapshot with this content, or of these sources.
    init(contentHash: String?, sources: [String]) {
        folder = Self.stateFolder.map { "\($0)/firebreak/sessions" }
        wanted = Self.name(contentHash: contentHash, sources: sources)
    }

    /// The session with this name.
    init(named name: SessionName) {
        folder = Self.stateFolder.map { "\($0)/firebreak/sessions" }
        wanted = name
    }

    /// The session with this name in a folder.
    init(folder: String, name: String) {
        self.folder = .success(folder)
        wanted = SessionName(name)
    }

    /// What the session of a snapshot with this content, or of these sources, is called.
    static func name(contentHash: String?, sources: [String]) -> SessionName {
        SessionName(evidence: contentHash.map { "snapshot-\($0.prefix(32))" } ?? "sources-\(mark(of: sources))")
    }

    /// The session that this console has; before it has one, the one that is asked for.
    var name: SessionName { held.withLock { $0?.name } ?? wanted }

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
        do throws(SessionShelfError) {
            let folder = try folder.get()
            try Self.makeFolder(folder)
            if held.withLock({ $0 == nil }) {
                let found = try Self.free(wanted, in: folder)
                held.withLock { $0 = found }
            }
        } catch {
            return .unavailable(error.reason)
        }
        return held.withLock { held in
            guard let held else { return .unavailable("too many consoles have a session of this evidence") }
            return held.name.console == 1 ? .ours : .apart(isNew: held.isNew)
        }
    }

    /// The session that is asked for, else the first number that no console has and none has used; nil where all are.
    private static func free(
        _ wanted: SessionName, in folder: String
    ) throws(SessionShelfError) -> (name: SessionName, isNew: Bool, lock: SessionLock)? {
        let lock = SessionLock()
        if try lock.take("\(folder)/\(wanted.text).lock") { return (wanted, false, lock) }
        for console in 2...consoleLimit {
            let name = SessionName(evidence: wanted.evidence, console: console)
            func isUsed() -> Bool { access("\(folder)/\(name.text).json", F_OK) == 0 }
            guard name != wanted, !isUsed() else { continue }
            let lock = SessionLock()
            // Another console may have come and gone between the two.
            if try lock.take("\(folder)/\(name.text).lock"), !isUsed() { return (name, true, lock) }
        }
        return nil
    }

    /// Gives the session back, for whoever opens it next.
    func release() { held.withLock { $0 = nil } }

    func read() throws(SessionShelfError) -> SavedSession? {
        if let own = try Self.saved(at: path()) { return own }
        guard held.withLock({ $0?.isNew ?? false }) else { return nil }
        return try Self.saved(at: path(of: wanted))
    }

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
            let name = "\(name.text).\(reason)-\(number).json"
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
    var file: Result<String, SessionShelfError> { folder.map { "\($0)/\(name.text).json" } }

    private func path() throws(SessionShelfError) -> String { try file.get() }

    private func path(of name: SessionName) throws(SessionShelfError) -> String {
        "\(try folder.get())/\(name.text).json"
    }

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
