import GRDB

extension JournalRow {
    /// Reads a row; what is no number or text reads as nothing, which no check lets pass.
    init(_ row: Row) {
        sequence = Int.fromDatabaseValue(row[0]) ?? 0
        body = String.fromDatabaseValue(row[1]) ?? ""
        hash = String.fromDatabaseValue(row[2]) ?? ""
    }

    /// Calls `body` with every row behind `sequence`, in order; behind none with all there are, whatever their numbers.
    static func forEach(after sequence: Int, in database: Database, _ body: (JournalRow) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT sequence, body, hash FROM journal WHERE sequence > ? ORDER BY sequence",
            arguments: [sequence == 0 ? Int.min : sequence])
        while let row = try rows.next() { try body(JournalRow(row)) }
    }

    /// The hash that stands beside an entry; nil where there is no such entry.
    static func hash(of sequence: Int, in database: Database) throws -> String? {
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT hash FROM journal WHERE sequence = ?", arguments: [sequence])
        else { return nil }
        return String.fromDatabaseValue(row[0])
    }

    /// Adds an entry to the journal.
    static func insert(_ entry: JournalEntry, into database: Database) throws {
        try database.execute(
            sql: "INSERT INTO journal (sequence, body, hash) VALUES (?, ?, ?)",
            arguments: [entry.sequence, entry.body, entry.hash])
    }
}
