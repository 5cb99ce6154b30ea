/// The lists among which the view of changes lets one choose.
enum ChangeSection: String, Hashable, Sendable, CaseIterable {
    case changes, widened, blast, plan, new

    /// What it is called.
    var title: String {
        switch self {
        case .changes: "changes"
        case .widened: "wider"
        case .blast: "live then/now"
        case .plan: "plan"
        case .new: "new identities"
        }
    }
}
