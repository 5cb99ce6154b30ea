import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Look-alike names in the console")
struct LookAlikeTests {
    private static let forged = "\u{430}ctions/checkout@v4"

    private static func inventory(besides count: Int = 0) -> Inventory {
        var maker = FactMaker()
        for id in [forged, "actions/checkout@v3", "actions/checkout@v4", "actions/cache@v4"] {
            maker.declare(id, .action, id, provider: "github")
        }
        maker.declare("people/1", .person, "\u{430}lice")
        for number in 0..<count { maker.declare("e\(number)", .token, "name \(number)") }
        return maker.builder.build().inventory
    }

    @Test("The start says how many names look like others, and enter lists them")
    func start() throws {
        var session = Session(Self.inventory())
        guard case .start(let lines) = session.state.rows else {
            Issue.record("the start has no lines")
            return
        }
        let row = try #require(lines.firstIndex(of: .lookAlikes(count: 4)))
        session.state.select(row)
        session.press("<Enter>")
        #expect(session.state.place.view == .inventory)
        #expect(session.state.place.query == "lookalike")
        #expect(session.state.rows.count == 4)
    }

    @Test("A row of what is held and a step on the way to it say that a name looks like another")
    func rows() {
        var maker = FactMaker()
        maker.declare("pool", .runner, "pool", compromised: .always)
        for id in [Self.forged, "actions/checkout@v4"] {
            maker.declare(id, .action, id, provider: "github")
            maker.relate(.retains, "pool", id)
        }
        var session = Session(maker.builder.build().inventory)
        session.press("b")
        #expect(session.text.contains("lookalike"), "\(session.text)")
        session.press("G")
        #expect(session.text.contains("looks like"), "\(session.text)")
        session.press("w")
        #expect(session.text.contains("looks like"), "\(session.text)")
    }

    @Test("An inventory without look-alikes does not speak of them")
    func none() {
        let session = Session()
        guard case .start(let lines) = session.state.rows else {
            Issue.record("the start has no lines")
            return
        }
        #expect(!lines.contains { if case .lookAlikes = $0 { true } else { false } })
    }

    @Test("Page and pane name the twin and say in what it differs, and enter goes there")
    func page() throws {
        let words = "actions/checkout@v3 and 1 more of that name (mixed scripts: Cyrillic and Latin)"
        var session = Session(
            Self.inventory(), size: Size(rows: 60, columns: 200), place: Place(.entity, subject: Self.forged))
        #expect(session.text.contains(words))
        guard case .page(let lines) = session.state.rows else {
            Issue.record("the page has no lines")
            return
        }
        let row = try #require(lines.firstIndex { if case .twin(.some, _) = $0 { true } else { false } })
        session.state.select(row)
        session.press("<Enter>")
        #expect(session.state.place.subject == "actions/checkout@v3")
        #expect(session.text.contains("that one has mixed scripts: Cyrillic and Latin"))
        let entity = try #require(session.state.inventory.entity(id: Self.forged))
        let summary = EntitySummary(
            state: session.state, entity: entity, look: Look(), size: Size(rows: 50, columns: 70))
        #expect(summary.facts.contains { $0.label == "looks like" && $0.text == words })
    }

    @Test("Without a twin the page says which scripts are mixed")
    func alone() {
        let session = Session(Self.inventory(), place: Place(.entity, subject: "people/1"))
        #expect(session.text.contains("no other name at hand (mixed scripts: Cyrillic and Latin)"))
    }

    @Test("Of a large inventory they are found while keys go on working, and the start tells them then")
    func deferred() {
        var session = Session(Self.inventory(besides: State.promptEntities), answers: false)
        #expect(session.waiting.contains { $0.inquiry == .lookAlikes })
        #expect(session.state.lookAlikes == nil)
        func tells() -> Bool {
            guard case .start(let lines) = session.state.rows else { return false }
            return lines.contains(.lookAlikes(count: 4))
        }
        #expect(!tells())
        session.answerAll()
        #expect(tells())
    }
}
