import Inventory
import Reach

extension State {
    /// The filter of the place; everything when its text cannot be read.
    var query: Query { (try? filter(place.query)) ?? .everything }

    /// The same as it was typed, for terms to come and go.
    var writtenQuery: WrittenQuery { WrittenQuery(place.query) { try? query($0) } }

    /// Whether the rows depend on what was declared.
    var filterNeedsReach: Bool { query.needsReach }
    /// Whether the rows depend on what is marked.
    var filterNeedsMarks: Bool { query.needsMarks }

    /// The filter of the place, ready for many entities, under what `answer` says.
    func boundQuery(_ answer: Answer?) -> BoundQuery {
        var context = QueryContext(at: at, remarks: Remarks(work.present), answer: answer)
        if query.needsExposure, let rank = exposures?.rank { context.know(rank) }
        return query.bound(to: inventory, context: context)
    }

    /// Reads the text of a filter, with the names of the inventory as soon as they are known.
    func query(_ text: String) throws(QueryError) -> Query {
        try namedQueries.query(text, knowing: vocabulary)
    }

    /// Reads the text of a filter of the present list: of the journal its entries are asked, elsewhere entities.
    func filter(_ text: String) throws(QueryError) -> Query {
        guard place.view == .journal else { return try query(text) }
        return try NamedQueries().query(text, knowing: filterVocabulary)
    }

    /// The words that a filter of the present list may use; nil while they are not known.
    var filterVocabulary: QueryVocabulary? { place.view == .journal ? journalRows?.ground.vocabulary : vocabulary }
}
