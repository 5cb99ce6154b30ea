/// Why a text that should name one entity does not.
public enum EntityReferenceError: Error, Equatable {
    /// Nothing has this id or name; `similar` lists ids that look like it, best first.
    case unknown(text: String, similar: [String])
    /// Several entities have this name; `candidates` are their ids, in order.
    case ambiguous(text: String, candidates: [String])
    /// Several entities have a short id that begins so; in the order of their ids.
    case ambiguousShortID(text: String, candidates: [ShortIDCandidate])
    /// The text before the colon is no kind.
    case unknownKind(text: String, kind: String)
    /// Something is called what stands before the last `@`, and this part of what stands behind it is no time.
    case noTime(text: String, part: String)
}

extension Inventory {
    /// The entity that `text` names: its id as it stands, `kind:name` when only one entity of that kind has the name, or
    /// its short id or a beginning of that. O(n) for names and short ids.
    public func resolve(_ text: String) throws(EntityReferenceError) -> Entity {
        if let entity = entity(id: text) { return entity }
        guard let colon = text.firstIndex(of: ":") else {
            if let entity = try entity(shortID: text) { return entity }
            throw .unknown(text: text, similar: similar(to: text))
        }
        let kindName = text[..<colon]
        let name = String(text[text.index(after: colon)...])
        guard let kind = entityKind(named: kindName) else {
            let similar = similar(to: text)
            if similar.isEmpty { throw .unknownKind(text: text, kind: String(kindName)) }
            throw .unknown(text: text, similar: similar)
        }
        if let byID = entity(id: name), byID.kind == kind { return byID }
        let found = entities(named: name, kind: kind)
        if found.count > 1 { throw .ambiguous(text: text, candidates: found.map(\.id).sorted()) }
        if let only = found.first { return only }
        throw .unknown(text: text, similar: similar(to: name, kind: kind))
    }

    /// The only entity whose short id is, or begins with, `text`; nil for a text that is none, and for one that is also the
    /// name of something: whoever writes a name must not get an entity of another name. O(n).
    private func entity(shortID text: String) throws(EntityReferenceError) -> Entity? {
        guard let written = ShortIDPrefix(naming: text), entities(named: text, kind: nil).isEmpty,
            let rows = rows(withShortID: written)?.rows, let first = rows.first
        else { return nil }
        guard rows.count > 1 else { return entity(at: first) }
        throw .ambiguousShortID(text: text, candidates: ShortIDCandidate.list(rows, of: self))
    }

    /// Ids of up to five entities whose name or id holds the last part of `text`, without regard to case; the first in
    /// the order of ids. O(length of all names and ids) at some bytes a nanosecond.
    private func similar(to text: String, kind: EntityKind? = nil) -> [String] {
        let wanted = text.split(whereSeparator: { "/:#@".contains($0) }).last.map(String.init) ?? text
        guard !wanted.isEmpty else { return [] }
        let inID = QueryTerm(subject: .field(.id), comparison: .contains, values: [.text(wanted)])
        let query = Query(.any([.term(.word(wanted)), .term(inID)]))
        let found = query.bound(to: self, context: QueryContext(now: .beginning)).matchingRows()
        return InventorySort(.id).sorted(found ?? RowSet(noneOf: 0), of: self).lazy
            .filter { kind == nil || self.entities.kind[$0] == kind }.prefix(5).map { self.entity(at: $0).id }
    }
}
