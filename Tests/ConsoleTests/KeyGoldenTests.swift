import TerminalKit
import Testing

@testable import Console

@Suite("Golden screens of keys")
struct KeyGoldenTests {
    /// Palette, prefix, search and zoom, with the keys that lead there.
    static let places: [(name: String, keys: String)] = [
        ("palette", "b:"),
        ("palette-typed", "b:un"),
        ("palette-unknown", "b:xyzzy"),
        ("palette-filter", "2:/kind:tok"),
        ("prefix", "bZ"),
        ("search", "2\\web"),
        ("search-kept", "2\\web<Enter>nn"),
        ("zoomed", "bjz"),
    ]

    @Test("Every overlay of keys at every size is as recorded", arguments: places.map(\.name), Golden.sizes)
    func keys(name: String, size: Size) throws {
        try Golden.check(Self.places, name, size)
    }
}
