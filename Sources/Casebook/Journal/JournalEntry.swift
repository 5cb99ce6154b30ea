import Crypto
import Inventory

/// One row of the journal: a change, and what ties it to all changes before it.
public struct JournalEntry: Hashable, Sendable {
    /// What the row says.
    public let content: Content
    /// The text that is hashed and stored: ``content`` as JSON in one line of ASCII characters.
    public let body: String
    /// SHA-256 of ``body``, in hexadecimal digits.
    public let hash: String

    /// What a row of the journal says.
    public struct Content: Codable, Hashable, Sendable {
        /// The entry's number, from 1 on.
        public var sequence: Int
        /// The hash of the entry before; 64 zeroes in the first.
        public var previous: String
        /// The analyst.
        public var who: String
        /// When, by the clock of the machine on which it was done.
        public var when: Instant
        /// The content hash of the evidence that was open; nil where none was.
        public var evidence: String?
        /// Where the entry comes from, where it was not made in this file.
        public var origin: Origin?
        /// Where of the console it was made, as `--place` takes it: what was looked at, how it was filtered, as of when.
        /// Nil where it was made otherwise, or nobody knows.
        public var place: String?
        /// The change.
        public var action: CaseAction
    }

    /// Where an entry comes from that was not made in this file.
    public struct Origin: Codable, Hashable, Sendable {
        /// The case.
        public var identifier: String
        /// The entry's number there.
        public var entry: Int
        /// Its hash there.
        public var hash: String
        /// Whether it was set aside, because this case says something else of the same.
        public var isAside: Bool
        /// Whether it is only a part of that entry: another has the rest, which is set aside where this is not. Nil where it
        /// is all of it.
        public var isPart: Bool?

        /// An origin.
        public init(identifier: String, entry: Int, hash: String, isAside: Bool = false, isPart: Bool? = nil) {
            self.identifier = identifier
            self.entry = entry
            self.hash = hash
            self.isAside = isAside
            self.isPart = isPart
        }
    }

    /// What stands for the hash before the first entry.
    public static let beginning = String(repeating: "0", count: 64)

    /// Writes an entry.
    init(_ content: Content) throws(CaseError) {
        self.content = content
        body = try JournalText.line(content)
        hash = Self.hash(of: body)
    }

    /// Reads an entry from the text that was stored, and works its hash out anew; nil where the text is no entry.
    init?(body: String) {
        guard let content = JournalText.content(body) else { return nil }
        self.content = content
        self.body = body
        hash = Self.hash(of: body)
    }

    /// SHA-256 of a text's UTF-8, in hexadecimal digits.
    static func hash(of body: String) -> String {
        var body = body
        return body.withUTF8 { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
            return hash.finalize().hexadecimal
        }
    }

    /// The entry's number.
    public var sequence: Int { content.sequence }

    /// Who made it, when.
    public var stamp: Stamp { Stamp(who: content.who, when: content.when, entry: content.sequence) }
}
