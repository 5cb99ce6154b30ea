import Inventory

extension GitHubLinker.Pass {
    /// Adds which listed runner serves which job, where no run history tells it, and what that lets the job's code do.
    mutating func linkRunners() {
        let runners = estate.runners
        for runner in runners { declare(runner) }
        for group in estate.runnerGroups { declare(group) }
        let groups = Dictionary(
            estate.runnerGroups.map { (GroupKey($0.owner, $0.number), $0) }, uniquingKeysWith: { first, _ in first })
        var byLabel: [String: [Int]] = [:]
        for (number, runner) in runners.enumerated() {
            for label in runner.labels.union([Self.selfHosted]) {
                byLabel[label.lowercased(), default: []].append(number)
            }
        }
        for (id, entry) in jobs.sorted(by: { $0.key < $1.key }) where entry.resolved.demand.hosting != .hosted {
            for (runner, label) in matches(entry.resolved.demand, runners, byLabel) {
                let group = runner.group.flatMap { groups[GroupKey(runner.scope.owner, $0)] }
                guard let isCertain = allows(runner, group, entry.record, entry.resolved.demand) else { continue }
                servedJobs.insert(id)
                if jobsWithRuns.contains(id) { continue }
                serve(id, entry.record, by: runner, label: label, isCertain: isCertain)
            }
        }
    }

    /// The label that every self-hosted runner answers to.
    private static let selfHosted = "self-hosted"

    private struct GroupKey: Hashable {
        var owner: String
        var number: Int64

        init(_ owner: String, _ number: Int64) {
            self.owner = owner.lowercased()
            self.number = number
        }
    }

    private mutating func declare(_ runner: RunnerRecord) {
        var fact = EntityFact(id: runner.id, kind: .runner, name: runner.name, provenance: runner.provenance)
        fact.flags = runner.isEphemeral == true ? [.selfHosted, .ephemeral] : .selfHosted
        fact.provider = "github"
        fact.parent = runner.scope.fullName.map { GitHubID.repository($0) } ?? GitHubID.organization(runner.scope.owner)
        add(fact)
        if let number = runner.group,
            let group = estate.runnerGroups.first(where: {
                $0.number == number && $0.owner.lowercased() == runner.scope.owner.lowercased()
            }), runner.scope.repository == nil
        {
            add(RelationFact(.contains, from: group.id, to: runner.id, provenance: runner.provenance))
        }
    }

    private mutating func declare(_ group: RunnerGroupRecord) {
        let owner = GitHubID.organization(group.owner)
        add(EntityFact(id: owner, kind: .organization, name: group.owner, provenance: group.provenance))
        var fact = EntityFact(id: group.id, kind: .runnerGroup, name: group.name, provenance: group.provenance)
        fact.parent = owner
        fact.provider = "github"
        add(fact)
        add(RelationFact(.owns, from: owner, to: group.id, provenance: group.provenance))
    }

    /// The runners that have every label of one of the sets that a job may ask for, with those labels.
    private func matches(
        _ demand: RunnerDemand, _ runners: [RunnerRecord], _ byLabel: [String: [Int]]
    ) -> [(runner: RunnerRecord, labels: [String])] {
        var alternatives = demand.alternatives
        // A group without labels takes any runner in it.
        if alternatives.isEmpty, !demand.groups.isEmpty { alternatives = [[]] }
        var found: [(runner: RunnerRecord, labels: [String])] = []
        var seen: Set<Int> = []
        for labels in alternatives {
            let wanted = Set(labels.map { $0.lowercased() })
            let candidates = wanted.map { byLabel[$0] ?? [] }.min { $0.count < $1.count } ?? Array(runners.indices)
            for number in candidates where seen.contains(number) == false {
                let runner = runners[number]
                guard wanted.isSubset(of: runner.labels.union([Self.selfHosted])) else { continue }
                seen.insert(number)
                found.append((runner, labels))
            }
        }
        return found
    }

    /// Whether `runner` takes jobs of this workflow: nil when not, false when nothing says so for certain.
    private func allows(
        _ runner: RunnerRecord, _ group: RunnerGroupRecord?, _ record: WorkflowRecord, _ demand: RunnerDemand
    ) -> Bool? {
        let repository = GitHubScope(repository: record.repository).lowercased
        guard repository.owner == runner.scope.owner.lowercased() else { return nil }
        if let own = runner.scope.repository { return own.lowercased() == repository.repository ? true : nil }
        guard let group else { return demand.groups.isEmpty ? true : false }
        if !demand.groups.isEmpty, !demand.groups.contains(where: { $0.lowercased() == group.name.lowercased() }) {
            return nil
        }
        let fullName = record.repository.lowercased()
        let visibility = estate.repositories[fullName]?.visibility
        var isCertain = true
        if group.visibility == "selected" {
            if let selected = group.selectedRepositories {
                if !selected.contains(fullName) { return nil }
            } else {
                isCertain = false
            }
        }
        if group.visibility == "private", visibility == "public" { return nil }
        if group.allowsPublicRepositories == false {
            if visibility == "public" { return nil }
            if visibility == nil { isCertain = false }
        }
        if !group.selectedWorkflows.isEmpty {
            let path = "\(record.repository)/\(record.path)@".lowercased()
            if !group.selectedWorkflows.contains(where: { $0.lowercased().hasPrefix(path) }) { return nil }
        }
        return isCertain
    }

    private mutating func serve(
        _ job: String, _ record: WorkflowRecord, by runner: RunnerRecord, label: [String], isCertain: Bool
    ) {
        let evidence: Evidence? = isCertain ? nil : .inferred
        var serves = RelationFact(
            .serves, from: runner.id, to: job, evidence: evidence, provenance: runner.provenance)
        if !label.isEmpty { serves.attributes = [Attribute("labels", label.joined(separator: ", "))] }
        add(serves)
        // What is thrown away after a job carries nothing over to the next one.
        guard runner.isEphemeral != true else { return }
        let workflow = GitHubID.workflow(record.repository, path: record.path)
        for code in [workflow, GitHubID.repository(record.repository)] {
            add(
                RelationFact(
                    .executesOn, from: code, to: runner.id, evidence: runner.isEphemeral == nil ? .inferred : evidence,
                    provenance: runner.provenance))
        }
    }
}
