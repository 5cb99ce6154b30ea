import TerminalKit
import Testing

@testable import Console

@Suite("Golden screens of changes")
struct GoldenChangesTests {
    /// The lists of the view, with the keys that lead there from the start of a console that compares.
    static let places: [(name: String, keys: String)] = [
        ("changes", "9"),
        ("changes-wider", "9<Tab>"),
        ("changes-blast", "9<Tab><Tab>"),
        ("changes-plan", "2/kind:token or vault<Enter>*9<S-Tab><S-Tab>"),
        ("changes-new", "9<S-Tab>"),
        ("changes-filtered", "9/kind:token<Enter>s<Enter>"),
        ("changes-other", "9<S-Tab><Enter>"),
    ]

    @Test("Every list of changes at every size is as recorded", arguments: places.map(\.name), Golden.sizes)
    func golden(name: String, size: Size) throws {
        let place = try #require(Self.places.first { $0.name == name })
        Golden.check(Shift.session(place.keys, size: size), name: name, size: size)
    }

    @Test("Without other evidence the place says how to open some", arguments: Golden.sizes)
    func alone(size: Size) {
        Golden.check(Session(Shift.inventory(), size: size, place: .init(.changes)), name: "changes-alone", size: size)
    }
}
