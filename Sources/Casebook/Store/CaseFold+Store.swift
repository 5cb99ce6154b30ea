import GRDB

extension CaseFold {
    /// How many rows are read from their texts at once.
    private static let pieceLength = 4_096

    /// Takes in the entries that the database has behind those that are known, each checked.
    @discardableResult
    mutating func takeNew(from database: Database) throws -> [JournalEntry] {
        var entries: [JournalEntry] = []
        var rows: [JournalRow] = []
        let isFirst = sequence == 0
        func take(_ fold: inout CaseFold) throws {
            for (row, read) in zip(rows, JournalRow.read(rows)) {
                let entry = try row.entry(read, after: (fold.sequence, fold.head))
                fold.take(entry)
                if !isFirst { entries.append(entry) }
            }
            rows.removeAll(keepingCapacity: true)
        }
        do {
            try JournalRow.forEach(after: sequence, in: database) { row in
                rows.append(row)
                if rows.count == Self.pieceLength { try take(&self) }
            }
        } catch let error as DatabaseError {
            // What stands before the damage is whole.
            try take(&self)
            throw error
        }
        try take(&self)
        return entries
    }
}
