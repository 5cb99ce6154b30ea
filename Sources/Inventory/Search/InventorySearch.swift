import Synchronization

/// What searching and sorting need besides an inventory's own columns. Each part is made when it is first asked for, or
/// comes from a file, and is kept for as long as the inventory.
final class InventorySearch: Sendable {
    let names: Lazy<TextSearch?>
    let ids: Lazy<TextSearch?>
    let nameRanks: Lazy<Column<UInt32>>
    let ownerRanks = Lazy<Column<UInt32>>()
    let providerRanks = Lazy<Column<UInt32>>()
    let lookAlikes = Lazy<LookAlikes>()

    /// Parts that are there already; the others are made when they are asked for.
    init(names: SearchText? = nil, ids: SearchText? = nil, nameRanks: Column<UInt32>? = nil) {
        self.names = names.map { Lazy(.some(TextSearch($0))) } ?? Lazy()
        self.ids = ids.map { Lazy(.some(TextSearch($0))) } ?? Lazy()
        self.nameRanks = Lazy(nameRanks)
    }
}

/// A value that is made once, when it is first asked for. Who asks while it is being made waits.
final class Lazy<Value: Sendable>: Sendable {
    private let made: Mutex<Value?>

    init(_ value: Value? = nil) { made = Mutex(value) }

    func value(_ make: () -> Value) -> Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}

extension Inventory {
    /// How many searches by a part of a name are remembered with what they found.
    public static let rememberedSearches = 16

    /// The search over all names; nil when they are too long for one. O(1) once made, else O(their length).
    var nameSearch: TextSearch? {
        search.names.value { SearchText(entities.name, of: texts).map(TextSearch.init) }
    }

    /// The search over all ids; nil when they are too long for one. O(1) once made, else O(their length).
    var idSearch: TextSearch? {
        search.ids.value { SearchText(entities.id, of: texts).map(TextSearch.init) }
    }

    /// The place of each entity's name among all names; see ``TextRanks``.
    var nameRanks: Column<UInt32> { search.nameRanks.value { TextRanks.ranks(of: entities.name, in: texts) } }

    /// The place of each entity's name among all names in the order of ``InventorySort``, the same for equal names;
    /// `UInt32.max` where there is none. O(1) once made, else O(n).
    public var entityNameRanks: Column<UInt32> { nameRanks }

    /// The place of each entity's owner among all owners.
    var ownerRanks: Column<UInt32> { search.ownerRanks.value { TextRanks.ranks(of: entities.owner, in: texts) } }

    /// The place of each entity's provider among all providers.
    var providerRanks: Column<UInt32> {
        search.providerRanks.value { TextRanks.ranks(of: entities.provider, in: texts) }
    }

    /// Makes what filters by name and orders by name need, so that the first of them does not wait for it. O(n log n).
    public func prepareSearch() {
        _ = nameSearch
        _ = nameRanks
    }
}
