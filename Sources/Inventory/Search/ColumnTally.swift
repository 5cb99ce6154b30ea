extension Inventory {
    /// The texts that a column of texts has in the rows of a set, with how often; the empty text where there is none.
    /// Texts that differ only in the case of ASCII letters are counted together, because queries do not tell them apart.
    /// Nil for other columns, and when `isCancelled` said so first. O(rows + length of the different texts).
    public func textCounts(
        of column: EntityColumn, in rows: RowSet, isCancelled: Cancellation? = nil
    ) -> [(text: String, count: Int)]? {
        let texts: Column<TextReference>
        switch column {
        case .name: texts = entities.name
        case .id: texts = entities.id
        case .owner: texts = entities.owner
        case .provider: texts = entities.provider
        default: return nil
        }
        var counts: [UInt32: Int] = [:]
        var looked = 0
        for row in rows.rows where row < texts.count {
            looked += 1
            if looked & 0xFFFF == 0, isCancelled?() == true { return nil }
            counts[texts[row].place, default: 0] += 1
        }
        var folded: [String: (text: String, count: Int)] = [:]
        for place in counts.keys.sorted() {
            let text = self.texts[TextReference(place)]
            folded[text.lowercased(), default: (text, 0)].count += counts[place] ?? 0
        }
        return folded.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }
}
