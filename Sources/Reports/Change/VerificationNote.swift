import Casebook
import Inventory
import PlainText
import Reach

/// The note by which a case keeps which identities a verification came upon that its evidence did not have: they are
/// no items of the plan, and nothing else would tell of them.
public struct VerificationNote {
    private static let beginning = "not in the evidence of the case, found by verification against "

    /// What is written down; nil where nothing is new, or all of it was written down before.
    public let text: String?

    /// How many identities a note names.
    private static let longest = 200

    /// The note on `verification`, whose new source has this content hash and was read at these paths, in a case that
    /// says `state`. O(its identities × length of earlier notes).
    public init(_ verification: Verification, in state: CaseState, source hash: String, at paths: [String]) {
        let earlier = state.noted.filter { $0.subject == .wholeCase && $0.text.hasPrefix(Self.beginning) }.map(\.text)
        let told = verification.newcomers.map { newcomer in
            let entity = verification.diff.new.entity(at: newcomer.entity)
            return "\(newcomer.isKnownNew ? "new" : "not known to be new"): \(entity.told) (\(entity.id))".printable
        }
        let unknown = told.prefix(Self.longest).filter { line in !earlier.contains { $0.contains(line) } }
        guard !unknown.isEmpty else {
            text = nil
            return
        }
        let closed = verification.results.count(where: \.finding.isClosed)
        let head =
            "\(Self.beginning)\(hash.prefix(12)) (\(paths.joined(separator: ", ")), which shows \(closed) of "
            + "\(verification.results.countWords) to be done): \(told.count.counted("identity", "identities"))"
        let more = told.count > Self.longest ? ["only the first \(Self.longest) are looked at here"] : []
        text = ([head] + unknown + more).joined(separator: "; ")
    }
}
