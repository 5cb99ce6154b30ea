import Inventory

/// A secret of GitHub as the commands name it.
struct GitHubSlot: Sendable {
    private let place: GitHubPlace
    private let name: Identifier
    private let visibility: String?
    /// Whether a source lists it, so that it is known where it lies.
    private let isListed: Bool

    init(_ entity: Entity) {
        place = GitHubPlace(entity)
        isListed = !entity.flags.contains(.inferred) && !entity.attributes.contains { $0.name == "scope" }
        name = Identifier(entity.name, .code, or: "SECRET")
        visibility = entity.attributes.first { $0.name == "visibility" }?.value
    }

    private var word: CommandWord { "\(name)" }

    /// Puts a new value in; without `input` the tool asks for it. Who sees an organisation's secret stays as it is: the
    /// tool would otherwise make it visible to private repositories.
    func set(_ input: CommandWord? = nil) -> [RunbookCommand] {
        guard isListed else {
            return [
                RunbookCommand("gh", "secret", "set", word, "--repo", "\(.unknown("WHERE_IT_IS"))", input: input)
            ]
        }
        if let environment = place.environment {
            return [
                RunbookCommand(
                    "gh", "secret", "set", word, "--env", "\(environment)", "--repo", place.fullName, input: input)
            ]
        }
        if place.repository != nil {
            return [RunbookCommand("gh", "secret", "set", word, "--repo", place.fullName, input: input)]
        }
        guard visibility == "selected" else {
            let known: Identifier =
                visibility == "all" || visibility == "private" ? .known(visibility ?? "") : .unknown("VISIBILITY")
            return [
                RunbookCommand(
                    "gh", "secret", "set", word, "--org", "\(place.owner)", "--visibility", "\(known)", input: input)
            ]
        }
        return [
            RunbookCommand(
                "gh", "api", "--paginate",
                "orgs/\(part: place.owner)/actions/secrets/\(part: name)/repositories?per_page=100", "--jq",
                ".repositories[].name",
                suffix: " | paste -s -d , -", into: "repositories"),
            RunbookCommand(
                "gh", "secret", "set", word, "--org", "\(place.owner)", "--visibility", "selected", "--repos",
                "\(variable: "repositories")", input: input),
        ]
    }

    func delete() -> RunbookCommand {
        guard isListed else {
            return RunbookCommand("gh", "secret", "delete", word, "--repo", "\(.unknown("WHERE_IT_IS"))")
        }
        if let environment = place.environment {
            return RunbookCommand("gh", "secret", "delete", word, "--env", "\(environment)", "--repo", place.fullName)
        }
        if place.repository != nil {
            return RunbookCommand("gh", "secret", "delete", word, "--repo", place.fullName)
        }
        return RunbookCommand("gh", "secret", "delete", word, "--org", "\(place.owner)")
    }

    /// Prints when it was last changed, and nothing once it is gone: asked for by its name alone it would be an error.
    func show() -> RunbookCommand {
        RunbookCommand(
            "gh", "api", "--paginate", list, "--jq", ".secrets[] | select(.name == \"\(name)\") | .updated_at")
    }

    /// The list that it stands in, in GitHub's API.
    private var list: CommandWord {
        guard let repository = place.repository else { return "orgs/\(part: place.owner)/actions/secrets?per_page=100" }
        if let environment = place.environment {
            return
                "repos/\(part: place.owner)/\(part: repository)/environments/\(part: environment)/secrets?per_page=100"
        }
        return "repos/\(part: place.owner)/\(part: repository)/actions/secrets?per_page=100"
    }

    /// Lists what the repository, or the organisation, has.
    static func list(_ place: GitHubPlace) -> RunbookCommand {
        place.repository == nil
            ? RunbookCommand("gh", "secret", "list", "--org", "\(place.owner)")
            : RunbookCommand("gh", "secret", "list", "--repo", place.fullName)
    }
}
