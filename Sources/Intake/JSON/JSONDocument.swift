import CSimdjson

/// A parsed JSON text, kept in one block of memory and read in place.
///
/// Choose it for any input that fits in memory (about ten times its size while parsing, at most 4 GiB of text).
/// Parsing is linear and goes through simdjson; a value costs nothing until it is asked for. The document is
/// immutable, so it and its values may be read from any thread.
///
/// What real exports hold is accepted: a byte order mark, integers beyond 64 bits (as the nearest double), and text
/// that is not UTF-8 or escapes half a surrogate pair (both become U+FFFD; see ``repairedAt``).
public final class JSONDocument: @unchecked Sendable {
    // Unchecked because a pointer is not Sendable; what it points at is written once, in `init`, and only read after.
    private let handle: OpaquePointer

    /// The byte offset in the input of the first bad UTF-8 or lone surrogate that became U+FFFD; `nil` when the text
    /// was sound.
    public let repairedAt: Int?

    /// The deepest nesting of arrays and objects that is read; deeper texts are refused.
    public static let depthLimit = Int(CSJ_MAX_DEPTH)

    /// Parses a text that holds exactly one JSON document.
    ///
    /// - Throws: ``JSONError``, which says why and where.
    public convenience init(parsing bytes: [UInt8]) throws(JSONError) {
        try self.init(bytes, several: false)
    }

    /// Parses a text that holds exactly one JSON document. The bytes are copied.
    ///
    /// - Throws: ``JSONError``, which says why and where.
    public convenience init(parsing bytes: UnsafeRawBufferPointer) throws(JSONError) {
        try self.init(Array(bytes), several: false)
    }

    /// Parses one JSON document or more, written one after another with or without white space between them: JSON
    /// lines, or what `gh api --paginate` prints. ``roots`` has them in order.
    ///
    /// - Throws: ``JSONError``. Its `rootOffset` tells how much of the text was whole documents: that part parses.
    public convenience init(concatenated bytes: [UInt8]) throws(JSONError) {
        try self.init(bytes, several: true)
    }

    private init(_ bytes: [UInt8], several: Bool) throws(JSONError) {
        switch Self.parse(bytes, several: several) {
        case .success(let handle):
            self.handle = handle
            repairedAt = Self.place(csj_repaired_at(handle))
        case .failure(let failure) where failure.code == CSJ_INVALID_UTF8:
            let repair = UTF8Repair(of: bytes)
            switch Self.parse(repair.repaired(), several: several) {
            case .success(let handle):
                self.handle = handle
                let escape = Self.place(csj_repaired_at(handle)).map(repair.originalOffset(of:))
                repairedAt = min(failure.offset, escape ?? .max)
            case .failure(var failure):
                failure.offset = repair.originalOffset(of: failure.offset)
                failure.root_offset = repair.originalOffset(of: failure.root_offset)
                throw JSONError(failure, in: bytes)
            }
        case .failure(let failure):
            throw JSONError(failure, in: bytes)
        }
    }

    deinit {
        csj_destroy(handle)
    }

    /// The first top-level value.
    public var root: JSONValue {
        JSONValue(document: self, element: csj_roots(handle).position)
    }

    /// The top-level values in order: exactly one after `init(parsing:)`, at least one after `init(concatenated:)`.
    public var roots: JSONElements {
        JSONElements(document: self, start: csj_roots(handle))
    }

    private enum Outcome {
        case success(OpaquePointer)
        case failure(csj_error)
    }

    private static func parse(_ bytes: [UInt8], several: Bool) -> Outcome {
        var failure = csj_error()
        let handle = bytes.withUnsafeBufferPointer { buffer in
            csj_parse(buffer.baseAddress, buffer.count, several, &failure)
        }
        return handle.map(Outcome.success) ?? .failure(failure)
    }

    /// CSJ_NOWHERE, the largest size, arrives here as -1.
    private static func place(_ offset: Int) -> Int? {
        offset < 0 ? nil : offset
    }
}
