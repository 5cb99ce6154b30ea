import Console

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Runs the programs that take copied text.
struct ProcessTools: ToolRunner {
    /// How long a program may take, in steps of ``pause``.
    private static let steps = 150
    private static let pause: Int32 = 20

    func run(_ tool: String, _ arguments: [String], input: String) -> Bool {
        guard let (process, pipe) = start(tool, arguments) else { return false }
        let isWritten = Self.write(input, to: pipe)
        close(pipe)
        for _ in 0..<Self.steps {
            var status: Int32 = 0
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return isWritten && status == 0 }
            if ended < 0, errno != EINTR { return false }
            poll(nil, 0, Self.pause)
        }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        return false
    }

    /// Starts a program found along PATH, with a pipe as its input and nothing to write to: the screen is not its own.
    private func start(_ tool: String, _ arguments: [String]) -> (process: pid_t, pipe: Int32)? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        // What this thread keeps from itself, or ignores, is not the program's affair.
        #if canImport(Darwin)
            var attributes: posix_spawnattr_t?
        #else
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words: [UnsafeMutablePointer<CChar>?] = ([tool] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, tool, &actions, &attributes, &words, environ) == 0 else {
            close(ends[1])
            return nil
        }
        return (process, ends[1])
    }

    /// Writes all of the text; a reader that has gone is no death of ours.
    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var blocked = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &blocked, nil)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            // A program that reads nothing shall not keep the text waiting for ever.
            guard poll(&watched, 1, pause * Int32(steps)) > 0 else { return false }
            let count = rest.withUnsafeBytes { bytes in
                #if canImport(Darwin)
                    Darwin.write(descriptor, bytes.baseAddress, min(bytes.count, 4096))
                #else
                    Glibc.write(descriptor, bytes.baseAddress, min(bytes.count, 4096))
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
