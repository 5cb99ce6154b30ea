import Console
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A lock that one process holds until it ends, however it ends.
final class SessionLock: Sendable {
    private let descriptor = Mutex<Int32?>(nil)

    deinit {
        if let descriptor = descriptor.withLock({ $0 }) { close(descriptor) }
    }

    /// Takes the lock, or says that another process has it. Taken once, it stays.
    func take(_ path: String) throws(SessionShelfError) -> Bool {
        let outcome = descriptor.withLock { held -> (isTaken: Bool, error: Int32) in
            if held != nil { return (true, 0) }
            let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard opened >= 0 else { return (false, errno) }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                let error = errno == EWOULDBLOCK ? 0 : errno
                close(opened)
                return (false, error)
            }
            held = opened
            return (true, 0)
        }
        guard outcome.error == 0 else {
            throw SessionShelfError("\(path) cannot be locked (\(String(cString: strerror(outcome.error))))")
        }
        return outcome.isTaken
    }
}
