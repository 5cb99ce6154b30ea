import Inventory

/// Why a text does not name relations that could be severed.
public enum SeveranceError: Error, Equatable {
    /// It is not `FROM,RELATION,TO`.
    case malformed(text: String)
    /// One end is not an entity.
    case end(EntityReferenceError)
    /// There is no such relation between these entities.
    case noSuchRelation(text: String)
}

extension Severance {
    /// Reads `FROM,RELATION,TO[@TIME]`: every relation of that kind between the two, whatever its interval. `at` is the
    /// time when none is written. Ids may hold commas: the first split that names existing entities is taken.
    public static func parse(
        _ text: String, in inventory: Inventory, at: Instant, now: Instant
    ) throws(SeveranceError) -> [Severance] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { throw .malformed(text: text) }
        var endError: EntityReferenceError?
        for middle in 1..<(parts.count - 1) {
            guard let kind = inventory.relationKind(named: parts[middle]) else { continue }
            do {
                let from = try inventory.resolve(parts[..<middle].joined(separator: ","))
                let far = parts[(middle + 1)...].joined(separator: ",")
                let (to, window) = try TimedReference.parse(far, in: inventory, now: now)
                let found = inventory.relations(from: from.index, kind: kind, to: to.index)
                if found.isEmpty { throw SeveranceError.noSuchRelation(text: text) }
                return found.map { Severance(relation: $0, at: window?.from ?? at) }
            } catch let error as EntityReferenceError {
                endError = endError ?? error
            } catch let error as SeveranceError {
                throw error
            } catch {
                throw .malformed(text: text)
            }
        }
        if let endError { throw .end(endError) }
        throw .noSuchRelation(text: text)
    }
}
