/// What a path or address of GitHub's API tells: whose list it is, and of what. `repos/OWNER/NAME/environments/ENV/…`.
struct RESTPlace: Equatable {
    /// The organisation or user.
    var owner: String?
    /// Whether the owner is known to be an organisation.
    var isOrganization = false
    /// The repository's name without its owner.
    var repository: String?
    /// Decoded.
    var environment: String?
    /// The number of a runner group.
    var group: Int64?
    /// The number of a workflow run.
    var run: Int64?
    var attempt: Int64?
    /// The name of the secret whose repositories are listed.
    var secret: String?
    /// The number of the app installation whose repositories are listed.
    var installation: Int64?
    /// The number of the fine-grained token's grant whose repositories are listed.
    var tokenGrant: Int64?
    /// The slug of the team whose members or repositories are listed.
    var team: String?
    /// The parts after the owner, in lower case: what is listed.
    var tail: [String] = []

    init() {}

    /// `OWNER/NAME` when both are known.
    var fullName: String? {
        guard let owner, let repository else { return nil }
        return "\(owner)/\(repository)"
    }

    /// Whether a part after the owner, or the file's name, starts with `name`.
    func lists(_ name: String) -> Bool { tail.contains { $0.hasPrefix(name) } }

    /// Whether the path is about the secrets that an organisation shares with the repository.
    var isShared: Bool { lists("organization-secrets") }

    /// Whether the path is about Dependabot or Codespaces, which keep secrets of their own.
    var isOtherProduct: Bool { lists("dependabot") || lists("codespaces") }

    /// The same place, under the owner and of the run that `other` names, if it names one.
    func owned(as other: RESTPlace) -> RESTPlace {
        guard other.owner != nil else { return self }
        var place = self
        place.owner = other.owner
        place.isOrganization = other.isOrganization
        place.repository = other.repository
        place.run = other.run ?? run
        place.attempt = other.attempt ?? attempt
        return place
    }
}

extension RESTPlace {
    /// What an address inside an item tells.
    ///
    /// `https://HOST/repos/OWNER/NAME/…`, `https://HOST/orgs/ORG/…`, both also below `/api/v3`; and of the addresses
    /// for browsers `https://HOST/OWNER/NAME…`, `https://HOST/orgs/ORG/…` and `https://HOST/organizations/ORG/…`.
    init(address: String) {
        self.init()
        let path = address.prefix { $0 != "?" && $0 != "#" }
        var parts = path.split(separator: "/").map(RESTName.percentDecoded)
        guard parts.count > 2, parts[0] == "https:" || parts[0] == "http:" else { return }
        let host = parts[1]
        parts.removeFirst(2)
        let isAPI = host.hasPrefix("api.") || parts.starts(with: ["api", "v3"])
        if parts.starts(with: ["api", "v3"]) { parts.removeFirst(2) }
        if let after = readOwner(parts, at: 0) {
            readTail(Array(parts.dropFirst(after)))
        } else if !isAPI, parts.count >= 2 {
            if parts[0] == "organizations" {
                (owner, isOrganization) = (RESTName.isOwner(parts[1]) ? parts[1] : nil, true)
            } else if !Self.reservedOwners.contains(parts[0]), RESTName.isFullName("\(parts[0])/\(parts[1])") {
                (owner, repository) = (parts[0], parts[1])
            }
        }
    }

    /// What the path of a file tells. The rules, of which the first that fits counts:
    ///
    /// 1. `…/repos/OWNER/NAME/…` or `…/orgs/ORG/…`, the last of them, as the API's own paths have it and as
    ///    `firebreak collect` saves them; behind it `environments/ENV/`, `runner-groups/ID/`, `runs/ID/`,
    ///    `attempts/N/`, `secrets/NAME/repositories`, `installations/ID/`, `personal-access-tokens/ID/`, `teams/SLUG/`.
    /// 2. A file called `OWNER__NAME__LIST.json`: exactly three parts.
    ///
    /// Without an owner the other parts are read all the same, and so is `runner-group-ID-repositories` in a file's
    /// name. A part is percent-decoded (`environments/eu%2Fprod/`).
    init(path: String) {
        self.init()
        var parts = path.split { $0 == "/" || $0 == "\\" }.map(RESTName.percentDecoded)
        guard let file = parts.popLast() else { return }
        let stem = Self.stem(of: file)
        parts.append(stem)
        for start in parts.indices.reversed() {
            if let after = readOwner(parts, at: start) {
                readTail(Array(parts[after...]))
                return
            }
        }
        readTail(parts)
        let names = stem.split(separator: "__")
        if names.count == 3, RESTName.isFullName("\(names[0])/\(names[1])") {
            (owner, repository, tail) = (String(names[0]), String(names[1]), [names[2].lowercased()])
        }
        if group == nil { readGroup(stem) }
    }

    /// First parts of addresses for browsers that are nobody's name.
    private static let reservedOwners: Set<String> = [
        "apps", "enterprises", "marketplace", "orgs", "organizations", "repos", "repositories", "search", "settings",
        "users",
    ]

    /// Reads `repos/OWNER/NAME` or `orgs/ORG` at `start`; gives the place after it.
    private mutating func readOwner(_ parts: [String], at start: Int) -> Int? {
        let rest = parts.dropFirst(start)
        guard let marker = rest.first else { return nil }
        let names = Array(rest.dropFirst().prefix(2))
        // `orgs/ORG/repos/…` lists the organisation's repositories.
        let isList = start >= 2 && parts[start - 2] == "orgs"
        if marker == "repos", !isList, names.count == 2, RESTName.isFullName("\(names[0])/\(names[1])") {
            (owner, repository) = (names[0], names[1])
            return start + 3
        }
        if marker == "orgs", let name = names.first, RESTName.isOwner(name) {
            (owner, isOrganization) = (name, true)
            return start + 2
        }
        return nil
    }

    /// Reads the parts after the owner.
    private mutating func readTail(_ parts: [String]) {
        tail = parts.map { $0.lowercased() }
        for (index, part) in parts.enumerated() {
            let next = index + 1 < parts.count ? parts[index + 1] : nil
            let list = index + 2 < parts.count ? parts[index + 2] : nil
            switch part {
            case "environments": environment = list == nil ? environment : next
            case "teams": team = list == nil ? team : next
            case "secrets": secret = list?.hasPrefix("repo") == true ? next : secret
            case "runner-groups", "runner_groups": group = Self.number(next)
            case "runs": run = Self.number(next)
            case "attempts": attempt = Self.number(next)
            case "installations": installation = Self.number(next)
            case "personal-access-tokens": tokenGrant = Self.number(next)
            default: break
            }
        }
    }

    /// Reads `…runner-group-3-repositories…`.
    private mutating func readGroup(_ stem: String) {
        guard let mark = stem.firstRange(of: "runner-group-") else { return }
        let digits = stem[mark.upperBound...].prefix { $0.isNumber }
        if stem[digits.endIndex...].hasPrefix("-repositories") { group = Self.number(String(digits)) }
    }

    private static func number(_ text: String?) -> Int64? {
        text.flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil }
    }

    /// The name of a file without what tells its format.
    private static func stem(of file: String) -> String {
        for ending in [".json", ".ndjson", ".jsonl"] where file.lowercased().hasSuffix(ending) {
            return String(file.dropLast(ending.count))
        }
        return file
    }
}
