/// What sort of thing an entity is.
///
/// The kinds of the vocabulary have fixed numbers; a kind that only one source knows gets the next free number in that
/// inventory and keeps its own name (see ``Inventory/name(of:)``).
public struct EntityKind: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    /// The row in the table of kinds.
    public let rawValue: UInt16

    /// The kind in row `rawValue`.
    public init(rawValue: UInt16) { self.rawValue = rawValue }
}

extension EntityKind {
    /// An owner of repositories: an organization or enterprise.
    public static let organization = EntityKind(rawValue: 0)
    /// A group of people.
    public static let team = EntityKind(rawValue: 1)
    /// A human being's account.
    public static let person = EntityKind(rawValue: 2)
    /// A repository of code.
    public static let repository = EntityKind(rawValue: 3)
    /// A file that defines jobs.
    public static let workflow = EntityKind(rawValue: 4)
    /// A job as a workflow defines it, whatever its matrix.
    public static let job = EntityKind(rawValue: 5)
    /// One execution of a job, on one runner, in one attempt.
    public static let run = EntityKind(rawValue: 6)
    /// A machine, or a place on one, that executes jobs.
    public static let runner = EntityKind(rawValue: 7)
    /// Runners that are granted together.
    public static let runnerGroup = EntityKind(rawValue: 8)
    /// A deployment target with secrets and rules of its own.
    public static let environment = EntityKind(rawValue: 9)
    /// A named slot; never the credential in it.
    public static let secret = EntityKind(rawValue: 10)
    /// A credential: a token, key or password that authenticates.
    public static let token = EntityKind(rawValue: 11)
    /// What a token authenticates as: app, bot, machine user, cloud role.
    public static let serviceAccount = EntityKind(rawValue: 12)
    /// An AI assistant or autonomous bot that acts in a pipeline.
    public static let agent = EntityKind(rawValue: 13)
    /// A third-party step or reusable workflow, one per reference.
    public static let action = EntityKind(rawValue: 14)
    /// What is published under a name and version.
    public static let package = EntityKind(rawValue: 15)
    /// A cache entry, build output, image or release.
    public static let artifact = EntityKind(rawValue: 16)
    /// What is finally at stake: a cloud account, bucket, cluster, registry, domain.
    public static let resource = EntityKind(rawValue: 17)
}

extension EntityKind {
    /// One row of the table of kinds.
    public struct Row: Sendable {
        /// The kind.
        public let kind: EntityKind
        /// Its name in files and queries, in snake case.
        public let name: String
        /// Its name for one and for several, in words.
        public let singular: String, plural: String
        /// Its name where there is little room: a whole word of at most eight letters.
        public let short: String
        /// What people call it besides, in one word or two.
        public let aliases: [String]
        /// What remediation does to it for good: a disabled one is never held again, a cleansed one can be regained.
        public let remediation: Remediation
        /// Whether it is an identity that is no person: what an auditor's inventory lists.
        public let isNonHumanIdentity: Bool
        /// Whether rolling code back restores it.
        public let isCode: Bool
    }

    /// Every kind of the vocabulary, in the order of their numbers.
    public static let table: [Row] = [
        row(.organization, "organization", plural: "organizations", short: "org", also: ["orgs"]),
        row(.team, "team", plural: "teams"),
        row(.person, "person", plural: "people", also: ["user", "users", "persons"], .disable),
        row(.repository, "repository", plural: "repositories", short: "repo", also: ["repos"], code: true),
        row(.workflow, "workflow", plural: "workflows", also: ["wf"], code: true),
        row(.job, "job", plural: "jobs"),
        row(.run, "run", plural: "runs"),
        row(.runner, "runner", plural: "runners", identity: true),
        row(.runnerGroup, "runner_group", plural: "runner groups", short: "group"),
        row(.environment, "environment", plural: "environments", short: "env", also: ["envs"]),
        row(
            .secret, "secret", plural: "secrets", also: ["slot", "slots", "secret slot", "secret slots"],
            identity: true),
        row(
            .token, "token", plural: "tokens", also: ["credential", "credentials", "key", "keys"], .disable,
            identity: true),
        row(
            .serviceAccount, "service_account", plural: "service accounts", short: "account",
            also: ["accounts", "sa", "role", "roles"], .disable, identity: true),
        row(.agent, "agent", plural: "agents", .disable, identity: true),
        row(.action, "action", plural: "actions", code: true),
        row(.package, "package", plural: "packages", also: ["pkg"], code: true),
        row(.artifact, "artifact", plural: "artifacts", code: true),
        row(.resource, "resource", plural: "resources", also: ["asset", "assets"]),
    ]

    private static func row(
        _ kind: EntityKind, _ name: String, plural: String, short: String? = nil, also aliases: [String] = [],
        _ remediation: Remediation = .cleanse, identity: Bool = false, code: Bool = false
    ) -> Row {
        let singular = String(name.map { $0 == "_" ? " " : $0 })
        return Row(
            kind: kind, name: name, singular: singular, plural: plural, short: short ?? singular, aliases: aliases,
            remediation: remediation, isNonHumanIdentity: identity, isCode: code)
    }

    /// The kind of the vocabulary called `name` in snake case.
    public init?(name: some StringProtocol) {
        guard let row = Self.table.first(where: { $0.name == name }) else { return nil }
        self = row.kind
    }

    /// The row of the kind that people mean by `name`: its name for one or several, in short or another, whatever the
    /// case. Of those that only a source knows, `imported`, each keeps a name that is a short one here.
    public static func row(meantBy name: String, besides imported: [String] = []) -> Row? {
        let name = name.queryName
        if let row = table.first(where: { [$0.name, $0.plural.queryName].contains(name) }) { return row }
        if imported.contains(where: { $0.queryName == name }) { return nil }
        return table.first { ([$0.short] + $0.aliases).contains { $0.queryName == name } }
    }

    /// The row of this kind, or nil for a kind that only its source knows.
    public var row: Row? { Int(rawValue) < Self.table.count ? Self.table[Int(rawValue)] : nil }

    /// What remediation does to an entity of this kind.
    public var remediation: Remediation { row?.remediation ?? .cleanse }

    /// Whether rolling code back restores an entity of this kind.
    public var isCode: Bool { row?.isCode ?? false }

    /// Whether it is an identity, or a slot that holds one: a non-human identity or a person, but not the host that
    /// identities are taken from. What is counted as *identities* is of these kinds, everywhere.
    public var isIdentity: Bool { row?.isNonHumanIdentity == true && self != .runner || self == .person }
}

extension EntityKind.Row {
    /// What one or several are called where people read: a secret is a slot there, so that nobody takes it for the
    /// credential in it.
    public func words(count: Int = 1) -> String {
        guard kind == .secret else { return count == 1 ? singular : plural }
        return count == 1 ? "secret slot" : "secret slots"
    }

    /// The same where there is little room.
    public var shortWord: String { kind == .secret ? "slot" : short }
}

/// The two ways in which an entity is taken back from an attacker.
public enum Remediation: String, Sendable, CaseIterable {
    /// Revoked: never held again.
    case disable
    /// Re-imaged, reverted, rotated, purged: can be regained by a later crossing.
    case cleanse
}
