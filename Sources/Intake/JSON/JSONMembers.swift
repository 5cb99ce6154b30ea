import CSimdjson

/// The members of a JSON object in document order. Each step is O(1) plus the copy of the key. May be iterated again
/// and again.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var place: csj_iterator

    init(document: JSONDocument, start: csj_iterator) {
        self.document = document
        place = start
    }

    /// The next member.
    public mutating func next() -> (key: String, value: JSONValue)? {
        var start: UnsafePointer<CChar>?
        var length = 0
        var element = place.position
        guard csj_next_member(&place, &start, &length, &element) else { return nil }
        let key = withExtendedLifetime(document) {
            String(decoding: UnsafeBufferPointer(utf8: start, count: length), as: UTF8.self)
        }
        return (key, JSONValue(document: document, element: element))
    }
}
