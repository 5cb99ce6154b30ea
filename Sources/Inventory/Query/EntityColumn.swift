/// A property of entities that tables show and sort by. The console's columns and `--sort` read ``table``.
public enum EntityColumn: UInt8, Sendable, CaseIterable {
    case kind, name, shortID, id, provider, parent, owner, privilege
    case created, issued, rotated, lastUsed, expires, revoked, flags, relations, exposure

    /// The side on which a column's texts line up.
    public enum Alignment: Sendable { case leading, trailing }

    /// One row of the table of columns.
    public struct Row: Sendable {
        /// The column.
        public let column: EntityColumn
        /// Its name on the command line and in files.
        public let name: String
        /// Other names that are understood.
        public let aliases: [String]
        /// What stands above it.
        public let title: String
        /// How its texts line up.
        public let alignment: Alignment
    }

    /// Every column, in the order in which a wide table shows them.
    public static let table: [Row] = [
        row(.kind, "kind", "KIND"),
        row(.name, "name", "NAME"),
        row(.shortID, "short_id", "SHORT", ["short"]),
        row(.id, "id", "ID"),
        row(.provider, "provider", "PROVIDER"),
        row(.parent, "parent", "PARENT", ["scope"]),
        row(.owner, "owner", "OWNER"),
        row(.privilege, "privilege", "PRIVILEGE", ["priv"], .trailing),
        row(.created, "created", "CREATED", ["created_at"]),
        row(.issued, "issued", "ISSUED", ["issued_at"]),
        row(.rotated, "rotated", "ROTATED", ["rotated_at"]),
        row(.lastUsed, "last_used", "LAST USED", ["used", "lastused", "last_used_at"]),
        row(.expires, "expires", "EXPIRES", ["expires_at"]),
        row(.revoked, "revoked", "REVOKED", ["revoked_at"]),
        row(.flags, "flags", "FLAGS"),
        row(.relations, "relations", "RELATIONS", ["degree"], .trailing),
        row(.exposure, "exposure", "EXPOSURE", ["reach"], .trailing),
    ]

    private static func row(
        _ column: EntityColumn, _ name: String, _ title: String, _ aliases: [String] = [],
        _ alignment: Alignment = .leading
    ) -> Row {
        Row(column: column, name: name, aliases: aliases, title: title, alignment: alignment)
    }

    /// The column called `name` or by an alias, whatever the case and with `-` for `_`.
    public init?(named name: String) {
        let name = name.queryName
        guard let row = Self.table.first(where: { $0.name == name || $0.aliases.contains(name) }) else { return nil }
        self = row.column
    }

    /// The columns that `name`, which is none, may have been meant for, nearest first.
    public static func suggestions(for name: String) -> [String] {
        Spelling.nearest(to: name, among: table.map(\.name))
    }

    /// The column's row. The table has one for each column, in their order.
    public var row: Row { Self.table[Int(rawValue)] }

    /// Whether no source says what stands in the column: it is worked out from all relations, and whoever shows the
    /// column or sorts by it brings it along.
    public var isComputed: Bool { self == .exposure }

    /// Whether who sorts by the column for the first time wants to see the greatest.
    public var startsWithGreatest: Bool { self == .exposure || self == .relations }

    /// What the column shows for `entity`; empty when no source says, and in computed columns. Times are in UTC, to the minute. The text is as
    /// the sources have it and must be made safe before it is shown.
    public func text(of entity: Entity) -> String {
        switch self {
        case .kind: entity.kindName
        case .name: entity.name
        case .shortID: entity.shortID
        case .id: entity.id
        case .provider: entity.provider ?? ""
        case .parent: entity.parent?.name ?? ""
        case .owner: entity.owner ?? ""
        case .privilege: entity.privilege.map(String.init) ?? ""
        case .created, .issued, .rotated, .lastUsed, .expires, .revoked: time(of: entity)?.minuteText ?? ""
        case .flags: entity.flags.names.joined(separator: " ")
        case .relations: String(entity.inventory.relationCount(of: entity.index))
        case .exposure: ""
        }
    }

    /// The time in the column; nil when no source says, and in columns that hold no time.
    public func time(of entity: Entity) -> Instant? {
        switch self {
        case .created: entity.created
        case .issued: entity.issued
        case .rotated: entity.rotated
        case .lastUsed: entity.lastUsed
        case .expires: entity.expires
        case .revoked: entity.revoked
        default: nil
        }
    }
}
