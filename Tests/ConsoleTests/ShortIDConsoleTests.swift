import Inventory
import Reports
import TerminalKit
import Testing

@testable import Console

@Suite("Short ids in the console")
struct ShortIDConsoleTests {
    private static let inventory = Northwind.inventory(isMarked: true)

    /// The short id of the only entity of this name.
    private static func short(_ name: String) throws -> String {
        try #require(inventory.entities(named: name, kind: nil).first).shortID
    }

    private static let wide = Size(rows: 40, columns: 120)

    @Test(
        "Where there is room each row has one",
        arguments: [
            ("i/npm pub<Enter>", "npm publish"), ("b", "npm publish"), ("bO", "npm publish"),
            ("b<Space>p", "prod-linux-07"), ("t", "npm publish"), ("/npm pub<Enter>", "npm publish"),
        ])
    func rows(keys: String, name: String) throws {
        var session = Session(size: Size(rows: 60, columns: 260))
        session.press(keys)
        let short = try Self.short(name)
        let lines = session.text.split(separator: "\n").filter { $0.contains(name) && $0.contains(short) }
        #expect(!lines.isEmpty, "\(session.text)")
    }

    @Test("No other column of a narrow table leaves or is cut for it: there the line below the list says it")
    func narrow() throws {
        var session = Session()
        session.press("b\\npm pub<Enter>")
        #expect(!session.text.contains("SHORT"))
        #expect(session.text.contains("token npm publish"))
        let short = try Self.short("npm publish")
        #expect(session.text.contains(short))
    }

    @Test("It can be chosen as a column, and sorted by")
    func chosen() throws {
        for view in ["i", "b"] {
            var session = Session()
            session.press(view)
            #expect(session.state.tableColumns.contains { $0.name == "short_id" })
            session.state.place.table = TableSetup(
                columns: session.state.tableColumns.map {
                    TableSetup.Column(name: $0.name, isShown: ["name", "short_id"].contains($0.name))
                })
            session.state.place.sort = Place.Sort(column: "short_id", ascending: true)
            session.apply(.resize(Size(rows: 40, columns: 80)))
            #expect(session.text.contains("SHORT"))
            // What only a failing guard gives comes last in every order.
            let rows = (0..<session.state.rows.count).compactMap { session.state.rows.entity(at: $0) }
                .filter { view == "i" || session.state.answer?.radius[$0]?.isConditional == false }
            let texts = rows.map { session.state.inventory.entity(at: $0).shortID }
            #expect(texts.count > 10 && texts == texts.sorted(), "\(view)")
        }
    }

    @Test("The page and the pane of an entity say it, and it is copied")
    func facts() throws {
        let short = try Self.short("npm publish")
        let page = Session.after(":npm publish<Enter>")
        #expect(page.text.contains("short id"))
        #expect(page.text.contains(short))
        var pane = Session(size: Self.wide)
        pane.press("i/npm pub<Enter>")
        #expect(pane.text.contains("short id     \(short)"))
        let copied = Session.after("i/npm pub<Enter>ys").effects.compactMap { effect in
            if case .copy(let text) = effect { text } else { nil }
        }
        #expect(copied == [CopiedText(what: "the short id", text: short)])
    }

    @Test("The palette and the question of the start find by it, however it is typed")
    func found() throws {
        let short = try Self.short("npm publish")
        let spoken = "\(short.prefix(1).uppercased())-\(short.dropFirst().uppercased())"
        for text in [short, spoken] {
            #expect(Session.after(":\(text)<Enter>").state.subject?.name == "npm publish", "\(text)")
            var start = Session()
            start.press("/\(text)<Enter>")
            #expect(start.selectedName == "npm publish", "\(text)")
        }
        let entries = Session().state.paletteEntries(for: short)
        #expect(entries.first?.meaning.contains(short) == true)
        #expect(entries.count { $0.target == entries.first?.target } == 1)
    }

    @Test("A place names its entity by it, in the palette too", arguments: ["entity", "path", "inherit"])
    func places(view: String) throws {
        let short = try Self.short("prod-linux-07")
        let session = Session.after(":\(view):\(short)<Enter>")
        #expect(session.state.place.view.rawValue == view)
        #expect(session.state.subject?.name == "prod-linux-07")
        #expect(Session.after(":\(view):runner:prod-linux-07<Enter>").state.subject?.name == "prod-linux-07")
        let unknown = Session.after(":\(view):t0000<Enter>")
        #expect(unknown.state.place.view == .start)
    }

    @Test("Of a place that several go by, each is offered, and Enter takes none of them at once")
    func ambiguousPlace() throws {
        var maker = FactMaker()
        // Found by trying: their digits differ from the fifth on.
        for id in ["github.com/acme/t717", "github.com/acme/t832"] { maker.declare(id, .token, id) }
        var session = Session(maker.builder.build().inventory, size: Size(rows: 24, columns: 120))
        session.press(":entity:t2jp3")
        #expect(session.text.contains("One of 2 that go by it: token github.com/acme/t717"), "\(session.text)")
        #expect(session.text.contains("One of 2 that go by it: token github.com/acme/t832"))
        session.press("<Enter>")
        #expect(session.state.place.view == .start)
        session.press("<Down><Enter>")
        #expect(session.state.subject?.id == "github.com/acme/t832")
    }

    @Test("In a large inventory a place's entity is looked for off the thread that draws as well")
    func largePlace() throws {
        var maker = FactMaker()
        for number in 0...State.promptEntities { maker.declare("id\(number)", .token, "key \(number)") }
        let inventory = maker.builder.build().inventory
        let short = try #require(inventory.entity(id: "id77")).shortID
        var session = Session(inventory, answers: false)
        session.press(":entity:\(short)")
        #expect(session.text.contains("looking for entity:\(short) among the names"))
        session.answerAll()
        session.press("<Enter>")
        #expect(session.state.subject?.id == "id77")
    }

    @Test("In a large inventory it is looked for off the thread that draws")
    func large() throws {
        var maker = FactMaker()
        for number in 0...State.promptEntities { maker.declare("id\(number)", .token, "key \(number)") }
        let inventory = maker.builder.build().inventory
        let short = try #require(inventory.entity(id: "id77")).shortID
        #expect(short.count == 6)
        var session = Session(inventory, answers: false)
        session.press(":\(short)")
        #expect(!session.state.paletteEntries(for: short).contains { $0.name == "key 77" })
        session.answerAll()
        #expect(session.state.paletteEntries(for: short).first?.name == "key 77")
        // Its beginning may be a word too: it comes behind all that is called so.
        let beginning = try #require(inventory.entities(named: String(short.dropLast())))
        #expect(beginning.contains { inventory.entity(at: $0).id == "id77" })
    }

    @Test("A query finds it, and it is completed as a field")
    func query() throws {
        var session = Session()
        session.press("i/short:\(try Self.short("npm publish"))<Enter>")
        #expect(session.selectedName == "npm publish" && session.state.rows.count == 1)
        let vocabulary = QueryVocabulary(Self.inventory)
        let offered = QueryCompletion.at(3, in: "sho", vocabulary: vocabulary)
        #expect(offered.first?.text == "short:")
    }

    @Test("Who hears the console hears it with each row", arguments: ["i", "b", "bO", "t"])
    func heard(keys: String) throws {
        let session = Session.after(keys)
        let report = session.state.report(limit: 40)
        let rows = report.rows.filter { $0.id != nil }
        #expect(rows.count > 10)
        for row in rows {
            let short = try #require(row.shortID)
            #expect(row.facts.map(\.words).joined(separator: ", ").contains("short \(short)"), "\(row)")
        }
    }

    @Test("A list that is exported has it beside the id", arguments: ["i", "b", "bO", "t", "b<Space>p", "/npm<Enter>"])
    func exported(keys: String) throws {
        let session = Session.after(keys)
        var text = ""
        try #require(session.state.table).write(as: .csv) { text += $0 }
        let lines = text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let column = try #require(lines.first?.firstIndex(of: "short_id"))
        let id = try #require(lines.first?.firstIndex(of: "id"))
        #expect(lines.count > 1)
        for line in lines.dropFirst() where line[id] != "" {
            #expect(Self.inventory.entity(id: String(line[id]))?.shortID == String(line[column]))
        }
    }
}
