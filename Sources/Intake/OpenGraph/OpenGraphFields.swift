import CSimdjson

/// The members of a node that can be read fast, by their place in its row.
enum OpenGraphNodeField: Int, CaseIterable {
    case id, kind, secondKind, thirdKind, firebreakKind, name, owner, provider, parent
    case created, issued, rotated, lastUsed, expires, revoked, compromisedFrom, compromisedUntil
    case privilege, crownJewel, selfHosted, ephemeral, autonomous, leaked, revocable

    static let schema = RowSchema(fields: allCases.map(\.field), extras: "properties")

    /// Nodes with more kinds are read one by one.
    static let kinds = [kind, secondKind, thirdKind]

    private var field: RowSchema.Field {
        switch self {
        case .id: RowSchema.Field("id", CSJ_FIELD_TEXT)
        case .kind: RowSchema.Field("kinds/0", CSJ_FIELD_SYMBOL)
        case .secondKind: RowSchema.Field("kinds/1", CSJ_FIELD_SYMBOL)
        case .thirdKind: RowSchema.Field("kinds/2", CSJ_FIELD_SYMBOL)
        default: RowSchema.Field("properties/\(property?.name ?? "")", property?.type ?? CSJ_FIELD_TEXT)
        }
    }

    /// The property that it is; nil for what stands outside of the properties.
    var property: (name: String, type: csj_field_type)? {
        switch self {
        case .id, .kind, .secondKind, .thirdKind: nil
        case .firebreakKind: ("firebreak_kind", CSJ_FIELD_SYMBOL)
        case .name: ("name", CSJ_FIELD_TEXT)
        case .owner: ("owner", CSJ_FIELD_TEXT)
        case .provider: ("provider", CSJ_FIELD_TEXT)
        case .parent: ("firebreak_parent", CSJ_FIELD_TEXT)
        case .created: ("created_at", CSJ_FIELD_TIME)
        case .issued: ("issued_at", CSJ_FIELD_TIME)
        case .rotated: ("rotated_at", CSJ_FIELD_TIME)
        case .lastUsed: ("last_used_at", CSJ_FIELD_TIME)
        case .expires: ("expires_at", CSJ_FIELD_TIME)
        case .revoked: ("revoked_at", CSJ_FIELD_TIME)
        case .compromisedFrom: ("compromised_from", CSJ_FIELD_TIME)
        case .compromisedUntil: ("compromised_until", CSJ_FIELD_TIME)
        case .privilege: ("privilege", CSJ_FIELD_INTEGER)
        case .crownJewel: ("crown_jewel", CSJ_FIELD_TRUTH)
        case .selfHosted: ("self_hosted", CSJ_FIELD_TRUTH)
        case .ephemeral: ("ephemeral", CSJ_FIELD_TRUTH)
        case .autonomous: ("autonomous", CSJ_FIELD_TRUTH)
        case .leaked: ("leaked", CSJ_FIELD_TRUTH)
        case .revocable: ("revocable", CSJ_FIELD_TRUTH)
        }
    }
}

/// The members of an edge that can be read fast, by their place in its row.
enum OpenGraphEdgeField: Int, CaseIterable {
    case start, startMatch, startKind, end, endMatch, endKind, kind
    case traversable, validFrom, validUntil, hold, sessionSeconds, act, `guard`, evidence

    static let schema = RowSchema(fields: allCases.map(\.field), extras: "properties")

    private var field: RowSchema.Field {
        switch self {
        case .start: RowSchema.Field("start/value", CSJ_FIELD_TEXT)
        case .startMatch: RowSchema.Field("start/match_by", CSJ_FIELD_SYMBOL)
        // Where the id names the node, its kind decides nothing.
        case .startKind: RowSchema.Field("start/kind", CSJ_FIELD_SYMBOL)
        case .endKind: RowSchema.Field("end/kind", CSJ_FIELD_SYMBOL)
        case .end: RowSchema.Field("end/value", CSJ_FIELD_TEXT)
        case .endMatch: RowSchema.Field("end/match_by", CSJ_FIELD_SYMBOL)
        case .kind: RowSchema.Field("kind", CSJ_FIELD_SYMBOL)
        default: RowSchema.Field("properties/\(property?.name ?? "")", property?.type ?? CSJ_FIELD_TEXT)
        }
    }

    /// The property that it is; nil for what stands outside of the properties.
    var property: (name: String, type: csj_field_type)? {
        switch self {
        case .start, .startMatch, .startKind, .end, .endMatch, .endKind, .kind: nil
        case .traversable: ("traversable", CSJ_FIELD_TRUTH)
        case .validFrom: ("valid_from", CSJ_FIELD_TIME)
        case .validUntil: ("valid_until", CSJ_FIELD_TIME)
        case .hold: ("hold", CSJ_FIELD_SYMBOL)
        case .sessionSeconds: ("session_seconds", CSJ_FIELD_INTEGER)
        case .act: ("act", CSJ_FIELD_SYMBOL)
        case .guard: ("guard", CSJ_FIELD_TEXT)
        case .evidence: ("evidence", CSJ_FIELD_SYMBOL)
        }
    }
}
