// The relations of the vocabulary by name, for code that makes or looks for one. What they mean is in ``RelationTable``.
extension RelationKind {
    private static func named(_ name: String) -> RelationKind {
        RelationKind(rawValue: UInt16(RelationTable.names.firstIndex(of: name) ?? Int(UInt16.max)))
    }

    /// A repository has a workflow; a runner group has a runner.
    public static let contains = named("contains")
    /// A workflow pushed to the repository reads the slot.
    public static let exposes = named("exposes")
    /// A workflow has a job.
    public static let defines = named("defines")
    /// A workflow started a run.
    public static let triggers = named("triggers")
    /// Code runs on a persistent self-hosted runner.
    public static let executesOn = named("executes_on")
    /// A run is one execution of a job.
    public static let instanceOf = named("instance_of")
    /// A runner executed a run.
    public static let executed = named("executed")
    /// A runner may be given a job.
    public static let serves = named("serves")
    /// A runner still has a token that an earlier job left behind.
    public static let retains = named("retains")
    /// A run could leave something on its runner.
    public static let ranOn = named("ran_on")
    /// A resource is the machine under a runner.
    public static let hosts = named("hosts")
    /// A run makes or changes an artifact, package or resource.
    public static let writes = named("writes")
    /// An artifact was taken in by a run.
    public static let restoredBy = named("restored_by")
    /// A repository is where an action or package comes from.
    public static let publishes = named("publishes")
    /// An action is, or was, a step of a job or run.
    public static let usedBy = named("used_by")
    /// A package is, or was, installed by a job or run.
    public static let consumedBy = named("consumed_by")
    /// A job or run reads a slot.
    public static let reads = named("reads")
    /// Whoever deploys to the environment reads the slot.
    public static let grants = named("grants")
    /// A service account can read a slot.
    public static let canRead = named("can_read")
    /// A job names an environment.
    public static let deploysTo = named("deploys_to")
    /// A run passed into an environment.
    public static let deployedTo = named("deployed_to")
    /// A slot or agent has a token in it.
    public static let holds = named("holds")
    /// A job, run or repository may open a session of a service account.
    public static let mayAssume = named("may_assume")
    /// A service account can open a session of another.
    public static let canAssume = named("can_assume")
    /// A runner is lent a service account by what hosts it.
    public static let runsAs = named("runs_as")
    /// A token has all rights of an account or person.
    public static let authenticatesAs = named("authenticates_as")
    /// A token belongs to an account or person but has rights of its own.
    public static let issuedTo = named("issued_to")
    /// A service account can make new keys for another.
    public static let canMintFor = named("can_mint_for")
    /// A person or team belongs to a team.
    public static let memberOf = named("member_of")
    /// A run or job has a token for the repository.
    public static let actsOn = named("acts_on")
    /// An identity can change a repository or organization.
    public static let canWrite = named("can_write")
    /// An identity has full control of a repository or organization.
    public static let administers = named("administers")
    /// An identity can publish a package.
    public static let canPublish = named("can_publish")
    /// An identity gets at a resource.
    public static let canAccess = named("can_access")
    /// An organization has a repository, slot or runner group.
    public static let owns = named("owns")
    /// A job starts an agent.
    public static let invokes = named("invokes")
    /// What a repository holds is an agent's instruction.
    public static let instructs = named("instructs")
    /// Who answers for something.
    public static let responsibleFor = named("responsible_for")
    /// A control stands before something.
    public static let protects = named("protects")
    /// Something is part of something.
    public static let belongsTo = named("belongs_to")
}
