import Inventory
import Reach
import Reports
import TerminalKit
import Testing

@testable import Console

@Suite("What changed since")
struct ChangesTests {
    private struct MissingRows: Error {}

    private func changes(_ session: Session) throws -> ChangeRows {
        guard case .changes(let rows) = session.state.rows else { throw MissingRows() }
        return rows
    }

    private func words(_ session: Session) throws -> [ChangeRowWords] {
        let changes = try changes(session)
        return changes.rows.map { ChangeRowWords(ground: changes.ground, row: $0) }
    }

    @Test("Every change is a row once, with the words of the report, and what got wider comes first")
    func rows() throws {
        let session = Shift.session()
        let changes = try changes(session)
        let diff = InventoryDiff(old: Shift.inventory(), new: Shift.inventory(isLater: true))
        #expect(Set(changes.rows) == Set((diff.entityChanges + diff.relationChanges).map { .change($0) }))
        #expect(changes.rows.count == Set(changes.rows).count && changes.rows.count > 8)
        let table = DiffReport(diff).table
        for words in try words(session) {
            #expect(table.contains(words.word) && table.contains(words.why.prefix(100)), "\(words.word): \(words.why)")
        }
        let isWider = try words(session).map { $0.word.hasSuffix("wider") }
        #expect(isWider.contains(true) && isWider.contains(false))
        #expect(isWider == isWider.sorted { $0 && !$1 })
        #expect(Set(try words(session).map(\.sort.sign)) == ["+", "-", "~", "?"])
    }

    @Test("The figures are those of the diff and of the blast radius then and now")
    func figures() throws {
        var session = Shift.session()
        let diff = InventoryDiff(old: Shift.inventory(), new: Shift.inventory(isLater: true))
        let report = DiffReport(diff)
        #expect(session.state.difference?.entities == report.entityCounts)
        #expect(session.state.difference?.relations == report.relationCounts)
        let counts = report.entityCounts
        #expect(counts.added > 0 && counts.removed > 0 && counts.changed > 0 && counts.onlyInOld > 0)
        #expect(
            session.text.contains(
                "entities: \(counts.added) added, \(counts.removed) removed, \(counts.changed) changed"))
        #expect(session.text.contains("\(diff.widenedEntities.count) can do more than before"))
        session.press("<Tab><Tab>")
        let blast = BlastChange(
            diff, seeds: Seed.declared(in: diff.old), at: Northwind.moment("2026-03-16T12:00Z"), marked: true)
        let shown = try #require(session.state.blastChange)
        #expect(shown.then == blast.then && shown.now == blast.now)
        #expect(shown.becameLive == blast.becameLive && shown.ceasedLive == blast.ceasedLive)
        #expect(!blast.becameLive.isEmpty && !blast.ceasedLive.isEmpty)
        #expect(session.text.contains("then: \(blast.then.live) live"))
        #expect(session.text.contains("now: \(blast.now.live) live"))
        #expect(blast.then.liveByPlane.values.reduce(0, +) == blast.then.live)
        #expect(try changes(session).count == blast.becameLive.count + blast.ceasedLive.count)
    }

    @Test("The blast radius then and now obeys the lens")
    func lens() throws {
        var session = Shift.session("9<Tab><Tab>")
        let before = try #require(session.state.blastChange)
        session.press("T")
        let timeless = try #require(session.state.blastChange)
        #expect(timeless.before.question.timeless && !before.before.question.timeless)
        session.press("TP")
        #expect(session.state.blastChange?.before.question.plane == .identity)
        #expect(session.state.blastChange?.after.question.plane == .identity)
    }

    @Test("What is marked is verified: gone, rotated, still there, not known")
    func verified() throws {
        var session = Shift.session("2/kind:token or vault<Enter>*9<S-Tab><S-Tab>")
        #expect(session.state.changeSection == .plan)
        let marks = session.state.work.present.marks
        let old = session.state.inventory
        let decided = try #require(old.collected)
        let verification = Reach.Verification(
            marks.sorted(by: old.idPrecedes).map { .init(.entity(old.entity(at: $0).id), decided: decided) },
            InventoryDiff(old: old, new: Shift.inventory(isLater: true)), at: session.state.at)
        #expect(try words(session).compactMap(\.result) == verification.results)
        #expect(verification.results.map(\.finding.name) == ["gone", "rotated", "still_there", "unknown"])
        #expect(try words(session).map(\.sort.sign) == ["-", "-", "=", "?"])
        #expect(session.text.contains("4 planned") && session.text.contains("2 shown to be done"))
        #expect(session.text.contains("1 still open") && session.text.contains("1 cannot be known"))
        #expect(session.text.contains("a change counts from 2026-03-15 11:02Z on"))
        // What is still there can be taken off the plan here, and undone.
        session.press("jj ")
        #expect(session.state.work.present.marks.count == 3)
        session.press("u")
        #expect(session.state.work.present.marks == marks)
    }

    @Test("New identities are listed, and what only the other evidence has is no dead end")
    func newcomers() throws {
        var session = Shift.session("9<S-Tab>")
        #expect(try words(session).map(\.word) == ["new"])
        #expect(session.state.selectedEntity == nil)
        session.press("<Enter>")
        guard case .text(let text) = session.state.overlay else {
            Issue.record("nothing was shown")
            return
        }
        #expect(text.text.contains("key-4") && text.text.contains("later") == false && text.title.contains("later"))
        #expect(text.text.contains("aws:deployer"))
        session.press("<Esc> ")
        #expect(session.state.message?.text.contains("only the other evidence has it") == true)
        #expect(session.state.work.present.marks.isEmpty)
        // No control character of its name reaches the screen.
        #expect(!session.text.contains("\u{1B}") && !session.text.contains("\u{202E}"))
        session.press("yi")
        guard case .copy(let copied)? = session.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(copied.text == "key-4")
    }

    @Test("Enter opens what is here, w says why it is held, also by the other evidence, and back returns")
    func opens() throws {
        var session = Shift.session("9/deployer<Enter>")
        session.press("<Enter>")
        #expect(session.state.place.view == .entity && session.state.subject?.name == "aws:deployer")
        session.press("q")
        #expect(session.state.place.view == .changes && session.state.place.query == "deployer")
        session.press("w")
        #expect(session.state.place.view == .path)
        session.press("q<Esc><Tab><Tab>")
        #expect(try words(session).first?.word == "live now")
        session.press("w")
        guard case .text(let text) = session.state.overlay else {
            Issue.record("no path was shown")
            return
        }
        #expect(text.text.contains("(declared)") && text.title.contains("by later"))
    }

    @Test("A filter of the query language finds what either evidence has; its marks are of both")
    func filter() throws {
        var session = Shift.session("9/kind:token<Enter>")
        let tokens = try changes(session)
        #expect(tokens.count > 3 && tokens.count < tokens.total)
        #expect(session.text.contains("hidden by the filter"))
        let names = try words(session).map(\.name)
        #expect(names.contains { $0.contains("four") } && names.contains("old key"))
        session.press("/<C-u>name~four<Enter>")
        #expect(try changes(session).count == 3)
        session.press("<Esc>/deployer<Enter>g <Esc>/marked<Enter>")
        #expect(
            try words(session).allSatisfy { $0.why.contains("privilege") || $0.kind(isCompact: false) == "relation" })
        #expect(try !changes(session).rows.isEmpty)
        session.press("/<C-u>live<Enter>")
        #expect(
            try changes(session).rows.allSatisfy { row in
                try changes(session).ground.entities(of: row).contains { own in
                    own.old.map { session.state.answer?.radius[$0]?.isLive == true } ?? false
                }
            })
        session.press("/<C-u>nothing has this name<Enter>")
        #expect(try changes(session).rows.isEmpty && session.text.contains("nothing matches the filter"))
    }

    @Test("Every list is ordered by each of its columns, and back", arguments: ["", "<Tab>", "<Tab><Tab>", "<S-Tab>"])
    func order(keys: String) throws {
        var session = Shift.session("2/kind:token<Enter>*9" + keys)
        let own = try changes(session).rows
        for column in ChangeColumn.columns(of: session.state.changeSection) {
            session.state.place.sort = Place.Sort(column: column.name)
            session.apply(.resize(session.state.size))
            let ascending = try changes(session).rows
            #expect(Set(ascending) == Set(own))
            if column.name == "name" {
                let ground = try changes(session).ground
                let names = ascending.map { ground.name(of: $0) }
                #expect(names == names.sorted())
            }
            session.state.place.sort?.ascending = false
            session.apply(.resize(session.state.size))
            let descending = try changes(session)
            #expect(Set(descending.rows) == Set(own))
            if column.name == "name" {
                let names = descending.rows.map { descending.ground.name(of: $0) }
                #expect(names == names.sorted(by: >))
            }
        }
    }

    @Test("The cursor stays on its row when the order changes, and a search finds words of changes")
    func cursor() throws {
        var session = Shift.session("9G")
        let id = try #require(session.state.place.cursor)
        session.press("s<Enter>")
        #expect(session.state.place.sort != nil)
        #expect(session.state.place.cursor == id)
        #expect(try changes(session).id(at: session.state.selected) == id)
        for row in 0..<(try changes(session).count) {
            #expect(try changes(session).row(of: changes(session).id(at: row)) == row)
        }
        session.press("g\\privilege<Enter>")
        #expect(try words(session)[session.state.selected].why.contains("privilege"))
    }

    @Test("The list is exported with what changed and why")
    func exported() throws {
        let session = Shift.session()
        let table = try #require(session.state.table)
        var text = ""
        table.write(as: .csv) { text += $0 }
        #expect(table.rowCount == (try changes(session).count))
        #expect(text.contains("privilege 3 of 4 → 4 of 4") && text.contains("widened"))
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    }

    @Test("While the other evidence is read the console is of use; what cannot be read says which and why")
    func reading() throws {
        var session = Session(Shift.inventory(), size: Size(rows: 24, columns: 80))
        session.state.comparison = Comparison(
            OtherSource("later.json", paths: ["later.json"]) { _, _ throws(UnreadEvidence) in
                throw UnreadEvidence("never")
            })
        session.press("9")
        #expect(session.text.contains("reading later.json") && session.text.contains("can be used meanwhile"))
        session.apply(.other(.reading("reading 1 of 2: some.json, 40 %")))
        #expect(session.text.contains("some.json, 40 %"))
        session.press("b")
        #expect(session.state.rows.count > 3)
        session.apply(.other(.failed("later.json was not read: it is a picture")))
        #expect(session.text.contains("later.json was not read"))
        session.press("9")
        #expect(session.state.place.view == .blast)
        #expect(session.state.message?.text.contains("it is a picture") == true)
        session.apply(.other(.read(OtherEvidence(Shift.inventory(isLater: true)))))
        #expect(session.state.message?.text.contains("later.json is read") == true)
        session.press("9")
        #expect(try changes(session).count > 8)
        session.apply(.other(.failed("the snapshot changed while it was open")))
        #expect(session.state.lost == nil && session.state.rows.count == 0)
        #expect(session.text.contains("the snapshot changed while it was open"))
    }

    @Test("Without other evidence the command says how to open it, and the place too")
    func alone() throws {
        var session = Session(Shift.inventory())
        session.press("9")
        #expect(session.state.message?.text.contains("--against") == true)
        #expect(session.state.place.view == .start)
        let place = Session(Shift.inventory(), place: Place(.changes))
        #expect(place.text.contains("There is nothing to compare with") && place.text.contains("--against NEWER"))
    }

    @Test("The start says that there is something to compare with, and Enter goes there")
    func start() throws {
        var session = Shift.session("")
        #expect(session.text.contains("Compared with") && session.text.contains("9 shows what changed"))
        let row = (0..<session.state.rows.count).first { row in
            session.state.rows.id(at: row, in: session.state.inventory) == "comparison"
        }
        session.state.select(try #require(row))
        session.press("<Enter>")
        #expect(session.state.place.view == .changes)
    }

    @Test("Nothing of the comparison is asked for elsewhere, and a cancelled one is not asked for again")
    func asked() throws {
        var session = Session(Shift.inventory(), answers: false)
        session.state.comparison = Comparison(Shift.source)
        session.press("2")
        func asks() -> Bool {
            session.state.asked.contains { if case .difference = $0 { true } else { false } }
        }
        #expect(!asks())
        session.press("9")
        #expect(asks())
        session.press("<C-c>")
        #expect(!asks())
        session.press("r")
        #expect(asks())
        session.answerAll()
        session.answerAll()
        session.answerAll()
        #expect(try changes(session).count > 8)
    }

    @Test("The same place in words, row by row, says what the screen says")
    func spoken() throws {
        let session = Shift.session()
        let report = session.state.report(limit: 100)
        #expect(report.total == (try changes(session).count) && report.rows.count == report.total)
        let text = report.text
        for words in try words(session) { #expect(text.contains(words.word) && text.contains(words.name.printable)) }
        #expect(text.contains("entities: 1 added"))
        #expect(session.state.spokenSelection.contains("1 of \(report.total)"))
    }
}

@Suite("Any keys, in a console that compares")
struct RandomChangesTests {
    @Test(
        "Whatever is pressed, there is a picture, and what is selected is a row",
        arguments: 1...4 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var keys = RandomKeys(seed: seed)
        var session = Shift.session()
        let sizes = [Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 5, columns: 20)]
        for number in 0..<300 {
            session.apply(.key(number.isMultiple(of: 9) ? .character("9") : keys.key()))
            if number.isMultiple(of: 40) { session.apply(.resize(sizes[number / 40 % sizes.count])) }
            if case .changes(let rows) = session.state.rows {
                #expect(rows.count == 0 || rows.rows.indices.contains(session.state.selected))
            }
            #expect(session.screen().size == session.state.size)
        }
    }
}
