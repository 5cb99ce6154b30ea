import Inventory
import PlainText
import Reach

/// A search among the rows of a list, which hides none of them. Rows that stand for an entity are found as the filter
/// would find them, by their id too; others by their words.
struct RowSearch: Sendable {
    /// What is searched for.
    let text: String
    /// Which rows; see ``State/rowsVersion``.
    let version: Int
    let rows: Rows
    let at: Instant
    /// What the analyst said, where the search asks for it.
    var remarks = Remarks()
    /// The question that ``answer`` answers, where the search asks what is reached.
    var question: Question?
    var answer: Answer?

    /// The rows that it finds; nil when `isCancelled` said so first. O(entities + rows).
    func hits(in inventory: Inventory, isCancelled: Cancellation? = nil) -> SearchHits? {
        var found = RowSet(noneOf: inventory.entityCount)
        let context = QueryContext(at: at, remarks: remarks, answer: answer)
        for query in queries {
            let bound = query.bound(to: inventory, context: context)
            guard let rows = bound.matchingRows(isCancelled: isCancelled) else { return nil }
            found.formUnion(rows)
        }
        return rowsFound(by: found, in: inventory, isCancelled: isCancelled).map { SearchHits(search: self, rows: $0) }
    }

    /// The rows whose entity is in `found`, or whose words hold the text.
    private func rowsFound(by found: RowSet, in inventory: Inventory, isCancelled: Cancellation?) -> [Int]? {
        // Lists of entities may be as long as the inventory, and have no other words.
        if case .entities(let listed) = rows {
            return listed.indices.indices.filter { found.contains(listed.indices[$0]) }
        }
        if case .held(let listed, let answer) = rows {
            let (places, entities) = (listed.indices, answer.radius.entities)
            return places.indices.filter { found.contains(entities[places[$0]].entity.index) }
        }
        let needle = text.lowercased()
        var hits: [Int] = []
        for row in 0..<rows.count where rows.isSelectable(row) {
            if row.isMultiple(of: 4096), isCancelled?() == true { return nil }
            let isFound =
                rows.entity(at: row).map(found.contains) ?? false
                || rows.searchText(at: row, in: inventory)?.lowercased().contains(needle) ?? false
            if isFound { hits.append(row) }
        }
        return hits
    }

    /// The text as a filter reads it, and as a part of an id.
    private var queries: [Query] {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_./#@".contains($0) }
        return [try? Query(parsing: text), isPlain ? try? Query(parsing: "id~\"\(text)\"") : nil].compactMap { $0 }
    }
}

extension RowSearch: Hashable {
    static func == (left: RowSearch, right: RowSearch) -> Bool {
        left.text == right.text && left.version == right.version && left.at == right.at
            && left.remarks == right.remarks && left.question == right.question
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(version)
        hasher.combine(at)
    }
}

/// The rows that a search found.
struct SearchHits: Sendable {
    let search: RowSearch
    /// By number, ascending.
    let rows: [Int]

    /// The place of a row among the hits; nil where it is none. O(log hits).
    func position(of row: Int) -> Int? {
        let place = firstPlace(from: row)
        return place < rows.count && rows[place] == row ? place : nil
    }

    /// The first hit from `row` on, and the place behind the last where there is none. O(log hits).
    func firstPlace(from row: Int) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Where to go among hits.
enum WantedHit: Hashable, Sendable {
    case next
    case previous
    /// The first from this row on, without a word about turning around.
    case from(Int)
}

extension Rows {
    /// The words of a row by which a search finds it, besides the entity that it stands for. Nil where there are none.
    func searchText(at row: Int, in inventory: Inventory) -> String? {
        switch self {
        case .page(let lines): lines[row].searchText(in: inventory)
        case .start(let lines): lines[row].searchText(in: inventory)
        case .changes, .journal, .endings: worded?.searchText(at: row)
        case .path(let path): path.step(at: row).map { "\($0.relation.phrase) \($0.relation.inverse)" }
        default: nil
        }
    }
}

extension EntityLine {
    fileprivate func searchText(in inventory: Inventory) -> String {
        switch self {
        case .heading(let title): title
        case .fact(let label, let value), .held(let label, let value, _): "\(label) \(value)"
        case .parent: "belongs to"
        case .twin(_, let text): "looks like \(text)"
        case .relation(let number, let isOutgoing, _):
            isOutgoing ? inventory.relation(at: number).phrase : inventory.relation(at: number).inverse
        case .ego: ""
        case .history(let entry): "history \(entry.id(in: inventory))"
        case .provenance(let provenance): "source \(Words.provenance(provenance, in: inventory))"
        }
    }
}

extension StartLine {
    fileprivate func searchText(in inventory: Inventory) -> String {
        switch self {
        case .heading(let text), .remark(let text): text
        case .seed(_, let origin): origin.words
        case .found: ""
        case .entry(let entry, _): entry.title
        case .section(.all, _): "entities in all"
        case .section(.nonHuman, _): "non-human identities"
        case .section(.kind(let kind), _): Words.kinds(kind, in: inventory)
        case .blind(let spot): "\(spot.what) \(spot.why)"
        case .lookAlikes(let count): Words.lookAlikes(count)
        case .recent(let session): "\(session.name) \(session.place ?? "")"
        case .file(let file): "\(file.path) \(file.summary)"
        case .files: "files that were read"
        case .comparison(let text): text
        }
    }
}
