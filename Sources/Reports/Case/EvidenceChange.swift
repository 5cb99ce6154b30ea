import Casebook

/// How what lies where evidence of a case lay differs from what the case names.
public struct EvidenceChange: Sendable {
    /// The content hash that the case names, and that of what lies there now.
    public let (named, now): (String, String)
    /// What became of the files: the first of them, each with its path, and how many more.
    private let files: [String]

    /// Nil where nothing differs.
    public init?(of named: CaseEvidence, to now: CaseEvidence) {
        guard named.hash != now.hash else { return nil }
        (self.named, self.now) = (named.hash, now.hash)
        let (before, after) = (Self.hashes(named.files), Self.hashes(now.files))
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        let first = changed.prefix(10).map { path in
            let what = before[path] == nil ? "new" : after[path] == nil ? "gone" : "changed"
            return "\(what): \(path)"
        }
        files = first + (changed.count > 10 ? ["… and \(changed.count - 10) more files"] : [])
    }

    private static func hashes(_ files: [EvidenceFile]) -> [String: String] {
        Dictionary(files.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, second in first + second })
    }

    private var headline: String {
        "THE EVIDENCE CHANGED since it was added to the case: it was \(named), it is \(now)"
    }

    /// What must be said before anything is answered, a line a thing.
    public var lines: [String] {
        [headline, "  add it as it is now with firebreak case add, or restore it"] + files.map { "  \($0)" }
    }

    /// The same in a paragraph, for what is handed on and speaks of what lies there now.
    public var words: String {
        "\(headline). What is counted here is what lies there now. "
            + files.map { "\($0). " }.joined() + "Add it as it is now with firebreak case add, or restore it."
    }
}
