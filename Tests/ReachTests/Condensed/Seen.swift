import Synchronization

/// What a computation told about its progress.
final class Seen: Sendable {
    private let told = Mutex<[Double]>([])

    var parts: [Double] { told.withLock { $0 } }

    func add(_ part: Double) { told.withLock { $0.append(part) } }
}
