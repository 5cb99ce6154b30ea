import Inventory

extension WorkflowFacts {
    /// Adds that a job uses an action or calls a workflow.
    mutating func add(_ use: ResolvedJob.Found<ActionReference>, usedBy job: String) {
        let reference = use.value
        var fact = EntityFact(id: reference.id, kind: .action, name: reference.id, provenance: use.provenance)
        fact.provider = "github"
        if case .image = reference.target { fact.provider = "docker" }
        if case .local = reference.target { fact.parent = reference.home.map { GitHubID.repository($0) } }
        add(fact)
        var relation = RelationFact(.usedBy, from: reference.id, to: job, provenance: use.provenance)
        // What a digest names cannot be replaced.
        if reference.pin == .digest { relation.gain = Gain.none }
        if let via = use.via { relation.attributes = [Attribute("via", via)] }
        add(relation)
    }

    /// Adds that a job may get a cloud identity for its own.
    mutating func add(_ login: ResolvedJob.Found<ResolvedJob.Login>, by job: String) {
        let value = login.value
        let id = value.identity ?? GitHubID.unknownIdentity(record.repository, value.provider.rawValue, value.written)
        var fact = EntityFact(
            id: id, kind: .serviceAccount, name: value.identity.map { Self.shortName($0) } ?? value.written,
            provenance: login.provenance)
        fact.provider = value.provider.rawValue
        if value.identity == nil { fact.flags.insert(.unknown) }
        add(fact)
        var relation = RelationFact(.mayAssume, from: job, to: id, provenance: login.provenance)
        relation.hold = .session(seconds: value.sessionSeconds)
        relation.attributes = value.attributes.sorted { $0.key < $1.key }.map { Attribute($0.key, $0.value) }
        if let via = login.via { relation.attributes.append(Attribute("via", via)) }
        if value.usesStoredKey {
            relation.gain = Gain.none
            relation.attributes.append(Attribute("note", "signs in with a stored key, not with the job's identity"))
        } else if !value.isAllowed {
            relation.gain = Gain.none
            relation.attributes.append(Attribute("note", "the job's token lacks id-token: write"))
        }
        add(relation)
    }

    /// The last part of an ARN; anything else as it is.
    private static func shortName(_ id: String) -> String {
        guard id.hasPrefix("arn:") else { return id }
        return id.split(separator: ":").last.map(String.init) ?? id
    }
}

extension GitHubID {
    /// An identity that a job asks for by an expression that only a run can resolve.
    static func unknownIdentity(_ fullName: String, _ provider: String, _ text: String) -> String {
        "\(repository(fullName))/identities/\(provider):\(text)"
    }

    /// An agent that a job starts.
    static func agent(_ job: String, _ name: String) -> String { "\(job)/agents/\(name)" }
}
