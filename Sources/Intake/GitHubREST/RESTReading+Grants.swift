import Inventory

/// What apps and fine-grained tokens may do where: rights and repositories come in answers of their own.
extension RESTReading {
    static func grantKey(installation number: Int64) -> String { "installation \(number)" }
    static func grantKey(token number: Int64) -> String { "token \(number)" }

    /// What a set of permissions amounts to: writing the code, or changing the settings. The others stay attributes.
    func rights(_ permissions: [(key: String, value: String)]) -> [RelationKind] {
        var rights: [RelationKind] = []
        for (name, level) in permissions where level == "write" || level == "admin" {
            switch name {
            case "contents": rights.append(.canWrite)
            case "administration", "organization_administration": rights.append(.administers)
            default: break
            }
        }
        return rights
    }

    /// The answer about `holder` itself was read: relates it to `everything` when it is not limited to chosen
    /// repositories, and to the repositories that were listed before.
    mutating func open(
        _ key: String, holder: String, rights: [RelationKind], everything: String?, by item: RESTItem
    ) {
        var grant = session.estate.grants[key] ?? RepositoryGrant()
        grant.holder = holder
        grant.rights = rights
        grant.isSelected = everything == nil
        session.estate.grants[key] = grant
        if let everything {
            for right in rights {
                add(RelationFact(right, from: holder, to: everything, provenance: item.provenance))
            }
        }
        for (fullName, provenance) in (grant.repositories ?? [:]).sorted(by: { $0.key < $1.key }) {
            relate(grant, to: fullName, provenance)
        }
    }

    /// A repository is listed for the grant.
    mutating func extend(_ key: String, with fullName: String, by item: RESTItem) {
        var grant = session.estate.grants[key] ?? RepositoryGrant()
        grant.repositories = grant.repositories ?? [:]
        let isNew = grant.repositories?.updateValue(item.provenance, forKey: fullName) == nil
        session.estate.grants[key] = grant
        if isNew { relate(grant, to: fullName, item.provenance) }
    }

    private mutating func relate(_ grant: RepositoryGrant, to fullName: String, _ provenance: Provenance) {
        guard let holder = grant.holder else { return }
        for right in grant.rights {
            add(RelationFact(right, from: holder, to: GitHubID.repository(fullName), provenance: provenance))
        }
    }
}

extension GitHubRESTReader {
    /// Adds what is known to be missing once every file was read: apps and tokens limited to repositories that no file
    /// lists. Call it once, after the last file.
    static func conclude(_ session: inout ImportSession) {
        let unlisted = session.estate.grants.values
            .count { $0.isSelected && $0.holder != nil && !$0.rights.isEmpty && $0.repositories == nil }
        guard unlisted > 0 else { return }
        session.builder.add(
            blindSpot: BlindSpot(
                what: "apps and tokens that can write to unknown repositories", count: unlisted,
                why: "the repositories chosen for them were not collected"))
    }
}
