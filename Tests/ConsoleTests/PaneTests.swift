import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("The pane about the selected entity")
struct PaneTests {
    private static let wide = Size(rows: 60, columns: 200)
    private static let middling = Size(rows: 40, columns: 120)
    private static let longName = "deployment key of the payment service in northern europe, the second one of two"
    private static let longID = "github.com/northwind/" + String(repeating: "payments-", count: 12) + "end"

    private static func inventory() -> Inventory {
        var maker = FactMaker()
        maker.declare("runner", .runner, "runner", compromised: Northwind.window)
        maker.declare(
            longID, .token, longName, owner: "payments", issued: Northwind.moment("2026-01-01T00:00Z"),
            expires: Northwind.moment("2027-01-01T00:00Z"))
        maker.declare("short", .token, "short")
        maker.relate(.retains, "runner", longID)
        maker.relate(.retains, "runner", "short")
        return maker.builder.build().inventory
    }

    /// The lines of the pane.
    private func pane(_ session: Session) throws -> [String] {
        let rect = try #require(session.state.layout(session.state.size).preview)
        let screen = session.screen()
        return (rect.row..<rect.endRow).map { row in
            screen.row(row).dropFirst(rect.column).prefix(rect.columns).map(\.text).joined()
        }
    }

    /// The lines of the columns of facts in a pane as wide as a screen, one column after the other.
    private func facts(_ session: Session) throws -> [String] {
        let lines = try pane(session).map(Array.init)
        let width = try (#require(lines.first).count - 6) / 3
        return (0..<3).flatMap { column in
            lines.dropFirst().map { line in String(line.dropFirst(column * (width + 2)).prefix(width)) }
        }
    }

    @Test("Long texts are wrapped and none is cut; what no source records has a line of its own in a wide pane")
    func wrapping() throws {
        var session = Session(Self.inventory(), size: Self.wide)
        session.press("b/europe<Enter>")
        #expect(session.selectedName == Self.longName)
        #expect(try pane(session).first?.contains(Self.longName) == true)
        let lines = try facts(session)
        let text = lines.map { $0.dropFirst(13) }.joined().filter { $0 != " " }
        #expect(text.contains(Self.longID))
        #expect(!text.contains("…"))
        #expect(lines.count { $0.hasPrefix("not recorded") } == 0)
        #expect(lines.contains { $0.hasPrefix("expires      2027-01-01 00:00Z") })
        #expect(lines.contains { $0.hasPrefix("revoked      –") })
        session.press("zz")
        session.state.size = Size(rows: 38, columns: 80)
        let low = try pane(session)
        #expect(low.count { $0.hasPrefix("not recorded") } == 1)
        #expect(!low.contains { $0.contains("–") })
    }

    @Test("In a wide pane what every entity has keeps its place while the selection moves")
    func places() throws {
        let labels = [
            "held", "first held", "until", "tier", "via", "known", "used since", "Facts", "kind", "id", "relations",
            "known from", "belongs to", "owner", "provider", "privilege", "created", "last used", "revoked",
        ]
        for view in [Place.View.inventory, .blast, .timeline] {
            var session = Session(size: Self.wide, place: Place(view))
            var places: [String: Set<Int?>] = [:]
            var names: Set<String> = []
            for _ in 0..<session.state.rows.count {
                if let name = session.selectedName {
                    let lines = try facts(session)
                    for label in labels {
                        let isHeading = label == "Facts"
                        places[label, default: []].insert(
                            lines.firstIndex { $0.hasPrefix(isHeading ? label : label.padding(to: 13)) })
                    }
                    #expect(try pane(session).first?.hasPrefix(name) == true)
                    names.insert(name)
                }
                session.press("j")
            }
            for (label, places) in places {
                #expect(places.count == 1 && !places.contains(nil), "\(view) \(label): \(places)")
            }
            #expect(names.count > 20)
        }
    }

    @Test(
        "On a high screen it stands below the list, which keeps all columns and the whole reasons",
        arguments: [Self.middling, Self.wide])
    func below(size: Size) throws {
        let session = Session.after("b", size: size)
        let layout = session.state.layout(size)
        let pane = try #require(layout.preview)
        #expect(pane.row > layout.body.endRow - 1)
        #expect(layout.body.columns == size.columns && layout.detail == nil)
        #expect(session.text.contains("can be accessed by aws:deployer"))
        #expect(try self.pane(session).contains { $0.contains("first held") && $0.contains("id  ") })
        let flat = Size(rows: 24, columns: 120)
        #expect(Session.after("b", size: flat).state.layout(flat).detail != nil)
    }

    @Test("Keys and the wheel scroll what does not fit; the selection stays, and the next row begins at the top")
    func scrolling() throws {
        var session = Session(Self.inventory(), size: Self.middling)
        session.press("b/europe<Enter><Esc>")
        let top = try pane(session)
        let row = session.state.selected
        #expect(!top.contains { $0.contains("not recorded") })
        session.press(">")
        #expect(session.state.paneOffset > 0)
        #expect(try pane(session).contains { $0.contains("not recorded") })
        #expect(session.state.selected == row)
        session.press("<lt>")
        #expect(try pane(session) == top)
        session.press("M")
        let rect = try #require(session.state.layout(Self.middling).preview)
        session.mouse(.wheelDown, at: Position(row: rect.row + 2, column: rect.column + 2))
        #expect(session.state.paneOffset > 0 && session.state.selected == row)
        session.press("k")
        #expect(session.state.paneOffset == 0)
    }

    @Test("Where there is nothing more, and where there is no pane, the keys say so")
    func obstacles() {
        var session = Session(Self.inventory(), size: Self.wide)
        session.press("b>")
        #expect(session.text.contains("the pane shows all that it has to say"))
        #expect(Session.after("b>").text.contains("no pane is shown here: z shows it"))
        #expect(Session.after("e>").text.contains("this page has no pane beside it"))
    }
}

extension String {
    fileprivate func padding(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - count))
    }
}
