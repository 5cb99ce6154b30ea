import Foundation
import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("Undo and redo after reopening")
struct SavedUndoTests {
    private static let keys =
        "2/kind:token<Enter>sG<Enter>jj   A<C-u>tokens<Enter>bD/n<Enter>j1c<C-u>2026-03-14T02:00Z..<Enter>"
        + "b*g ;seen<Enter>jj uu"

    private func record(_ session: Session) -> SessionRecord {
        session.state.sessionDraft.record(of: session.state.inventory, title: "northwind", revision: 1)
    }

    /// The session as it is after leaving and opening the same evidence again.
    private func reopened(_ session: Session, over inventory: Inventory? = nil) throws -> Session {
        let bytes = try #require(record(session).bytes)
        var opening = SessionOpening()
        opening.record = try SessionRecord(bytes: bytes)
        var next = Session(inventory ?? Northwind.inventory(isMarked: true))
        next.state.take(up: opening)
        next.apply(.resize(next.state.size))
        return next
    }

    @Test("After reopening u takes back the last mark, by name, and U makes it again")
    func lastMark() throws {
        let before = Session.after("b/kind:token<Enter> ")
        let marked = before.state.work.present.marks
        #expect(marked.count == 1)
        var session = try reopened(before)
        #expect(session.state.work.present.marks == marked)
        session.press("u")
        #expect(session.text.contains("undone: mark "))
        #expect(session.state.work.present.marks.isEmpty)
        session.press("u")
        #expect(session.text.contains("undone: filter kind:token"))
        #expect(session.state.place.query.isEmpty)
        session.press("UU")
        #expect(session.state.work.present.marks == marked)
        #expect(session.text.contains("done again: mark "))
    }

    @Test("Every deed is undone and done again as if the console had never been left")
    func same() throws {
        var (left, session) = (Session.after(Self.keys), try reopened(Session.after(Self.keys)))
        #expect(left.state.work.past.count > 5)
        #expect(left.state.work.future.count == 2)
        #expect(session.state.work.past.map(\.what) == left.state.work.past.map(\.what))
        #expect(session.state.work.future.map(\.what) == left.state.work.future.map(\.what))
        for key in Array(repeating: "U", count: 3) + Array(repeating: "u", count: left.state.work.past.count + 3) {
            left.press(key)
            session.press(key)
            #expect(session.state.work.present == left.state.work.present)
            #expect(session.state.place == left.state.place)
            #expect(session.state.work.undoable == left.state.work.undoable)
        }
        #expect(session.state.work.undoable == nil)
    }

    @Test("A session without what can be undone, as earlier versions wrote it, still opens, and undo begins anew")
    func older() throws {
        var record = record(Session.after("b "))
        record.undo = nil
        record.redo = nil
        let text = String(decoding: try #require(record.bytes), as: UTF8.self)
        #expect(!text.contains("undo") && !text.contains("redo"))
        var opening = SessionOpening()
        opening.record = try SessionRecord(bytes: Array(text.utf8))
        var session = Session()
        session.state.take(up: opening)
        #expect(session.state.work.present.marks.count == 1)
        #expect(session.state.work.undoable == nil)
    }

    @Test("Deeds that cannot be read cost only undo, and over other evidence it begins anew")
    func damagedAndOther() throws {
        let session = Session.after("b ")
        let text = String(decoding: try #require(record(session).bytes), as: UTF8.self)
        let damaged = text.replacing("\"what\":", with: "\"whatever\":")
        #expect(damaged != text)
        let read = try SessionRecord(bytes: Array(damaged.utf8))
        let restored = read.restored(over: Northwind.inventory(isMarked: true), declared: [])
        #expect(restored.work == session.state.work.present)
        #expect(restored.past.isEmpty)
        var maker = FactMaker()
        maker.declare(Northwind.runner, .runner, "prod-linux-07")
        let other = try reopened(session, over: maker.builder.build().inventory)
        #expect(other.state.work.undoable == nil)
    }

    @Test("The number of saved deeds is bounded, the last ones are kept, and a deed that is too large ends them")
    func bounded() {
        var session = Session.after("b")
        for _ in 0..<DeedRecord.limit { session.press(" ") }
        session.press("j ")
        let last = session.state.work.undoable
        #expect(session.state.work.past.count == DeedRecord.limit + 1)
        let records = session.state.work.past.records(in: session.state.inventory)
        #expect(records.count == DeedRecord.limit)
        #expect(records.last?.what == last)

        var maker = FactMaker()
        let count = PackedMarks.namedMarks + 1
        for number in 0..<count { maker.declare("e\(number)", .token, "name \(number)") }
        var large = Session(maker.builder.build().inventory)
        large.press("2*j ")
        #expect(large.state.work.present.marks.count == count - 1)
        #expect(large.state.work.past.count == 2)
        #expect(large.state.work.past.records(in: large.state.inventory).count == 1)
    }
}

@Suite("Very many marks as they are saved")
struct PackedMarksTests {
    @Test("Bits come back as the marks that they were", arguments: 0..<20)
    func roundTrip(seed: Int) throws {
        var random = RandomKeys(seed: UInt64(seed))
        let entities = 1 + random.number(below: 20_000)
        let marks = Marks((0..<random.number(below: 500)).map { _ in random.number(below: entities) })
        #expect(Marks(words: marks.words) == marks)
        let packed = try JSONDecoder().decode(PackedMarks.self, from: JSONEncoder().encode(PackedMarks(marks)))
        #expect(packed.marks(among: entities) == marks)
        if let last = Array(marks).last {
            #expect(packed.marks(among: last) == nil)
            var wrong = packed
            wrong.count += 1
            #expect(wrong.marks(among: entities) == nil)
        }
    }

    @Test("Marks of a snapshot beyond those that stand by id stand by number, and undo takes them back after reopening")
    func snapshot() throws {
        var maker = FactMaker()
        let count = PackedMarks.namedMarks + 10
        for number in 0..<count { maker.declare("e\(number)", .token, "name \(number)") }
        let path = FileManager.default.temporaryDirectory.appending(path: "marks-\(UUID().uuidString).firebreak").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try maker.builder.build().inventory.writeSnapshot(to: path)
        let inventory = try Inventory(snapshotAt: path)
        var session = Session(inventory)
        session.press("2*")
        #expect(session.state.work.present.marks.count == count)
        let record = session.state.sessionDraft.record(of: inventory, title: "many", revision: 1)
        #expect(record.version == 2 && record.marks.isEmpty)
        let bytes = try #require(record.bytes)
        #expect(bytes.count < 20_000)
        var opening = SessionOpening()
        opening.record = try SessionRecord(bytes: bytes)
        var next = Session(try Inventory(snapshotAt: path))
        next.state.take(up: opening)
        #expect(next.state.work.present.marks == session.state.work.present.marks)
        next.press("u")
        #expect(next.state.work.present.marks.isEmpty)

        // Ids are not needed where numbers stay what they are.
        #expect(record.markBits?.value?.ids == nil)
        // The same numbers in other evidence would be other entities: they are not believed, and that is said.
        let restored = record.restored(over: Northwind.inventory(isMarked: true), declared: [])
        #expect(restored.work.marks.isEmpty)
        #expect(restored.remarks.contains { $0.contains("kept by number") })
    }

    @Test("Without a snapshot numbers count while they mean the same entities, else the ids do, and none is lost")
    func ids() throws {
        func inventory(_ numbers: some Sequence<Int>) -> Inventory {
            var maker = FactMaker()
            for number in numbers { maker.declare("e\(number)", .token, "name \(number)") }
            return maker.builder.build().inventory
        }
        let count = PackedMarks.namedMarks + 1
        var session = Session(inventory(0..<count))
        session.press("2*")
        let saved = session.state.sessionDraft.record(of: session.state.inventory, title: "many", revision: 1)
        let record = try SessionRecord(bytes: try #require(saved.bytes))
        #expect(record == saved && record.marks.isEmpty)
        let again = record.restored(over: inventory(0..<count), declared: [])
        #expect(again.work.marks == session.state.work.present.marks)
        #expect(again.strays.count == 0)
        // Some are gone, and others came.
        let other = inventory((10..<count + 10).reversed())
        let changed = record.restored(over: other, declared: [])
        #expect(Set(changed.work.marks.map { other.entity(at: $0).id }) == Set((10..<count).map { "e\($0)" }))
        #expect(Set(changed.strays.marks) == Set((0..<10).map { "e\($0)" }))
        let draft = SessionDraft(history: changed.history, work: changed.work, strays: changed.strays)
        let back = draft.record(of: other, title: "many", revision: 2)
            .restored(over: inventory(0..<count), declared: [])
        #expect(back.work.marks == session.state.work.present.marks)
    }
}
