/// What a `permissions:` key says.
struct PermissionSetting {
    enum Grant {
        /// `read-all`: everything may be read.
        case readAll
        /// `write-all`: everything may be written.
        case writeAll
        /// Levels by scope; whatever is left out is `none`.
        case scopes([(scope: String, level: PermissionLevel)])
    }

    var grant: Grant
    var line: Int
}

/// How much of one scope a job token may use.
enum PermissionLevel: UInt8, Comparable {
    case none, read, write

    init?(_ text: String) {
        switch text.lowercased() {
        case "none": self = .none
        case "read": self = .read
        case "write", "admin": self = .write
        default: return nil
        }
    }

    var name: String {
        switch self {
        case .none: "none"
        case .read: "read"
        case .write: "write"
        }
    }

    static func < (left: PermissionLevel, right: PermissionLevel) -> Bool { left.rawValue < right.rawValue }
}

/// One thing that a job token can be allowed to use.
struct PermissionScope {
    let name: String
    /// The most that can be given.
    let highest: PermissionLevel
    /// What `write` as the repository's default gives, and `read`.
    let inWriteDefault: PermissionLevel, inReadDefault: PermissionLevel

    /// Every scope but `metadata`, which every token may read; see GitHub's "Permissions for the GITHUB_TOKEN". `id-token` is part of no default, only of
    /// `write-all`, and it lets the job ask for an identity token, not write anything.
    static let table: [PermissionScope] = [
        scope("actions"), scope("artifact-metadata"), scope("attestations"), scope("checks"),
        scope("contents", inReadDefault: .read), scope("deployments"), scope("discussions"),
        scope("id-token", inWriteDefault: PermissionLevel.none), scope("issues"),
        scope("models", .read, inWriteDefault: PermissionLevel.none), scope("packages", inReadDefault: .read),
        scope("pages"),
        scope("pull-requests"), scope("repository-projects"), scope("security-events"), scope("statuses"),
    ]

    private static func scope(
        _ name: String, _ highest: PermissionLevel = .write, inWriteDefault: PermissionLevel? = nil,
        inReadDefault: PermissionLevel = .none
    ) -> PermissionScope {
        PermissionScope(
            name: name, highest: highest, inWriteDefault: inWriteDefault ?? highest, inReadDefault: inReadDefault)
    }
}

/// What a job's token may do, and who says so.
struct EffectivePermissions {
    /// Where the levels come from.
    enum Origin: Equatable {
        case job, workflow
        /// The repository's or organisation's setting, as collected.
        case setting
        /// The jobs that call this workflow.
        case caller
        /// The default, which no source tells.
        case unknown

        var name: String {
            switch self {
            case .job: "job"
            case .workflow: "workflow"
            case .setting: "default"
            case .caller: "caller"
            case .unknown: "default: not collected"
            }
        }
    }

    /// Levels by scope; what is missing is `none`, or unknown when the origin is.
    var levels: [String: PermissionLevel] = [:]
    var origin: Origin
    /// The line that says so; nil for a default.
    var line: Int?

    /// The level of `scope`; nil when it cannot be known.
    func level(of scope: String) -> PermissionLevel? {
        if let level = levels[scope] { return level }
        return origin == .unknown ? nil : PermissionLevel.none
    }

    /// Whether the job can ask for an identity token. No default includes that, so it is known without the default.
    var allowsIdentityToken: Bool { levels["id-token"] == .write }

    init(origin: Origin) { self.origin = origin }

    /// What `setting` grants.
    init(_ setting: PermissionSetting, origin: Origin) {
        self.origin = origin
        line = setting.line
        switch setting.grant {
        case .readAll:
            for scope in PermissionScope.table where scope.name != "id-token" { levels[scope.name] = .read }
        case .writeAll:
            for scope in PermissionScope.table { levels[scope.name] = scope.highest }
        case .scopes(let scopes):
            for (scope, level) in scopes where level != .none { levels[scope] = level }
        }
    }

    /// The default that the repository or its owner set: `read` or `write`.
    init(default name: String) {
        origin = .setting
        for scope in PermissionScope.table {
            let level = name == "write" ? scope.inWriteDefault : scope.inReadDefault
            if level != .none { levels[scope.name] = level }
        }
    }

    /// Scopes with their levels, by name.
    var sorted: [(scope: String, level: PermissionLevel)] {
        levels.sorted { $0.key < $1.key }.map { (scope: $0.key, level: $0.value) }
    }

    /// What is left of it within `ceiling`: a called workflow never gets more than its caller has.
    func limited(to ceiling: EffectivePermissions) -> EffectivePermissions {
        guard ceiling.origin != .unknown else { return self }
        guard origin != .unknown else { return ceiling }
        var result = self
        for (scope, level) in levels {
            let highest = ceiling.levels[scope] ?? .none
            result.levels[scope] = min(level, highest) == .none ? nil : min(level, highest)
        }
        return result
    }

    /// Everything that either allows.
    mutating func formUnion(_ other: EffectivePermissions) {
        levels.merge(other.levels) { max($0, $1) }
    }
}
