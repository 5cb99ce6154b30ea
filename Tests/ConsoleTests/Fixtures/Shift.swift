import Inventory
import TerminalKit

@testable import Console

/// An estate before and after a day of revocation: what was revoked, what was only said to be, what got wider meanwhile,
/// and what nobody collected again.
enum Shift {
    static let runner = "github.com/shift/runners/1"
    static let deployer = "arn:aws:iam::1:role/deployer"
    static let later = Northwind.moment("2026-03-16T09:00Z")

    /// - Parameter isLater: As it is a day later.
    static func inventory(isLater: Bool = false) -> Inventory {
        var maker = FactMaker(collected: isLater ? later : Northwind.moment("2026-03-15T11:02Z"))
        maker.declare(
            runner, .runner, "prod-linux-07", provider: "github", flags: [.selfHosted], compromised: Northwind.window)
        maker.declare(deployer, .serviceAccount, "aws:deployer", provider: "aws", privilege: isLater ? 4 : 3)
        maker.declare("arn:aws:iam::1:role/auditor", .serviceAccount, "aws:auditor", provider: "aws", privilege: 1)
        for bucket in ["site", "logs", "backup"] {
            maker.declare("arn:aws:s3:::\(bucket)", .resource, bucket, provider: "aws")
            if bucket != "backup" || isLater { maker.relate(.canAccess, deployer, "arn:aws:s3:::\(bucket)") }
        }
        for (key, name) in keys(isLater: isLater) {
            maker.declare(key, .token, name, provider: "aws")
            maker.relate(.retains, runner, key)
            maker.relate(.authenticatesAs, key, deployer)
        }
        if isLater { rotate("key-2", &maker) }
        maker.declare("shift/web#deploy", .job, "deploy-web")
        maker.declare("shift/web/production", .environment, "production")
        maker.relate(
            .deploysTo, "shift/web#deploy", "shift/web/production", guard: isLater ? nil : "required review")
        if !isLater {
            maker.declare("vault:ci", .serviceAccount, "vault-ci", provider: "vault")
            maker.relate(.canRead, "vault:ci", "shift/web/production")
        }
        return maker.builder.build().inventory
    }

    private static func keys(isLater: Bool) -> [(id: String, name: String)] {
        let hostile = "key \u{1B}[31m\u{202E}four"
        return isLater
            ? [("key-2", "deploy key"), ("key-3", "backup key"), ("key-4", hostile)]
            : [("key-1", "old key"), ("key-2", "deploy key"), ("key-3", "backup key")]
    }

    private static func rotate(_ id: String, _ maker: inout FactMaker) {
        var fact = EntityFact(id: id, kind: nil, provenance: Provenance(source: 0, location: "L900"))
        fact.rotated = Northwind.moment("2026-03-16T08:00Z")
        maker.builder.add(fact)
    }

    /// What the estate is compared with.
    static var source: OtherSource {
        OtherSource("later", paths: ["later.json"], evidence: OtherEvidence(inventory(isLater: true)))
    }

    /// A console on the estate, opened after it was collected again, at what changed.
    static func session(_ keys: String = "9", size: Size = Size(rows: 40, columns: 120)) -> Session {
        var session = Session(inventory(), size: size)
        session.state.comparison = Comparison(source)
        session.press("@<C-u>2026-03-16T12:00Z<Enter>" + keys)
        return session
    }
}
