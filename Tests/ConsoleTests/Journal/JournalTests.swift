import Casebook
import Foundation
import Inventory
import Reports
import TerminalKit
import Testing

@testable import Console

@Suite("The journal as a room")
struct JournalTests {
    private struct Missing: Error {}

    /// A case in which two people decided something: four entries by one, then two by the other.
    private static func desk() throws -> CaseDesk {
        let desk = try CaseDesk(evidence: true)
        var ana = try desk.console("ana")
        ana.press("b/kind:token<Enter>;the owner was told<Enter> ")
        ana.press("2/kind:secret<Enter>*Amy secrets<Enter>")
        var ben = try desk.console("ben")
        ben.press("2/kind:runner<Enter>dv<Enter>seen in a log<Enter>dtforum<Enter>")
        return desk
    }

    private static func journal(_ worker: CaseWorker) throws -> JournalRows {
        guard case .journal(let rows) = worker.session.state.rows else { throw Missing() }
        return rows
    }

    private static func entries(_ worker: CaseWorker) throws -> [Int] {
        let rows = try journal(worker)
        return rows.rows.map { rows.ground.entries[$0].sequence }
    }

    @Test("Every entry is a row, the newest first, in the words of the command line")
    func rows() throws {
        let desk = try Self.desk()
        var worker = try desk.console("ana")
        worker.press("8")
        #expect(worker.session.state.place.view == .journal)
        let rows = try Self.journal(worker)
        let entries = try worker.shelf.file.entries()
        #expect(rows.count == entries.count && entries.count > 6)
        #expect(try Self.entries(worker) == entries.map(\.sequence).reversed())
        let table = JournalReport(entries) { number in worker.shelf.file.changes([number]).first?.action }.table
        for row in 0..<rows.count {
            let words = rows.words(at: row)
            #expect(table.contains(words.what.prefix(60)) && !words.what.isEmpty)
        }
        #expect(worker.session.text.contains("Journal"))
        #expect(worker.session.text.contains("noted on token:AWS_KEY: the owner was told"))
        #expect(worker.session.text.contains("token AWS key AKIA…7Q"))
        let head = try #require(entries.last?.hash)
        #expect(worker.session.text.contains("head \(head)") && worker.session.text.contains("chain whole"))
        // The same again says so, back returns.
        worker.press("8")
        #expect(worker.session.text.contains("you are there"))
        worker.press("q")
        #expect(worker.session.state.place.view == .start)
    }

    @Test("A filter finds who, what and about what, says what it does not know, and offers who there is")
    func filter() throws {
        let desk = try Self.desk()
        var worker = try desk.console("ana")
        worker.press("8")
        let all = try Self.entries(worker).count
        func left(_ filter: String) throws -> [JournalEntryWords] {
            worker.press("/\(filter)<Enter>")
            let rows = try Self.journal(worker)
            defer { worker.press("<Esc>") }
            return (0..<rows.count).map { rows.words(at: $0) }
        }
        let ben = try left("who:ben")
        #expect(!ben.isEmpty && ben.allSatisfy { $0.entry.content.who == "ben" })
        #expect(try left("-who:ben").count == all - ben.count)
        #expect(try left("what:note").map(\.action.name) == ["note"])
        #expect(try left("owner told").map(\.action.name) == ["note"])
        let aws = try left("aws")
        #expect(!aws.isEmpty && aws.allSatisfy { $0.about().contains("AWS") || $0.what.contains("AWS") })
        #expect(try left("kind:token").contains { $0.action.name == "note" })
        #expect(try left("place~kind:secret").map(\.action.name).contains("bookmark"))
        #expect(try left("what:\"add evidence\"").map(\.action.name) == ["addEvidence"])
        #expect(try left("nothing like it").isEmpty)
        #expect(try Self.entries(worker).count == all)
        worker.press("/wrong:x")
        guard case .prompt(let prompt) = worker.session.state.overlay else { throw Missing() }
        #expect(prompt.problem?.text.contains("wrong") == true)
        worker.press("<C-u>who:")
        let offered = worker.session.state.completions(of: Prompt(purpose: prompt.purpose, line: LineEditor("who:")))
        #expect(offered.map(\.text).contains("who:ana") || offered.map(\.text).contains("ana"))
        worker.press("<C-u>who:ben<Enter>")
        #expect(worker.session.text.contains("hidden by the filter"))
        // Going away and back keeps it; undo takes it away.
        worker.press("1q")
        #expect(worker.session.state.place.query == "who:ben")
        worker.press(",")
        #expect(worker.session.text.contains("who:ben"))
    }

    @Test("It is sorted by who, what and about, and found by search")
    func order() throws {
        let desk = try Self.desk()
        var worker = try desk.console("ana")
        worker.press("8s")
        guard case .menu(Menu(purpose: .sort)) = worker.session.state.overlay else { throw Missing() }
        for (column, text) in [("who", \JournalEntryWords.entry.content.who), ("what", \.action.word)] {
            var sorted = try desk.console("ana", size: Size(rows: 40, columns: 120))
            sorted.session = Session(
                size: Size(rows: 40, columns: 120), place: try Place(parsing: "journal?sort=\(column)"))
            sorted.session.state.take("test", sorted.shelf.present, as: "ana")
            sorted.session.apply(.resize(Size(rows: 40, columns: 120)))
            let rows = try Self.journal(sorted)
            let texts = (0..<rows.count).map { rows.words(at: $0)[keyPath: text].lowercased() }
            #expect(texts == texts.sorted() && Set(texts).count > 1)
        }
        worker.press("<Esc>\\seen in a log<Enter>")
        #expect(worker.session.state.selectedEntry?.action.name == "conclude")
    }

    @Test("Enter opens what an entry is about")
    func opens() throws {
        let desk = try Self.desk()
        var worker = try desk.console("ana")
        worker.press("8/what:note<Enter><Enter>")
        #expect(worker.session.state.subject?.id == "token:AWS_KEY")
        worker.press("q")
        #expect(worker.session.state.place.view == .journal && worker.session.state.place.query == "what:note")
        // Several entities are listed.
        worker.press("/<C-u>place~secret what:mark<Enter><Enter>")
        #expect(worker.session.state.place.view == .inventory && worker.session.state.place.query.hasPrefix("id:"))
        let marked = try #require(
            worker.shelf.file.entries().compactMap { entry -> Int? in
                if case .mark(let items, _) = entry.content.action, items.count > 1 { return items.count }
                return nil
            }.first)
        #expect(worker.session.state.rows.count == marked)
        // A bookmark leads to its place.
        worker.press("q/<C-u>what:bookmark<Enter><Enter>")
        #expect(worker.session.state.place.view == .inventory && worker.session.state.place.query == "kind:secret")
        // What is about nothing shows itself.
        worker.press("q/<C-u>what:open<Enter><Enter>")
        guard case .text(let text) = worker.session.state.overlay else { throw Missing() }
        #expect(text.text.contains("opened the case 'test'") && text.text.contains("hash: "))
    }

    @Test("Counts lead to the question that they answer")
    func counts() throws {
        let desk = try CaseDesk(evidence: true)
        var worker = try desk.console("ana")
        worker.press("b/kind:token<Enter> T")
        worker.measure()
        worker.press("8")
        let rows = try Self.journal(worker)
        let words = rows.words(at: 0)
        let figures = try #require(words.figures)
        #expect(words.counts == "\(figures.live) live, plan: \(figures.afterPlan)")
        #expect(worker.session.text.contains("\(figures.live) live, plan: \(figures.afterPlan)"))
        // The decision before it names the counts that came of it.
        #expect(rows.words(at: 1).text(in: worker.session.state).contains("by entry \(words.entry.sequence)"))
        worker.press("<Enter>")
        #expect(worker.session.state.place.view == .blast && worker.session.state.place.lens.isTimeless)
        #expect(worker.session.state.answer?.counts.live == figures.live)
    }

    @Test("What others write comes in while it is open, and the cursor stays on its entry")
    func follows() throws {
        let desk = try Self.desk()
        var (ana, ben) = (try desk.console("ana"), try desk.console("ben"))
        ana.press("8jj")
        let (before, selected) = (try Self.entries(ana), ana.session.state.selectedEntry?.entry.sequence)
        let head = ana.shelf.file.head
        #expect(selected == before[2])
        ben.press("b/kind:token<Enter>jdvccleared by hand<Enter>")
        try ana.look()
        let after = try Self.entries(ana)
        #expect(after.count == before.count + 1 && Array(after.dropFirst()) == before)
        #expect(ana.session.state.selectedEntry?.entry.sequence == selected)
        #expect(ana.session.state.selected == 3)
        #expect(ana.shelf.file.head != head && ana.session.text.contains("head \(ana.shelf.file.head)"))
        // Also under a filter, and when it is one's own.
        ana.press("/who:ben<Enter>")
        let shown = try Self.entries(ana).count
        ben.press("jdtlater<Enter>")
        try ana.look()
        #expect(try Self.entries(ana).count == shown + 1)
    }

    @Test("While the list is made anew the rows before it stay")
    func pending() throws {
        let desk = try Self.desk()
        var worker = try desk.console("ana")
        worker.press("8")
        let rows = try Self.journal(worker).count
        worker.session.answers = false
        worker.press("/who:ben")
        #expect(try Self.journal(worker).count == rows)
        worker.session.answerAll()
        #expect(try Self.journal(worker).count < rows)
    }
}
