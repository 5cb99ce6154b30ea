/// Where one fact comes from: a pattern of places, and a number in it.
///
/// Most places of a source differ only in one number (`L12`, `/graph/edges/345`). The rest is said once.
public struct ProvenanceReference: BitwiseCopyable, Hashable, Sendable {
    /// The number of the pattern among the inventory's ``ProvenanceOrigin``s.
    let origin: UInt32
    /// The number in the pattern; 0 where the pattern has none.
    let ordinal: UInt32

    /// A place: that of `origin`, as ``InventoryBuilder/origin(source:before:after:)`` gave it, with this number.
    public init(origin: UInt32, ordinal: UInt32) {
        self.origin = origin
        self.ordinal = ordinal
    }
}

/// What the places of a group of facts have in common.
struct ProvenanceOrigin: BitwiseCopyable, Hashable, Sendable {
    /// The number of the source.
    var source: UInt32
    /// What stands before and after the number.
    var before: TextReference
    var after: TextReference
    /// 1 when there is a number, 0 when the place is ``before`` alone.
    var hasOrdinal: UInt32
}

/// Where each row's facts come from: nearly always one place, so that the first lies in a column and others beside it.
struct ProvenanceRows: Sendable {
    let first: Column<ProvenanceReference>
    /// The rows that have more places, ascending, one entry for each place.
    let furtherRows: Column<UInt32>
    let further: Column<ProvenanceReference>

    /// The places of the row, in the order in which they were read.
    subscript(row: Int) -> [ProvenanceReference] {
        guard row < first.count else { return [] }
        var places = [first[row]]
        var next = furtherRows.partitioningIndex { Int($0) >= row }
        while next < min(furtherRows.count, further.count), Int(furtherRows[next]) == row {
            places.append(further[next])
            next += 1
        }
        return places
    }
}

/// Where everything comes from.
struct ProvenanceColumns: Sendable {
    let entities: ProvenanceRows
    let relations: ProvenanceRows
    let origins: Column<ProvenanceOrigin>

    /// The origin of `reference`; nil when there is none of that number.
    func origin(of reference: ProvenanceReference) -> ProvenanceOrigin? {
        Int(reference.origin) < origins.count ? origins[Int(reference.origin)] : nil
    }
}

/// A place in a text cut in two at its last number.
struct NumberedPlace: Equatable {
    var before: Substring
    var ordinal: UInt32?
    var after: Substring

    /// Cuts `location`; a number that could not be written back as it stands is none.
    init(_ location: String) {
        let digits = location.utf8.lastIndex { (0x30...0x39).contains($0) }
        guard let last = digits else {
            (before, ordinal, after) = (location[...], nil, "")
            return
        }
        var start = last
        while start > location.utf8.startIndex {
            let previous = location.utf8.index(before: start)
            guard (0x30...0x39).contains(location.utf8[previous]) else { break }
            start = previous
        }
        let end = location.utf8.index(after: last)
        let text = location[start..<end]
        guard let number = UInt32(text), text == "\(number)" else {
            (before, ordinal, after) = (location[...], nil, "")
            return
        }
        (before, ordinal, after) = (location[..<start], number, location[end...])
    }
}
