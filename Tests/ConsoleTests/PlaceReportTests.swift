import Inventory
import Reach
import Reports
import TerminalKit
import Testing

@testable import Console

@Suite("Places without a picture")
struct PlaceReportTests {
    private func report(_ text: String, limit: Int = 1_000) throws -> PlaceReport {
        try Self.runtime().report(of: Place(parsing: text), limit: limit)
    }

    private static func runtime(_ inventory: Inventory = Northwind.inventory(isMarked: true)) -> ConsoleRuntime {
        ConsoleRuntime(inventory: inventory, title: "northwind", at: Northwind.opened)
    }

    /// A place of each view.
    static func place(_ view: Place.View) -> Place {
        view.needsSubject
            ? Place(view, subject: view == .inherit ? "runner:prod-linux-07" : "token:AWS_KEY") : Place(view)
    }

    @Test(
        "Every view has a text that says where, as of when, what is declared, the figures, the rows and the keys",
        arguments: Place.View.allCases)
    func everyView(view: Place.View) throws {
        let report = try Self.runtime().report(of: Self.place(view), limit: 1_000)
        let text = report.text
        #expect(text.contains("place: "))
        #expect(text.contains("lens: 2026-03-15 12:00"))
        #expect(text.contains("declared: runner prod-linux-07, 2026-03-14 02:10Z to 2026-03-14 09:40Z"))
        #expect(text.contains("identity") && text.contains("integrity") && text.contains("rollback only: "))
        #expect(text.contains("2 jobs on unknown runners: the label is an expression"))
        #expect(text.contains("in the console:") && text.contains("help"))
        #expect(report.total > 0 || text.contains("no rows: "))
        #expect(report.rows.allSatisfy { !$0.facts.isEmpty })
        #expect(report.rows.compactMap(\.number) == Array(1...max(1, report.total)).prefix(report.total).map { $0 })
    }

    @Test("Rows of the blast radius say what, on which plane, since when, whether live, whether used, and why")
    func blast() throws {
        let text = try report("blast").text
        #expect(
            text.contains(
                ": token AWS key AKIA…7Q, identity plane, held since 2026-03-14 02:14Z, live, used since, tier 0, "
                    + "held by AWS_KEY, configured, short te2bg\n"))
        #expect(text.contains("1 of 21: runner prod-linux-07, declared compromised"))
        #expect(text.contains("lists: everything 21 (shown); live"))
    }

    @Test("Rows of other tables say the titles of their columns, also of those that a screen has no room for")
    func inventory() throws {
        let text = try report("inventory:token?sort=-expires").text
        #expect(text.contains("order: expires, descending"))
        #expect(text.contains("token AWS key AKIA…7Q, held live, short te2bg, id token:AWS_KEY, provider aws"))
    }

    @Test("Marks, the selection and what revoking does are said")
    func plan() throws {
        var session = Session.after("b/kind:token<Enter>  p")
        let text = session.state.report(limit: 10).text
        #expect(text.contains("marked 2 (shown)"))
        #expect(text.contains("do revoke") && text.contains("breaks 1 job") && text.contains(", marked"))
        session.press("j")
        #expect(session.state.report(limit: 10).rows.filter(\.isSelected).map(\.number) == [2])
    }

    @Test("Only keys that do something there are told", arguments: Place.View.allCases)
    func keys(view: Place.View) throws {
        for place in [Self.place(view)] + (view == .blast ? [try Place(parsing: "blast?tree")] : []) {
            let report = try Self.runtime().report(of: place, limit: 5)
            #expect(!report.text.contains("no key, command"))
            for key in report.keys where key.isMain && key.obstacle == nil { #expect(!key.keys.isEmpty, "\(key.name)") }
        }
        let map = try Self.runtime().report(of: Place(.map), limit: 5)
        let open = map.keys.first { $0.name == "open" }
        #expect(open?.obstacle == "its keys move and fold what is drawn here")
        #expect(map.text.contains(": fold. "))
    }

    @Test("A limit is said, and how to have all")
    func limit() throws {
        let short = try report("blast", limit: 3)
        #expect(short.rows.count == 3)
        #expect(short.text.contains("18 more; --limit 21 prints all"))
        #expect(try report("blast", limit: 0).rows.isEmpty)
    }

    @Test("A subject may be named by kind and name, and what there is not is refused")
    func subjects() throws {
        #expect(try report("entity:runner:prod-linux-07").place == "entity:\(Northwind.runner)")
        for text in [
            "entity:runner:nobody", "blast:nothing", "inventory:nokind", "blast?sort=colour", "blast?query=owner:",
            "blast?cursor=nobody", "plan:firebreak?sort=name",
        ] {
            #expect(throws: PlaceProblem.self, "\(text)") { try report(text) }
        }
    }

    @Test("Hostile names put nothing but text into it", arguments: Place.View.allCases)
    func hostile(view: Place.View) throws {
        let inventory = HostileInventory.inventory()
        let subject = inventory.compromisedEntities.first?.id ?? ""
        let place = view.needsSubject ? Place(view, subject: subject) : Place(view)
        let report = try Self.runtime(inventory).report(of: place, limit: 60)
        for text in [report.text, report.json] {
            let odd = text.unicodeScalars.filter { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
                default: false
                }
            }
            #expect(odd.isEmpty)
        }
        #expect(report.json.filter { $0 == "\n" }.count == 1)
    }
}
