/// Collects the patterns of places that facts come from, each one once.
struct ProvenanceTable {
    private(set) var origins: [ProvenanceOrigin] = []
    private var numbers: [ProvenanceOrigin: UInt32] = [:]
    /// Facts that follow one another mostly share a pattern.
    private var last: (origin: ProvenanceOrigin, number: UInt32)?

    /// The number of `origin`, which is added when it is new.
    mutating func number(of origin: ProvenanceOrigin) -> UInt32 {
        if let last, last.origin == origin { return last.number }
        let number = numbers[origin] ?? UInt32(clamping: origins.count)
        if Int(number) == origins.count {
            origins.append(origin)
            numbers[origin] = number
        }
        last = (origin, number)
        return number
    }
}

extension InventoryBuilder {
    /// The number of a pattern of places in a source: `before`, a number, `after`.
    public mutating func origin(source: Int, before: String, after: String = "") -> UInt32 {
        provenance.number(
            of: ProvenanceOrigin(
                source: UInt32(clamping: source), before: intern(before), after: intern(after), hasOrdinal: 1))
    }

    /// The place as a reference.
    public mutating func reference(_ place: Provenance) -> ProvenanceReference {
        let cut = NumberedPlace(place.location)
        let origin = ProvenanceOrigin(
            source: UInt32(clamping: place.source), before: intern(String(cut.before)),
            after: intern(String(cut.after)), hasOrdinal: cut.ordinal == nil ? 0 : 1)
        return ProvenanceReference(origin: provenance.number(of: origin), ordinal: cut.ordinal ?? 0)
    }

    /// The place behind `reference`.
    func place(_ reference: ProvenanceReference) -> Provenance {
        guard Int(reference.origin) < provenance.origins.count else { return Provenance(source: 0) }
        let origin = provenance.origins[Int(reference.origin)]
        let number = origin.hasOrdinal == 0 ? "" : "\(reference.ordinal)"
        return Provenance(
            source: Int(origin.source), location: texts[origin.before] + number + texts[origin.after])
    }
}
