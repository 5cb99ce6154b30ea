import Dispatch
import Synchronization

/// Does both works at the same time, where the machine can; gives what they give.
func atOnce<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { part in
        if part == 0 {
            let result = first()
            results.withLock { $0.0 = result }
        } else {
            let result = second()
            results.withLock { $0.1 = result }
        }
    }
    let (one, other) = results.withLock { $0 }
    // Both are there: the call above comes back when both parts are done.
    return (one ?? first(), other ?? second())
}
