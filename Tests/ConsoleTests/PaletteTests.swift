import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("The command palette")
struct PaletteTests {
    private func names(_ text: String, in session: Session = Session()) -> [String] {
        session.state.paletteEntries(for: text).map(\.name)
    }

    @Test("Every command is listed with its keys, and why it cannot run")
    func everything() {
        let session = Session.after(":")
        let ids = session.state.paletteEntries(for: "").map(\.target)
        #expect(ids.count == Command.table.count)
        for command in Command.table { #expect(ids.contains(.command(command.id))) }
        #expect(Session.after(":forward").text.contains("not now: nothing lies ahead"))
        #expect(Session.after(":blast").text.contains("b 3"))
        #expect(Session.after(":blast").text.contains("next time: b"))
    }

    @Test(
        "The best match comes first: the whole name, its beginning, beginnings of words, parts, letters, meanings",
        arguments: [
            ("plan", "plan"), ("pl", "plan"), ("ua", "unmark all"), ("undo", "undo"), ("q", "quit"), ("tim", "time"),
            ("lind", "blind spots"), ("bst", "blast"), ("ph", "previous hit"), ("token", "token"), ("tokens", "token"),
            ("repo", "repository"), ("sa", "service account"), ("withdr", "withdraw"), ("what is marked", "plan"),
        ])
    func ranking(text: String, first: String) {
        #expect(names(text).first == first)
    }

    @Test("Every command comes first under its own name, in every view")
    func ownNames() {
        let commands = Set(Command.table.map(\.id))
        for view in [Place.View.start, .inventory, .blast, .map, .plan] {
            let session = Session(place: Place(view))
            for command in Command.table {
                guard case .command(let id)? = session.state.paletteEntries(for: command.label).first?.target else {
                    Issue.record("\(view): \(command.label) is something else")
                    continue
                }
                #expect(commands.contains(id) && Command[id]?.label == command.label, "\(view): \(command.label)")
            }
        }
    }

    @Test("Letters of a name in their order find an entity; the name that begins so and is the shortest comes first")
    func letters() {
        var maker = FactMaker()
        for (kind, name) in [
            (EntityKind.repository, "platform-actions"), (.team, "platform"), (.runner, "prod-linux-07"),
            (.serviceAccount, "etl-runner"),
        ] {
            maker.declare("\(kind.rawValue)/\(name)", kind, name)
        }
        let session = Session(maker.builder.build().inventory)
        #expect(names("plat", in: session).prefix(2) == ["platform", "platform-actions"])
        #expect(names("plx07", in: session).first == "prod-linux-07")
        #expect(names("prodlinux", in: session).first == "prod-linux-07")
        #expect(names("etl", in: session).first == "etl-runner")
        #expect(names("blast live", in: session).first == "blast live")
    }

    @Test("Where more are called so than are looked for, the palette says that these are the first")
    func first() {
        var maker = FactMaker()
        for number in 0..<40 { maker.declare("t/\(number)", .token, "ci-token-\(number)") }
        var session = Session(maker.builder.build().inventory)
        session.press(":ci-token")
        #expect(session.text.contains("the first 20 entities, more may be"))
    }

    @Test("Matches are ordered by their kind, then by how little of the name is left over")
    func order() throws {
        let kinds: [FuzzyMatch.Kind] = [.whole, .start, .words, .part, .letters, .meaning]
        let texts = ["mark all", "mark", "ma all", "ark", "mral", "plan"]
        var matches: [FuzzyMatch] = []
        for text in texts { matches.append(try #require(FuzzyMatch(text, in: "mark all", meaning: "Onto the plan"))) }
        #expect(matches.map(\.kind) == kinds)
        #expect(zip(matches, matches.dropFirst()).allSatisfy { $0 < $1 })
        let short = try #require(FuzzyMatch("pl", in: "plan"))
        let long = try #require(FuzzyMatch("pl", in: "plain lens"))
        #expect(short < long)
        #expect(FuzzyMatch("MA", in: "mark all")?.places == [0, 1])
        #expect(FuzzyMatch("", in: "mark") == nil)
        #expect(FuzzyMatch("xyz", in: "mark all") == nil)
        #expect(FuzzyMatch(String(repeating: "a", count: 5_000), in: String(repeating: "a", count: 5_000)) == nil)
    }

    @Test("Enter runs what is chosen, and a kind, a view, an id, a name and a place lead there")
    func running() {
        #expect(Session.after(":blast<Enter>").state.place.view == .blast)
        #expect(Session.after(":tokens<Enter>").state.place.section == "token")
        #expect(Session.after(":nhi<Enter>").state.place.section == "nhi")
        #expect(Session.after(":npm publish<Enter>").state.subject?.name == "npm publish")
        let id = Session.after(":npm publish<Enter>").state.subject?.id ?? ""
        #expect(Session.after(":\(id.replacing("<", with: "<lt>"))<Enter>").state.subject?.id == id)
        #expect(Session.after(":token:npm publish<Enter>").state.subject?.id == id)
        #expect(Session.after(":blast:live<Enter>").state.place.section == "live")
        #expect(Session.after("b:5<Enter>").state.selected == 4)
        #expect(Session.after(":q<Enter>").effects == [.quit])
    }

    @Test("A part of a name finds an entity, behind the commands that it can hardly fail to mean")
    func partOfName() throws {
        var session = Session.after(":pm publi")
        let found = try #require(session.state.paletteEntries(for: "pm publi").first)
        #expect(found.name == "npm publish" && found.match?.kind == .part)
        session.press("<Enter>")
        #expect(session.state.place.view == .entity && session.state.selectedEntity != nil)
        let entries = session.state.paletteEntries(for: "rel")
        #expect(entries.contains { if case .entity = $0.target { true } else { false } })
        let first = session.state.paletteEntries(for: "bl").first?.target
        #expect(first == .command(.blast))
    }

    @Test("Text that nothing is called says so and runs nothing")
    func unknown() {
        var session = Session.after("b:xyzzy")
        #expect(session.text.contains("nothing is called xyzzy"))
        let place = session.state.place
        session.press("<Enter>")
        #expect(session.text.contains("nothing is called xyzzy"))
        #expect(session.state.place == place)
        session.press("<Esc>:<Enter>")
        #expect(session.state.overlay == nil)
        #expect(session.state.place == place)
        #expect(session.effects.isEmpty)
    }

    @Test("Where the match is not sure Enter first chooses, and says so, then runs")
    func unsure() {
        var session = Session.after(":bst")
        #expect(session.text.contains("no sure match") && session.text.contains("enter chooses the first"))
        session.press("<Enter>")
        #expect(session.state.place.view == .start)
        #expect(session.text.contains("enter: blast"))
        session.press("<Enter>")
        #expect(session.state.place.view == .blast)
    }

    @Test("Words of kind, name and id find an entity, a kind with a query lists its rows")
    func words() {
        var session = Session.after(":")
        #expect(names("npm tok").contains("npm publish"))
        #expect(names("secret slots").first == "secret slot")
        session.press("tokens npm<Enter>")
        #expect(session.state.place.section == "token" && session.state.place.query == "npm")
        #expect(session.selectedName == "npm publish")
        #expect(Session.after(":blast radius<Enter>").state.place.view == .blast)
        let filtered = Session.after("2:kind:token<Enter>")
        #expect(filtered.state.place.query == "kind:token")
        #expect(Session.after(":kind:tokn").text.contains("/kind:tokn filters by it"))
    }

    @Test("Ready queries are asked by name, and what cannot run says why where it would say what Enter does")
    func queriesAndReasons() {
        let asked = Session.after(":no use recorded<Enter>").state.place
        #expect(asked.view == .inventory && asked.query == ReadyQuery.table[0].text)
        let blocked = Session.after(":columns").text
        #expect(!blocked.contains("enter: columns"))
        #expect(blocked.contains("columns, not now: "))
    }

    @Test("On a large screen half of it lists what was found, and how much more there is stands above")
    func count() {
        let session = Session.after(":", size: Size(rows: 60, columns: 200))
        #expect(session.text.contains("\(Command.table.count) found"))
        let lines = session.text.split(separator: "\n")
        let shown = lines.count { line in Command.table.contains { line.hasPrefix("  \($0.label) ") } }
        #expect(shown > 20)
    }

    @Test("A command that cannot run says why, and nothing else happens")
    func unavailable() throws {
        let session = Session.after(":forward<Enter>")
        #expect(session.text.contains("forward: nothing lies ahead"))
        let held = session.state.kindCounts.map(\.kind)
        let missing = try #require(EntityKind.table.first { !held.contains($0.kind) })
        let other = Session.after(":\(missing.singular)<Enter>")
        #expect(other.text.contains("the inventory holds no \(missing.plural)"))
        #expect(other.state.place.view == .start)
    }

    @Test("Pasted text never runs, whatever line ends it has")
    func paste() {
        var session = Session.after("b:")
        let place = session.state.place
        session.apply(.paste("quit\nQ\r\n"))
        #expect(session.effects.isEmpty)
        #expect(session.state.place == place)
        guard case .palette(let palette) = session.state.overlay else {
            Issue.record("the palette closed")
            return
        }
        #expect(palette.text.hasPrefix("quit Q"))
    }

    @Test("A query behind a slash filters the list, and one that cannot be read waits")
    func filter() {
        var session = Session.after("2:/kind:tok")
        #expect(session.text.contains("tab: token"))
        session.press("<Tab>")
        session.press("<Enter>")
        #expect(session.state.place.query == "kind:token")
        #expect(session.state.rows.count == 5)
        session.press(":/owner:<Enter>")
        #expect(session.state.overlay != nil)
        session.press("<Esc>b<Enter>:/kind:token<Enter>")
        #expect(session.state.place.view == .inventory)
        session.press(":\\npm<Enter>")
        #expect(session.state.place.search == "npm")
    }

    @Test("Tab completes, and the palette closes one thing at a time")
    func editing() {
        var session = Session.after(":bla<Tab>")
        guard case .palette(let palette) = session.state.overlay else {
            Issue.record("the palette closed")
            return
        }
        #expect(palette.text == "blast")
        session.press("<C-u><BS>")
        #expect(session.state.overlay == nil)
    }

    @Test(
        "A list of a view is found by what it holds, and a typed moment moves the lens",
        arguments: [
            ("firebreak", "plan:firebreak"), ("cut", "plan:firebreak"), ("minimum cut", "plan:firebreak"),
            ("what remains", "plan:residual"), ("choke", "chokepoints"), ("dominators", "chokepoints"),
        ])
    func rooms(typed: String, place: String) {
        var session = Session.after("b:\(typed)<Enter>")
        if session.state.overlay != nil { session.press("<Enter>") }
        #expect(session.state.place.text.hasPrefix(place), "\(session.state.place.text)")
        let moved = Session.after("b:2026-03-14 05:00<Enter>")
        #expect(moved.state.at == Instant(text: "2026-03-14T05:00:00Z", now: Northwind.opened))
        #expect(moved.state.place.view == .blast)
    }

    @Test("In a large inventory names are looked for off the thread that draws")
    func large() {
        var maker = FactMaker()
        for number in 0..<(State.promptEntities + 10) { maker.declare("e\(number)", .token, "name \(number)") }
        var session = Session(maker.builder.build().inventory, answers: false)
        session.answerAll()
        session.press(":name 123")
        #expect(session.waiting.contains { $0.inquiry == .named("name 123") })
        #expect(session.text.contains("looking for name 123"))
        session.press("<Enter>")
        #expect(session.state.place.view == .start)
        session.answerAll()
        #expect(session.text.contains(/▸ name 123 +token t[0-9a-z]+ e123\n/))
        session.press("<Enter>")
        #expect(session.state.subject?.id == "e123")
    }
}
