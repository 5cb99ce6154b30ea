import Foundation
import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("Facets and groups")
struct GroupingTests {
    private static let size = Size(rows: 30, columns: 120)

    /// The session with another query and nothing grouped.
    private func asked(_ query: String, in session: Session) -> Session {
        var next = session
        next.state.place.group = nil
        next.state.place.query = query
        next.apply(.resize(next.state.size))
        return next
    }

    @Test("Space on a group marks its rows, and takes the marks away when all have one", arguments: ["2", "b"])
    func markingGroups(list: String) throws {
        var session = Session.after(list)
        session.state.group(1)
        session.apply(.resize(session.state.size))
        let group = try #require(session.state.selectedGroup)
        session.press("<Space>")
        let marks = session.state.work.present.marks
        #expect(marks.count == group.count)
        #expect(session.text.contains("marked: "))
        session.press("<Enter>")
        #expect(session.state.rows.count == group.count)
        #expect((0..<group.count).allSatisfy { session.state.rows.entity(at: $0).map(marks.contains) ?? false })
        session.press("q<Space>")
        #expect(session.state.work.present.marks.isEmpty)
        session.press("u")
        #expect(session.state.work.present.marks == marks)
        session.press("u")
        #expect(session.state.work.present.marks.isEmpty)
    }

    @Test("The rows of a group stand in the order that they had before they were grouped")
    func orderOfRows() {
        var session = Session(place: Place(.inventory))
        session.state.place.sort = Place.Sort(column: "owner", ascending: false)
        session.state.place.furtherSorts = [Place.Sort(column: "name")]
        session.apply(.resize(session.state.size))
        session.state.group(1)
        session.apply(.resize(session.state.size))
        #expect(session.state.place.sort == nil)
        session.press("s<Enter><Enter>")
        #expect(session.state.place.group == nil)
        #expect(session.state.place.sort == Place.Sort(column: "owner", ascending: false))
        #expect(session.state.place.furtherSorts == [Place.Sort(column: "name")])
    }

    @Test(
        "Every group opens as many rows as it counts, and all groups together hold every row",
        arguments: [0, 1, 2, 3])
    func countsAreTrue(fixture: Int) throws {
        let inventory = fixture >= 2 ? HostileInventory.inventory() : Northwind.inventory(isMarked: true)
        var session = Session(inventory, size: Self.size)
        session.press(fixture % 3 == 0 ? "2" : "b")
        let all = session.state.rows.count
        #expect(all > 5)
        for column in session.state.groupColumns {
            session.state.place.group = column.rawValue
            session.apply(.resize(session.state.size))
            guard case .groups(let groups) = session.state.rows else {
                Issue.record("\(column) has no groups")
                continue
            }
            let sum = groups.reduce(0) { $0 + $1.count }
            #expect(column == .flags ? sum >= all : sum == all, "\(column)")
            for group in groups where !group.term.isEmpty {
                let rows = asked(group.term, in: session).state.rows.count
                #expect(rows == group.count, "\(column) \(group.term)")
            }
        }
    }

    @Test(
        "What is held is grouped by tier, kind, plane and provider, as counting one by one does",
        arguments: [false, true])
    func heldGroups(isPool: Bool) throws {
        var session = Session(isPool ? Pool.inventory() : Northwind.inventory(isMarked: true), size: Self.size)
        session.press("b")
        let held = Array(try #require(session.state.answer).radius.entities)
        #expect(held.count == session.state.rows.count)
        let columns: [(column: GroupColumn, value: (HeldEntity) -> String)] = [
            (.tier, { "\($0.tier)" }), (.plane, { $0.plane?.rawValue ?? "declared" }),
            (.kind, { $0.entity.kindName }), (.provider, { $0.entity.provider ?? "none" }),
        ]
        for (column, value) in columns {
            #expect(session.state.groupColumns.contains(column))
            session.state.place.group = column.rawValue
            session.apply(.resize(session.state.size))
            guard case .groups(let groups) = session.state.rows else {
                Issue.record("\(column) has no groups")
                continue
            }
            let counts = Dictionary(grouping: held, by: value).mapValues(\.count)
            #expect(groups.map(\.count).sorted() == counts.values.sorted(), "\(column)")
            if column == .plane {
                for group in groups { #expect(counts[group.label] == group.count) }
            }
        }
    }

    @Test("Every list of the blast radius counts what is left of it when kinds are taken off")
    func kindsChangeCounts() throws {
        var session = Session.after("b", size: Self.size)
        let held = Array(try #require(session.state.answer).radius.entities)
        func counts() -> [String: Int] {
            Dictionary(
                uniqueKeysWithValues: BlastView().sections(session.state).map { ($0.name, ($0.count ?? -1) + $0.more) })
        }
        let before = counts()
        for kind in Set(held.map(\.entity.kindName)).sorted() {
            session.state.place.hiddenKinds = [kind]
            session.apply(.resize(session.state.size))
            let now = counts()
            for section in HeldSection.allCases {
                let left = held.count { section.contains($0) && $0.entity.kindName != kind }
                // What is not held yet is a list only where there is some.
                #expect(now[section.rawValue] ?? (section == .notYet ? 0 : -1) == left, "\(kind) \(section)")
            }
            #expect(now != before)
        }
        session.state.place.hiddenKinds = nil
        session.apply(.resize(session.state.size))
        #expect(counts() == before)
    }

    @Test("Every facet counts the rows that its query leaves", arguments: ["2", "2/kind:token<Enter>", "b"])
    func facetsAreTrue(keys: String) throws {
        var session = Session.after(keys + "F", size: Self.size)
        let before = session.state.place.query
        let groups = try #require(session.state.faceting.flatMap { session.state.findings.groups($0) })
        #expect(groups.count > 20)
        #expect(Set(groups.map(\.heading)).count == 6)
        for group in groups {
            let query = try Query(parsing: before).and(Query(parsing: group.term)).text
            #expect(asked(query, in: session).state.rows.count == group.count, "\(group.term)")
        }
        session.press("G")
        #expect(session.state.isInFacets)
    }

    @Test("Enter in the panel adds the term, again takes it away; the list follows and the query is there to edit")
    func toggling() {
        var session = Session.after("2F", size: Self.size)
        let all = session.state.rows.count
        session.press("<Enter>")
        let term = session.state.place.query
        #expect(term.hasPrefix("kind:"))
        #expect(session.state.rows.count < all)
        #expect(session.state.isInFacets)
        session.press("/")
        #expect(session.text.contains("filter: \(term)"))
        session.press("<Esc><Enter>")
        #expect(session.state.place.query.isEmpty)
        #expect(session.state.rows.count == all)
        session.press("jjjj<Enter>GGkk<Enter>")
        #expect(session.state.query.text.contains(" "))
    }

    @Test("What was typed stays as it was typed when the panel adds a term and takes it away, and when a group opens")
    func typedWords() {
        for typed in ["held:ended", "Tier<2  or kind:run", "job -> secret", "\"a  b\" or held:live"] {
            var session = Session(size: Self.size, place: Place(.blast))
            session.press("/" + typed.replacing("<", with: "<lt>") + "<Enter>F<Enter>")
            let asked = session.state.place.query
            let isAlternative = typed.contains(" or ")
            #expect(asked.hasPrefix(isAlternative ? "(\(typed)) kind:" : "\(typed) kind:"), "\(asked)")
            session.press("<Enter>")
            #expect(session.state.place.query == (isAlternative ? "(\(typed))" : typed))
            var grouped = Session(size: Self.size, place: Place(.blast))
            grouped.press("/" + typed.replacing("<", with: "<lt>") + "<Enter>")
            grouped.state.place.group = GroupColumn.kind.rawValue
            grouped.apply(.resize(Self.size))
            grouped.press("<Enter>")
            #expect(grouped.state.place.query.contains(typed), "\(grouped.state.place.query)")
            #expect(grouped.state.place.query.contains("kind:"))
        }
    }

    @Test("Keys leave the panel one after the other, and F shuts it")
    func leaving() {
        var session = Session.after("2F", size: Self.size)
        let row = session.state.selected
        session.press("jj")
        #expect(session.state.selected == row)
        session.press("q")
        #expect(!session.state.isInFacets)
        #expect(session.state.place.facets != nil)
        session.press("jj")
        #expect(session.state.selected == row + 2)
        session.press("F")
        #expect(session.state.isInFacets)
        session.press("F")
        #expect(session.state.place.facets == nil)
        session.press("q")
        #expect(session.state.place.view == .start)
    }

    @Test("Where there is no list to count, facets and groups say why")
    func obstacles() {
        for keys in ["", "e", "b<Enter>"] {
            #expect(Session.after(keys + "F").text.contains("i and b lead to them"))
            #expect(Session.after(keys + "a").text.contains("i and b lead to them"))
        }
        #expect(Session.after("pF").text.contains("the marks are few"))
        var session = Session(Northwind.inventory(), size: Self.size)
        session.press("bF")
        #expect(session.text.contains("nothing is declared compromised yet"))
    }

    @Test("Groups open into their rows, and back restores groups, cursor and order")
    func drilling() {
        var session = Session.after("2a<Down><Enter>s<Down><Enter>jj", size: Self.size)
        #expect(session.state.place.group == "kind")
        let (place, screen) = (session.state.place, session.screen())
        session.press("<Enter>")
        #expect(session.state.place.group == nil)
        #expect(session.state.place.query.hasPrefix("kind:"))
        session.press("jjbq")
        session.press("q")
        #expect(session.state.place == place)
        #expect(session.screen() == screen)
        session.press("q")
        #expect(session.state.place.group == nil)
        session.press("]ag<Enter>")
        #expect(session.state.place.group == nil)
    }

    @Test("Groups keep the filter and can be filtered further")
    func filtering() {
        var session = Session.after("2/kind:token<Enter>a<Down><Enter>", size: Self.size)
        #expect(session.state.rows.count == 1)
        session.press("<Enter>")
        #expect(session.state.place.query == "kind:token")
        session.press("q<Esc>")
        #expect(session.state.rows.count > 5)
        session.press("/kind:token or kind:run")
        #expect(session.state.rows.count == 2)
        session.press("<Enter>y")
        #expect(session.text.contains("a group is no entity"))
    }

    @Test("Planes change what is crossed, for every view and on the screen")
    func planes() {
        var session = Session.after("b", size: Self.size)
        let both = session.state.answer?.counts
        session.press("P")
        #expect(session.text.contains("identity plane only"))
        #expect(session.state.answer?.counts.byPlane[.integrity] ?? 0 == 0)
        session.press("P")
        #expect(session.state.answer?.counts.byPlane[.identity] ?? 0 == 0)
        session.press("P")
        #expect(session.state.answer?.counts == both)
    }

    @Test("Kinds change what is listed and nothing else, and the screen says how many rows that hides")
    func kinds() {
        var session = Session.after("b", size: Self.size)
        let (all, counts) = (session.state.rows.count, session.state.answer?.counts)
        let tokens = session.state.inventory.kindCounts.firstIndex { $0.kind == .token } ?? 0
        session.press("K" + String(repeating: "j", count: tokens) + " <Enter><Esc>")
        session.press("2b")
        #expect(session.state.rows.count == all)
        session.press("K" + String(repeating: "j", count: tokens) + " <Enter>g")
        let hidden = session.state.place.hiddenKinds
        #expect(hidden == ["token"])
        #expect(session.state.rows.count < all)
        #expect(session.state.answer?.counts == counts)
        #expect(session.text.contains("showing \(session.state.rows.count) of \(all)"))
        #expect(session.text.contains("of kinds not listed"))
        let everything = BlastView().sections(session.state).first
        #expect(everything.map { ($0.count ?? 0) + $0.more } == session.state.rows.count)
        #expect(session.text.contains("▸everything "))
        session.press("Ko<Enter>")
        #expect(session.state.rows.count < 8)
        session.press("Ka<Enter>")
        #expect(session.state.rows.count == all)
    }

    @Test("Rows that a filter hides are counted on the screen")
    func hidden() {
        var session = Session.after("2", size: Self.size)
        #expect(session.state.hiddenRows == nil)
        session.press("/kind:token<Enter>")
        #expect(session.text.contains("showing 5 of 22; 17 hidden by the filter"))
        session.press("b/kind:token<Enter>")
        #expect(session.text.contains("hidden by the filter"))
    }

    @Test("Places that were written before there were groups and columns can still be read")
    func oldPlaces() throws {
        let old = """
            {"view":"inventory","query":"kind:token","scroll":3,"lens":{"isTimeless":false,"guardsFail":true}}
            """
        let place = try JSONDecoder().decode(Place.self, from: Data(old.utf8))
        #expect(place.query == "kind:token")
        #expect(place.group == nil && place.table == nil && place.facets == nil && place.lens.plane == nil)
        var full = place
        full.furtherSorts = [Place.Sort(column: "name")]
        full.group = "kind"
        full.hiddenKinds = ["run"]
        full.table = TableSetup(columns: [.init(name: "kind", width: 9, isShown: false)])
        full.facets = FacetPanel()
        full.lens.plane = .integrity
        #expect(try JSONDecoder().decode(Place.self, from: JSONEncoder().encode(full)) == full)
    }
}
