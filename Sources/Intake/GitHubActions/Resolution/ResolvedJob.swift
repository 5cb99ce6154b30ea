import Inventory

/// What a job does once everything that it names was looked up in the other files.
struct ResolvedJob {
    /// Something found, where it was found, and through what it is reached when not in the job itself.
    struct Found<Value> {
        var value: Value
        var provenance: Provenance
        /// The called workflow or action in which it is written.
        var via: String?
    }

    var demand = RunnerDemand()
    var deployments: [Found<Deployment>] = []
    var secrets: [Found<SecretRead>] = []
    var uses: [Found<ActionReference>] = []
    var logins: [Found<Login>] = []
    var agents: [Found<Agent>] = []
    var permissions = EffectivePermissions(origin: .unknown)
    /// Called workflows that no source has.
    var missingWorkflows: [String] = []

    /// An environment that it may deploy to.
    struct Deployment: Hashable {
        /// The name; nil when only a run can know.
        var name: String?
        /// As written.
        var written: String
    }

    /// A secret that it reads.
    struct SecretRead: Hashable {
        enum Slot: Hashable {
            case named(String)
            /// Which one only a run can know: the expression.
            case unknown(String)
            /// Every secret in scope: the expression.
            case all(String)
        }

        var slot: Slot
        /// `OWNER/NAME` of the repository that the run belongs to, whose slots count.
        var repository: String
        /// The environments, of those that the job may deploy to, whose secrets come first.
        var environments: [String] = []
        /// Whether a caller that no source has must pass it.
        var isPassedByUnknownCaller = false
    }

    /// An agent that it starts, and the secrets that it gives to it.
    struct Agent {
        var found: AgentCatalog.Found
        /// The id of the job whose steps start it.
        var job: String
        var secrets: [SecretRead]
    }

    /// A cloud identity that it asks for.
    struct Login: Hashable {
        var provider: CloudLogin.Provider
        /// The id of the identity; nil when only a run can know.
        var identity: String?
        var written: String
        var sessionSeconds: UInt32
        var usesStoredKey: Bool
        /// Whether the job that opens it may ask for an identity token.
        var isAllowed: Bool
        var attributes: [String: String] = [:]
    }
}

extension [ResolvedJob.Found<ResolvedJob.SecretRead>] {
    /// Without `via` for what the job names itself as well: that it does so is the stronger fact.
    var withoutEchoes: Self {
        let own = Set(lazy.filter { $0.via == nil }.map(\.value.slot))
        return map { own.contains($0.value.slot) ? .init(value: $0.value, provenance: $0.provenance) : $0 }
    }
}

extension [ResolvedJob.Found<ActionReference>] {
    /// Without `via` for what the job names itself as well.
    var withoutEchoes: Self {
        let own = Set(lazy.filter { $0.via == nil }.map(\.value))
        return map { own.contains($0.value) ? .init(value: $0.value, provenance: $0.provenance) : $0 }
    }
}

/// What runners a job may ask for.
struct RunnerDemand {
    /// Sets of labels: a runner must have all of one of them.
    var alternatives: [[String]] = []
    /// Names of runner groups, any of which it may ask for.
    var groups: [String] = []
    /// Whether a label is the default of an input that whoever starts or calls the workflow may change.
    var isAssumed = false
    /// Expressions that only a run can resolve.
    var unknown: [String] = []

    /// Every label once, in the order found.
    var labels: [String] {
        var seen: Set<String> = []
        return alternatives.joined().filter { seen.insert($0.lowercased()).inserted }
    }

    /// Where it runs: what any alternative says, the least certain first.
    var hosting: RunnerLabel.Hosting {
        let kinds = alternatives.map { RunnerLabel.hosting(of: $0, inGroup: !groups.isEmpty) }
        if kinds.contains(.selfHosted) { return .selfHosted }
        if !unknown.isEmpty || kinds.contains(.custom) || kinds.isEmpty { return .custom }
        return .hosted
    }

    mutating func formUnion(_ other: RunnerDemand) {
        isAssumed = isAssumed || other.isAssumed
        for labels in other.alternatives where !alternatives.contains(labels) { alternatives.append(labels) }
        for group in other.groups where !groups.contains(group) { groups.append(group) }
        for text in other.unknown where !unknown.contains(text) { unknown.append(text) }
    }

    init() {}

    /// What `runsOn` asks for in any of the combinations that `scopes` describe.
    init(_ runsOn: RunsOn, in scopes: [ExpressionScope]) {
        for scope in scopes {
            if let group = runsOn.group { take(group: scope.values(of: group), written: runsOn.written) }
            if let labels = runsOn.labels { take(labels: scope.values(of: labels), written: runsOn.written) }
        }
    }

    private mutating func take(group: PossibleValues, written: String) {
        for value in group.values {
            if let name = value.text, !name.isEmpty {
                if !groups.contains(name) { groups.append(name) }
            } else if !unknown.contains(written) {
                unknown.append(written)
            }
        }
    }

    private mutating func take(labels: PossibleValues, written: String) {
        for value in labels.values {
            var items = [value]
            switch value {
            case .array(let several): items = several
            case .object:
                let group = value["group"], labels = value["labels"]
                if group != .null { take(group: PossibleValues([group]), written: written) }
                if labels != .null { take(labels: PossibleValues([labels]), written: written) }
                continue
            default: break
            }
            if items.contains(where: { if case .assumed = $0 { true } else { false } }) { isAssumed = true }
            let known = items.compactMap(\.text).filter { !$0.isEmpty && $0 != "false" }
            if known.count < items.count || items.isEmpty, !unknown.contains(written) { unknown.append(written) }
            if !known.isEmpty, !alternatives.contains(known) { alternatives.append(known) }
        }
    }
}
