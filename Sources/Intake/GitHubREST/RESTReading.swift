import Inventory

/// The reading of one file: the session that its facts go to, and what is told of the file afterwards.
struct RESTReading {
    var session: ImportSession
    let notes: RESTNotes
    /// What the file's path tells.
    let path: RESTPlace
    /// The readable name of what belongs to no repository that is known: the file's path, cleaned.
    let fallbackName: String
    /// How many items of each shape were read, by the shape's name.
    var counts: [String: Int] = [:]
    /// What was listed of what there is, by the list's key.
    var coverage: [String: (listed: Int, total: Int64)] = [:]
    /// The entities that this file already mentioned.
    private var mentioned: Set<String> = []

    /// The owner of what belongs to nobody that is known.
    static let unknownOwner = "unknown-owner"

    init(_ file: SourceFile, session: ImportSession, notes: RESTNotes) {
        self.session = session
        self.notes = notes
        path = RESTPlace(path: file.path)
        let clean = file.path.map { RESTName.isRepository("x\($0)") ? $0 : "-" }.suffix(100).drop { "-.".contains($0) }
        fallbackName = clean.isEmpty ? "unknown-repository" : String(clean)
    }

    /// Adds a fact about an entity of GitHub's.
    mutating func add(_ fact: EntityFact) {
        var fact = fact
        fact.provider = "github"
        session.add(fact)
    }

    mutating func add(_ fact: RelationFact) { session.builder.add(fact) }

    /// Declares an entity that an item only mentions, once in a file.
    mutating func mention(
        _ id: String, _ kind: EntityKind, name: String?, parent: String? = nil, flags: EntityFlags = [],
        by item: RESTItem
    ) {
        guard mentioned.insert(id).inserted else { return }
        var fact = EntityFact(id: id, kind: kind, name: name, provenance: item.provenance)
        fact.parent = parent
        fact.flags = flags
        add(fact)
    }

    /// Whether this file already mentioned the entity.
    func isMentioned(_ id: String) -> Bool { mentioned.contains(id) }

    /// Notes that this file mentioned the entity.
    mutating func mark(_ id: String) { mentioned.insert(id) }

    /// Declares an organisation; gives its id.
    @discardableResult
    mutating func mention(organization owner: String, by item: RESTItem) -> String {
        let id = GitHubID.organization(owner)
        mention(id, .organization, name: owner, flags: owner == Self.unknownOwner ? .unknown : [], by: item)
        return id
    }

    /// Declares a repository of which no more than its name is told; gives its id.
    @discardableResult
    mutating func mention(repository fullName: String, by item: RESTItem) -> String {
        let id = GitHubID.repository(fullName)
        let isUnknown = fullName.hasPrefix(Self.unknownOwner + "/")
        mention(id, .repository, name: fullName, flags: isUnknown ? .unknown : [], by: item)
        if session.estate.repositories[fullName.lowercased()] == nil {
            session.estate.repositories[fullName.lowercased()] = RepositoryRecord(fullName: fullName)
        }
        return id
    }

    /// Declares an account by its login, or by the fields of `account`; gives its id. Bots are no people.
    @discardableResult
    mutating func mention(login: String, type: String?, by item: RESTItem) -> String {
        if type == "Organization", RESTName.isOwner(login) { return mention(organization: login, by: item) }
        let id = GitHubID.person(login)
        let isBot = type == "Bot" || login.hasSuffix("[bot]")
        mention(id, isBot ? .serviceAccount : .person, name: login, by: item)
        return id
    }
}

extension RESTReading {
    /// The repository that `item` belongs to, as `OWNER/NAME`: by the addresses in it, else by the file's path, else as
    /// the user said; when nothing tells, a name made of the file's, which is noted.
    mutating func repository(of item: RESTItem, addresses keys: [String] = ["url"]) -> String {
        repository(in: place(of: item, addresses: keys), by: item)
    }

    /// The repository that `item` belongs to when `place` is what it tells.
    mutating func repository(in place: RESTPlace, by item: RESTItem) -> String {
        if let known = place.fullName { return spelling(known) }
        if let given = session.repository, RESTName.isFullName(given) { return spelling(given) }
        notes.noteOnce(
            "cannot tell which repository this belongs to; save it under repos/OWNER/NAME/ or pass --repo",
            at: item.location)
        return "\(place.owner ?? Self.unknownOwner)/\(fallbackName)"
    }

    /// The owner that `item` belongs to, told in the same ways.
    mutating func owner(of item: RESTItem, addresses keys: [String] = ["url"]) -> String {
        owner(in: place(of: item, addresses: keys), by: item)
    }

    /// The owner that `item` belongs to when `place` is what it tells.
    mutating func owner(in place: RESTPlace, by item: RESTItem) -> String {
        if let known = place.owner { return known }
        if let given = session.repository, RESTName.isFullName(given) { return String(given.prefix { $0 != "/" }) }
        notes.noteOnce(
            "cannot tell which organization this belongs to; save it under orgs/ORG/ or pass --repo",
            at: item.location)
        return Self.unknownOwner
    }

    /// What the addresses in `item` tell, filled up from its neighbours and the file's path.
    func place(of item: RESTItem, addresses keys: [String]) -> RESTPlace {
        for key in keys {
            guard let address = item.text(key) else { continue }
            let place = RESTPlace(address: address)
            if place.owner != nil { return item.context.owned(as: place) }
        }
        return item.context
    }

    /// The spelling of `OWNER/NAME` that its own record has: GitHub tells no case apart.
    func spelling(_ fullName: String) -> String {
        session.estate.repositories[fullName.lowercased()]?.fullName ?? fullName
    }
}
