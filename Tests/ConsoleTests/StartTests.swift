import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("The start: what it counts, where it begins, and what must be said first")
struct StartTests {
    private static func inventory(tokens: Int) -> Inventory {
        var maker = FactMaker()
        for number in 0..<tokens { maker.declare("e\(number)", .token, "name \(number)") }
        return maker.builder.build().inventory
    }

    private static func lines(_ session: Session) -> [StartLine] {
        if case .start(let lines) = session.state.rows { lines } else { [] }
    }

    @Test("Of more than are ranked all are counted, and how many are ranked is said")
    func unranked() throws {
        let inventory = Self.inventory(tokens: 20_500)
        let listing = Listing(scope: .search, query: "kind:token", at: Northwind.opened)
        let listed = try #require(listing.listed(in: inventory))
        #expect(listed.indices.count == 20_000 && listed.unranked == 500)
        #expect(listing.entities(in: inventory, isCancelled: nil)?.count == 20_500)
        var session = Session(inventory, size: Size(rows: 24, columns: 120))
        session.press("/kind:token<Enter>")
        #expect(session.text.contains("The first 1,000 of 20,500; only 20,000 are ranked"), "\(session.text)")
        session = Session(Self.inventory(tokens: 30))
        session.press("/kind:token<Enter>")
        #expect(session.text.contains("Found 30:"))
    }

    @Test("The cursor begins where there is anything, and what there is none of says which sources would tell")
    func beginning() throws {
        let session = Session(Self.inventory(tokens: 3), size: Size(rows: 40, columns: 80))
        #expect(Self.lines(session)[session.state.selected] == .entry(.token, count: 3))
        #expect(session.text.contains("a runner (lists of runners tell)"), "\(session.text)")
        #expect(!session.text.contains("a token or a secret slot ("))
    }

    @Test("A line of the configuration that takes many keys is one cause, and conflicts come first")
    func causes() {
        let configuration = Configuration(text: "liev = x\nkey.mark = Z\n", file: "/home/x/config")
        #expect(configuration.problems.count > 3)
        let causes = configuration.problems.causes
        #expect(causes.count == 2)
        #expect(causes.first?.hasPrefix("config:2: key.mark takes the keys of ") == true, "\(causes)")
        #expect(causes.last?.hasPrefix("config:1: ") == true)
        #expect(Configuration(text: "key.blast = w\n", file: "c").problems.causes.count == 1)
    }

    @Test("What is said first is broken into lines, and the question stays in sight", arguments: [40, 80])
    func wrapped(columns: Int) throws {
        let text = (1...30).map { "key.mark = \($0)" }.joined(separator: "\n")
        let session = Session(
            size: Size(rows: 24, columns: columns), configuration: Configuration(text: text, file: "config"))
        let picture = session.text
        #expect(picture.contains("Not all of the configuration"))
        let remarks = Self.lines(session).compactMap { line -> String? in
            if case .remark(let text) = line { text } else { nil }
        }
        #expect(remarks.allSatisfy { $0.count <= columns - 4 })
        #expect(remarks.contains { $0.contains(" more: Z n says all") } && remarks.count < 10, "\(remarks)")
    }

    @Test("That nothing is saved stays in the title whatever stands beside it", arguments: [40, 60, 80])
    func unsaved(columns: Int) {
        var session = Session.after("P")
        session.state.keeping.mode = .refused("the disk is full")
        session.apply(.resize(Size(rows: 24, columns: columns)))
        let title = session.text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        #expect(title.contains("not saved") && title.contains("identity"), "\(title)")
        #expect(columns < 60 || title.contains("northw"), "\(title)")
    }

    @Test("What has no place of its own names the place that tells it", arguments: ["blind", "notices", "Files"])
    func homes(name: String) {
        #expect(throws: PlaceError.unknownView(name)) { try Place(parsing: name) }
        #expect(PlaceError.unknownView(name).description.contains("; start "))
    }
}
