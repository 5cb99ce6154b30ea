import Casebook
import Console
import Inventory

extension Reading {
    /// The snapshot among the sources; nil when there is none. A case is no source. A snapshot beside other sources is refused: what a reader
    /// concludes from several files together (which slot a name means, whom a runner serves) it could not conclude
    /// across the two any more.
    static func snapshot(among sources: [String]) throws(CommandFailure) -> String? {
        if let path = sources.first(where: CaseFile.isCase) { throw .sourceIsCase(path) }
        guard let path = sources.first(where: SnapshotFile.isSnapshot(at:)) else { return nil }
        guard sources.count == 1 else { throw .snapshotBesideOthers(path) }
        return path
    }

    /// Opens the snapshot at `path`, whose content nobody has checked yet.
    static func open(snapshot path: String, repository: String?) throws(CommandFailure) -> OpenEvidence {
        if repository != nil { Output.diagnose("--repo says nothing about a snapshot and is passed over") }
        do { return OpenEvidence(inventory: try Inventory(snapshotAt: path)) } catch {
            throw .snapshot(error, path: path)
        }
    }

    /// Opens the snapshot at `path` and checks all of it.
    static func verified(snapshot path: String, repository: String?) throws(CommandFailure) -> OpenEvidence {
        let evidence = try open(snapshot: path, repository: repository)
        do { try evidence.inventory.snapshot?.verify() } catch { throw .snapshot(error, path: path) }
        return evidence
    }
}

extension EvidenceWatch {
    /// Watches the snapshot under `inventory`; nil when there is none.
    init?(_ inventory: Inventory) {
        guard let snapshot = inventory.snapshot else { return nil }
        self.init(
            problem: {
                do throws(SnapshotError) {
                    try snapshot.check()
                    return nil
                } catch {
                    return CommandFailure.words(for: error, at: snapshot.path)
                }
            },
            // What it finds, the next question about a problem tells.
            verify: { isCancelled in try? snapshot.verify(isCancelled: isCancelled) })
    }
}
