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
            ("then", then.json), ("verified", verifiedLive.map { .object([("live", JSONText($0))]) } ?? .null),
            ("now", now.json),
            ("became_live", .array(becameLive.map { .brief(diff.new.entity(at: $0)) })),
            ("ceased_live", .array(ceasedLive.map { .brief(diff.old.entity(at: $0)) })),
            ("unknown_live", .array(unknownLive.map { .brief(diff.old.entity(at: $0)) })),
            ("unplanned", .array(unplanned.map { .brief(diff.old.entity(at: $0)) })),
            ("untold_relations", JSONText(untoldRelations)),
        ])
    }

    /// The same in lines.
    func lines(_ diff: InventoryDiff) -> [String] {
        var lines = ["blast radius at \(at.iso8601)", "  then: \(then.words)"]
        if let verifiedLive { lines.append("  after what is verified of the plan: \(verifiedLive) live") }
        lines += ["  now:  \(now.words)"]
        lines.append(
            "  \(becameLive.count) became live · \(ceasedLive.count) no longer live · \(unknownLive.count) count as live and "
                + "are not in the new source")
        lines.append(
            "  now: what was taken counts until it is itself shown to be over, and with it what the new source reaches")
        if !unplanned.isEmpty {
            let names = unplanned.prefix(Self.named).map { diff.old.entity(at: $0).told }.joined(separator: ", ")
            let more = unplanned.count > Self.named ? " and \(unplanned.count - Self.named) more" : ""
            lines.append("  shown to be over, and not in the plan: \(names)\(more)")
        }
        for seed in lostSeeds {
            lines.append(
                "  not in the new source: \(diff.old.entity(at: seed).id), declared compromised; what was taken through it "
                    + "counts, what it would reach there cannot be counted")
        }
        if untoldRelations > 0 {
            lines.append(
                "  \(untoldRelations.counted("relation")) that gave control the new source does not tell: counted as before, "
                    + "because nothing shows that \(untoldRelations == 1 ? "it is" : "they are") gone")
        }
        return lines.map(\.printable)
    }

    /// So many entities are named in a line.
    private static var named: Int { 5 }
}

extension BlastChange.Figures {
    fileprivate var json: JSONText {
        .object([
            ("reached", JSONText(reached)), ("live", JSONText(live)), ("conditional", JSONText(conditional)),
            (
                "by_plane",
                .object(Plane.allCases.map { ($0.rawValue, JSONText(byPlane[$0] ?? 0)) })
            ),
            (
                "live_by_plane",
                .object(Plane.allCases.map { ($0.rawValue, JSONText(liveByPlane[$0] ?? 0)) })
            ),
            ("rollback_only", .object([("live", JSONText(rollbackOnlyLive))])),
        ])
    }

    fileprivate var words: String {
        let planes = Plane.allCases.map { "\($0.rawValue) plane \(byPlane[$0] ?? 0)" }.joined(separator: ", ")
        return "\(reached) reached (\(planes)) · \(live) live · \(conditional) conditional"
            + " · rollback only: \(rollbackOnlyLive) live"
    }
}
