/// A property that a query can name. Parsing, completion, help and docs read ``table``.
public enum QueryField: UInt8, Sendable, CaseIterable {
    case name, id, short, kind, provider, owner, parent, inside, source, privilege
    case created, issued, rotated, used, expires, revoked, cleaned, age
    case `is`, relations, tier, plane, exposure, jobs, held, until, note
    case state, verdict, assignee, tag

    /// What sort of value a field has, and so which comparisons it knows.
    public enum ValueType: Sendable {
        /// Text: `:` is the whole text, `~` a part of it.
        case text
        /// Text with parts between slashes: `:` is the whole text or its last parts.
        case path
        /// A short id, or its beginning: only `:`.
        case shortID
        /// A kind, by its name in snake case or in words.
        case kind
        /// A whole number: `:`, `<`, `<=`, `>`, `>=`.
        case number
        /// A time that lies behind: a duration is how long ago, so `used>90d` is longer ago than 90 days.
        case past
        /// A time that lies ahead: a duration counts from now, so `expires<30d` is sooner than in 30 days, or over.
        case future
        /// A length of time until now.
        case duration
        /// One of the two planes.
        case plane
        /// A flag or state.
        case flag
    }

    /// One row of the table of fields.
    public struct Row: Sendable {
        /// The field.
        public let field: QueryField
        /// Its name in queries.
        public let name: String
        /// Other names that are understood.
        public let aliases: [String]
        /// What it is, in words.
        public let explanation: String
        /// What sort of value it has.
        public let type: ValueType
        /// A term that uses it.
        public let example: String
        /// What must be known besides the inventory.
        public let needs: QueryNeed
    }

    /// Every field, in the order in which help lists them.
    public static let table: [Row] = [
        row(.name, "name", [], "display name", .text, "name~deploy"),
        row(.id, "id", [], "stable id, or its last parts", .path, "id:northwind/web"),
        row(.short, "short", ["short_id"], "short id, or its beginning", .shortID, "short:t7f3"),
        row(.kind, "kind", ["type"], "kind of entity", .kind, "kind:token,secret"),
        row(.provider, "provider", [], "who issues or hosts it", .text, "provider:aws"),
        row(.owner, "owner", [], "who answers for it", .path, "owner:none"),
        row(.parent, "parent", ["scope"], "name or id of what it belongs to", .path, "parent~northwind"),
        row(.inside, "in", ["inside", "within"], "what it belongs to, at any depth", .path, "in:northwind/web"),
        row(.source, "source", ["file"], "a file that its facts come from", .path, "source~audit"),
        row(.privilege, "privilege", ["priv"], "privilege level, 0 to 4", .number, "privilege>=3"),
        row(.created, "created", ["created_at"], "when it was created", .past, "created<7d"),
        row(.issued, "issued", ["issued_at"], "from when on it can be used", .past, "issued>=2026-03-01"),
        row(.rotated, "rotated", ["rotated_at"], "when it was last rotated", .past, "rotated>1y"),
        row(
            .used, "used", ["lastused", "last_used", "last_used_at"], "when it was last used", .past, "used:never"),
        row(.expires, "expires", ["expires_at", "expiry"], "when it expires", .future, "expires<30d"),
        row(.revoked, "revoked", ["revoked_at"], "when it was revoked", .past, "revoked:none"),
        row(.cleaned, "cleaned", ["remediated", "remediated_at"], "when it was last cleaned up", .past, "cleaned<1d"),
        row(.age, "age", [], "how long ago it was created, else issued", .duration, "age>1y"),
        row(.is, "is", ["flag"], "a flag or state that is set", .flag, "is:self_hosted"),
        row(.relations, "relations", ["degree"], "how many relations it has, both ways", .number, "relations>100"),
        row(.tier, "tier", [], "tampering steps between what is declared and it", .number, "tier:0", needs: .reach),
        row(.plane, "plane", [], "the plane on which it was reached", .plane, "plane:identity", needs: .reach),
        row(
            .exposure, "exposure", ["reach"], "how many entities its holder can reach at any time", .number,
            "exposure>1000", needs: .exposure),
        row(
            .jobs, "jobs", [], "how many jobs get at it, also through slots and environments", .number, "jobs>1"),
        row(
            .held, "held", ["first_held"], "when it was first reached; also held:live, held:ended and the like", .past,
            "held<1d", needs: .reach),
        row(
            .until, "until", ["held_until"], "when an attacker can use it no longer", .future, "until<1d",
            needs: .reach),
        row(.note, "note", ["notes"], "what was noted on it, tags too", .text, "note~#cleared", needs: .marks),
        row(.state, "state", ["progress"], "how far what is planned for it is", .text, "state:approved", needs: .marks),
        row(.verdict, "verdict", ["finding"], "what was concluded of it", .text, "verdict:suspicious", needs: .marks),
        row(.assignee, "assignee", ["assigned"], "who is to see to it", .text, "assignee:none", needs: .marks),
        row(.tag, "tag", ["tags"], "its tags, those in its note too", .text, "tag:forum", needs: .marks),
    ]

    private static func row(
        _ field: QueryField, _ name: String, _ aliases: [String], _ explanation: String, _ type: ValueType,
        _ example: String, needs: QueryNeed = .nothing
    ) -> Row {
        Row(
            field: field, name: name, aliases: aliases, explanation: explanation, type: type, example: example,
            needs: needs)
    }

    /// What stands before the name of an attribute that is also the name of a field: `attr.owner:x`.
    public static let attributePrefix = "attr."

    /// The field called `name` or by an alias, whatever the case and with `-` for `_`.
    public init?(named name: String) {
        let name = name.queryName
        guard let row = Self.table.first(where: { $0.name == name || $0.aliases.contains(name) }) else { return nil }
        self = row.field
    }

    /// The field's row. The table has one for each field, in their order.
    public var row: Row { Self.table[Int(rawValue)] }
}

/// What a term needs besides the inventory and the time of asking.
public enum QueryNeed: Sendable {
    /// Nothing more.
    case nothing
    /// A computed reach, and so at least one seed.
    case reach
    /// The marks of a case.
    case marks
    /// The exposure of all entities.
    case exposure
}

extension String {
    /// The text as the tables of names write it: in lower case, words joined by underscores.
    var queryName: String {
        String(lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    }
}
