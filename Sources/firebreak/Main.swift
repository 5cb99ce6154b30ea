import ArgumentParser

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@main
enum Main {
    static func main() {
        // A limit on the size of files shall be an error like a full disk, not a death in the middle of a change.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try Firebreak.parseAsRoot()
            try command.run()
            exit(ExitStatus.done.rawValue)
        } catch let answer as AnswerIsNo {
            exit(answer.status.rawValue)
        } catch let end as WasStopped {
            exit(end.status.rawValue)
        } catch let failure as CommandFailure {
            Output.diagnose(failure.message)
            exit(failure.status.rawValue)
        } catch {
            let message = Firebreak.fullMessage(for: error)
            guard Firebreak.exitCode(for: error) != .success else {
                Output.write(message + "\n")
                exit(ExitStatus.done.rawValue)
            }
            Output.complain(message)
            exit(ExitStatus.badInput.rawValue)
        }
    }
}
