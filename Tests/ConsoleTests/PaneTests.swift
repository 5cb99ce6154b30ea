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

    @Test("Long texts are wrapped and none is cut; what no source records stands together")
    func wrapping() throws {
        var session = Session(Self.inventory(), size: Self.wide)
        session.press("b/europe<Enter>")
        #expect(session.selectedName == Self.longName)
        let lines = try pane(session)
        let text = lines.joined().filter { $0 != " " }
        #expect(text.contains(Self.longName.filter { $0 != " " }))
        #expect(text.contains(Self.longID))
        #expect(!text.contains("…"))
        #expect(lines.count { $0.hasPrefix("not recorded") } == 1)
        #expect(lines.contains { $0.hasPrefix("expires      2027-01-01 00:00Z") })
        #expect(!lines.contains { $0.contains("–") })
    }

    @Test("In a high pane what every entity has keeps its place while the selection moves")
    func places() throws {
        var session = Session.after("b", size: Self.wide)
        var places: Set<Int?> = []
        var names: Set<String> = []
        for _ in 0..<session.state.rows.count {
            let lines = try pane(session)
            places.insert(lines.firstIndex { $0.hasPrefix("Facts") })
            #expect(lines.first?.hasPrefix(session.selectedName ?? "?") == true)
            names.insert(session.selectedName ?? "?")
            session.press("j")
        }
        #expect(places.count == 1 && !places.contains(nil))
        #expect(names.count > 20)
    }

    @Test("At 120 by 40 it stands below the list, which keeps all columns and the whole reasons")
    func below() throws {
        let session = Session.after("b", size: Self.middling)
        let layout = session.state.layout(Self.middling)
        let pane = try #require(layout.preview)
        #expect(pane.row > layout.body.endRow - 1)
        #expect(layout.body.columns == 120 && layout.detail == nil)
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
