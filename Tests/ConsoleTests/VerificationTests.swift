import Dispatch
import Synchronization
import TerminalKit
import Testing

@testable import Console

@Suite("The check of the evidence beside the console")
struct VerificationTests {
    @Test("It stands still while something is computed, goes on then, and ends when it is given up")
    func pausing() async {
        let isReleased = Atomic(false)
        let (seen, sees) = AsyncStream.makeStream(of: Bool.self)
        let watch = EvidenceWatch(
            problem: { nil },
            verify: { isCancelled in
                repeat { sees.yield(isReleased.load(ordering: .sequentiallyConsistent)) } while !isCancelled()
                sees.finish()
            })
        let verification = Verification(watch, signal: ScriptedTerminal(size: Size(rows: 9, columns: 9)).wakeSignal)
        verification.hold(true)
        verification.start()
        var steps = seen.makeAsyncIterator()
        // The first step is before the first question, which is not answered while it is held.
        #expect(await steps.next() == false)
        isReleased.store(true, ordering: .sequentiallyConsistent)
        verification.hold(false)
        // Where nothing had held it, this one would have come before.
        #expect(await steps.next() == true)
        verification.hold(true)
        verification.cancel()
        // What never ends keeps this test waiting.
        while await steps.next() != nil {}
    }
}
