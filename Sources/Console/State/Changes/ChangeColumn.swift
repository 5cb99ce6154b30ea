import Inventory
import Reports

/// The columns by which the lists of changes can be sorted.
enum ChangeColumn: String, CaseIterable {
    case change, kind, name, plane, finding, decided, since

    /// Those that a list has, with what stands above them.
    static func columns(of section: ChangeSection) -> [SortColumn] {
        let named: [(ChangeColumn, String)] =
            switch section {
            case .changes, .widened: [(.change, "CHANGE"), (.kind, "KIND"), (.name, "NAME"), (.plane, "PLANE")]
            case .blast: [(.change, "LIVE"), (.kind, "KIND"), (.name, "NAME"), (.plane, "PLANE")]
            case .plan: [(.finding, "FINDING"), (.kind, "KIND"), (.name, "NAME"), (.decided, "DECIDED")]
            case .new: [(.change, "IDENTITY"), (.kind, "KIND"), (.name, "NAME"), (.since, "SINCE")]
            }
        return named.map { SortColumn(name: $0.0.rawValue, title: $0.1) }
    }
}

/// Puts rows into the order of a column; those that are equal in it keep theirs.
struct ChangeOrder {
    private let ground: ChangeGround
    private let words: ChangeWords

    init(_ ground: ChangeGround) {
        self.ground = ground
        words = ChangeWords(ground.diff)
    }

    /// O(rows × log rows).
    func sorted(_ rows: [ChangeRow], by sort: Place.Sort) -> [ChangeRow] {
        guard let column = ChangeColumn(rawValue: sort.column) else { return rows }
        let keys = rows.map { key(of: $0, in: column) }
        let order = rows.indices.sorted { left, right in
            keys[left] == keys[right] ? left < right : (keys[left] < keys[right]) == sort.ascending
        }
        return order.map { rows[$0] }
    }

    private func key(of row: ChangeRow, in column: ChangeColumn) -> String {
        switch column {
        case .change: return change(row)
        case .kind:
            return ground.relation(of: row).map { "relation \($0.kindName)" } ?? ground.told(of: row)?.kindName ?? ""
        case .name: return ground.name(of: row)
        case .plane: return ground.plane(of: row)?.rawValue ?? "~"
        case .finding, .decided:
            guard case .item(let place) = row, let result = ground.verification?.results[place] else { return "" }
            return column == .finding ? result.finding.name : Self.key(result.item.decided)
        case .since:
            guard case .newcomer(let place) = row else { return "" }
            return ground.verification?.newcomers[place].since.map(Self.key) ?? ""
        }
    }

    private func change(_ row: ChangeRow) -> String {
        switch row {
        case .change(let change): words.what(change)
        case .becameLive: "0"
        case .ceasedLive: "1"
        case .unknownLive: "2"
        case .item: ""
        case .newcomer(let place): ground.verification?.newcomers[place].isKnownNew == true ? "0" : "1"
        }
    }

    /// A text that grows with time, from one end to the other.
    private static func key(_ time: Instant) -> String {
        let digits = String(UInt64(bitPattern: time.seconds) ^ 1 << 63)
        return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
    }
}
