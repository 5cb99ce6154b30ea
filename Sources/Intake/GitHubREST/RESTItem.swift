import Inventory

/// One JSON object of an answer, with its place in the file. Asking for a field that is missing or null gives nil; one
/// of the wrong type gives nil and is noted with its pointer.
struct RESTItem {
    let value: JSONValue
    let pointer: JSONPointer
    /// The number of the page from 1; nil when the file holds one.
    let page: Int?
    /// What the file's path, and the item's neighbours on its page, say about where it belongs.
    var context: RESTPlace
    /// The number of the source in the builder.
    let source: Int
    let notes: RESTNotes

    /// `page 2 /jobs/3`.
    var location: String { location(of: pointer) }

    var provenance: Provenance { Provenance(source: source, location: location) }

    private func location(of pointer: JSONPointer) -> String {
        guard let page else { return pointer.description }
        return pointer == .root ? "page \(page)" : "page \(page) \(pointer)"
    }

    /// Whether a field is there, whatever it holds.
    func has(_ key: String) -> Bool { value[key] != nil }

    /// A text that is not empty.
    func text(_ key: String) -> String? {
        field(key, "text", \.string).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A text that may be part of an id: see ``RESTName/isPart(_:)``.
    func part(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        guard RESTName.isPart(text) else {
            notes.note("not a name that GitHub allows; left out", at: location(of: pointer.appending(key)))
            return nil
        }
        return text
    }

    /// A whole number that names something: GitHub counts from 1 and writes 0 or null where there is nothing.
    func number(_ key: String) -> Int64? {
        field(key, "a whole number", \.int).flatMap { $0 > 0 ? $0 : nil }
    }

    func flag(_ key: String) -> Bool? { field(key, "true or false", \.truth) }

    /// A time after 1970: servers write the year 1, or nothing, where there is none.
    func time(_ key: String) -> Instant? {
        let none = Instant(0)
        let time = field(key, "a time") { value in
            if let number = value.int { return Instant(epoch: number) }
            return value.string.flatMap { $0.isEmpty ? none : Instant(text: $0) }
        }
        return time.flatMap { $0 > none ? $0 : nil }
    }

    /// An object inside this one.
    func object(_ key: String) -> RESTItem? {
        field(key, "an object") { $0.kind == .object ? item($0, pointer.appending(key)) : nil }
    }

    /// The objects of an array; elements that are none are noted.
    func objects(_ key: String) -> [RESTItem] {
        array(key).compactMap { place, element in
            guard element.kind == .object else {
                if !element.isNull { notes.note("expected an object; left out", at: location(of: place)) }
                return nil
            }
            return item(element, place)
        }
    }

    /// The texts of an array that are not empty; elements that are no texts are noted.
    func texts(_ key: String) -> [String] {
        array(key).compactMap { place, element in
            if element.kind != .string, !element.isNull {
                notes.note("expected text; left out", at: location(of: place))
            }
            return element.string.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// The members of this object whose value is a text, in order: permissions and the like.
    var textMembers: [(key: String, value: String)] {
        value.members.compactMap { key, value in value.string.map { (key, $0) } }
    }

    /// The elements of an array with their places; an array that is something else is noted.
    func array(_ key: String) -> [(place: JSONPointer, value: JSONValue)] {
        let found = field(key, "a list") { $0.kind == .array ? $0 : nil }
        guard let found else { return [] }
        let base = pointer.appending(key)
        return found.elements.enumerated().map { (base.appending($0.offset), $0.element) }
    }

    /// The item at `place` of the same page.
    func item(_ value: JSONValue, _ place: JSONPointer) -> RESTItem {
        RESTItem(value: value, pointer: place, page: page, context: context, source: source, notes: notes)
    }

    /// Notes something about the whole item.
    func note(_ reason: String) { notes.note(reason, at: location) }

    /// The value of a field that is there, as `read` takes it; nil from `read` is a wrong type.
    private func field<Value>(_ key: String, _ expected: String, _ read: (JSONValue) -> Value?) -> Value? {
        guard let found = value[key], !found.isNull else { return nil }
        if let result = read(found) { return result }
        notes.note("expected \(expected); left out", at: location(of: pointer.appending(key)))
        return nil
    }
}
