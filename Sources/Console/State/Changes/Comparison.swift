import Inventory

/// What the console compares its evidence with, and how far that is.
struct Comparison: Sendable {
    enum Standing: Sendable {
        /// How far the reading is, in words; empty before the first of them.
        case reading(String)
        case failed(String)
        case ready(OtherEvidence)
    }

    /// What the other evidence is called.
    let title: String
    /// How it is named on the command line.
    let paths: [String]
    private(set) var standing: Standing
    /// Grows with each change of what rows are made from.
    private(set) var version = 0

    init(_ source: OtherSource) {
        title = source.title
        paths = source.paths
        standing = source.evidence.map { .ready($0) } ?? .reading("")
    }

    /// The other evidence, once it is read.
    var evidence: OtherEvidence? { if case .ready(let evidence) = standing { evidence } else { nil } }

    /// Whether it is being read.
    var isReading: Bool { if case .reading = standing { true } else { false } }

    mutating func learn(_ outcome: OtherOutcome) {
        version += 1
        switch outcome {
        case .reading(let words): standing = .reading(words)
        case .read(let evidence): standing = .ready(evidence)
        case .failed(let reason): standing = .failed(reason)
        }
    }
}
