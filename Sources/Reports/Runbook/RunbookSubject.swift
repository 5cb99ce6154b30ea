import Inventory
import PlainText

/// The entity that a runbook is about, with what its rows ask about it.
struct RunbookSubject: Sendable {
    let entity: Entity
    /// How many jobs break when it is revoked.
    let breaks: Int
    /// When it was decided; nil where nobody said.
    let decided: Instant?
    private let attributes: [Attribute]

    init(_ entity: Entity, breaks: Int = 0, decided: Instant? = nil) {
        self.entity = entity
        self.breaks = breaks
        self.decided = decided
        attributes = entity.attributes
    }

    var kind: EntityKind { entity.kind }

    /// The value of the first of these attributes that the sources give.
    func attribute(_ names: String...) -> String? {
        for name in names {
            if let value = attributes.first(where: { $0.name == name })?.value, !value.isEmpty { return value }
        }
        return nil
    }

    /// The far ends of its relations of this kind, by id.
    func targets(_ kind: RelationKind) -> [Entity] {
        let inventory = entity.inventory
        return ends(inventory.outgoing(entity.index).map(inventory.relation(at:)).filter { $0.kind == kind }.map(\.to))
    }

    /// The near ends of the relations of this kind that lead to it, by id.
    func origins(_ kind: RelationKind) -> [Entity] { ends(incoming(kind).map(\.from)) }

    /// The relations of this kind that lead to it.
    func incoming(_ kind: RelationKind) -> [Relation] {
        let inventory = entity.inventory
        return inventory.incoming(entity.index).map(inventory.relation(at:)).filter { $0.kind == kind }
    }

    private func ends(_ entities: [Entity]) -> [Entity] {
        Set(entities).sorted { entity.inventory.idPrecedes($0.index, $1.index) }
    }

    /// What a token belongs to: what it authenticates as, or was issued to.
    var account: Entity? { targets(.authenticatesAs).first ?? targets(.issuedTo).first }

    /// The slots that still have it, or had it last.
    var slots: [Entity] { origins(.holds).filter { $0.kind == .secret } }

    /// Who issues or hosts it, by one name each; nil where nothing tells.
    var provider: Provider? {
        if let own = Provider(of: entity, type: attribute("type", "secret_type")) { return own }
        return kind == .token ? account.flatMap { Provider(of: $0, type: nil) } : nil
    }

    /// The file that its replacement is made in, where that is a key: one of its own, for a script may make several.
    var newKeyFile: Identifier { .known("./replacement-key-\(entity.shortID)") }

    /// Where on GitHub it is.
    var place: GitHubPlace { GitHubPlace(entity) }
}

/// Whom a runbook sends to.
enum Provider: String, Sendable, CaseIterable {
    case gitHub = "github", amazon = "aws", google = "gcp", azure, gitLab = "gitlab", kubernetes, vault, npm
    case pyPI = "pypi"
    case registry

    /// Names that sources use for the same.
    private static let names: [(Provider, [String])] = [
        (.gitHub, ["github", "github.com"]), (.amazon, ["aws", "amazon"]), (.google, ["gcp", "google", "googlecloud"]),
        (.azure, ["azure", "entra", "microsoft"]), (.gitLab, ["gitlab", "gitlab.com"]),
        (.kubernetes, ["kubernetes", "k8s", "kube"]), (.vault, ["vault", "hashicorp"]), (.npm, ["npm", "npmjs"]),
        (.pyPI, ["pypi"]),
        (
            .registry,
            ["docker", "dockerhub", "docker hub", "registry", "quay", "harbor", "ghcr", "ghcr.io", "acr", "ecr"]
        ),
    ]

    /// How secret scanners begin the names of what each issues.
    private static let types: [(Provider, String)] = [
        (.gitHub, "github"), (.amazon, "aws"), (.google, "google"), (.google, "gcp"), (.azure, "azure"),
        (.gitLab, "gitlab"), (.vault, "hashicorp_vault"), (.npm, "npm"), (.pyPI, "pypi"), (.registry, "docker"),
    ]

    /// What the sources say, else what the id says; `type` is what a secret scanner calls it.
    init?(of entity: Entity, type: String?) {
        let type = type?.lowercased()
        let isFound = entity.id.contains("/secret-scanning/") || entity.id.hasPrefix("SSA_")
        if isFound {
            guard let type, let found = Self.types.first(where: { type.hasPrefix($0.1) }) else { return nil }
            self = found.0
            return
        }
        if let said = entity.provider?.lowercased() {
            guard let found = Self.names.first(where: { $0.1.contains(said) }) else { return nil }
            self = found.0
            return
        }
        let id = entity.id
        if id.hasPrefix("arn:") {
            self = .amazon
        } else if id.hasSuffix(".gserviceaccount.com") {
            self = .google
        } else if id.hasPrefix("vault:") {
            self = .vault
        } else if id.hasPrefix("github.com/"), !entity.flags.contains(.inferred) || entity.kind != .token {
            self = .gitHub
        } else {
            return nil
        }
    }
}
