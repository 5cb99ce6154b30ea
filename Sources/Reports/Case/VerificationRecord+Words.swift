import Casebook
import Inventory

extension VerificationRecord {
    /// What was looked in, and what that showed, in words.
    public var words: String {
        "\(against.prefix(12)) (\(source.paths.joined(separator: ", "))) as of \(at.iso8601): \(answer.words)"
    }
}

extension VerificationRecord.Answer {
    /// The counts in words.
    public var words: String {
        let found = findings.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.replacing("_", with: " "))" }
        let parts: [String?] = [
            "\(closed) of \(items.counted("item")) shown to be done"
                + (found.isEmpty ? "" : " (\(found.joined(separator: ", ")))"),
            newIdentities.counted("new identity", "new identities"), "\(widened) widened",
            then.map { "then \($0.words)" }, now.map { "now \($0.words)" },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}

extension VerificationRecord.Reach {
    fileprivate var words: String {
        "\(reached) reached and \(live) live, \(conditional) conditional, rollback only \(rollbackOnly) live"
    }
}

extension CaseReplay.Answer {
    /// The counts in words.
    public var words: String {
        switch self {
        case .counts(let figures): figures.words
        case .verification(let answer): answer.words
        }
    }

    /// The same where it is compared with what was recorded: also what no count shows.
    public func words(besides recorded: Self) -> String {
        words == recorded.words ? "\(words), but other new identities" : words
    }
}
