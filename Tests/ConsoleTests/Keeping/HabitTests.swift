import Inventory
import Synchronization
import TerminalKit
import Testing

@testable import Console

@Suite("Habits that hold for all evidence")
struct HabitTests {
    /// A shelf in memory.
    private final class Memory: HabitShelf {
        let bytes = Mutex<[UInt8]?>(nil)

        func read() throws(SessionShelfError) -> [UInt8]? { bytes.withLock { $0 } }

        func update(_ change: @Sendable ([UInt8]?) -> [UInt8]?) throws(SessionShelfError) {
            bytes.withLock { bytes in
                if let next = change(bytes) { bytes = next }
            }
        }
    }

    private func session(_ shelf: Memory) -> Session {
        var session = Session()
        session.state.takeUp(shelf)
        return session
    }

    /// Hands what the console wants kept to the shelf, as the runtime does.
    private func keep(_ session: inout Session, on shelf: Memory) throws {
        for case .keepHabits(let before, let after) in session.state.keepHabits() {
            try shelf.keep(from: before, to: after)
        }
    }

    @Test("Chosen columns and saved queries are there in a console over other evidence")
    func otherEvidence() throws {
        let shelf = Memory()
        var first = session(shelf)
        let before = first.state.habits
        first.press("2|j <Enter>")
        first.state.saveQuery("kind:token", as: "all keys")
        #expect(first.state.habits.tables["inventory"] != nil)
        try shelf.keep(from: before, to: first.state.habits)
        var second = session(shelf)
        #expect(second.state.habits == first.state.habits)
        second.press("2")
        #expect(second.state.tableSetup == first.state.tableSetup)
        #expect(second.state.keepHabits().isEmpty)
    }

    @Test("A change is asked to be kept once")
    func once() throws {
        let shelf = Memory()
        var session = session(shelf)
        session.state.saveQuery("kind:token", as: "all keys")
        #expect(session.state.keepHabits().count == 1)
        #expect(session.state.keepHabits().isEmpty)
    }

    @Test("Two consoles lose nothing of each other")
    func twoConsoles() throws {
        let shelf = Memory()
        var (first, second) = (session(shelf), session(shelf))
        first.state.saveQuery("kind:token", as: "keys")
        try keep(&first, on: shelf)
        second.state.saveQuery("kind:job", as: "jobs")
        try keep(&second, on: shelf)
        first.state.habits.queries = []
        try keep(&first, on: shelf)
        #expect(try shelf.habits().queries.map(\.name) == ["jobs"])
    }

    @Test(
        "What cannot be read is left as it is, and said",
        arguments: ["{", #"{"format":"firebreak.habits","version":9}"#])
    func unreadable(text: String) throws {
        let shelf = Memory()
        shelf.bytes.withLock { $0 = Array(text.utf8) }
        var session = session(shelf)
        #expect(session.state.message?.text.contains("are not kept") == true)
        session.state.saveQuery("kind:token", as: "keys")
        try keep(&session, on: shelf)
        try shelf.keep(from: Habits(), to: session.state.habits)
        #expect(shelf.bytes.withLock { $0 } == Array(text.utf8))
    }

    @Test("A session of an earlier version hands its habits on, where there are none of that name")
    func earlier() throws {
        let shelf = Memory()
        var known = Habits()
        known.queries = [SavedQuery(name: "keys", text: "kind:token")]
        try shelf.keep(from: Habits(), to: known)
        var old = Habits()
        old.queries = [SavedQuery(name: "keys", text: "kind:job"), SavedQuery(name: "jobs", text: "kind:job")]
        let inventory = Northwind.inventory(isMarked: true)
        var record = Session.after("2").state.sessionDraft.record(of: inventory, title: "northwind", revision: 1)
        record.habits = Readable(old)
        var opening = SessionOpening()
        opening.record = record
        var session = session(shelf)
        session.state.take(up: opening)
        try keep(&session, on: shelf)
        #expect(try shelf.habits().queries.map(\.text) == ["kind:token", "kind:job"])
    }

    @Test("A console without a shelf keeps nothing and says nothing")
    func none() {
        var session = Session()
        session.state.saveQuery("kind:token", as: "keys")
        #expect(session.state.keepHabits().isEmpty)
    }
}
