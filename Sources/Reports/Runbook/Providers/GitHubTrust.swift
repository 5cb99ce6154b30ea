import Inventory

/// What jobs of GitHub prove who they are with, where they get a session without a credential.
struct GitHubTrust: Sendable {
    /// The repositories whose jobs are let in, by name.
    let repositories: [GitHubPlace]

    init(_ subject: RunbookSubject) {
        var seen: Set<String> = []
        repositories = subject.origins(.mayAssume).map { GitHubPlace($0) }.filter { place in
            guard let owner = place.owner.text, let repository = place.repository?.text else { return false }
            return seen.insert("\(owner)/\(repository)").inserted
        }
    }

    /// Who is let in, in a sentence; empty where no source says.
    var known: String {
        let names = repositories.compactMap { place -> String? in
            guard let owner = place.owner.text, let repository = place.repository?.text else { return nil }
            return "\(owner)/\(repository)"
        }
        guard !names.isEmpty else { return "" }
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return " Jobs of \(names.sorted().prefix(5).joined(separator: ", "))\(more) may assume it."
    }

    /// What a subject should look like: one repository, and one environment or branch of it.
    static let subject =
        "one repository and one environment or branch, without wildcards: "
        + "repo:<OWNER>/<NAME>:environment:<ENVIRONMENT>, or, for a repository with immutable subjects (all that were "
        + "made or renamed since July 2026), repo:<OWNER>@<OWNER_ID>/<NAME>@<REPOSITORY_ID>:environment:<ENVIRONMENT>"

    /// Shows how each repository forms its subject.
    var commands: [RunbookCommand] {
        repositories.prefix(5).map { RunbookCommand("gh", "api", $0.address("/actions/oidc/customization/sub")) }
    }
}
