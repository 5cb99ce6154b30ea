/// One kind of answer of GitHub's REST API: how it is recognised and what reads it.
struct RESTShape: Sendable {
    /// What its items are, in words, for reports.
    let name: String
    /// The key under which a list of them comes: `{"total_count": 1, "runners": […]}`. Nil for bare arrays.
    let list: String?
    /// The keys that an item alone has when it is of this shape.
    let recognizes: @Sendable (JSONValue) -> Bool
    /// Reads one item; false when nothing could be made of it, which it has noted.
    let read: @Sendable (RESTItem, inout RESTReading) -> Bool

    init(
        _ name: String, list: String? = nil, recognizes: @escaping @Sendable (JSONValue) -> Bool,
        read: @escaping @Sendable (RESTItem, inout RESTReading) -> Bool
    ) {
        self.name = name
        self.list = list
        self.recognizes = recognizes
        self.read = read
    }

    /// The list that `object` is the envelope of: the one with a count, or with nothing else.
    static func envelope(of object: JSONValue) -> (shape: RESTShape, items: JSONValue)? {
        guard object.kind == .object else { return nil }
        let isCounted = object["total_count"] != nil
        guard isCounted || object.count == 1 else { return nil }
        for shape in table {
            guard let list = shape.list, let items = object[list], items.kind == .array else { continue }
            if isCounted || items.elements.first(where: { _ in true }).map(shape.recognizes) == true {
                return (shape, items)
            }
        }
        return nil
    }

    /// The shape of an object that stands alone or in a bare array.
    static func shape(of object: JSONValue) -> RESTShape? {
        guard object.kind == .object else { return nil }
        return table.first { $0.recognizes(object) }
    }
}

extension JSONValue {
    /// Whether the object has every one of `keys`, whatever they hold.
    func has(_ keys: String...) -> Bool { keys.allSatisfy { self[$0] != nil } }

    /// Whether the object has one of `keys`.
    func hasAny(_ keys: String...) -> Bool { keys.contains { self[$0] != nil } }
}
