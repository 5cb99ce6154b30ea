import CSimdjson

/// A run of JSON values: an array's elements, or the top-level values of a text. Each step is O(1), however large the
/// value it passes over. May be iterated again and again.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var place: csj_iterator

    init(document: JSONDocument, start: csj_iterator) {
        self.document = document
        place = start
    }

    /// The next value in document order.
    public mutating func next() -> JSONValue? {
        var element = place.position
        guard csj_next_element(&place, &element) else { return nil }
        return JSONValue(document: document, element: element)
    }
}
