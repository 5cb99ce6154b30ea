import Foundation
import Intake
import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("The palette over the bundled incident")
struct ConsolePaletteTests {
    private static let state: State = {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let result = Import().run([package.appendingPathComponent("sample-data/northwind").path])
        return State(
            inventory: result.inventory, title: "northwind", seeds: [], opened: Instant(1_773_576_000),
            size: Size(rows: 24, columns: 80))
    }()

    /// The lines above the line being typed that are drawn for a text.
    private static func lines(_ text: String, _ size: Size) -> [String] {
        var state = state
        state.size = size
        state.overlay = .palette(Palette(line: LineEditor(text)))
        let screen = state.screen(size, look: Look())
        return (0..<size.rows).filter { row in
            guard case .choice? = screen.target(at: Position(row: row, column: 2)) else { return false }
            return true
        }.map { String(screen.line($0).dropFirst()) }
    }

    @Test(
        "No two rows of what fits a text read the same: each says its kind, its short id and where it belongs",
        arguments: [Size(rows: 16, columns: 60), Size(rows: 24, columns: 80), Size(rows: 60, columns: 200)])
    func twins(size: Size) {
        let inventory = Self.state.inventory
        #expect(inventory.entityCount > 200)
        let names = Set((0..<inventory.entityCount).map { inventory.entity(at: $0).name })
        let words = names.union(EntityKind.table.flatMap { [$0.name, $0.words(), $0.shortWord] })
            .union(Command.table.map(\.label)).union(["", "se", "north", "deploy", "build", "token:"])
        var several = 0
        for word in words {
            let lines = Self.lines(word, size)
            if lines.count > 1 { several += 1 }
            #expect(Set(lines).count == lines.count, "\(word): \(lines)")
        }
        #expect(several > 100)
    }

    @Test("Two slots of one name say in which repository each is")
    func slots() {
        let lines = Self.lines("AWS_SECRET_ACCESS_KEY", Size(rows: 24, columns: 80))
        #expect(lines.contains { $0.contains("secret slot") && $0.contains("in northwind/web") })
        #expect(lines.contains { $0.contains("secret slot") && $0.contains("in northwind/status-page") })
    }
}
