import TerminalKit
import Testing

@testable import Console

@Suite("Golden screens of a case")
struct GoldenCaseTests {
    /// The places, each with the keys that lead there from the plan on which three tokens stand, of which one is done.
    private static let places: [(name: String, keys: String)] = [
        ("case-plan", ""), ("case-prefix", "d"), ("case-states", "ds"), ("case-why", "dsf<Enter>"),
        ("case-verdicts", "dv"), ("case-assign", "da"), ("case-groups", "a<Down><Enter>"),
        ("case-blast", "b/kind:token<Enter>"), ("case-entity", "<Enter>"),
    ]

    @Test("Each place of a case looks as recorded", arguments: places.map(\.name), Golden.sizes)
    func screens(name: String, size: Size) throws {
        let place = try #require(Self.places.first { $0.name == name })
        let desk = try CaseDesk()
        var worker = try desk.console("ana", size: size)
        worker.press("b/kind:token<Enter>   4gdsdrevoked by hand<Enter>dv<Enter>seen in a log<Enter>")
        worker.press("da<Enter>dtforum<Enter>\(place.keys)")
        Golden.check(worker.session, name: name, size: size)
    }
}
