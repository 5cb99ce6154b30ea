import GRDB

/// The layout of a case file, step by step: a file of an earlier layout is brought up to date when it is opened for
/// writing.
enum CaseSchema {
    /// Marks an SQLite file as a case: `FBRC`.
    static let applicationID: Int32 = 0x4642_5243

    /// The version that is written: how many steps there are.
    static var version: Int { steps.count }

    /// What each version adds to the one before. A step is never changed once it was released.
    static let steps = [
        """
        CREATE TABLE journal (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL);
        CREATE TABLE session (who TEXT PRIMARY KEY NOT NULL, saved TEXT NOT NULL, body BLOB NOT NULL);
        """,
        """
        CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal of a case is only added to'); END;
        CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal of a case is only added to'); END;
        """,
        // From here on an undo may name a merge: who does not know that must not read such a journal.
        "",
        // From here on an undo may name a settlement, and what a verification showed may be recorded.
        "",
    ]

    /// Brings a database to `version`. For one that was just made, or within a transaction.
    static func migrate(_ database: Database, to version: Int = version) throws {
        for step in try self.version(of: database)..<version {
            try database.execute(sql: steps[step])
            try database.execute(sql: "PRAGMA user_version = \(step + 1)")
        }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }

    /// The version of a database's layout; 0 for an empty one.
    static func version(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// What of a database's layout is not as its version has it: the names of tables and triggers that are missing, were
    /// altered, or are no part of it.
    static func strangeParts(of database: Database) throws -> [String] {
        let version = try version(of: database)
        let made = try DatabaseQueue()
        let expected = try made.inDatabase { empty in
            try migrate(empty, to: version)
            return try layout(of: empty)
        }
        let found = try layout(of: database)
        return Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
    }

    private static func layout(of database: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return Dictionary(rows.map { ($0["name"], $0["sql"]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Throws when the database is no case, or one of a later version.
    static func check(_ database: Database) throws {
        let mark = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard mark == Int64(applicationID) else { throw CaseError.notACase }
        let version = try version(of: database)
        guard version <= Self.version else { throw CaseError.newer(version: version) }
        guard version > 0 else { throw CaseError.notACase }
    }

    /// Opens the database at `path`. SQLite takes `file:` and `:memory:` at the beginning of a name for something else.
    static func open(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
        try DatabaseQueue(
            path: path.hasPrefix("/") ? path : "./" + path, configuration: configuration(readOnly: readOnly))
    }

    /// How connections are opened.
    ///
    /// A rollback journal and not a write-ahead log: a case at rest is one file, which can be copied, put on a
    /// read-only medium and shared over a network. `synchronous = EXTRA` because with `FULL` the deleted journal may
    /// come back after a loss of power and take the last change with it.
    private static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
            guard !readOnly else { return }
            try database.execute(sql: "PRAGMA synchronous = EXTRA")
            try database.execute(sql: "PRAGMA fullfsync = ON")
        }
        return configuration
    }
}
