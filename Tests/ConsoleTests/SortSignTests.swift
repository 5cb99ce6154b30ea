import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Signs of the order")
struct SortSignTests {
    @Test(
        "Of two things in one column the sign stands behind the one that the order goes by",
        arguments: [
            ("tier", 80, "T▲ PLANE"), ("plane", 80, "T PLANE▲"), ("tier", 130, "TIER▲ PLANE"),
            ("plane", 130, "TIER PLANE▲"),
        ])
    func word(column: String, columns: Int, title: String) throws {
        let place = try Place(parsing: "blast?sort=\(column)")
        let session = Session(size: Size(rows: 24, columns: columns), place: place)
        #expect(session.text.contains(title), "\(session.text)")
    }

    @Test("No column is marked where the order goes by none")
    func none() throws {
        let session = Session(place: try Place(parsing: "blast?sort=used"))
        let titles = try #require(session.text.split(separator: "\n").first { $0.contains("UNTIL") })
        #expect(!titles.contains("▲") && !titles.contains("▼"))
    }

    @Test("A press on the title of two things orders by the first, and again the other way round")
    func press() {
        for columns in [80, 130] {
            var session = Session.after("Mb", size: Size(rows: 24, columns: columns))
            let title = columns == 80 ? "T PLANE" : "TIER PLANE"
            session.click(title) { $0.isTitle }
            #expect(session.state.place.sort == Place.Sort(column: "tier", ascending: true))
        }
    }

    @Test("A chosen order is that of all rows; without one those held only if a guard fails come last")
    func conditional() throws {
        func conditional(_ place: String) throws -> [Bool] {
            let session = Session(place: try Place(parsing: place))
            guard case .held(let listed, let answer) = session.state.rows else { throw Missing() }
            return listed.indices.map { answer.radius.entities[$0].isConditional }
        }
        let own = try conditional("blast")
        #expect(own.contains(true) && own == own.filter { !$0 } + own.filter { $0 })
        let names = try Session(place: Place(parsing: "blast?sort=name"))
        guard case .held(let listed, let answer) = names.state.rows else { throw Missing() }
        let texts = listed.indices.map { answer.radius.entities[$0].entity.name }
        #expect(texts == Session.sortedNames(texts, in: names.state.inventory))
    }

    private struct Missing: Error {}
}

extension Session {
    fileprivate static func sortedNames(_ names: [String], in inventory: Inventory) -> [String] {
        let ranks = inventory.entityNameRanks
        let byName = Dictionary(
            (0..<inventory.entityCount).map { (inventory.entity(at: $0).name, ranks[$0]) }, uniquingKeysWith: min)
        return names.sorted { (byName[$0] ?? 0) < (byName[$1] ?? 0) }
    }
}
