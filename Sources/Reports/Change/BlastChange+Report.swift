import Inventory
import PlainText
import Reach

extension BlastChange {
    /// The blast radius then and now, as JSON.
    func json(_ diff: InventoryDiff) -> JSONText {
        .object([
            ("at", JSONText(at)),
            (
                "seeds",
                .array(
                    seeds.map { seed in
                        .object([
                            ("id", JSONText(diff.old.entity(at: seed.entity).id)),
                            ("from", JSONText(seed.window.from)), ("until", JSONText(seed.window.until)),
                        ])
                    })
            ),
            ("lost_seeds", .array(lostSeeds.map { JSONText(diff.old.entity(at: $0).id) })),
            ("then", then.json), ("now", now.json),
            ("became_live", .array(becameLive.map { .brief(diff.new.entity(at: $0)) })),
            ("ceased_live", .array(ceasedLive.map { .brief(diff.old.entity(at: $0)) })),
            ("unknown_live", .array(unknownLive.map { .brief(diff.old.entity(at: $0)) })),
            ("untold_relations", JSONText(untoldRelations)),
        ])
    }

    /// The same in lines.
    func lines(_ diff: InventoryDiff) -> [String] {
        var lines = ["blast radius at \(at.iso8601)", "  then: \(then.words)", "  now:  \(now.words)"]
        for seed in lostSeeds {
            lines.append(
                "  not counted now: \(diff.old.entity(at: seed).id) is declared compromised, and the new source does not "
                    + "have it")
        }
        lines.append(
            "  \(becameLive.count) became live · \(ceasedLive.count) no longer live · \(unknownLive.count) live then and "
                + "not known now")
        if untoldRelations > 0 {
            lines.append(
                "  now may be too low: \(untoldRelations.counted("relation")) that gave control the new source does not "
                    + "tell, and may be there")
        }
        return lines.map(\.printable)
    }
}

extension BlastChange.Figures {
    fileprivate var json: JSONText {
        .object([
            ("reached", JSONText(counts.reached)), ("live", JSONText(counts.live)),
            ("conditional", JSONText(counts.conditional)),
            (
                "by_plane",
                .object(Plane.allCases.map { ($0.rawValue, JSONText(counts.byPlane[$0] ?? 0)) })
            ),
            (
                "live_by_plane",
                .object(Plane.allCases.map { ($0.rawValue, JSONText(liveByPlane[$0] ?? 0)) })
            ),
            ("rollback_only", .object([("live", JSONText(rollbackOnlyLive))])),
        ])
    }

    fileprivate var words: String {
        let planes = Plane.allCases.map { "\($0.rawValue) plane \(counts.byPlane[$0] ?? 0)" }.joined(separator: ", ")
        return "\(counts.reached) reached (\(planes)) · \(counts.live) live · \(counts.conditional) conditional"
            + " · rollback only: \(rollbackOnlyLive) live"
    }
}
