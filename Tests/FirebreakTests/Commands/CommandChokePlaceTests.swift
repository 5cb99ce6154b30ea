import Foundation
import Testing

@Suite("Choke points as a place and as a command")
struct CommandChokePlaceTests {
    @Test(
        "The place says the numbers of the command",
        arguments: [("chokepoints", [String]()), ("chokepoints:crown-jewels", ["--crown-jewels"])])
    func same(place: String, options: [String]) throws {
        let evidence = try Evidence(.small())
        let command = try CommandRun(
            ["chokepoints", "incident.json", "--at", "2026-01-10", "--format", "json"] + options, on: evidence)
        let show = try CommandRun(
            ["show", "incident.json", "--place", place, "--at", "2026-01-10", "--format", "json"], on: evidence)
        #expect(command.status == 0 && show.status == 0 && show.errors.isEmpty, "\(show.errors)")
        let points = (command.json?["entities"] as? [[String: Any]]) ?? []
        let rows = (show.json?["rows"] as? [[String: Any]]) ?? []
        #expect(!points.isEmpty)
        #expect(rows.count == points.count && show.json?["total"] as? Int == points.count)
        let column = options.isEmpty ? "behind" : "targets"
        for (row, point) in zip(rows, points) {
            let text = "\(row)"
            #expect(text.contains("\(point["name"] ?? "?")"), "\(text)")
            let facts = (row["facts"] as? [[String: Any]]) ?? []
            let own = facts.first { $0["name"] as? String == column }?["value"] as? String
            #expect(own == (point["dominates"] as? Int).map(String.init), "\(text)")
        }
    }
}
