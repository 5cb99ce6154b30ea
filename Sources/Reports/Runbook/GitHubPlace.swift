import Inventory

/// Where on GitHub an entity is: from its id, else from what collectors say of it.
struct GitHubPlace: Sendable {
    /// The organisation or account.
    let owner: Identifier
    /// The repository's name without its owner; nil where it belongs to the owner itself.
    let repository: Identifier?
    /// The environment; nil where it is in none.
    let environment: Identifier?
    /// What it is called there: the last part of its id, or its name.
    let item: String?

    init(_ entity: Entity) {
        let marker = "github.com/"
        if entity.id.hasPrefix(marker) {
            let parts = entity.id.dropFirst(marker.count).split(separator: "/", omittingEmptySubsequences: false)
                .map(String.init)
            owner = Identifier(parts.first, .login, or: "OWNER")
            let isOwners = parts.count == 3 && Self.ownLists.contains(parts[1])
            repository = parts.count < 2 || isOwners ? nil : Identifier(parts[1], .name, or: "REPOSITORY")
            if parts.count > 4, parts[2] == "environments", parts[parts.count - 2] == "secrets" {
                environment = Identifier(
                    parts[3..<(parts.count - 2)].joined(separator: "/"), .visible, or: "ENVIRONMENT")
            } else if parts.count >= 4, parts[2] == "environments" {
                environment = Identifier(parts[3...].joined(separator: "/"), .visible, or: "ENVIRONMENT")
            } else {
                environment = nil
            }
            item = parts.last
            return
        }
        func attribute(_ name: String) -> String? {
            entity.attributes.first { $0.name == name && !$0.value.isEmpty }?.value
        }
        let home = attribute("repository_id").flatMap { entity.inventory.entity(id: $0) }
        let fullName =
            (entity.kind == .repository ? attribute("full_name") : nil)
            ?? home?.attributes.first { $0.name == "full_name" }?.value
        let parts = fullName?.split(separator: "/").map(String.init) ?? []
        owner = Identifier(parts.count == 2 ? parts[0] : attribute("environment_name"), .login, or: "OWNER")
        let isInRepository = attribute("repository_id") != nil || fullName != nil
        repository =
            isInRepository
            ? Identifier(parts.count == 2 ? parts[1] : attribute("repository_name"), .name, or: "REPOSITORY") : nil
        let named = entity.kind == .environment ? attribute("short_name") : attribute("deployment_environment_name")
        let isInEnvironment = entity.kind == .environment || attribute("deployment_environmentid") != nil
        environment = isInEnvironment ? Identifier(named, .visible, or: "ENVIRONMENT") : nil
        item = entity.name
    }

    /// The lists that an organisation has itself: `github.com/OWNER/LIST/ITEM`.
    private static let ownLists: Set<String> = [
        "secrets", "runners", "runner-groups", "teams", "installations", "personal-access-tokens",
        "credential-authorizations",
    ]

    /// `OWNER/NAME`, as the tool of GitHub takes it.
    var fullName: CommandWord { "\(owner)/\(repository ?? .unknown("REPOSITORY"))" }

    /// The address of the owner or repository in GitHub's API: `orgs/OWNER` or `repos/OWNER/NAME`.
    func address(_ rest: String) -> CommandWord {
        guard let repository else { return "orgs/\(part: owner)\(.known(rest))" }
        return "repos/\(part: owner)/\(part: repository)\(.known(rest))"
    }

    /// The same, with the number of an item behind it, and what is asked about that.
    func address(_ list: String, _ number: Identifier, _ rest: String = "") -> CommandWord {
        guard let repository else { return "orgs/\(part: owner)\(.known(list))\(part: number)\(.known(rest))" }
        return "repos/\(part: owner)/\(part: repository)\(.known(list))\(part: number)\(.known(rest))"
    }
}
