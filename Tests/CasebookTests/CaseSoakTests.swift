import Foundation
import GRDB
import GRDBSQLite
import Inventory
import Testing

@testable import Casebook

@Suite("Cases of many entries")
struct CaseSoakTests {
    /// What a case of so many entries costs.
    private struct Cost {
        /// Bytes of the file.
        let size: Int
        /// How many pages were read from the disk while the journal was read once.
        let reads: Int
        let pages: Int
    }

    private static func cost(_ count: Int) throws -> Cost {
        let folder = try CaseFolder()
        let file = try folder.make()
        for start in stride(from: 0, to: count, by: 500) {
            let actions = (start..<min(start + 500, count)).map { number -> CaseAction in
                // One thing in ten is spoken of time and again.
                number % 10 == 0
                    ? .verdict("the same", .suspicious) : .mark("github.com/org/repo/secrets/NAME_\(number)")
            }
            _ = try file.append(actions, by: .ana)
        }
        let opened = try CaseFile(opening: folder.file())
        #expect(opened.sequence == count + 1 && opened.head == file.head && opened.state == file.state)
        let size = try FileManager.default.attributesOfItem(atPath: folder.file())[.size] as? Int ?? 0
        let reads = opened.queue.inDatabase { database -> Int in
            var (reads, highest) = (Int32(0), Int32(0))
            sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_CACHE_MISS, &reads, &highest, 0)
            return Int(reads)
        }
        return Cost(size: size, reads: reads, pages: size / 4_096)
    }

    @Test("Size and opening grow with the number of entries, and no faster")
    func growth() throws {
        let (small, large) = (try Self.cost(1_000), try Self.cost(4_000))
        #expect(large.size < small.size * 4 + 8 * 4_096, "\(small.size) and \(large.size) bytes")
        #expect(large.size < 4_000 * 600)
        for cost in [small, large] {
            #expect(cost.reads > cost.pages / 2, "nothing was counted")
            // Checking the layout reads the first pages once more.
            #expect(cost.reads < cost.pages + 16, "\(cost.reads) reads of \(cost.pages) pages")
        }
    }

    @Test(
        "A hundred thousand entries make a file of some forty megabytes that is opened once through",
        .enabled(if: ProcessInfo.processInfo.environment["FIREBREAK_SOAK"] != nil))
    func soak() throws {
        let cost = try Self.cost(100_000)
        #expect(cost.size < 100_000 * 500, "\(cost.size) bytes")
        #expect(cost.reads < cost.pages + 16)
    }
}
