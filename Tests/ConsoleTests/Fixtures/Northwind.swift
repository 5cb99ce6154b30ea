import Inventory

@testable import Console

/// A small incident: a self-hosted runner was an attacker's from 02:10 to 09:40, and ran two jobs in that time.
enum Northwind {
    static let opened = moment("2026-03-15T12:00Z")
    static let window = Interval(moment("2026-03-14T02:10Z"), moment("2026-03-14T09:40Z"))
    static let runner = "github.com/northwind/runners/7"
    static let web = "github.com/northwind/web"

    static func moment(_ text: String) -> Instant { Instant(text: text) ?? .beginning }

    /// The inventory; the runner is marked as compromised by its source on request.
    static func inventory(isMarked: Bool = false) -> Inventory {
        var maker = FactMaker()
        maker.declare(
            runner, .runner, "prod-linux-07", provider: "github", flags: [.selfHosted], owner: "platform",
            compromised: isMarked ? window : nil)
        maker.declare(web, .repository, "northwind/web", provider: "github", owner: "web")
        maker.declare("\(web)/.github/workflows/deploy.yml", .workflow, "deploy.yml", parent: web)
        maker.declare("\(web)/.github/workflows/deploy.yml#deploy", .job, "deploy-web", parent: web)
        maker.declare("\(web)/.github/workflows/release.yml#release", .job, "release", parent: web)
        maker.run("deploy-web #8812", job: "deploy.yml#deploy", from: "02:14", until: "02:31")
        maker.run("release #77", job: "release.yml#release", from: "03:02", until: "03:20")
        maker.slot("AWS_KEY", job: "deploy.yml#deploy", token: "AWS key AKIA…7Q", lastUsed: "2026-03-14T05:40Z")
        maker.slot("NPM_TOKEN", job: "release.yml#release", token: "npm publish", lastUsed: "2026-03-01T08:00Z")
        maker.slot("SIGNING_KEY", job: "release.yml#release", token: "signing key 2025", expires: "2026-03-15T00:00Z")
        maker.declare("arn:aws:iam::1:role/deployer", .serviceAccount, "aws:deployer", provider: "aws", privilege: 3)
        maker.declare("arn:aws:s3:::northwind-site", .resource, "northwind-site", provider: "aws", flags: [.crownJewel])
        maker.declare("npm:@northwind/ui", .package, "@northwind/ui", provider: "npm")
        maker.declare("github.com/apps/review-bot", .agent, "review-bot", flags: [.autonomous])
        maker.declare(
            "token:review-bot", .token, "review-bot key", provider: "github", parent: "github.com/apps/review-bot")
        maker.declare("\(web)/environments/production", .environment, "production", parent: web)
        maker.declare("\(web)/environments/production/secrets/DB", .secret, "DB_PASSWORD", parent: web)
        maker.declare("token:db", .token, "db password", provider: "postgres")
        maker.declare("ci-packer", .serviceAccount, "ci-packer", provider: "aws")
        maker.relate(.authenticatesAs, "token:AWS_KEY", "arn:aws:iam::1:role/deployer")
        maker.relate(.canAccess, "arn:aws:iam::1:role/deployer", "arn:aws:s3:::northwind-site")
        maker.relate(.canWrite, "arn:aws:iam::1:role/deployer", web, evidence: .inferred)
        maker.relate(.canPublish, "token:NPM_TOKEN", "npm:@northwind/ui")
        maker.relate(.contains, web, "\(web)/.github/workflows/deploy.yml")
        maker.relate(.defines, "\(web)/.github/workflows/deploy.yml", "\(web)/.github/workflows/deploy.yml#deploy")
        maker.relate(.invokes, "\(web)/.github/workflows/deploy.yml#deploy", "github.com/apps/review-bot")
        maker.relate(.holds, "github.com/apps/review-bot", "token:review-bot")
        maker.relate(
            .deploysTo, "\(web)/.github/workflows/deploy.yml#deploy", "\(web)/environments/production",
            guard: "required review")
        maker.relate(.grants, "\(web)/environments/production", "\(web)/environments/production/secrets/DB")
        maker.relate(.holds, "\(web)/environments/production/secrets/DB", "token:db")
        maker.builder.add(
            blindSpot: BlindSpot(what: "jobs on unknown runners", count: 2, why: "the label is an expression"))
        maker.builder.add(blindSpot: BlindSpot(what: "roles whose policy was not read", count: 1, why: "not collected"))
        return maker.builder.build().inventory
    }
}

/// Makes facts with few words.
struct FactMaker {
    var builder = InventoryBuilder()
    private let source: Int
    private var line = 0

    init(collected: Instant = Northwind.moment("2026-03-15T11:02Z")) {
        source = builder.add(source: Source(path: "audit.json", format: "test", collected: collected))
    }

    private mutating func here() -> Provenance {
        line += 1
        return Provenance(source: source, location: "L\(line)")
    }

    mutating func declare(
        _ id: String, _ kind: EntityKind, _ name: String, provider: String? = nil, parent: String? = nil,
        flags: EntityFlags = [], owner: String? = nil, privilege: UInt8? = nil, compromised: Interval? = nil,
        issued: Instant? = nil, expires: Instant? = nil, lastUsed: Instant? = nil
    ) {
        var fact = EntityFact(id: id, kind: kind, name: name, provenance: here())
        fact.provider = provider
        fact.parent = parent
        fact.flags = flags
        fact.owner = owner
        fact.privilege = privilege
        fact.compromised = compromised
        fact.issued = issued
        fact.expires = expires
        fact.lastUsed = lastUsed
        builder.add(fact)
    }

    mutating func relate(
        _ kind: RelationKind, _ from: String, _ to: String, valid: Interval = .always, evidence: Evidence? = nil,
        guard control: String? = nil
    ) {
        var fact = RelationFact(kind, from: from, to: to, valid: valid, evidence: evidence, provenance: here())
        fact.guard = control
        builder.add(fact)
    }

    mutating func run(_ name: String, job: String, from: String, until: String) {
        let window = Interval(Northwind.moment("2026-03-14T\(from)Z"), Northwind.moment("2026-03-14T\(until)Z"))
        let id = "run:\(name)"
        declare(id, .run, name, issued: window.from, expires: window.until)
        relate(.executed, Northwind.runner, id, valid: window, evidence: .observed)
        relate(.instanceOf, id, "\(Northwind.web)/.github/workflows/\(job)", evidence: .observed)
    }

    mutating func slot(
        _ name: String, job: String, token: String, lastUsed: String? = nil, expires: String? = nil
    ) {
        let slot = "\(Northwind.web)/secrets/\(name)"
        declare(slot, .secret, name, parent: Northwind.web)
        declare(
            "token:\(name)", .token, token, provider: "aws", parent: slot, expires: expires.map(Northwind.moment),
            lastUsed: lastUsed.map(Northwind.moment))
        relate(.reads, "\(Northwind.web)/.github/workflows/\(job)", slot)
        relate(.holds, slot, "token:\(name)")
    }
}
