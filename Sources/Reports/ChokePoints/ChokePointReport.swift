import Inventory
import PlainText
import Reach

/// Choke points, for standard output.
public struct ChokePointReport {
    private let points: ChokePoints
    private let isForTargets: Bool

    /// A report on `points`; `isForTargets` when targets were chosen.
    public init(_ points: ChokePoints, isForTargets: Bool) {
        self.points = points
        self.isForTargets = isForTargets
    }

    /// `firebreak.chokepoints/1`: see docs/json.md.
    public var json: String {
        JSONText.object([
            ("schema", "firebreak.chokepoints/1"),
            (
                "entities",
                .array(
                    points.points.map { point in
                        .object(JSONText.naming(point.entity) + [("dominates", JSONText(point.dominates))])
                    })
            ),
            ("reached", JSONText(points.reached)),
            (
                "targets",
                .array(
                    points.chains.map { chain in
                        .object(
                            JSONText.naming(chain.target) + [
                                ("reachable", .bool(chain.isReached)),
                                ("through", .array(chain.entities.map { JSONText($0.id) })),
                            ])
                    })
            ),
        ]).line
    }

    /// The same for people; with targets, what every way to each of them leads through.
    public var table: String {
        let what = isForTargets ? "chosen target" : "reached entity"
        let plural = isForTargets ? "chosen targets" : "reached entities"
        var text = "timeless: what could be reached · \(points.reached) \(points.reached == 1 ? what : plural)\n"
        text += "\(points.points.count.counted("choke point")): every way to what it dominates leads through it\n"
        if !points.points.isEmpty {
            var table = ColumnText([
                .init(title: "DOMINATES", alignment: .right), .init(title: "KIND"), .init(title: "NAME", limit: 60),
                .init(title: "SHORT"), .init(title: "ID", limit: 100),
            ])
            for point in points.points {
                let entity = point.entity
                table.append(["\(point.dominates)", entity.kindName, entity.name, entity.shortID, entity.id])
            }
            text += "\n" + table.text
        }
        if !points.chains.isEmpty { text += "\n" + points.chains.map(words).joined() }
        return text
    }

    private func words(_ chain: ChokePoints.Chain) -> String {
        let target = "\(chain.target.kindName) \(chain.target.name)"
        guard chain.isReached else { return "\(target): no path".printable + "\n" }
        let through = chain.entities.map { "\($0.kindName) \($0.name)" }
        let way = through.isEmpty ? "no single way" : "every way leads through " + through.joined(separator: " → ")
        return "\(target): \(way)".printable + "\n"
    }
}
