import Foundation
import Synchronization
import TerminalKit

/// Makes a pseudo-terminal the standard input and output of this process, and is the one who sits before it.
final class PseudoTerminalFarEnd: Sendable {
    private let descriptor: Int32
    private let received: Mutex<(picture: PseudoTerminalPicture, output: [UInt8])>
    private let arrival = DispatchSemaphore(value: 0)

    init(size: Size) throws {
        setenv("TERM", "xterm-256color", 1)
        setenv("LANG", "C.UTF-8", 1)
        received = Mutex((PseudoTerminalPicture(size), []))
        let (master, terminal) = try PseudoTerminal.openPair()
        descriptor = master
        PseudoTerminal.resize(master, size)
        let near = open(terminal, O_RDWR | O_NOCTTY)
        guard near >= 0, dup2(near, 0) == 0, dup2(near, 1) == 1 else {
            throw PseudoTerminal.Failure.system(call: "open", error: errno)
        }
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 65536)
            while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
                let bytes = Array(buffer.prefix(count))
                received.withLock {
                    $0.picture.draw(bytes)
                    $0.output += bytes
                }
                arrival.signal()
            }
        }
    }

    /// Everything that was written to the terminal.
    var output: [UInt8] { received.withLock { $0.output } }

    /// The line settings.
    var modes: [UInt32] { PseudoTerminal.modes(descriptor) }

    /// Sends bytes as a keyboard does.
    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }

    /// Gives the terminal another size. It is nobody's controlling terminal: the signal has to be sent by hand.
    func resize(_ size: Size) {
        received.withLock { $0.picture.resize(size) }
        PseudoTerminal.resize(descriptor, size)
        kill(getpid(), SIGWINCH)
    }

    /// The picture once it is as wanted, or as it is after twenty seconds.
    func picture(until isWanted: (PseudoTerminalPicture) -> Bool) -> PseudoTerminalPicture {
        let deadline = DispatchTime.now() + .seconds(20)
        while true {
            let picture = received.withLock { $0.picture }
            if isWanted(picture) || arrival.wait(timeout: deadline) == .timedOut { return picture }
        }
    }
}
