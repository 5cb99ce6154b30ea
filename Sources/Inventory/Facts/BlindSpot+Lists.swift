// Blind spots that say that a list is not complete: whoever finds something missing from such a list has learnt
// nothing.
extension BlindSpot {
    private static let unlistedEnding = " not listed"
    private static let refusals = "requests that GitHub refused"
    /// What lists hold that are not called like a kind.
    private static let listed: [String: [EntityKind]] = [
        "workflow runs": [.run], "jobs": [.run], "installations": [.serviceAccount, .token],
    ]

    /// A list that is longer, by its own account, than what was saved of it. `list` names in words what it lists:
    /// `runner groups`.
    public static func unlisted(_ list: String, count: Int) -> BlindSpot {
        BlindSpot(what: list + unlistedEnding, count: count, why: "not all pages were saved")
    }

    /// A request that GitHub answered with an error: nobody knows what it would have listed.
    public static func refusal(why: String) -> BlindSpot { BlindSpot(what: refusals, count: 1, why: why) }

    /// Whether a request was answered with an error.
    var isRefusal: Bool { what == Self.refusals }

    /// Whether a list of this kind is longer than what was saved of it.
    func cutsShort(_ kind: EntityKind) -> Bool {
        guard what.hasSuffix(Self.unlistedEnding) else { return false }
        let list = String(what.dropLast(Self.unlistedEnding.count))
        return Self.listed[list]?.contains(kind) ?? (kind.row?.plural == list)
    }
}
