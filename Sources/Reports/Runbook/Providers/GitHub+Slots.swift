import Inventory

/// Secrets of GitHub: what an organisation, a repository or an environment keeps under a name.
extension RunbookRecipe {
    static let gitHubSlots: [RunbookRecipe] = [
        RunbookRecipe("secrets that only a run can name") {
            $0.kind == .secret && $0.provider == .gitHub && $0.entity.flags.contains(.unknown)
        } steps: { subject in
            [
                RunbookStep(
                    .revoke,
                    "Which secrets these are is decided only when the job runs. Treat every secret that the job "
                        + "can see as read: put each of them on the plan, and let the job name its secrets.",
                    GitHubSlot.list(subject.place))
            ]
        },
        RunbookRecipe(
            "GitHub secret",
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets"
        ) {
            $0.kind == .secret && $0.provider == .gitHub
        } steps: { subject in
            let slot = GitHubSlot(subject.entity)
            let held = subject.targets(.holds).map(\.name)
            let holds = held.isEmpty ? "" : " In it: \(held.prefix(5).joined(separator: ", "))."
            var steps = [
                RunbookStep(
                    .revoke,
                    "A new value in the slot does not end the old credential: revoke that with whoever issued it, "
                        + "as an item of its own."
                        + holds)
            ]
            if subject.attribute("scope") != nil || subject.entity.flags.contains(.inferred) {
                steps.append(
                    RunbookStep(
                        .contain,
                        "No source lists this slot: it may lie at the organisation or in an environment. Look "
                            + "before you change it.",
                        GitHubSlot.list(subject.place)))
            }
            steps.append(
                subject.breaks == 0
                    ? RunbookStep(
                        .revoke,
                        "No job is known to need it, as far as the sources tell: delete it. If something needs it after "
                            + "all, put a new value in instead.", slot.delete())
                    : RunbookStep(
                        .replace,
                        "Put the new value in; the tool asks for it, so that it stands in no history. Whoever still "
                            + "has a job, a runner or a workflow that reads the slot reads the new value too: those "
                            + "come first.",
                        commands: slot.set()))
            steps.append(
                RunbookStep(
                    .check,
                    "It is gone, or the time of its last change is later than the decision.", slot.show()))
            return steps
        },
        RunbookRecipe("GitHub environment") {
            $0.kind == .environment && $0.provider == .gitHub
        } steps: { subject in
            let place = subject.place
            return [
                RunbookStep(
                    .contain,
                    "Require reviewers for the environment and limit the branches that may deploy to it: "
                        + "repository settings, Environments."
                ),
                RunbookStep(
                    .revoke, "Rotate every secret that it grants, each as an item of its own.",
                    RunbookCommand(
                        "gh", "secret", "list", "--env", "\(place.environment ?? .unknown("ENVIRONMENT"))", "--repo",
                        place.fullName)),
            ]
        },
    ]
}

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

    /// Puts a new value in. Who sees an organisation's secret stays as it is: the tool would otherwise make it visible to
    /// private repositories.
    func set() -> [RunbookCommand] {
        guard isListed else {
            return [RunbookCommand("gh", "secret", "set", word, "--repo", "\(.unknown("WHERE_IT_IS"))")]
        }
        if let environment = place.environment {
            return [RunbookCommand("gh", "secret", "set", word, "--env", "\(environment)", "--repo", place.fullName)]
        }
        if place.repository != nil { return [RunbookCommand("gh", "secret", "set", word, "--repo", place.fullName)] }
        switch visibility {
        case "selected":
            return [
                RunbookCommand(
                    "gh", "api", "--paginate",
                    "orgs/\(part: place.owner)/actions/secrets/\(part: name)/repositories?per_page=100", "--jq",
                    ".repositories[].name",
                    suffix: " | paste -s -d , -", into: "repositories"),
                RunbookCommand(
                    "gh", "secret", "set", word, "--org", "\(place.owner)", "--visibility", "selected", "--repos",
                    "\(variable: "repositories")"),
            ]
        case "all", "private":
            return [
                RunbookCommand(
                    "gh", "secret", "set", word, "--org", "\(place.owner)", "--visibility",
                    "\(.known(visibility ?? ""))")
            ]
        default:
            return [
                RunbookCommand(
                    "gh", "secret", "set", word, "--org", "\(place.owner)", "--visibility", "\(.unknown("VISIBILITY"))")
            ]
        }
    }

    /// Puts the content of a file in.
    func setFromFile() -> RunbookCommand {
        if let environment = place.environment {
            return RunbookCommand(
                "gh", "secret", "set", word, "--env", "\(environment)", "--repo", place.fullName,
                suffix: " < ./replacement-key")
        }
        if place.repository != nil {
            return RunbookCommand(
                "gh", "secret", "set", word, "--repo", place.fullName, suffix: " < ./replacement-key")
        }
        return RunbookCommand(
            "gh", "secret", "set", word, "--org", "\(place.owner)", "--visibility", "\(.unknown("VISIBILITY"))",
            suffix: " < ./replacement-key")
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

    func show() -> RunbookCommand { RunbookCommand("gh", "api", address, "--jq", ".updated_at") }

    /// The slot in GitHub's API.
    private var address: CommandWord {
        guard let repository = place.repository else {
            return "orgs/\(part: place.owner)/actions/secrets/\(part: name)"
        }
        if let environment = place.environment {
            return
                "repos/\(part: place.owner)/\(part: repository)/environments/\(part: environment)/secrets/\(part: name)"
        }
        return "repos/\(part: place.owner)/\(part: repository)/actions/secrets/\(part: name)"
    }

    /// Lists what the repository, or the organisation, has.
    static func list(_ place: GitHubPlace) -> RunbookCommand {
        place.repository == nil
            ? RunbookCommand("gh", "secret", "list", "--org", "\(place.owner)")
            : RunbookCommand("gh", "secret", "list", "--repo", place.fullName)
    }
}

extension RunbookSubject {
    /// The step that gives those who need it a new credential; none where nothing is known to break.
    func replacing(_ words: String, _ commands: RunbookCommand...) -> [RunbookStep] {
        guard breaks > 0 || !slots.isEmpty else { return [] }
        let filling = slots.prefix(20).filter { Provider(of: $0, type: nil) == .gitHub }.flatMap {
            GitHubSlot($0).set()
        }
        let rest = slots.count > 20 ? " There are \(slots.count - 20) more slots that hold it." : ""
        let held = slots.isEmpty ? "" : " Then put it into every slot that holds the old one."
        return [RunbookStep(.replace, words + held + rest, commands: commands + filling)]
    }
}
