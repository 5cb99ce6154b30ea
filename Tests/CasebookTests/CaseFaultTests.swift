import CFaultyDisk
import Foundation
import GRDB
import Inventory
import Testing

@testable import Casebook

/// Every operation on the disk is made to fail once. One disk is under all databases of the process: one test at a
/// time.
@Suite("A disk that fails", .serialized)
struct CaseFaultTests {
    enum Failure: CaseIterable {
        /// The operation fails once.
        case error, full, readOnly
        /// From the operation on nothing reaches the disk: what a process leaves that is killed there.
        case killed

        var code: Int32 {
            switch self {
            case .error, .killed: 10  // SQLITE_IOERR
            case .full: 13  // SQLITE_FULL
            case .readOnly: 8  // SQLITE_READONLY
            }
        }
    }

    @Test(
        "Whatever fails while changes are added, the case opens and holds all that was acknowledged",
        arguments: Failure.allCases)
    func appending(failure: Failure) throws {
        faulty_disk_install()
        var (operation, failed) = (0, 0)
        let original = try CaseFolder()
        _ = try original.make().append([.mark("first")], by: .ana)
        while true {
            let folder = try CaseFolder()
            try FileManager.default.copyItem(atPath: original.file(), toPath: folder.file())
            let (hit, acknowledged) = try append(in: folder, failing: operation, failure, &failed)
            let file = try CaseFile(opening: folder.file())
            let held = Set(try file.entries().map(\.hash))
            #expect(held.isSuperset(of: acknowledged), "operation \(operation)")
            #expect(file.state.mark("first") != nil)
            #expect(file.sequence <= 8)
            #expect(try CaseCheck(path: folder.file()).isSound)
            _ = try file.append([.mark("last")], by: .ana)
            guard hit else { break }
            operation += 1
        }
        #expect(operation > 40)
        #expect(failed >= (failure == .killed ? operation : operation / 2))
    }

    /// Adds three changes while an operation fails.
    /// - Returns: Whether there was such an operation, and the hashes of what was acknowledged.
    private func append(
        in folder: CaseFolder, failing operation: Int, _ failure: Failure, _ failed: inout Int
    ) throws -> (hit: Bool, acknowledged: [String]) {
        let file = try CaseFile(opening: folder.file())
        faulty_disk_arm(folder.path, Int32(operation), failure.code, failure == .killed ? 1 : 0)
        var acknowledged: [String] = []
        for number in 0..<3 {
            do throws(CaseError) {
                let actions = [CaseAction.mark("a-\(number)"), .note(subject: .wholeCase, text: "n-\(number)")]
                acknowledged += try file.append(actions, by: .ana).written.map(\.hash)
            } catch {
                failed += 1
                // What was not acknowledged is not shown either.
                #expect(file.state.mark("a-\(number)") == nil)
            }
        }
        let operations = faulty_disk_disarm()
        try? file.queue.close()
        return (Int(operations) > operation, acknowledged)
    }

    @Test(
        "Whatever fails while changes are undone, redone, merged, settled, taken back or counted, what was acknowledged is held, and of the rest nothing or all",
        arguments: Failure.allCases)
    func turning(failure: Failure) throws {
        faulty_disk_install()
        let (original, elsewhere, undisturbed) = (try CaseFolder(), try CaseFolder(), try CaseFolder())
        let (first, copy) = try CaseWrite.scene(in: original, and: elsewhere)
        try first.queue.close()
        // What lies in the case after each write where nothing fails.
        let reference = try held(after: CaseWrite.all, in: undisturbed, copy, of: original)
        var (operation, failed, reached) = (0, 0, Set<String>())
        while true {
            let folder = try CaseFolder()
            try FileManager.default.copyItem(atPath: original.file(), toPath: folder.file())
            let file = try CaseFile(opening: folder.file())
            faulty_disk_arm(folder.path, Int32(operation), failure.code, failure == .killed ? 1 : 0)
            var (acknowledged, isSessionKept, firstFailed): ([String], Bool, Int?) = ([], false, nil)
            for (number, write) in CaseWrite.all.enumerated() {
                let before = file.state
                do {
                    acknowledged += try write.perform(file, copy).map(\.hash)
                    isSessionKept = write.name == "session"
                } catch CaseError.refused {
                    // What was to be taken back is not there: what would have made it failed.
                } catch {
                    failed += 1
                    reached.insert(write.name)
                    firstFailed = firstFailed ?? number
                    #expect(file.state == before, "\(write.name), operation \(operation)")
                }
            }
            let hit = Int(faulty_disk_disarm()) > operation
            let known = file.state
            try? file.queue.close()
            let again = try CaseFile(opening: folder.file())
            let held = try HeldInCase(again)
            #expect(Set(held.entries).isSuperset(of: acknowledged), "operation \(operation)")
            #expect(held.session == [1, 2, 3] || !isSessionKept, "operation \(operation)")
            #expect(try CaseCheck(path: folder.file()).isSound)
            if failure == .killed, hit {
                // Everything before the write that was killed, nothing behind it, and that one whole or not at all.
                let number = try #require(firstFailed)
                #expect(held == reference[number] || held == reference[number + 1], "operation \(operation)")
            } else {
                #expect(again.state == known, "operation \(operation)")
                if !hit { #expect(held == reference.last) }
            }
            _ = try again.append([.mark("last")], by: .ana)
            guard hit else { break }
            operation += 1
        }
        #expect(operation > 80)
        #expect(failed >= operation / 2)
        // Each kind of write was made to fail.
        #expect(reached == Set(CaseWrite.all.map(\.name)))
    }

    /// What lies in a copy of the case in `original` before the first of these writes and behind each.
    private func held(
        after writes: [CaseWrite], in folder: CaseFolder, _ copy: CaseFile, of original: CaseFolder
    ) throws -> [HeldInCase] {
        try FileManager.default.copyItem(atPath: original.file(), toPath: folder.file())
        let file = try CaseFile(opening: folder.file())
        var all = [try HeldInCase(file)]
        for write in writes {
            _ = try write.perform(file, copy)
            all.append(try HeldInCase(file))
            #expect(all[all.count - 2] != all[all.count - 1], "\(write.name) wrote nothing")
        }
        return all
    }

    @Test(
        "Whatever fails while a case of an earlier layout is brought up to date, it holds all that it held",
        arguments: Failure.allCases, 1..<CaseSchema.version)
    func migrating(failure: Failure, version: Int) throws {
        faulty_disk_install()
        let original = try CaseFolder()
        let journal = try original.makeEarlier(version: version)
        var operation = 0
        while true {
            let folder = try CaseFolder()
            try FileManager.default.copyItem(atPath: original.file(), toPath: folder.file())
            faulty_disk_arm(folder.path, Int32(operation), failure.code, failure == .killed ? 1 : 0)
            let opened = try? CaseFile(opening: folder.file())
            let hit = Int(faulty_disk_disarm()) > operation
            #expect(opened != nil || hit)
            #expect(opened == nil || opened?.state == journal.fold.state)
            try opened?.queue.close()
            let again = try CaseFile(opening: folder.file())
            #expect(again.state == journal.fold.state, "operation \(operation)")
            #expect(try again.entries() == journal.entries)
            #expect(try again.queue.inDatabase { try CaseSchema.version(of: $0) } == CaseSchema.version)
            #expect(try CaseCheck(path: folder.file()).unguarded.isEmpty)
            _ = try again.append([.mark("last")], by: .ana)
            guard hit else { break }
            operation += 1
        }
        #expect(operation > 4)
    }

    @Test("Whatever fails while a case is made, there is none, or a whole one", arguments: Failure.allCases)
    func making(failure: Failure) throws {
        faulty_disk_install()
        var operation = 0
        while true {
            let folder = try CaseFolder()
            faulty_disk_arm(folder.path, Int32(operation), failure.code, failure == .killed ? 1 : 0)
            let made = try? folder.make()
            let operations = faulty_disk_disarm()
            if FileManager.default.fileExists(atPath: folder.file()) {
                #expect(try CaseFile(opening: folder.file()).state.title == "a case")
            } else {
                #expect(made == nil)
                _ = try folder.make()
            }
            guard Int(operations) > operation else {
                #expect(made != nil)
                break
            }
            operation += 1
        }
        #expect(operation > 5)
    }

    @Test(
        "Whatever fails while a case is saved from, there is none, or all that could be read",
        arguments: Failure.allCases)
    func salvaging(failure: Failure) throws {
        faulty_disk_install()
        let original = try CaseFolder()
        let file = try original.make()
        for number in 2...6 { _ = try file.append([.mark("a-\(number)")], by: .ana) }
        try original.tamper("DELETE FROM journal WHERE sequence = 3; VACUUM")
        let salvage = try CaseSalvage(path: original.file())
        var operation = 0
        while true {
            let folder = try CaseFolder()
            faulty_disk_arm(folder.path, Int32(operation), failure.code, failure == .killed ? 1 : 0)
            let saved = try? salvage.save(to: folder.file(), by: .bo, version: "1")
            let operations = faulty_disk_disarm()
            if FileManager.default.fileExists(atPath: folder.file()) {
                let state = try CaseFile(opening: folder.file()).state
                #expect(Set(state.marks.keys) == Set([2, 4, 5, 6].map { Mark.Item.entity("a-\($0)") }))
            } else {
                #expect(saved == nil)
            }
            guard Int(operations) > operation else {
                #expect(saved != nil)
                break
            }
            operation += 1
        }
        #expect(operation > 5)
    }

    @Test("A full disk and one that can only be read are called so")
    func named() throws {
        faulty_disk_install()
        let folder = try CaseFolder()
        let file = try folder.make()
        for (code, expected) in [(Int32(13), "the disk is full"), (8, "can only be read")] {
            faulty_disk_arm(folder.path, 0, code, 0)
            let error = #expect(throws: CaseError.self) { try file.append([.mark("a")], by: .ana) }
            _ = faulty_disk_disarm()
            #expect(error?.words.contains(expected) == true, "\(String(describing: error))")
        }
        _ = try file.append([.mark("a")], by: .ana)
        #expect(file.state.mark("a") != nil)
    }
}
