import TerminalKit
import Testing

@testable import Console

@Suite("Golden screens of marks, places and the plan")
struct KeepingGoldenTests {
    /// Each place with the keys that lead there.
    static let places: [(name: String, keys: String)] = [
        ("range", "b/kind:token<Enter>jvjj"),
        ("mark-all", "b/kind:token<Enter>*"),
        ("undone-elsewhere", "b/kind:token<Enter> 2u"),
        ("bookmarks", "b/kind:token<Enter>jA<C-u>tokens<Enter>2sG<Enter>A<Enter>'"),
        ("bookmark-prompt", "b<Tab>A"),
        ("visited", "2/kind:token<Enter><Enter>bpqqJ"),
        ("copy-menu", "b/npm publish<Enter>y"),
        ("export", "b<Tab>E"),
        ("plan-order", "b*p"),
        ("plan-worth", "b/kind:token<Enter>*pj"),
        ("plan-firebreak", "p<Tab><Tab>"),
        ("plan-firebreak-taken", "p<Tab><Tab>*"),
        ("plan-firebreak-none", "t2026-03-14T02:20Z<Enter>b/deploy-web kind:job<Enter>Dp<Tab><Tab>"),
        ("path-after-plan", "b/npm publish<Enter> p<Tab>/northwind-site<Enter><Enter>"),
        ("what-if", "b/npm publish<Enter> k"),
    ]

    @Test("Every place at every size is as recorded", arguments: places.map(\.name), Golden.sizes)
    func golden(name: String, size: Size) throws {
        try Golden.check(Self.places, name, size)
    }
}
