import Inventory

/// What the properties of one node say that cannot go into a fact at once.
struct OpenGraphNodeDraft {
    /// The collector's primary kind; empty when the node declares a kind of ours.
    let collector: String
    var name: String?
    /// A name by another property, and how good a name it is: less is better.
    var otherName: (rank: Int, text: String)?
    var compromisedFrom: Instant?
    var compromisedUntil: Instant?
    var isProtected = false
    var hasWorkflowText = false
    var permissions: OpenGraphPermissions?
    var attributes = OpenGraphAttributes()

    init(collector: String) { self.collector = collector }

    /// Properties that name a node when `name` does not, the best first.
    static let otherNames = ["displayname", "display_name", "login", "full_name", "short_name", "slug", "title"]
}

extension OpenGraphReading {
    /// Reads one property of a node: ours by the table of the design, the collectors' by their names for the same.
    mutating func read(
        _ key: String, _ value: JSONValue, of fact: inout EntityFact, _ draft: inout OpenGraphNodeDraft,
        at location: String
    ) {
        switch key {
        // A short id follows from kind and id.
        case "firebreak_kind", "firebreak_imported_kind", ShortID.property: break
        case "firebreak_parent": fact.parent = ownedText(value, at: location, key).map(SecretText.redactedID)
        case "firebreak_flags": namedFlags(value, of: &fact, at: location, key)
        case "firebreak_attributes": draft.attributes.add(pairs: value)
        case "name": draft.name = known(value.lenientText, "a text", at: location, key)
        case "owner": fact.owner = ownedText(value, at: location, key)
        case "provider": fact.provider = ownedText(value, at: location, key)
        case "created_at": fact.created = instant(value, at: location, key)
        case "issued_at": fact.issued = instant(value, at: location, key)
        case "rotated_at": fact.rotated = instant(value, at: location, key)
        case "last_used_at": fact.lastUsed = instant(value, at: location, key)
        case "expires_at": fact.expires = instant(value, at: location, key)
        case "revoked_at": fact.revoked = instant(value, at: location, key)
        case "remediated_at": fact.cleanups = instants(value, at: location, key)
        case "compromised_from": draft.compromisedFrom = instant(value, at: location, key)
        case "compromised_until": draft.compromisedUntil = instant(value, at: location, key)
        case "privilege": fact.privilege = privilege(value, at: location, key)
        case "crown_jewel": flag(.crownJewel, value, of: &fact, at: location, key)
        case "self_hosted": flag(.selfHosted, value, of: &fact, at: location, key)
        case "ephemeral": flag(.ephemeral, value, of: &fact, at: location, key)
        case "autonomous": flag(.autonomous, value, of: &fact, at: location, key)
        case "leaked": flag(.leaked, value, of: &fact, at: location, key)
        case "revocable":
            if let isRevocable = known(value.lenientTruth, "true or false", at: location, key) {
                fact.flags.insert(isRevocable ? .revocable : .irrevocable)
            }
        default: readOther(key, value, of: &fact, &draft, at: location)
        }
    }

    private mutating func readOther(
        _ key: String, _ value: JSONValue, of fact: inout EntityFact, _ draft: inout OpenGraphNodeDraft,
        at location: String
    ) {
        if let rank = OpenGraphNodeDraft.otherNames.firstIndex(of: key), let text = value.lenientText.known,
            rank < draft.otherName?.rank ?? .max
        {
            draft.otherName = (rank, text)
        }
        guard OpenGraphKinds.isKnownCollector(draft.collector) else { return draft.attributes.add(key, value) }
        switch (draft.collector, key) {
        case ("GH_PersonalAccessToken", "access_granted_at"): fact.issued = instant(value, at: location, key)
        case ("GH_PersonalAccessToken", "token_expires_at"): fact.expires = instant(value, at: location, key)
        case ("GH_PersonalAccessToken", "token_last_used_at"): fact.lastUsed = instant(value, at: location, key)
        case ("GH_PersonalAccessToken", "owner_login"), ("GH_App", "owner_login"):
            if fact.owner == nil { fact.owner = ownedText(value, at: location, key) }
        case ("GH_OrgSecret", "updated_at"), ("GH_RepoSecret", "updated_at"), ("GH_EnvironmentSecret", "updated_at"):
            fact.rotated = instant(value, at: location, key)
        case ("GH_Branch", "protected"):
            draft.isProtected = value.lenientTruth.known ?? false
            draft.attributes.add(key, value)
        case ("GH_PersonalAccessToken", "permissions"), ("GH_AppInstallation", "permissions"):
            draft.permissions = OpenGraphPermissions(value)
            draft.attributes.add(key, value)
        // The workflow's text: a parser of workflow files belongs here. It may hold secrets in clear and is not kept.
        case ("GH_Workflow", "contents"): draft.hasWorkflowText = !value.saysNothing
        // A step's commands, likewise.
        case ("GH_WorkflowStep", "run"): break
        default: draft.attributes.add(key, value)
        }
    }

    private mutating func instant(_ value: JSONValue, at location: String, _ key: String) -> Instant? {
        known(value.lenientInstant, "a time (ISO 8601 or epoch seconds)", at: location, key)
    }

    private mutating func instants(_ value: JSONValue, at location: String, _ key: String) -> [Instant] {
        guard value.kind == .array else {
            // A table has them in one cell.
            let times = value.string?.split(separator: " ") ?? []
            if times.count > 1 {
                let known = times.compactMap { Instant(text: $0) }
                if known.count == times.count { return known }
            }
            return instant(value, at: location, key).map { [$0] } ?? []
        }
        var instants: [Instant] = []
        for (place, element) in value.elements.enumerated() {
            if let instant = instant(element, at: location, "\(key)/\(place)") { instants.append(instant) }
        }
        return instants
    }

    private mutating func ownedText(_ value: JSONValue, at location: String, _ key: String) -> String? {
        known(value.lenientText, "a text", at: location, key).map(OpenGraphAttributes.bounded)
    }

    private mutating func privilege(_ value: JSONValue, at location: String, _ key: String) -> UInt8? {
        guard let level = known(value.lenientInteger, "a whole number from 0 to 4", at: location, key) else {
            return nil
        }
        if !(0...4).contains(level) {
            noteBad(key, "is not from 0 to 4; taken as \(level < 0 ? 0 : 4)", at: location)
        }
        return UInt8(clamping: min(max(level, 0), 4))
    }

    private mutating func flag(
        _ flag: EntityFlags, _ value: JSONValue, of fact: inout EntityFact, at location: String, _ key: String
    ) {
        if known(value.lenientTruth, "true or false", at: location, key) == true { fact.flags.insert(flag) }
    }

    /// Flags by their names: a list, or a text with blanks between them.
    private mutating func namedFlags(
        _ value: JSONValue, of fact: inout EntityFact, at location: String, _ key: String
    ) {
        let names =
            value.kind == .array
            ? value.elements.map { $0.string ?? "" } : value.string?.split(separator: " ").map(String.init) ?? []
        for name in names {
            if let row = EntityFlags.table.first(where: { $0.name == name }) {
                fact.flags.insert(row.flag)
            } else {
                noteBad(key, "holds a flag that is not known; left out", at: location)
            }
        }
    }
}
