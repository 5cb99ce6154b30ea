import Inventory

@testable import Console

/// A self-hosted runner with a history: runs before, in and after the window in which it was an attacker's, a job that it
/// may be given without a record, an account that it is lent, and a token that was left behind on it.
enum Pool {
    /// This incident and the smaller one.
    static let incidents: [Inventory] = [Northwind.inventory(isMarked: true), inventory()]
    static let runner = "github.com/pool/runners/1"
    static let spare = "github.com/pool/runners/2"

    private static let day = "2026-03-14T"
    private static func moment(_ clock: String) -> Instant { Northwind.moment(day + clock + "Z") }

    /// - Parameter isPersistent: Whether what only a machine that stays has is there.
    static func inventory(isPersistent: Bool = true, isMarked: Bool = true) -> Inventory {
        var maker = FactMaker()
        for id in [runner, spare] {
            maker.declare(
                id, .runner, id == runner ? "pool-1" : "pool-2", provider: "github", flags: [.selfHosted],
                compromised: isMarked && id == runner ? Northwind.window : nil)
        }
        var cleaned = EntityFact(id: runner, kind: nil, provenance: Provenance(source: 0, location: "L900"))
        cleaned.cleanups = [Northwind.window.until]
        maker.builder.add(cleaned)
        maker.declare("pool/app", .repository, "pool/app")
        for (number, job) in ["build", "deploy", "audit", "nightly"].enumerated() {
            maker.declare("pool/app/\(job)", .job, job, parent: "pool/app")
            secret("KEY_\(job)", job: job, number: number, &maker)
        }
        run("build 1", "build", "01:00", "01:20", isPersistent, &maker)
        run("build 2", "build", "02:00", "02:20", isPersistent, &maker)
        run("deploy 1", "deploy", "03:00", "03:10", isPersistent, &maker)
        run("build 3", "build", "09:30", "10:00", isPersistent, &maker)
        run("audit 1", "audit", "11:00", "11:05", isPersistent, &maker)
        maker.declare("pool-host", .serviceAccount, "pool-host")
        maker.relate(.runsAs, runner, "pool-host")
        maker.declare("left", .token, "left-over token", lastUsed: moment("08:00"))
        maker.declare("people/kim", .person, "kim")
        if isPersistent {
            maker.relate(.retains, runner, "left", evidence: .inferred)
            maker.relate(.serves, runner, "pool/app/nightly")
            maker.relate(.executesOn, "pool/app", runner)
        }
        return maker.builder.build().inventory
    }

    private static func secret(_ name: String, job: String, number: Int, _ maker: inout FactMaker) {
        maker.declare("slot \(name)", .secret, name, parent: "pool/app")
        maker.declare(
            "token \(name)", .token, "token of \(job)", issued: Northwind.moment("2026-01-01"),
            expires: number == 1 ? moment("20:00") : nil, lastUsed: number == 0 ? moment("05:00") : nil)
        var rotated = EntityFact(id: "slot \(name)", kind: nil, provenance: Provenance(source: 0, location: "L901"))
        rotated.rotated = moment("16:0\(number)")
        maker.builder.add(rotated)
        maker.relate(.reads, "pool/app/\(job)", "slot \(name)")
        maker.relate(.holds, "slot \(name)", "token \(name)")
    }

    private static func run(
        _ name: String, _ job: String, _ from: String, _ until: String, _ isPersistent: Bool, _ maker: inout FactMaker
    ) {
        let window = Interval(moment(from), moment(until))
        maker.declare("run:\(name)", .run, name, parent: "pool/app", issued: window.from, expires: window.until)
        maker.relate(.executed, runner, "run:\(name)", valid: window, evidence: .observed)
        maker.relate(.instanceOf, "run:\(name)", "pool/app/\(job)", evidence: .observed)
        if isPersistent { maker.relate(.ranOn, "run:\(name)", runner, valid: window, evidence: .observed) }
    }
}
