import Testing

@testable import Inventory

@Suite("Short ids")
struct ShortIDTests {
    @Test(
        "They follow from kind and id, and never change: people have written them down",
        arguments: [
            ("token", "northwind:AKIA", "th3c9z2b1vbz8"),
            ("repository", "github.com/northwind/web", "rzkpcxrs98tk8"),
            ("organization", "github.com/northwind", "ohc23t4rdw605"),
            ("person", "github.com/müller", "pgph2qw14zknz"),
            ("GH_Custom", "x", "g5hw2ngh8j4c8"), ("§§", "x", "x5hw2ngh8j4c8"), ("token", "", "tymn1btd9pqm9"),
        ])
    func fixed(kind: String, id: String, text: String) {
        let short = ShortID(kind: kind, id: id)
        #expect(short.text(digits: 12) == text)
        #expect(short.text(digits: 99) == text)
        #expect(short.text(digits: 4) == text.prefix(5))
        #expect(ShortIDPrefix(text)?.matches(short) == true)
    }

    @Test("As many digits are shown as an inventory of that size needs")
    func digits() {
        let needed = [0: 4, 1: 4, 1_024: 4, 1_025: 5, 32_768: 5, 32_769: 6, 1_000_000: 6, 1_048_577: 7, 10_000_000: 7]
        for (count, digits) in needed { #expect(ShortID.digits(among: count) == digits, "\(count)") }
        #expect(ShortID.digits(among: .max) == 12)
    }

    @Test("An entity has the same in every inventory")
    func everywhere() throws {
        var small = InventoryFixture()
        small.entity("t1", .token)
        var large = InventoryFixture()
        for number in 0..<1_100 { large.entity("r\(number)", .run) }
        large.entity("t1", .token, name: "another name")
        let short = try small.built().resolve("t1").shortID
        let long = try large.built().resolve("t1").shortID
        #expect(short.count == 5 && long.count == 6 && long.hasPrefix(short))
    }

    @Test("Every kind has a letter, also one that only its source knows")
    func letters() throws {
        for row in EntityKind.table { #expect(ShortID.letter(of: row.name) == row.name.utf8.first) }
        var fixture = InventoryFixture()
        fixture.entity("a")
        let kind = fixture.builder.entityKind(named: "GH_Odd")
        fixture.entity("b", kind)
        let inventory = fixture.built()
        #expect(try inventory.resolve("b").shortID.hasPrefix("g"))
        let ids = ShortIDs(inventory)
        for row in 0..<inventory.entityCount { #expect(ids[row] == inventory.shortID(of: row)) }
    }

    @Test(
        "They are read as they are heard: in any case, with letters for digits, with dashes and blanks",
        arguments: [
            "th3c9", "TH3C9", "t-h3c9", "T H3-C9", " th3c9 ", "th3c9z2b1vbz8", "th3c9z2blvbz8", "th3c9z2bivbz8",
        ])
    func lenient(text: String) throws {
        let prefix = try #require(ShortIDPrefix(naming: text))
        #expect(prefix.matches(ShortID(kind: "token", id: "northwind:AKIA")))
        #expect(!prefix.matches(ShortID(kind: "secret", id: "northwind:AKIA")))
        #expect(!prefix.matches(ShortID(kind: "token", id: "northwind:AKIB")))
    }

    @Test("The letter of a kind may be taken for a digit too, as in 0 for organization")
    func letterAsDigit() throws {
        let short = ShortID(kind: "organization", id: "github.com/northwind")
        for text in ["ohc23t4rdw605", "0hc23t4rdw6o5", "OHC23T4RDW6O5"] {
            #expect(try #require(ShortIDPrefix(text)).matches(short), "\(text)")
        }
        #expect(ShortIDPrefix("0hc23") == ShortIDPrefix("0HC23") && ShortIDPrefix("ohc23")?.text == "ohc23")
    }

    @Test(
        "Other texts are none", arguments: ["", "t", "7h3c9", "tu3c9", "t:h3c9", "token:a", "th3c9z2b1vbz8z", "tü3c9"])
    func none(text: String) { #expect(ShortIDPrefix(text) == nil) }

    @Test("Fewer than four digits name nothing", arguments: ["th", "th3c", "t-h3c"])
    func tooShort(text: String) {
        #expect(ShortIDPrefix(text) != nil)
        #expect(ShortIDPrefix(naming: text) == nil)
    }
}
