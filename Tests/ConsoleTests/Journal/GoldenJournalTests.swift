import TerminalKit
import Testing

@testable import Console

@Suite("Golden screens of the journal")
struct GoldenJournalTests {
    /// The places, each with the keys that lead there from the journal.
    private static let places: [(name: String, keys: String)] = [
        ("journal", ""), ("journal-filtered", "/who:ben<Enter>"), ("journal-copy", "y"), ("journal-pane", "jz"),
        ("journal-list", "jzz"),
    ]

    @Test("Each place of the journal looks as recorded", arguments: places.map(\.name), Golden.sizes)
    func screens(name: String, size: Size) throws {
        let place = try #require(Self.places.first { $0.name == name })
        let worker = try Self.worker(size, place.keys)
        Golden.check(worker.session, name: name, size: size)
    }

    @Test("Without a case the place says how to have a journal", arguments: Golden.sizes)
    func alone(size: Size) {
        Golden.check(Session(size: size, place: Place(.journal)), name: "journal-alone", size: size)
    }

    private static func worker(_ size: Size, _ keys: String) throws -> CaseWorker {
        let desk = try CaseDesk(evidence: true, identifier: "golden")
        var ana = try desk.console("ana")
        ana.press("b/kind:token<Enter>;the owner was told<Enter> ")
        ana.measure()
        ana.press("2/kind:secret<Enter>*Amy secrets<Enter>")
        var ben = try desk.console("ben")
        ben.press("2/kind:runner<Enter>dv<Enter>seen in a log<Enter>dtforum<Enter>")
        var worker = try desk.console("ana", size: size)
        worker.press("8\(keys)")
        return worker
    }
}
