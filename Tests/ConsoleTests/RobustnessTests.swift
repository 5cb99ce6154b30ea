import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Every size, every text")
struct RobustnessTests {
    static let keys =
        GoldenTests.places.map(\.keys) + KeyGoldenTests.places.map(\.keys) + GoldenTimeTests.places.map(\.keys)
        + KeepingGoldenTests.places.map(\.keys) + DrawingGoldenTests.places.map(\.keys)
        + ["e", "eG", "2jjj<Enter>", "bG<Enter>jj<Enter>"]

    @Test("Every size from 1×1 on shows every view without harm", arguments: keys)
    func sizes(keys: String) {
        var session = Session.after(keys)
        for rows in [1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 20, 24, 40] {
            for columns in [1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 27, 40, 60, 80, 100] {
                let size = Size(rows: rows, columns: columns)
                session.apply(.resize(size))
                let screen = session.screen()
                #expect(screen.size == size)
                expectHarmless(screen)
            }
        }
        for size in [Size(rows: 0, columns: 0), Size(rows: 60, columns: 0), Size(rows: 0, columns: 9)] {
            session.apply(.resize(size))
            #expect(session.screen().size == size)
        }
    }

    private static let hostileKeys = [
        "", "/e<Enter>", "2", "2/owner:", "e", "eG", "b", "b<S-Tab>", "bT", "bG<Enter>", "b   p", "p<Tab>", "?", "c",
        ":", ":e", "2\\e<Enter>", "bz", "Z", "I", "I<Tab>", "t", "t<Tab><Tab><Tab>", "t[",
        "bA<Enter>'", "eqJ", "b*p", "p<Tab><Tab>", "bvjj", "by", "bE", "eDp<Tab><Tab>",
        "m", "bO",
    ]

    @Test("No text from outside reaches the terminal raw", arguments: hostileKeys)
    func hostile(keys: String) {
        for size in [Size(rows: 24, columns: 80), Size(rows: 50, columns: 200), Size(rows: 7, columns: 19)] {
            var session = Session(HostileInventory.inventory(), size: size)
            session.press(keys)
            expectHarmless(session.screen())
            for key in ["G", "k", "<Enter>", "w", "y", "<Esc>", "c", "<Esc>", " ", "p", "<Tab>", "s", "t", "5"] {
                session.press(key)
                expectHarmless(session.screen())
            }
        }
    }

    @Test("Pasted text becomes one printable line and presses no key")
    func paste() {
        var session = Session.after("/")
        session.apply(.paste("a\u{1B}[2J\nQ\u{202E}"))
        #expect(session.effects.isEmpty)
        expectHarmless(session.screen())
        session.press("<Esc>")
        session.apply(.paste("QQ"))
        #expect(session.effects.isEmpty)
    }

    @Test("Keys pressed at random never crash", arguments: 0..<16)
    func random(seed: Int) {
        var keys = RandomKeys(seed: UInt64(1_000 + seed))
        let inventory = seed % 2 == 0 ? Northwind.inventory() : HostileInventory.inventory()
        var session = Session(inventory, size: Size(rows: 3 + seed * 2, columns: 10 + seed * 9), answers: seed % 3 != 0)
        for press in 0..<260 {
            session.apply(.key(keys.key()))
            if press % 9 == 0 { session.answerAll() }
            if press % 13 == 0 {
                session.apply(.resize(Size(rows: keys.number(below: 40), columns: keys.number(below: 120))))
            }
            if press % 5 == 0 { expectHarmless(session.screen()) }
        }
    }

    private func expectHarmless(_ screen: Screen, sourceLocation: SourceLocation = #_sourceLocation) {
        for row in 0..<screen.size.rows {
            #expect(screen.row(row).count == screen.size.columns, sourceLocation: sourceLocation)
            for scalar in screen.line(row).unicodeScalars {
                let category = scalar.properties.generalCategory
                let isHarmful =
                    [.control, .lineSeparator, .paragraphSeparator, .surrogate].contains(category)
                    || scalar.properties.isBidiControl
                if isHarmful {
                    Issue.record("U+\(String(scalar.value, radix: 16)) on the screen", sourceLocation: sourceLocation)
                }
            }
        }
    }
}
