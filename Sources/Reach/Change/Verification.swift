import Inventory

/// Whether planned remediations were carried out, by what a new inventory shows of each.
///
/// Only evidence counts: what the new inventory does not cover cannot be known, and is never taken for gone. A slot and
/// the credential in it are different things: that a slot was given a new value does not revoke the old one.
public struct Verification: Sendable {
    /// One planned remediation.
    public struct Item: Hashable, Sendable {
        /// What is remediated, by ids.
        public enum Target: Hashable, Sendable {
            /// An entity.
            case entity(String)
            /// A relation: the near end, its kind in snake case, the far end.
            case relation(from: String, kind: String, to: String)
        }

        /// What is remediated.
        public let target: Target
        /// When it was decided: what was changed earlier does not count.
        public let decided: Instant
        /// By when evidence had shown that it was carried out: older evidence shows nothing against that. Nil where none has.
        public let shown: Instant?

        /// A planned remediation.
        public init(_ target: Target, decided: Instant, shown: Instant? = nil) {
            self.target = target
            self.decided = decided
            self.shown = shown
        }
    }

    /// What was found of one item.
    public struct Result: Hashable, Sendable {
        /// The item.
        public let item: Item
        /// What was found.
        public let finding: Finding
    }

    /// An identity that the old inventory does not have.
    public struct Newcomer: Hashable, Sendable {
        /// Its number in the new inventory.
        public let entity: Int
        /// Since when it is there, as far as a source says.
        public let since: Instant?
        /// Whether it is known to be new: it came into being after the old inventory was collected, or that one would
        /// have told of it.
        public let isKnownNew: Bool
        /// What the old inventory's silence means.
        public let silence: Silence
    }

    /// The two inventories.
    public let diff: InventoryDiff
    /// The moment by which something must have happened.
    public let at: Instant
    /// What was found, in the order of the items.
    public let results: [Result]
    /// Identities that are new, by id.
    public let newcomers: [Newcomer]
    /// Identities that both inventories have and that give more control than before: their numbers in the new
    /// inventory, by id.
    public let widened: [Int]

    /// Checks every item against the new inventory of `diff`. O(changes + relations of the items).
    /// - Parameters:
    ///   - at: The moment by which something must have happened.
    ///   - existed: A moment at which the new inventory is known to have been there: it was collected by then.
    public init(_ items: [Item], _ diff: InventoryDiff, at: Instant, existed: Instant = .never) {
        self.diff = diff
        self.at = at
        let examination = Examination(
            diff, at: at, existed: existed, entities: items.compactMap(\.target.entity))
        results = items.map { Result(item: $0, finding: examination.finding($0)) }
        newcomers = diff.added.compactMap { absence in
            let entity = diff.new.entity(at: absence.number)
            guard entity.kind.isIdentityOrHost else { return nil }
            let since = entity.created ?? entity.issued
            let isLater = since.flatMap { since in diff.old.collected.map { since > $0 } } ?? false
            return Newcomer(
                entity: absence.number, since: since, isKnownNew: isLater || absence.silence.isAbsent,
                silence: absence.silence)
        }
        widened = diff.widenedEntities.filter { diff.new.entity(at: $0).kind.isIdentityOrHost }
    }

    /// Whether every item was shown to be carried out.
    public var isComplete: Bool { results.allSatisfy(\.finding.isClosed) }
}

extension Verification.Item.Target {
    /// The id of the entity; nil for a relation.
    public var entity: String? { if case .entity(let id) = self { id } else { nil } }
}

extension EntityKind {
    /// Whether it is an identity, or a host from which identities are taken.
    fileprivate var isIdentityOrHost: Bool { isIdentity || self == .runner }
}

extension InventoryDiff {
    /// The entities that both inventories have and whose holder can do more than before, or for longer: by themselves,
    /// by what they give control of, or by what that takes. Their numbers in the new inventory, by id. O(changes).
    public var widenedEntities: [Int] {
        var widened = Set(changed.lazy.filter { self.direction(of: $0).isWider }.map(\.new))
        for change in changedRelations where direction(of: change).isWider {
            widened.insert(new.crossingEnds(change.new).near)
        }
        for absence in addedRelations where absence.silence.isAbsent && widensScope(added: absence.number) {
            widened.insert(new.crossingEnds(absence.number).near)
        }
        return widened.sorted(by: new.idPrecedes)
    }
}
