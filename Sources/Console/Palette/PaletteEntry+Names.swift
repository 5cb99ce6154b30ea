import Inventory

extension PaletteEntry {
    /// Whether it is a command that everybody finds without the palette.
    var moves: Bool {
        if case .command(let id) = target { Command[id]?.group == .move } else { false }
    }

    /// What else one may type for it.
    var otherNames: [String] { ownNames + Glossary.others(of: name) }

    private var ownNames: [String] {
        switch target {
        case .command(let id):
            [id.rawValue] + (Command[id]?.labels.values.sorted() ?? []) + (Self.commandAliases[id] ?? [])
        case .section(let name):
            [name] + (EntityKind(name: name)?.row.map { [$0.plural, $0.short, $0.singular] } ?? [])
                + (EntityKind(name: name)?.row?.aliases ?? []) + (Self.sectionAliases[name] ?? [])
        case .query: [String(NamedQueries.mark) + NamedQueries.word(for: self.name)]
        case .place(let place): Self.rooms.first { $0.place == place }?.others ?? []
        case .entity, .filter, .listing, .search, .row, .lens: []
        }
    }

    /// Lists of views that one looks for by what they hold.
    private static let rooms: [(place: Place, name: String, meaning: String, others: [String])] = [
        (
            Place(.plan, section: PlanView.Section.firebreak.rawValue), "firebreak",
            "Go to the smallest set to revoke so that no target can be reached: those chosen, else the crown jewels", []
        ),
        (
            Place(.blast, section: HeldSection.live.rawValue), "live",
            "List what the attacker still holds at the moment of the lens", ["still held"]
        ),
        (
            Place(.blast, section: HeldSection.conditional.rawValue), "conditional",
            "List what is held only if a guard fails", ["guards"]
        ),
        (
            Place(.inventory).asking("marked"), "marked", "List what is marked, as entities of the inventory", []
        ),
        (
            Place(.plan, section: PlanView.Section.residual.rawValue), "residual",
            "List what is still live once the plan is carried out", ["still live"]
        ),
        (
            Place(.plan, section: PlanView.Section.rollback.rawValue), "rollback only",
            "List what stays open when code is rolled back and no credential is touched", []
        ),
    ]

    /// The same as entries.
    static let roomEntries = rooms.map { PaletteEntry(target: .place($0.place), name: $0.name, meaning: $0.meaning) }

    /// What users of other programs type.
    private static let commandAliases: [Command.ID: [String]] = [
        .quit: ["q", "exit"], .leave: ["q!"], .help: ["h", "keys", "?"], .inventory: ["ls", "list"],
        .blast: ["blast radius"], .chokepoints: ["chokes", "dominators"], .changes: ["diff"], .copy: ["yank"],
        .visited: ["history"],
    ]

    /// What the lists of several kinds are called besides their names.
    private static let sectionAliases: [String: [String]] = [
        "nhi": ["identities", "non-human identities"], "all": ["entities", "everything"],
    ]
}

extension Place {
    /// The same with a query.
    fileprivate func asking(_ query: String) -> Place {
        var place = self
        place.query = query
        return place
    }
}

extension FuzzyMatch {
    /// The same with no places, because they are those of another name.
    var unplaced: FuzzyMatch { FuzzyMatch(kind: kind, rest: rest, places: []) }

    /// That its words stand somewhere in what the name stands for.
    static let loosely = FuzzyMatch(kind: .meaning, rest: 0, places: [])

    /// That it is another name of the same.
    static let wholly = FuzzyMatch(kind: .whole, rest: 0, places: [])

    private init(kind: Kind, rest: Int, places: [Int]) {
        self.kind = kind
        self.rest = rest
        self.places = places
    }
}
