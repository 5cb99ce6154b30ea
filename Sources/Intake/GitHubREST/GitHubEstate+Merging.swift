import Inventory

/// Several answers describe one thing: an organisation's list of secrets, each secret's list of repositories, each
/// repository's list of shared secrets. Their records become one.
extension GitHubEstate {
    /// Adds what one answer says of a slot. Lists of selected repositories add up.
    mutating func merge(_ new: SecretRecord) {
        let key = "secret \(GitHubID.secret(new.scope, new.name).lowercased())"
        guard let place = recordPlaces[key], secrets.indices.contains(place) else {
            recordPlaces[key] = secrets.count
            secrets.append(new)
            return
        }
        secrets[place].created = [secrets[place].created, new.created].compactMap(\.self).min()
        secrets[place].updated = [secrets[place].updated, new.updated].compactMap(\.self).max()
        secrets[place].visibility = new.visibility ?? secrets[place].visibility
        secrets[place].selectedRepositories = union(secrets[place].selectedRepositories, new.selectedRepositories)
    }

    /// Adds what one answer says of a runner group. An answer about its repositories alone leaves the name empty.
    mutating func merge(_ new: RunnerGroupRecord) {
        let key = "group \(new.id.lowercased())"
        guard let place = recordPlaces[key], runnerGroups.indices.contains(place) else {
            recordPlaces[key] = runnerGroups.count
            runnerGroups.append(new)
            return
        }
        var group = runnerGroups[place]
        if !new.name.isEmpty { group.name = new.name }
        group.visibility = new.visibility ?? group.visibility
        group.selectedRepositories = union(group.selectedRepositories, new.selectedRepositories)
        group.allowsPublicRepositories = new.allowsPublicRepositories ?? group.allowsPublicRepositories
        if !new.selectedWorkflows.isEmpty { group.selectedWorkflows = new.selectedWorkflows }
        runnerGroups[place] = group
    }

    /// Adds what one answer says of a runner: the organisation lists it, and so does its group.
    mutating func merge(_ new: RunnerRecord) {
        let key = "runner \(new.id.lowercased())"
        guard let place = recordPlaces[key], runners.indices.contains(place) else {
            recordPlaces[key] = runners.count
            runners.append(new)
            return
        }
        runners[place].group = new.group ?? runners[place].group
        runners[place].labels.formUnion(new.labels)
        runners[place].isEphemeral = new.isEphemeral ?? runners[place].isEphemeral
    }

    /// Adds what one answer says of a repository; a short form never takes back what a long one told.
    mutating func merge(_ new: RepositoryRecord) {
        let key = new.fullName.lowercased()
        guard var known = repositories[key] else {
            repositories[key] = new
            return
        }
        known.visibility = new.visibility ?? known.visibility
        known.isArchived = known.isArchived || new.isArchived
        known.isFork = known.isFork || new.isFork
        repositories[key] = known
    }

    private func union(_ old: Set<String>?, _ new: Set<String>?) -> Set<String>? {
        guard let old else { return new }
        return old.union(new ?? [])
    }
}
