/// The parts of a snapshot: one column each, or a little text. Writing, opening, checking and the documentation read
/// ``table``. A new column is a row here and a line in `Inventory+Sections.swift`.
///
/// Numbers are never used again for something else. They say the order in the file.
public enum SnapshotSection: UInt32, Sendable, CaseIterable {
    case figures = 1
    case words = 2
    case sources = 3
    case kindTallies = 4
    case compromised = 5
    case account = 6

    case textBytes = 16
    case textStarts = 17

    case entityKind = 32
    case entityID = 33
    case entityName = 34
    case entityParent = 35
    case entityOwner = 36
    case entityProvider = 37
    case entityPrivilege = 38
    case entityCreated = 39
    case entityIssued = 40
    case entityRotated = 41
    case entityLastUsed = 42
    case entityExpires = 43
    case entityRevoked = 44
    case entityCompromised = 45
    case entityFlags = 46
    case entityByID = 47
    case entityIDRanks = 48

    case cleanupStarts = 64
    case cleanups = 65
    case entityAttributeStarts = 66
    case entityAttributes = 67
    case entityPlaces = 68
    case entityFurtherKeys = 69
    case entityFurtherPlaces = 70
    case placePatterns = 71

    case relationKind = 96
    case relationFrom = 97
    case relationTo = 98
    case relationValid = 99
    case relationTraits = 100
    case sessionKeys = 101
    case sessionSeconds = 102
    case guardKeys = 103
    case guardNames = 104
    case outgoingStarts = 105
    case incomingStarts = 106
    case incoming = 107

    case relationAttributeStarts = 112
    case relationAttributes = 113
    case relationPlaces = 114
    case relationFurtherKeys = 115
    case relationFurtherPlaces = 116

    case leavingStarts = 128
    case leavingTargets = 129
    case leavingRelations = 130
    case enteringStarts = 131
    case enteringSources = 132
    case enteringRelations = 133
}

extension SnapshotSection {
    /// What one row of a section is.
    public enum Element: Sendable {
        /// Bytes of text, UTF-8 or packed as described under *Packed text*.
        case byte
        /// Unsigned, of this many bits.
        case number8, number16, number32
        /// A text, by its number.
        case text
        /// Seconds since 1970-01-01T00:00:00Z, signed, 64 bits; the least and the greatest are the ends of time.
        case instant
        /// Two instants: the first moment inside, and the first after it.
        case interval
        /// Two, or four, numbers of 32 bits each.
        case pair, four
        /// An instant and 64 bits of flags.
        case figures

        /// The size of a row in bytes.
        public var size: Int {
            switch self {
            case .byte, .number8: 1
            case .number16: 2
            case .number32, .text: 4
            case .instant, .pair: 8
            case .interval, .figures, .four: 16
            }
        }
    }

    /// How many rows a section has.
    public enum RowCount: Sendable {
        /// As many as there are.
        case any
        /// At most this many.
        case upTo(Int)
        /// One for each entity, or relation.
        case entities, relations
        /// One for each entity, or relation, and one more; the last is the number of rows of the other section.
        case entityStarts(SnapshotSection), relationStarts(SnapshotSection)
        /// One more than there are texts, at least two; the last is the number of bytes of the other section.
        case textStarts(SnapshotSection)
        /// At most one for each entity, or relation.
        case someEntities, someRelations
        /// As many as the other section has.
        case same(SnapshotSection)
        /// As many as the other section has, or none.
        case sameOrNone(SnapshotSection)
    }

    /// One row of the table of sections.
    public struct Row: Sendable {
        /// The section.
        public let section: SnapshotSection
        /// Its name in messages and in the documentation.
        public let name: String
        /// What a row is.
        public let element: Element
        /// How many rows there are.
        public let count: RowCount
        /// What it says.
        public let meaning: String
        /// Whether a file without it is whole.
        public let isOptional: Bool
    }

    /// The section's row.
    public var row: Row { Self.rows[rawValue] ?? Self.table[0] }

    private static let rows = Dictionary(uniqueKeysWithValues: table.map { ($0.section.rawValue, $0) })
}
