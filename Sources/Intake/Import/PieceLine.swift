import Dispatch
import Synchronization

/// Work on one long text in three steps: pieces are taken off it one after another, prepared side by side on threads of
/// their own, and consumed in their order on the calling thread.
///
/// The same few pieces go round and round, so that memory stays bounded however long the text is.
final class PieceLine<Piece: AnyObject>: @unchecked Sendable {
    // Unchecked: a piece is with one thread at a time, handed on by its semaphores; `taken` is used by whoever may take.
    private struct Seat {
        let piece: Piece
        let isFree = DispatchSemaphore(value: 0)
        let isReady = DispatchSemaphore(value: 0)
    }

    private let seats: [Seat]
    private let take: (Piece) -> Bool
    private let prepare: (Piece) -> Void
    /// Held by the one thread that takes.
    private let turn = DispatchSemaphore(value: 0)
    private var taken = 0
    private let isOver = Atomic<Bool>(false)
    /// The number of the piece at which the text had ended; -1 while it has not.
    private let end = Atomic<Int>(-1)

    /// - Parameters:
    ///   - take: fills a piece with what comes next; false when there is nothing more. Never called twice at a time.
    ///   - prepare: called for several pieces at a time.
    init(pieces: [Piece], take: @escaping (Piece) -> Bool, prepare: @escaping (Piece) -> Void) {
        seats = pieces.map { Seat(piece: $0) }
        self.take = take
        self.prepare = prepare
    }

    /// Runs until the text is at its end or `consume` returns false; all threads have ended when it returns. Once only.
    func run(threads: Int, consume: (Piece) -> Bool) {
        // A semaphore that is let go below the value that it was made with is a fault: they all start at zero.
        for seat in seats { seat.isFree.signal() }
        turn.signal()
        let workers = (0..<max(1, threads)).compactMap { _ in WorkerThread { self.work() } }
        if workers.isEmpty { runAlone(consume) } else { consumeAll(consume) }
        for worker in workers { worker.join() }
    }

    private func consumeAll(_ consume: (Piece) -> Bool) {
        var number = 0
        while true {
            let seat = seats[number % seats.count]
            seat.isReady.wait()
            if end.load(ordering: .acquiring) == number { return }
            guard consume(seat.piece) else {
                isOver.store(true, ordering: .releasing)
                // Whoever waits for a seat wakes up, and sees that it is over.
                for seat in seats { seat.isFree.signal() }
                return
            }
            seat.isFree.signal()
            number += 1
        }
    }

    /// For a system that has no threads left.
    private func runAlone(_ consume: (Piece) -> Bool) {
        guard let piece = seats.first?.piece else { return }
        while take(piece) {
            prepare(piece)
            if !consume(piece) { return }
        }
    }

    private func work() {
        while let seat = next() {
            prepare(seat.piece)
            seat.isReady.signal()
        }
    }

    private func next() -> Seat? {
        turn.wait()
        defer { turn.signal() }
        if isOver.load(ordering: .acquiring) { return nil }
        let seat = seats[taken % seats.count]
        seat.isFree.wait()
        if isOver.load(ordering: .acquiring) { return nil }
        if take(seat.piece) {
            taken += 1
            return seat
        }
        isOver.store(true, ordering: .releasing)
        end.store(taken, ordering: .releasing)
        seat.isReady.signal()
        return nil
    }
}
