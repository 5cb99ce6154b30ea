import CSimdjson

/// One value of a ``JSONDocument``: a reference to the document and a place in it. Cheap to copy; it keeps the
/// document alive. Asking for another type than the value has gives `nil`, never an error.
public struct JSONValue: Sendable {
    /// The six types of JSON.
    public enum Kind: String, Sendable, CaseIterable {
        case object, array, string, number, bool, null
    }

    let document: JSONDocument
    let element: csj_element

    /// The type of the value. O(1).
    public var kind: Kind {
        switch csj_type_of(element) {
        case CSJ_OBJECT: .object
        case CSJ_ARRAY: .array
        case CSJ_STRING: .string
        case CSJ_INT64, CSJ_UINT64, CSJ_DOUBLE: .number
        case CSJ_BOOL: .bool
        default: .null
        }
    }

    /// Whether the value is `null`.
    public var isNull: Bool { csj_type_of(element) == CSJ_NULL }

    /// The text of a string, with escapes resolved.
    public var string: String? {
        withUTF8 { String(decoding: $0, as: UTF8.self) }
    }

    /// Hands out the UTF-8 of a string without copying; escapes are resolved. The buffer is valid inside `body` only.
    ///
    /// - Returns: what `body` returned, or `nil` when the value is not a string.
    public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result? {
        var start: UnsafePointer<CChar>?
        var length = 0
        guard csj_string(element, &start, &length) else { return nil }
        return try withExtendedLifetime(document) {
            try body(UnsafeBufferPointer(utf8: start, count: length))
        }
    }

    /// A number that is whole and fits in `Int64`, also when it is written like `1.7e9`.
    public var int: Int64? {
        var value: Int64 = 0
        if csj_int64(element, &value) { return value }
        guard csj_type_of(element) == CSJ_DOUBLE else { return nil }
        return double.flatMap { Int64(exactly: $0) }
    }

    /// A number that is whole and fits in `UInt64`, for identifiers that use the top bit.
    public var uint: UInt64? {
        var value: UInt64 = 0
        if csj_uint64(element, &value) { return value }
        guard csj_type_of(element) == CSJ_DOUBLE else { return nil }
        return double.flatMap { UInt64(exactly: $0) }
    }

    /// A number as a double; integers beyond 2^53 are rounded. Always finite.
    public var double: Double? {
        var value = 0.0
        return csj_double(element, &value) ? value : nil
    }

    /// The value of `true` or `false`.
    public var bool: Bool? {
        var value = false
        return csj_bool(element, &value) ? value : nil
    }

    /// The number of elements of an array or members of an object; 0 for other values. O(1) below 2^24.
    public var count: Int { csj_count(element) }

    /// The value of the first member with this key; `nil` when there is none or the value is not an object.
    /// Linear in the members before it.
    public subscript(key: String) -> JSONValue? {
        var found = element
        var key = key
        let hasMember = key.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { csj_member(element, $0.baseAddress, $0.count, &found) }
        }
        return hasMember ? JSONValue(document: document, element: found) : nil
    }

    /// The element at this position; `nil` when there is none or the value is not an array. Linear in the position:
    /// iterate over ``elements`` to visit all.
    public subscript(index: Int) -> JSONValue? {
        guard index >= 0 else { return nil }
        return elements.dropFirst(index).first { _ in true }
    }

    /// The elements of an array in order; none when the value is not an array.
    public var elements: JSONElements {
        JSONElements(document: document, start: csj_elements(element))
    }

    /// The members of an object in document order, repeated keys included; none when the value is not an object.
    public var members: JSONMembers {
        JSONMembers(document: document, start: csj_members(element))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes of a C string with a length.
    init(utf8 start: UnsafePointer<CChar>?, count: Int) {
        self.init(start: start.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) }, count: count)
    }
}
