import Inventory

/// An inventory whose every text was chosen by an attacker.
enum HostileInventory {
    static let names = [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "invoice\u{202E}fdp.exe", "zero\u{200B}width",
        "tab\tand\nbreak\r",
        "界界界界界界界界界界界界界界界界界界界界", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦 family", "",
        String(repeating: "x", count: 10_000), String(decoding: [0x66, 0xFF, 0xFE, 0x80, 0x66], as: UTF8.self),
        "\u{0}\u{1}\u{85}\u{9B}31m", "\u{2028}line\u{2029}", "/)(\"'\\ kind:token or", "\u{FEFF}bom", "\u{E0041}tag",
    ]

    static func inventory() -> Inventory {
        var maker = FactMaker()
        let always = Interval(.beginning, .never)
        for (number, name) in names.enumerated() {
            maker.declare(
                "runner \(name) \(number)", .runner, name, provider: name, owner: name,
                compromised: number % 4 == 0 ? always : Northwind.window)
            maker.declare("token \(name) \(number)", .token, name, lastUsed: Instant(Int64.max - 1))
            maker.relate(
                .retains, "runner \(name) \(number)", "token \(name) \(number)",
                guard: number % 2 == 0 ? name : nil)
            maker.builder.add(blindSpot: BlindSpot(what: name, count: number, why: name))
            let kind = maker.builder.entityKind(named: "kind \(name)")
            maker.declare("odd \(name) \(number)", kind, name)
            let relation = maker.builder.relationKind(named: "relates \(name)")
            maker.relate(relation, "odd \(name) \(number)", "token \(name) \(number)")
            var fact = EntityFact(
                id: "odd \(name) \(number)", kind: nil, provenance: Provenance(source: 0, location: name))
            fact.attributes = [Attribute(name, name)]
            fact.created = Instant(Int64.min + 1)
            fact.expires = Instant(Int64.max - 1)
            maker.builder.add(fact)
        }
        return maker.builder.build().inventory
    }
}
