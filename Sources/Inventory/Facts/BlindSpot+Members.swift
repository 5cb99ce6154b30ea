// The entities that a blind spot is about, where the inventory knows them: readers give them an attribute that says what
// of them is not known, and a query lists them.
extension BlindSpot {
    /// The attribute that says what is not known of an entity.
    public static let attribute = "unknown"

    /// What is not known of the entities that a blind spot counts: a row a blind spot whose entities readers mark.
    public struct Unknown: Sendable {
        /// How ``BlindSpot/what`` begins.
        let beginning: String
        /// The value of ``BlindSpot/attribute``: what is not known.
        public let value: String
    }

    /// Every such blind spot.
    public static let unknowns: [Unknown] = [
        Unknown(beginning: "jobs on unknown runners", value: "runners"),
        Unknown(beginning: "jobs that ask for self-hosted runners that no source lists", value: "self-hosted runners"),
        Unknown(beginning: "jobs with runner labels of the organization's own", value: "hosted or self-hosted"),
        Unknown(beginning: "jobs whose token permissions are the default", value: "default permissions"),
        Unknown(beginning: "jobs that read secrets which only a run can tell", value: "secrets"),
        Unknown(beginning: "jobs without run history", value: "run history"),
        Unknown(beginning: "repositories without run history before", value: "earlier run history"),
        Unknown(beginning: "roles whose trust and policies were not read", value: "trust and policies"),
        Unknown(beginning: "organization secrets whose repositories are not known", value: "sharing"),
        Unknown(beginning: "tokens and installations of unknown permissions", value: "permissions"),
        Unknown(
            beginning: "tokens and installations that can write to unknown repositories",
            value: "repositories it reaches"),
        Unknown(beginning: "apps and tokens that can write to unknown repositories", value: "repositories chosen"),
        Unknown(beginning: "runners whose jobs were not collected", value: "jobs"),
    ]

    /// What is not known of its entities; nil where readers can only count them.
    public var unknown: String? { Self.unknowns.first { what.hasPrefix($0.beginning) }?.value }

    /// The query that lists its entities; nil where they are only counted.
    public var query: String? { unknown.map { "\(Self.attribute):\"\($0)\"" } }
}
