import GRDB
import Inventory

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension CaseFile {
    /// What the console last kept of where this analyst was; nil where nothing was kept. No part of the journal: where
    /// somebody looks changes nothing of the case.
    public func session(of who: String) throws(CaseError) -> [UInt8]? {
        do {
            return try queue.inDatabase { database in
                let row = try Row.fetchOne(database, sql: "SELECT body FROM session WHERE who = ?", arguments: [who])
                guard let row else { return nil }
                return [UInt8](Data.fromDatabaseValue(row[0]) ?? Data())
            }
        } catch {
            throw CaseError(error)
        }
    }

    /// Keeps where this analyst is, in place of what was kept before.
    public func keep(_ session: [UInt8], of author: CaseAuthor) throws(CaseError) {
        if case .readOnly(let reason) = access { throw .readOnly(reason) }
        guard FileIdentity(path: path) == identity else { throw .removed }
        do {
            try queue.inTransaction(.immediate) { database in
                try database.execute(
                    sql: "INSERT OR REPLACE INTO session (who, saved, body) VALUES (?, ?, ?)",
                    arguments: [author.who, author.when.iso8601, Data(session)])
                return .commit
            }
        } catch {
            throw CaseError(error)
        }
    }
}
