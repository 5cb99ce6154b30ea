import Inventory

/// One node or edge of an OpenGraph document.
enum OpenGraphText {
    /// The node that an entity becomes. What nobody says is left out.
    static func node(_ told: ExportedEntity) -> JSONText {
        let entity = told.entity
        let kinds = kinds(of: entity)
        var properties: [(String, JSONText)] = [("name", .string(entity.name))]
        func say(_ name: String, _ value: JSONText?) {
            if let value { properties.append((name, value)) }
        }
        say(entity.kind.row == nil ? "firebreak_imported_kind" : "firebreak_kind", .string(entity.kindName))
        say("firebreak_parent", entity.parent.map { .string($0.id) })
        say(ShortID.property, .string(entity.shortID))
        say("owner", entity.owner.map(JSONText.string))
        say("provider", entity.provider.map(JSONText.string))
        say("privilege", entity.privilege.map { .integer(Int64($0)) })
        say("created_at", entity.created.map(time))
        say("issued_at", entity.issued.map(time))
        say("rotated_at", entity.rotated.map(time))
        say("last_used_at", entity.lastUsed.map(time))
        say("expires_at", entity.expires.map(time))
        say("revoked_at", entity.revoked.map(time))
        let cleanups = entity.cleanups.map(time)
        if !cleanups.isEmpty { say("remediated_at", cleanups.count == 1 ? cleanups[0] : .array(cleanups)) }
        say("compromised_from", told.compromised.flatMap { $0.from.isBounded ? time($0.from) : nil })
        say("compromised_until", told.compromised.flatMap { $0.until.isBounded ? time($0.until) : nil })
        properties += flags(of: told)
        let rest = told.attributes.filter { kinds.own.isEmpty || $0.name != ownKind }
        properties += OpenGraphAttributeText.properties(rest, taken: nodeProperties)
        return .object([
            ("id", .string(entity.id)), ("kinds", .array(kinds.all.map(JSONText.string))),
            ("properties", .object(properties)),
        ])
    }

    /// The edge that a relation becomes; only what differs from `default` is said of its meaning.
    static func edge(_ relation: Relation, _ attributes: [Attribute], default: RelationTraits) -> JSONText {
        let traits = relation.traits
        var properties: [(String, JSONText)] = [("traversable", .bool(traits.gain == .forward))]
        if traits.act != `default`.act { properties.append(("act", .string(traits.act.name))) }
        if traits.hold != `default`.hold {
            properties.append(("hold", .string(traits.hold.name)))
            if case .session(let seconds) = traits.hold {
                properties.append(("session_seconds", .integer(Int64(seconds))))
            }
        }
        if traits.evidence != `default`.evidence { properties.append(("evidence", .string(traits.evidence.name))) }
        if let control = relation.guard { properties.append(("guard", .string(control))) }
        if relation.valid.from.isBounded { properties.append(("valid_from", time(relation.valid.from))) }
        if relation.valid.until.isBounded { properties.append(("valid_until", time(relation.valid.until))) }
        let name = relation.kindName
        let written = edgeKind(name)
        // Names that a collector's table would speak for: this edge already says what it means.
        let isCollectors = name.hasPrefix("GH_") || name.hasPrefix("AZ")
        if relation.kind.vocabularyName == nil, isCollectors || written != name {
            properties.append(("firebreak_imported_kind", .string(name)))
        }
        properties += OpenGraphAttributeText.properties(attributes, taken: edgeProperties)
        return .object([
            ("kind", .string(written)), ("start", end(relation.from)), ("end", end(relation.to)),
            ("properties", .object(properties)),
        ])
    }

    /// A moment: ISO 8601, or a number where that has no such year.
    static func time(_ instant: Instant) -> JSONText {
        let years: Range<Int64> = -62_167_219_200..<253_402_300_800
        if years.contains(instant.seconds) { return .string(instant.iso8601) }
        // Numbers of this size are read as milliseconds.
        let (milliseconds, isTooLarge) = instant.seconds.multipliedReportingOverflow(by: 1_000)
        return .integer(isTooLarge ? instant.seconds : milliseconds)
    }

    private static func end(_ entity: Entity) -> JSONText {
        .object([("value", .string(entity.id)), ("match_by", "id")])
    }

    // MARK: Kinds

    /// The attribute in which a node's own kinds are kept where they are not ours.
    private static let ownKind = "opengraph_kind"

    /// The node's kinds: those of the collector that it came from, where there is room for them, and ours.
    private static func kinds(of entity: Entity) -> (all: [String], own: [String]) {
        let name = isReserved(entity.kindName) ? "kind_\(entity.kindName)" : entity.kindName
        // A provider that nobody names would be told from them.
        guard entity.kind.row != nil, entity.provider != nil else { return ([name], []) }
        let own = entity.attributes.filter { $0.name == ownKind }.map(\.value)
        guard own.count <= 2, !own.contains(where: { $0.isEmpty || $0 == name || isReserved($0) }) else {
            return ([name], [])
        }
        return (own + [name], own)
    }

    /// A name that BloodHound takes for the kind of an edge.
    private static func edgeKind(_ name: String) -> String {
        var plain = ""
        for scalar in name.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            plain.unicodeScalars.append(isPlain ? scalar : "_")
        }
        return plain.isEmpty || isReserved(plain) ? "kind_\(plain)" : plain
    }

    /// BloodHound keeps these names for itself, and refuses a file that has one.
    private static func isReserved(_ name: String) -> Bool {
        let name = name.lowercased()
        return name == "tag" || name.hasPrefix("tag_")
    }

    // MARK: Flags

    /// The flags that have a property of their own.
    private static let flagProperties: EntityFlags = [.crownJewel, .selfHosted, .ephemeral, .autonomous, .leaked]

    private static func flags(of told: ExportedEntity) -> [(String, JSONText)] {
        let flags = told.flags
        var properties: [(String, JSONText)] = EntityFlags.table
            .filter { flagProperties.contains($0.flag) && flags.contains($0.flag) }.map { ($0.name, true) }
        var rest = flags.subtracting(flagProperties)
        if flags.contains(.revocable) {
            properties.append(("revocable", true))
            rest.remove(.revocable)
        } else if flags.contains(.irrevocable) {
            properties.append(("revocable", false))
            rest.remove(.irrevocable)
        }
        if let window = told.compromised, window != .always { rest.remove(.compromised) }
        if !rest.isEmpty { properties.append(("firebreak_flags", .array(rest.names.map(JSONText.string)))) }
        return properties
    }

    // MARK: Names that mean something

    private static let nodeProperties: Set<String> = [
        "name", "owner", "provider", "privilege", "created_at", "issued_at", "rotated_at", "last_used_at",
        "expires_at", "revoked_at", "remediated_at", "compromised_from", "compromised_until", "crown_jewel",
        "self_hosted", "ephemeral", "autonomous", "leaked", "revocable",
    ]

    private static let edgeProperties: Set<String> = [
        "traversable", "hold", "session_seconds", "act", "guard", "evidence", "valid_from", "valid_until",
    ]
}
