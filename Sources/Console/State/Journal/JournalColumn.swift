import Casebook
import Inventory

/// The columns by which the journal can be sorted.
enum JournalColumn: String, CaseIterable {
    case entry, when, who, what, about, live

    /// What stands above it.
    var title: String { self == .live ? "COUNTS" : rawValue.uppercased() }

    /// All of them, as the view offers them.
    static var columns: [SortColumn] { allCases.map { SortColumn(name: $0.rawValue, title: $0.title) } }
}

/// Puts entries into the order of a column; those that are equal in it keep theirs.
struct JournalOrder {
    private enum Key: Comparable {
        case number(Int)
        case moment(Instant)
        case text(String)
        /// Nothing to order by, which comes after all that has something, in the ascending order.
        case nothing
    }

    private let ground: JournalGround

    init(_ ground: JournalGround) { self.ground = ground }

    /// O(rows × log rows).
    func sorted(_ rows: [Int], by sort: Place.Sort) -> [Int] {
        guard let column = JournalColumn(rawValue: sort.column) else { return rows }
        let keys = rows.map { key(of: $0, in: column) }
        let order = rows.indices.sorted { left, right in
            keys[left] == keys[right] ? left < right : (keys[left] < keys[right]) == sort.ascending
        }
        return order.map { rows[$0] }
    }

    private func key(of place: Int, in column: JournalColumn) -> Key {
        let (entry, words) = (ground.entries[place], JournalEntryWords(ground: ground, place: place))
        switch column {
        case .entry: return .number(entry.sequence)
        case .when: return .moment(entry.content.when)
        case .who: return .text(entry.content.who.lowercased())
        case .what: return .text(entry.content.action.word)
        case .about: return words.about().isEmpty ? .nothing : .text(words.about().lowercased())
        case .live: return words.figures.map { .number($0.live) } ?? .nothing
        }
    }
}
