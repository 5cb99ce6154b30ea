/// A question that auditors ask everywhere, ready to be asked here. The console's list and docs read ``table``.
public struct ReadyQuery: Sendable, Hashable {
    /// What it is called, in a few words.
    public let name: String
    /// What it finds, and what that does not say.
    public let explanation: String
    /// The query.
    public let text: String
    /// What it was called before, and is still understood by.
    public var formerName: String?

    /// Every ready query, in the order in which they are listed.
    public static let table: [ReadyQuery] = [
        ReadyQuery(
            name: "no use recorded",
            explanation:
                "credentials and accounts of which, and of whose keys, no source records a use: unknown, which is not never",
            text: "kind:token,service_account used:never -revoked -expired "
                + "-(token[used:any] -[authenticates_as]-> service_account)",
            formerName: "never used"),
        ReadyQuery(
            name: "unused for 90 days", explanation: "last used more than 90 days ago, where a use is recorded",
            text: "nhi used>90d -revoked -expired"),
        ReadyQuery(
            name: "older than 90 days",
            explanation: "credentials made more than 90 days ago and still usable, as far as their age is recorded",
            text: "kind:token age>90d -revoked -expired"),
        ReadyQuery(
            name: "without an end", explanation: "credentials that never expire, as far as the sources tell",
            text: "kind:token expires:never -revoked"),
        ReadyQuery(
            name: "no owner", explanation: "non-human identities for which nobody is named",
            text: "nhi owner:none"),
        ReadyQuery(
            name: "owner left",
            explanation: "the owner is disabled, or no source lists that name while some list people",
            text: "nhi owner_left"),
        ReadyQuery(
            name: "long-lived beside short-lived",
            explanation: "keys without an end in jobs that may also assume a role of that provider",
            text: "replaceable"),
        ReadyQuery(
            name: "shared by several jobs", explanation: "slots, credentials and accounts that several jobs get at",
            text: "nhi jobs>1"),
        ReadyQuery(
            name: "admin", explanation: "full control, or a right to administer something",
            text: "nhi (privilege:4 or @nhi -[administers]-> *)"),
        ReadyQuery(
            name: "expiring within 30 days", explanation: "what will stop working, unless it is renewed",
            text: "expires<30d -expired -revoked -kind:run"),
        ReadyQuery(
            name: "used since held", explanation: "used at or after the moment it was first reached",
            text: "used_since"),
        ReadyQuery(
            name: "noted", explanation: "what has a note; note~#word finds a tag", text: "note:any"),
        ReadyQuery(
            name: "on self-hosted runners", explanation: "credentials that jobs on persistent runners get at",
            text: "runner[self-hosted -ephemeral] -> job -> token"),
        ReadyQuery(
            name: "a way to the crown jewels", explanation: "non-human identities from which one is reached",
            text: "@nhi ->> *[crown-jewel]"),
        ReadyQuery(
            name: "look-alike names",
            explanation: "names that can be read as another of their kind, or that mix scripts in a word",
            text: "lookalike"),
    ]
}
