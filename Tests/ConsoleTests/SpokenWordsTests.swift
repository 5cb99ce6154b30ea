import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("What is spoken is words")
struct SpokenWordsTests {
    /// The decorative characters that no key and no word is written with.
    private static let signs = Set(Glyph.all.compactMap(\.glyph.unicode.first).filter { !$0.isASCII })
        .union(["↵", "⌫", "≈"])

    /// The signs of some lines, without those that stand in names of the sample itself.
    private func signs(of lines: [String], in inventory: Inventory) -> [String] {
        let names = (0..<inventory.entityCount).map { inventory.entity(at: $0).name }
            .filter { !Self.signs.isDisjoint(with: $0) }
        return lines.filter { line in
            let rest = names.reduce(line) { text, name in text.split(separator: name).joined() }
            return !Self.signs.isDisjoint(with: rest)
        }
    }

    /// What is said after each key of a script.
    private func said(_ keys: String, in session: inout Session) throws -> [String] {
        var lines: [String] = []
        for key in try KeyScript.keys(keys) {
            let old = session.state
            session.apply(.key(key))
            lines += SpokenChange(old: old, new: session.state).lines(isReply: true)
        }
        return lines
    }

    @Test("Every list of every view is said without a sign, and so is every row", arguments: Place.View.allCases)
    func views(view: Place.View) {
        var session = Session(place: PlaceReportTests.place(view))
        var lines = SpokenChange(old: nil, new: session.state).lines(isReply: false)
        for _ in 0...session.state.place.view.screenView.sections(session.state).count {
            for row in 0..<session.state.rows.count { lines.append(session.state.spoken(row: row)) }
            let old = session.state
            session.press("<Tab>")
            lines += SpokenChange(old: old, new: session.state).lines(isReply: true)
        }
        // The journal is empty without a case.
        #expect(lines.count > (view == .journal ? 5 : 10))
        #expect(signs(of: lines, in: session.state.inventory).isEmpty)
    }

    @Test("Every command is answered without a sign, in every view", arguments: Place.View.allCases)
    func commands(view: Place.View) throws {
        var begun = Session(place: PlaceReportTests.place(view))
        begun.press("jj")
        for command in Command.table where command.id != .leave && command.id != .quit {
            for sequence in command.keys {
                var session = begun
                let script = sequence.keys.map(\.script).joined()
                let lines = try said(script + "j k", in: &session)
                #expect(!lines.isEmpty)
                let wrong = signs(of: lines, in: session.state.inventory)
                #expect(wrong.isEmpty, "\(command.id) by \(script)")
            }
        }
    }

    @Test(
        "What is typed, marked, planned and grouped is said without a sign",
        arguments: [
            "2/owner:<Tab>x<Esc>", "b:pla<Down><Down><Esc>", "b:/kind:tok<Tab><Esc>", "b    p<Tab><Tab><Tab>jj",
            "2a<Enter>jj",
            "bOjjhl", "bmjlll", "tjj@-6h<Enter>[[]]", "bzzzjj", "bK jj<Esc>", "b| j<Esc>", "sj<Enter>S<Esc>",
            "2bJkk<Esc>",
            "2jA<Enter>'<Esc>", "bjc<Esc>", "bj;x<Enter>", "Z<Esc>", "bvjj ", "bjw?<Esc>", "y<Esc>", "E<Esc>",
        ])
    func scripts(keys: String) throws {
        var session = Session()
        let lines = try said(keys, in: &session)
        #expect(lines.count >= 2)
        #expect(signs(of: lines, in: session.state.inventory).isEmpty)
    }

    @Test("Names are said whole, in rows and in prompts")
    func names() throws {
        let long = "terraform-" + String(repeating: "production-", count: 30) + "deployer"
        var maker = FactMaker()
        maker.declare("token:long", .token, long)
        maker.declare("job:long", .job, "build", parent: "token:long")
        maker.relate(.reads, "job:long", "token:long")
        var session = Session(maker.builder.build().inventory, place: Place(.entity, subject: "job:long"))
        let page = (0..<session.state.rows.count).map { session.state.spoken(row: $0) }
        #expect(page.count { $0.contains("token \(long)") } >= 2)
        let lines = try said("2/kind:token<Enter>;", in: &session)
        #expect(lines.contains { $0.contains("note on \(long): ") })
        #expect(lines.contains { $0.contains("token \(long)") })
    }

    @Test("The facets say which entry is selected, what it counts and whether it is on")
    func facets() throws {
        var session = Session.after("2")
        let opened = try said("F", in: &session)
        #expect(opened.contains { $0.hasPrefix("keys go to the facets: enter on or off, q list") })
        #expect(opened.last?.hasPrefix("1 of ") == true)
        let moved = try said("j", in: &session)
        #expect(moved.count == 1)
        #expect(moved[0].hasPrefix("2 of ") && (moved[0].hasSuffix(" rows, off") || moved[0].hasSuffix(" row, off")))
        let taken = try said("<Enter>", in: &session)
        #expect(taken.first?.hasPrefix("only ") == true)
        #expect(taken.last?.hasSuffix(", on") == true)
        let next = try said("<Tab>", in: &session)
        #expect(next.count == 1 && next != moved)
        let left = try said("q", in: &session)
        #expect(left.first == "keys go to the list again")
        #expect(left.last == session.state.spokenSelection)
    }

    @Test("A range says how it is extended, then how long it is")
    func range() throws {
        var session = Session.after("b")
        let begun = try said("v", in: &session)
        #expect(begun.first?.hasPrefix("range of 1 row: move to extend it") == true)
        let extended = try said("j", in: &session)
        #expect(extended.first == "range of 2 rows")
        #expect(extended.last?.hasSuffix(", in the range") == true)
    }

    @Test("The entity alone is said fact by fact, and its row not again")
    func pane() throws {
        var session = Session.after("bj")
        let lines = try said("z", in: &session)
        let name = try #require(session.selectedName)
        #expect(session.state.place.pane == .preview)
        #expect(lines.first == "the selected entity alone")
        #expect(lines.contains { $0.hasSuffix(name) } && lines.contains { $0.hasPrefix("id ") })
        #expect(lines.contains { $0.hasPrefix("known from ") } && !lines.contains { $0.hasPrefix("2 of ") })
    }

    @Test("Rows are counted as they are numbered", arguments: Place.View.allCases)
    func numbers(view: Place.View) throws {
        let state = view == .start ? Session.after("G").state : Session(place: PlaceReportTests.place(view)).state
        guard let last = state.rows.selectable(from: state.rows.count - 1, downwards: false), state.rows.count > 0
        else {
            #expect(state.rows.selectableCount == 0)
            return
        }
        if state.rows.eventsBeforeLens(at: last) == nil {
            #expect(state.position(of: last) == (state.rows.selectableCount, state.rows.selectableCount))
        }
    }

    @Test("The palette says what is typed, how much fits it and what enter runs, and not all of it again")
    func palette() throws {
        var session = Session.after("b:")
        let lines = try said("pla", in: &session)
        #expect(lines.contains(":p") && lines.contains(":pla"))
        #expect(lines.contains { $0.hasPrefix(State.selectedSign + "plan") })
        #expect(lines.count <= 9)
    }

    @Test("What has no mouse does not say that there is one")
    func mouse() throws {
        var session = Session.after("b")
        session.state.hasMouse = false
        #expect(try said("M", in: &session).first == "note: mouse: this terminal reports no mouse")
        #expect(!session.state.isMouseOn)
    }

    @Test("While an answer is found out the row waits for it, and is said once")
    func once() {
        var session = Session(answers: false)
        session.answerAll()
        session.answerAll()
        session.press("b")
        session.answerAll()
        let old = session.state
        session.press("T")
        let asked = SpokenChange(old: old, new: session.state).lines(isReply: true)
        #expect(!session.state.asked.isEmpty)
        #expect(!asked.contains { $0.contains(" of ") })
        let waiting = session.state
        while !session.waiting.isEmpty { session.answerAll() }
        let told = SpokenChange(old: waiting, new: session.state).lines(isReply: false)
        #expect(told.last == session.state.spokenSelection)
    }
}
