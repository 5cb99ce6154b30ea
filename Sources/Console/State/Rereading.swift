import Inventory

/// Reads the evidence of the console once more, off the thread that draws: tells how far it is, and gives up when it is told
/// that it is cancelled. What `firebreak` gives the console, and tests replace.
public typealias EvidenceReader =
    @Sendable (
        _ progress: @escaping @Sendable (String) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
    ) throws(UnreadEvidence) -> Inventory

/// The evidence while it is read once more.
struct Rereading: Hashable, Sendable {
    enum Standing: Hashable, Sendable {
        /// How far the reading is, in words; empty before the first of them.
        case reading(String)
        /// It is read, and differs so; it is taken up as soon as nothing lies over the view.
        case ready(String)
    }

    let number: Int
    var standing = Standing.reading("")

    /// How far it is, and how to give it up.
    func words(in state: State) -> String {
        switch standing {
        case .reading(let words):
            "reading the evidence again, ctrl-C gives it up\(words.isEmpty ? "" : ": \(words)")"
        case .ready where state.casebook != nil && !state.isWorkKept:
            "the evidence is read again, and waits for what is being recorded; ctrl-C gives it up"
        case .ready: "the evidence is read again, and is taken up as soon as nothing is open over the list"
        }
    }
}

/// What became of the reading of the evidence once more.
enum RereadOutcome: Sendable {
    /// How far it is, in words.
    case reading(String)
    /// It was read, and differs so.
    case read(String)
    /// It was not read; why.
    case failed(String)
}
