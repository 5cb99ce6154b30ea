import Inventory
import PlainText
import Reach

/// What revoking an entity breaks, for standard output.
public struct ImpactReport {
    private let impact: Impact
    private let gainedBy: Int

    /// A report on `impact`. `gainedBy`: how many entities control of the revoked one could follow from, at any time.
    public init(_ impact: Impact, gainedBy: Int) {
        self.impact = impact
        self.gainedBy = gainedBy
    }

    /// `firebreak.impact/1`.
    public var json: String {
        JSONText.object([
            ("schema", "firebreak.impact/1"), ("entity", .brief(impact.entity)),
            ("breaks", JSONText(impact.breaks)), ("jobs", .array(impact.jobs.map(JSONText.brief))),
            ("workflows", .array(impact.workflows.map(JSONText.brief))), ("runs", JSONText(impact.runs)),
            ("users", .array(impact.users.map(JSONText.brief))), ("using_runs", JSONText(impact.usingRuns)),
            ("gained_by", JSONText(gainedBy)),
        ]).line
    }

    /// The same for people.
    public var table: String {
        var table = ColumnText([
            .init(title: "KIND"), .init(title: "NAME", limit: 60), .init(title: "SHORT"),
            .init(title: "ID", limit: 100),
        ])
        for entity in impact.jobs + impact.workflows + impact.users {
            table.append([entity.kindName, entity.name, entity.shortID, entity.id])
        }
        let jobs = "\(impact.breaks.counted("job")) in \(impact.workflows.count.counted("workflow"))"
        return "revoking \(impact.entity.kindName) \(impact.entity.name) breaks \(jobs); ".printable
            + "\(impact.runs.counted("recorded run")) needed it\n"
            + (impact.usersText.map { $0.printable + "\n" } ?? "")
            + "control of it could follow from \(gainedBy) other \(gainedBy == 1 ? "entity" : "entities")\n\n"
            + table.text
    }
}
