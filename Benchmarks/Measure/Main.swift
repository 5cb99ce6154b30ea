import FoundationEssentials
import Inventory

#if canImport(Glibc)
    import Glibc

    private let systemWrite = Glibc.write
#elseif canImport(Darwin)
    import Darwin

    private let systemWrite = Darwin.write
#endif

/// Answers the harness of `Benchmarks`, one line of words for one line of JSON: see `Benchmarks/README.md`.
@main
enum Measure {
    static func main() {
        switch CommandLine.arguments.dropFirst().first {
        case "works": say(Ready(ready: nil))
        case let path? where CommandLine.arguments.count == 2: serve(path)
        default: end("usage: firebreak-measure works | SNAPSHOT")
        }
    }

    private static func serve(_ path: String) {
        let began = ContinuousClock.now
        do throws(SnapshotError) {
            let subject = try Subject(path)
            say(Ready(ready: .init(subject.inventory, nanoseconds: began.nanosecondsToNow)))
            while let line = readLine() { say(subject.reply(to: line)) }
        } catch {
            end("the snapshot cannot be opened: \(error)")
        }
    }

    private static func say(_ reply: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(reply) else { return }
        write(data + [UInt8(ascii: "\n")], to: STDOUT_FILENO)
    }

    private static func end(_ why: String) -> Never {
        write(Data("\(why)\n".utf8), to: STDERR_FILENO)
        exit(1)
    }

    private static func write(_ data: Data, to descriptor: Int32) {
        data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}

extension ContinuousClock.Instant {
    /// How long ago this was.
    var nanosecondsToNow: Int64 {
        let passed = (ContinuousClock.now - self).components
        return passed.seconds * 1_000_000_000 + passed.attoseconds / 1_000_000_000
    }
}
