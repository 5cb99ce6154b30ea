/// The relations of the vocabulary, each declared once. Readers, engine, console, reports and docs read this table.
public enum RelationTable {
    /// One relation between two groups of kinds.
    public struct Row: Sendable {
        /// The relation's name in files, in lower snake case. Several rows may share a name and differ in their ends.
        public let name: String
        /// The kinds at the near end; empty means any.
        public let from: [EntityKind]
        /// The kinds at the far end; empty means any.
        public let to: [EntityKind]
        /// What crossing it means when the source says nothing else.
        public let traits: RelationTraits
        /// The hold once the relation has an end (what was restored at that moment); nil when the end changes nothing.
        public let holdWhenEnded: Hold?
        /// What the relation says, to be read between the names of its ends.
        public let phrase: String
        /// The same, read from the far end.
        public let inverse: String
    }

    /// The relation names of the vocabulary, in the order of ``RelationKind``'s numbers.
    public static let names: [String] = {
        var names: [String] = []
        for row in rows where !names.contains(row.name) { names.append(row.name) }
        return names
    }()

    /// The row for `kind` between these ends: the first one that fits, else the first one of that name.
    public static func row(_ kind: RelationKind, from: EntityKind, to: EntityKind) -> Row? {
        guard let name = kind.vocabularyName else { return nil }
        let named = rows.lazy.filter { $0.name == name }
        return named.first { ($0.from.isEmpty || $0.from.contains(from)) && ($0.to.isEmpty || $0.to.contains(to)) }
            ?? named.first
    }

    private static let session = Hold.session(seconds: Hold.defaultSessionSeconds)

    private static func row(
        _ name: String, _ from: [EntityKind], _ to: [EntityKind], _ act: Act, _ hold: Hold, _ phrase: String,
        inverse: String, gain: Gain = .forward, holdWhenEnded: Hold? = nil
    ) -> Row {
        Row(
            name: name, from: from, to: to,
            traits: RelationTraits(gain: gain, act: act, hold: hold, evidence: .configured),
            holdWhenEnded: holdWhenEnded, phrase: phrase, inverse: inverse)
    }

    /// Every row. A forward gain unless the row says otherwise.
    public static let rows: [Row] = [
        // Code and its pipelines.
        row("contains", [.repository], [.workflow], .tamper, .borrow, "contains", inverse: "is in"),
        row("contains", [.runnerGroup], [.runner], .execute, .keep, "contains", inverse: "is in"),
        row(
            "exposes", [.repository], [.secret], .harvest, .borrow, "exposes to a pushed workflow",
            inverse: "is visible in"),
        row("defines", [.workflow], [.job], .execute, .borrow, "defines", inverse: "is defined by"),
        row("triggers", [.workflow], [.run], .execute, .keep, "triggered", inverse: "was triggered by"),
        row(
            "executes_on", [.workflow, .repository, .action, .package], [.runner], .execute, .keep, "executes on",
            inverse: "executes code of"),
        row("instance_of", [.run], [.job], .harvest, .borrow, "is a run of", inverse: "ran as"),
        // Runners.
        row("executed", [.runner], [.run], .harvest, .borrow, "executed", inverse: "was executed by"),
        row("serves", [.runner], [.job], .harvest, .borrow, "serves", inverse: "is served by"),
        row("retains", [.runner], [.token], .harvest, .keep, "retains", inverse: "is left behind on"),
        row("ran_on", [.run], [.runner], .execute, .keep, "ran on", inverse: "was used by"),
        row("hosts", [.resource], [.runner], .execute, .keep, "hosts", inverse: "is hosted by"),
        // What a run leaves, and what takes it in.
        row("writes", [.run], [.artifact, .package, .resource], .tamper, .keep, "writes", inverse: "is written by"),
        row("restored_by", [.artifact], [.run], .execute, .keep, "was restored by", inverse: "restored"),
        row(
            "publishes", [.repository], [.action, .package], .tamper, .keep, "publishes", inverse: "is published by",
            holdWhenEnded: .borrow),
        row("used_by", [.action], [.run], .execute, .keep, "was used by", inverse: "used"),
        row("used_by", [.action], [.job], .execute, .borrow, "is used by", inverse: "uses"),
        row("consumed_by", [.package], [.run], .execute, .keep, "was consumed by", inverse: "consumed"),
        row("consumed_by", [.package], [.job], .execute, .borrow, "is consumed by", inverse: "consumes"),
        // Secrets and the credentials in them.
        row("reads", [.job, .run], [.secret], .harvest, .borrow, "reads", inverse: "is read by"),
        row("grants", [.environment], [.secret], .harvest, .borrow, "grants", inverse: "is granted by"),
        row("can_read", [.serviceAccount], [.secret], .harvest, .borrow, "can read", inverse: "can be read by"),
        row("deploys_to", [.job], [.environment], .harvest, .borrow, "deploys to", inverse: "is deployed to by"),
        row("deployed_to", [.run], [.environment], .harvest, .borrow, "deployed to", inverse: "was deployed to by"),
        row("holds", [.secret, .agent], [.token], .harvest, .keep, "holds", inverse: "is held by"),
        // Identities.
        row(
            "may_assume", [.job, .run, .repository], [.serviceAccount], .impersonate, session, "may assume",
            inverse: "may be assumed by"),
        row(
            "can_assume", [.serviceAccount], [.serviceAccount], .impersonate, session, "can assume",
            inverse: "can be assumed by"),
        row("runs_as", [.runner], [.serviceAccount], .harvest, session, "runs as", inverse: "is lent to"),
        row(
            "authenticates_as", [.token], [.serviceAccount, .person], .impersonate, .borrow, "authenticates as",
            inverse: "is authenticated by"),
        row(
            "issued_to", [.token], [.serviceAccount, .person], .impersonate, .borrow, "was issued to",
            inverse: "was issued", gain: .none),
        row(
            "can_mint_for", [.serviceAccount], [.serviceAccount], .mint, .keep, "can mint keys for",
            inverse: "can get keys minted by"),
        row(
            "member_of", [.person, .team], [.team], .impersonate, .borrow, "is a member of", inverse: "has the member"),
        // What identities can do.
        row("acts_on", [.run, .job], [.repository], .tamper, .keep, "acts on", inverse: "is acted on by"),
        row(
            "can_write", [.token, .person, .team, .agent, .serviceAccount], [.repository, .organization], .tamper,
            .keep, "can write", inverse: "can be written by"),
        row(
            "administers", [.token, .person, .team, .agent, .serviceAccount], [.repository, .organization], .tamper,
            .keep, "administers", inverse: "is administered by"),
        row(
            "can_publish", [.token, .serviceAccount], [.package], .tamper, .keep, "can publish",
            inverse: "can be published by"),
        row(
            "can_access", [.serviceAccount, .token], [.resource], .impersonate, .borrow, "can access",
            inverse: "can be accessed by"),
        row(
            "owns", [.organization], [.repository, .secret, .runnerGroup], .tamper, .keep, "owns",
            inverse: "is owned by"),
        // Agents.
        row("invokes", [.job], [.agent], .execute, .borrow, "invokes", inverse: "is invoked by"),
        row("instructs", [.repository], [.agent], .tamper, .borrow, "instructs", inverse: "is instructed by"),
        // Facts that give no control.
        row(
            "responsible_for", [], [], .harvest, .borrow, "is responsible for", inverse: "is the responsibility of",
            gain: .none),
        row("protects", [], [], .harvest, .borrow, "protects", inverse: "is protected by", gain: .none),
        row("belongs_to", [], [], .harvest, .borrow, "belongs to", inverse: "has", gain: .none),
    ]
}
