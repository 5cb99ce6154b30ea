import Foundation
import GRDB
import Inventory
import Testing

@testable import Casebook

@Suite("The file of a case")
struct CaseFileTests {
    @Test("What was added is there when the file is opened again, and the head is the same")
    func reopened() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.mark("a", "b")], by: .ana)
        let receipt = try file.append([.advance("a", .approved), .verdict("b", .cleared)], by: .bo)
        #expect(receipt.written.map(\.sequence) == [3, 4])
        #expect(receipt.written.first?.content.evidence == "e")
        let again = try CaseFile(opening: folder.file())
        #expect(again.state == file.state && again.state == receipt.state)
        #expect(again.head == file.head && again.head == receipt.written.last?.hash)
        #expect(again.identifier == file.identifier)
        #expect(try again.entries().count == 4)
        #expect(try again.entries(after: 3) == [#require(receipt.written.last)])
        #expect(try CaseCheck(path: folder.file()).isSound)
    }

    @Test("A new case is one file that only its owner can read, and takes no other's place")
    func made() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        #expect(try folder.names == ["one.case"])
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(!file.isOpenToOthers)
        #expect(throws: CaseError.exists) { try folder.make() }
        _ = try file.append([.mark("a")], by: .ana)
        #expect(try folder.names == ["one.case"])
    }

    @Test("What is no case is refused, and left as it is")
    func refused() throws {
        let folder = try CaseFolder()
        #expect(throws: CaseError.missing) { try CaseFile(opening: folder.file("no.case")) }
        #expect(throws: CaseError.notACase) { try CaseFile(opening: folder.path) }
        for (name, bytes) in [("empty", Data()), ("text", Data("hello".utf8))] {
            try bytes.write(to: URL(filePath: folder.file(name)))
            #expect(throws: CaseError.notACase) { try CaseFile(opening: folder.file(name)) }
            #expect(try Data(contentsOf: URL(filePath: folder.file(name))) == bytes)
        }
        let other = try DatabaseQueue(path: folder.file("other"))
        try other.inDatabase { try $0.execute(sql: "CREATE TABLE journal (x)") }
        try other.close()
        #expect(throws: CaseError.notACase) { try CaseFile(opening: folder.file("other")) }
    }

    @Test("A case of a later version is refused and left as it is")
    func newer() throws {
        let folder = try CaseFolder()
        _ = try folder.make()
        try folder.alter("PRAGMA user_version = 99")
        let before = try Data(contentsOf: URL(filePath: folder.file()))
        #expect(throws: CaseError.newer(version: 99)) { try CaseFile(opening: folder.file()) }
        #expect(throws: CaseError.newer(version: 99)) { try CaseCheck(path: folder.file()) }
        #expect(try Data(contentsOf: URL(filePath: folder.file())) == before)
    }

    @Test(
        "A case of every earlier layout is brought up to date with all that it held", arguments: 1..<CaseSchema.version)
    func migrated(version: Int) throws {
        let folder = try CaseFolder()
        let journal = try folder.makeEarlier(version: version)
        let file = try CaseFile(opening: folder.file())
        #expect(file.state == journal.fold.state)
        _ = try file.append([.mark("b")], by: .ana)
        #expect(throws: DatabaseError.self) { try folder.alter("DELETE FROM journal WHERE sequence = 3") }
        let reopened = try DatabaseQueue(path: folder.file())
        #expect(try reopened.inDatabase { try CaseSchema.version(of: $0) } == CaseSchema.version)
    }

    @Test("The journal's rows can be neither changed nor taken away through SQL")
    func appendOnly() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.mark("a")], by: .ana)
        for sql in ["DELETE FROM journal", "UPDATE journal SET body = 'x'"] {
            #expect(throws: DatabaseError.self) { try folder.alter(sql) }
        }
        #expect(try CaseCheck(path: folder.file()).isSound)
    }

    @Test("A removed, moved or replaced file takes no change, and what is known can be saved elsewhere")
    func removed() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.mark("a")], by: .ana)
        try FileManager.default.moveItem(atPath: folder.file(), toPath: folder.file("moved"))
        #expect(throws: CaseError.removed) { try file.append([.mark("b")], by: .ana) }
        #expect(throws: CaseError.removed) { try file.news() }
        _ = try folder.make()
        #expect(throws: CaseError.removed) { try file.append([.mark("b")], by: .ana) }
        try FileManager.default.removeItem(atPath: folder.file("moved"))
        let copy = try file.copy(to: folder.file("copy"))
        #expect(copy.state == file.state && copy.head == file.head)
        _ = try copy.append([.mark("b")], by: .ana)
    }

    @Test("Undo and redo are entries, also after the file was opened again")
    func undo() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.mark("a")], by: .ana)
        let marked = file.state
        _ = try file.append([.verdict("b", .cleared)], by: .bo)
        #expect(file.undoable(by: "ana") == .mark("a"))
        _ = try file.undo(by: .ana)
        #expect(file.state.mark("a") == nil && file.state.verdicts.count == 1)
        let again = try CaseFile(opening: folder.file())
        _ = try again.redo(by: .ana)
        #expect(again.state.mark("a") == marked.mark("a"))
        #expect(again.sequence == 5)
        #expect(throws: CaseError.self) { try again.redo(by: .ana) }
    }

    @Test("Evidence is taken back only when that is asked for")
    func undoneEvidence() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        let evidence = CaseEvidence(hash: "h", form: .files, paths: ["/x"], entities: 1, relations: 0, version: "1")
        _ = try file.append([.addEvidence(evidence: evidence)], by: .ana)
        _ = try file.append([.mark("a")], by: .ana)
        _ = try file.undo(by: .ana)
        let error = #expect(throws: CaseError.self) { try file.undo(by: .ana) }
        #expect(error?.words.contains("added evidence") == true)
        #expect(file.state.latestEvidence == evidence)
        _ = try file.undo(by: .ana, evidence: true)
        #expect(file.state.latestEvidence == nil)
    }

    @Test(
        "What says nothing, or cannot be, is no entry",
        arguments: [
            CaseAction.note(subject: .wholeCase, text: " \n"), .rewrite(note: 2, text: ""),
            .tag(subject: .wholeCase, tags: []), .tag(subject: .wholeCase, tags: ["a", " "]),
            .untag(subject: .wholeCase, tags: ["zz"]), .assign(subject: .wholeCase, to: ""),
            .assign(subject: .wholeCase, to: nil), .reconsider(subject: .wholeCase),
            .declare(entity: "a", windows: [Window(Interval(Instant(9), Instant(3)))], why: ""),
            .declare(entity: "a", windows: [Window(.always), Window(Interval(Instant(9), Instant(9)))], why: ""),
        ])
    func empty(action: CaseAction) throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.note(subject: .wholeCase, text: "n")], by: .ana)
        let error = #expect(throws: CaseError.self) { try file.append([action], by: .ana) }
        guard case .refused? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(file.sequence == 2)
    }

    @Test("Only a case says that it is one, sound or not")
    func isCase() throws {
        let folder = try CaseFolder()
        _ = try folder.make()
        #expect(CaseFile.isCase(at: folder.file()))
        try Data("FBRC".utf8).write(to: URL(filePath: folder.file("text")))
        let other = try DatabaseQueue(path: folder.file("other"))
        try other.inDatabase { try $0.execute(sql: "CREATE TABLE journal (x)") }
        try other.close()
        for name in ["text", "other", "absent", "."] { #expect(!CaseFile.isCase(at: folder.file(name))) }
        var bytes = try Data(contentsOf: URL(filePath: folder.file()))
        bytes.replaceSubrange(200..., with: Data(repeating: 7, count: bytes.count - 200))
        try bytes.write(to: URL(filePath: folder.file()))
        #expect(CaseFile.isCase(at: folder.file()))
    }

    @Test("What the console keeps of a session is kept for each analyst, and is no entry")
    func session() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        try file.keep([1, 2, 3], of: .ana)
        try file.keep([4], of: .ana)
        let again = try CaseFile(opening: folder.file())
        #expect(try again.session(of: "ana") == [4])
        #expect(try again.session(of: "bo") == nil)
        #expect(again.sequence == 1)
    }
}

extension CaseFolder {
    /// Does something to the database past the program.
    func alter(_ sql: String, _ name: String = "one.case") throws {
        let queue = try DatabaseQueue(path: file(name))
        defer { try? queue.close() }
        try queue.inDatabase { try $0.execute(sql: sql) }
    }

    /// The same with the guards of the journal taken away, as whoever tampers would.
    func tamper(_ sql: String, _ name: String = "one.case") throws {
        try alter("DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_cut; " + sql, name)
    }
}
