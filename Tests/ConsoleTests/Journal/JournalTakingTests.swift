import Casebook
import Inventory
import Reports
import TerminalKit
import Testing

@testable import Console

@Suite("What is taken from the journal")
struct JournalTakingTests {
    private struct Missing: Error {}

    private static func worker(_ keys: String = "", size: Size = Size(rows: 40, columns: 120)) throws -> CaseWorker {
        let desk = try CaseDesk()
        var worker = try desk.console("ana", size: size)
        worker.press("b/kind:token<Enter> k;the owner was told<Enter>")
        worker.press("8\(keys)")
        return worker
    }

    private static func copied(_ worker: CaseWorker) throws -> String {
        guard case .copy(let text)? = worker.session.effects.last else { throw Missing() }
        return text.text
    }

    @Test("The hash, the words and the hashed text are copied, and the command that shows the same")
    func copies() throws {
        let worker = try Self.worker("yb")
        let last = try #require(try worker.shelf.file.entries().last)
        #expect(try Self.copied(worker) == last.body)
        let other = try Self.worker("ys")
        #expect(try Self.copied(other) == other.shelf.file.head)
        let words = try Self.copied(Self.worker("yw"))
        #expect(words.contains("noted on token:AWS_KEY: the owner was told") && words.contains("ana"))
        #expect(try Self.copied(Self.worker("yc")) == "firebreak case journal test")
        let filtered = try Self.copied(Self.worker("/who:ana<Enter>yc"))
        #expect(filtered == "firebreak show --case test --place 'journal?query=who:ana'")
        #expect(try Self.copied(Self.worker("yi")) == "token:AWS_KEY")
        // Elsewhere there are no entries to copy.
        #expect(!Session.after("by").text.contains("hash"))
    }

    @Test("It is exported with all that ties the entries together", arguments: [TableReport.Format.csv, .json])
    func exports(format: TableReport.Format) throws {
        let worker = try Self.worker()
        let table = try #require(worker.session.state.table)
        var text = ""
        table.write(as: format) { text += $0 }
        for entry in try worker.shelf.file.entries() { #expect(text.contains(entry.hash)) }
        #expect(text.contains("the owner was told") && text.contains("blast?query"))
        #expect(table.rowCount == (try worker.shelf.file.entries().count))
    }

    @Test("How many older entries are not listed is said, and by which command they are had")
    func older() throws {
        var worker = try Self.worker()
        let whole = worker.shelf.present
        let part = CaseView(state: whole.state, sequence: whole.sequence, journal: Array(whole.journal.suffix(2)))
        worker.session.apply(.recorded(.news(part, part.state.investigation(in: worker.session.state.inventory))))
        #expect(worker.session.state.rows.count == 2)
        #expect(worker.session.text.contains("\(whole.sequence - 2) older not listed"))
        #expect(worker.session.text.contains("firebreak case journal test has all"))
        #expect(worker.session.text.contains("chain whole"))
    }

    @Test("A chain that is broken is called so")
    func broken() throws {
        var worker = try Self.worker()
        let whole = worker.shelf.present
        var journal = whole.journal
        journal.remove(at: 1)
        let view = CaseView(state: whole.state, sequence: whole.sequence, journal: journal)
        worker.session.apply(.recorded(.news(view, view.state.investigation(in: worker.session.state.inventory))))
        #expect(worker.session.text.contains("CHAIN BROKEN: entry 2 is missing"))
        #expect(!worker.session.text.contains("chain whole"))
    }

    @Test("That the file can no longer be read is said, and what it held stays on the screen")
    func unread() throws {
        var worker = try Self.worker()
        let rows = worker.session.state.rows.count
        worker.session.apply(.recorded(.unread(CaseError.removed.words)))
        #expect(worker.session.text.contains("test is no longer the file that was opened"))
        worker.press("j")
        #expect(worker.session.text.contains("the file can no longer be read: this is what it held"))
        #expect(worker.session.state.rows.count == rows && worker.session.text.contains("chain whole"))
        worker.session.apply(.recorded(.unread(nil)))
        #expect(!worker.session.text.contains("no longer be read"))
    }

    @Test("The pane has the whole entry, also in words")
    func pane() throws {
        var worker = try Self.worker(size: Size(rows: 60, columns: 200))
        let entry = try #require(try worker.shelf.file.entries().last)
        let text = worker.session.text
        for words in ["Chain", "previous", "on evidence", "made at", "filter kind:token"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(text.contains(entry.hash.prefix(24)))
        worker.press("zz")
        #expect(worker.session.state.place.pane == .preview)
        let spoken = worker.session.state.spokenPane
        #expect(spoken.contains { $0.contains(entry.hash) } && spoken.contains { $0.contains(entry.content.previous) })
        #expect(spoken.contains { $0.contains("the owner was told") })
    }

    @Test("The text twin says the same, and without a case how to have one")
    func twin() throws {
        let worker = try Self.worker()
        let runtime = ConsoleRuntime(
            inventory: worker.session.state.inventory, title: "northwind", at: Northwind.opened,
            world: ConsoleWorld(casebook: ("test", worker.shelf)))
        let report = try runtime.report(of: Place(parsing: "journal?sort=entry"), limit: 2)
        #expect(report.total == 3 && report.rows.count == 2)
        #expect(report.text.contains("1 of 3: entry 1, opened the case 'test'"))
        #expect(report.text.contains("chain whole") && report.text.contains(worker.shelf.file.head))
        #expect(throws: PlaceProblem.self) { try runtime.report(of: Place(parsing: "journal?sort=owner"), limit: 2) }
        #expect(throws: PlaceError.self) { try Place(parsing: "journal:x") }
        let alone = ConsoleRuntime(
            inventory: worker.session.state.inventory, title: "northwind", at: Northwind.opened)
        let empty = try alone.report(of: Place(.journal), limit: 2)
        #expect(empty.total == 0 && empty.text.contains("firebreak --case FILE opens one"))
    }

    @Test("Nobody's name and nobody's words reach the terminal as anything but text")
    func hostile() throws {
        let desk = try CaseDesk()
        let worker = try desk.console("ana")
        let words = "\u{1B}[31mred\u{1B}]0;x\u{7}\u{202E}evil\u{2028}"
        _ = try worker.shelf.file.append(
            [.note(subject: .entity("token:\(words)"), text: words)],
            by: CaseAuthor(who: words, when: Northwind.opened, evidence: words, place: words))
        for size in Golden.sizes {
            var again = try desk.console("ana", size: size)
            again.press("8")
            for text in [again.session.text, again.session.state.spoken(row: 0)] {
                #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{7}", "\u{2028}"].contains($0) })
            }
            #expect(size.columns < 80 || again.session.text.contains("evil"))
        }
    }
}
