import Inventory

/// Which secret slot a name means, as GitHub decides it: the environment's before the repository's before the owner's.
struct SlotTable {
    /// A slot that a name stands for.
    struct Slot {
        var id: String
        var scope: GitHubScope
        var name: String
        /// Whether some source lists it; else where it lies is a guess.
        var isCollected: Bool
        /// Whether it is certain that the repository sees it.
        var isCertain = true
    }

    private var byScope: [GitHubScope: [String: SecretRecord]] = [:]
    private let visibilities: [String: String]

    init(_ estate: GitHubEstate) {
        visibilities = estate.repositories.compactMapValues(\.visibility)
        for record in estate.secrets {
            byScope[record.scope.lowercased, default: [:]][record.name.uppercased()] = record
        }
    }

    /// The slots that `name` may mean in a job of `repository` that deploys to one of `environments`.
    func slots(named name: String, repository: String, environments: [String]) -> [Slot] {
        let here = GitHubScope(repository: repository)
        var slots: [Slot] = []
        var isAlwaysInEnvironment = !environments.isEmpty
        for environment in environments {
            var scope = here
            scope.environment = environment
            if let record = record(name, scope) { slots.append(slot(record)) } else { isAlwaysInEnvironment = false }
        }
        if isAlwaysInEnvironment { return slots }
        if let record = record(name, here) { return slots + [slot(record)] }
        var owner = here
        owner.repository = nil
        if let record = record(name, owner), let isCertain = isVisible(record, in: repository) {
            return slots + [slot(record, isCertain: isCertain)]
        }
        let id = GitHubID.secret(here, name)
        return slots + [Slot(id: id, scope: here, name: name, isCollected: false)]
    }

    /// Every listed slot that a workflow of `repository` can read without an environment, by id.
    func visibleSlots(repository: String) -> [Slot] {
        let here = GitHubScope(repository: repository)
        var owner = here
        owner.repository = nil
        let own = (byScope[here.lowercased] ?? [:]).values.map { slot($0) }
        let shared = (byScope[owner.lowercased] ?? [:]).values.compactMap { record in
            isVisible(record, in: repository).map { slot(record, isCertain: $0) }
        }
        return (own + shared.filter { slot in !own.contains { $0.name == slot.name } }).sorted { $0.id < $1.id }
    }

    /// Every listed slot of one environment, by id.
    func slots(ofEnvironment environment: String, repository: String) -> [Slot] {
        var scope = GitHubScope(repository: repository)
        scope.environment = environment
        return (byScope[scope.lowercased] ?? [:]).values.map { slot($0) }.sorted { $0.id < $1.id }
    }

    /// What the source says that lists `slot`.
    func record(of slot: Slot) -> SecretRecord? { record(slot.name, slot.scope) }

    /// Every listed slot, by id.
    var all: [Slot] { byScope.values.flatMap(\.values).map { slot($0) }.sorted { $0.id < $1.id } }

    /// Whether an owner's slot is shared with repositories of which no source has the list.
    func isSharingUnknown(_ slot: Slot) -> Bool {
        guard slot.scope.repository == nil, let record = record(of: slot) else { return false }
        return record.visibility == "selected" && record.selectedRepositories == nil
    }

    private func record(_ name: String, _ scope: GitHubScope) -> SecretRecord? { byScope[scope.lowercased]?[name] }

    private func slot(_ record: SecretRecord, isCertain: Bool = true) -> Slot {
        let name = record.name.uppercased()
        return Slot(
            id: GitHubID.secret(record.scope, name), scope: record.scope, name: name, isCollected: true,
            isCertain: isCertain)
    }

    /// Whether an owner's slot is shared with `repository`: nil when not, false when nothing says which it is.
    private func isVisible(_ record: SecretRecord, in repository: String) -> Bool? {
        switch record.visibility {
        case "selected":
            guard let selected = record.selectedRepositories else { return false }
            return selected.contains(repository.lowercased()) ? true : nil
        case "private":
            guard let visibility = visibilities[repository.lowercased()] else { return false }
            return visibility == "public" ? nil : true
        default: return true
        }
    }
}

extension GitHubScope {
    /// The repository `OWNER/NAME`.
    init(repository: String) {
        let parts = repository.split(separator: "/", maxSplits: 1)
        self.init(
            owner: parts.first.map(String.init) ?? repository, repository: parts.dropFirst().first.map(String.init))
    }

    /// For comparing, without regard to case.
    var lowercased: GitHubScope {
        GitHubScope(
            owner: owner.lowercased(), repository: repository?.lowercased(), environment: environment?.lowercased())
    }

    /// `OWNER/NAME`, when it lies in a repository.
    var fullName: String? { repository.map { "\(owner)/\($0)" } }
}
