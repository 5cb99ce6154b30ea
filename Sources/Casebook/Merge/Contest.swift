/// What this case said of its own since it and another copy were one, against which the entries of that copy are held.
struct Contest {
    /// Single things that both said: no conflict.
    private let agreed: Set<CaseAction>
    private let contested: Set<CaseKey>

    /// - Parameters:
    ///   - ours: this case.
    ///   - shared: the hashes of the entries that the other copy has too.
    init(_ ours: CaseFold, shared: Set<String>) {
        let own = ours.deeds.filter {
            !shared.contains($0.hash) && !($0.origin.map { shared.contains($0.hash) } ?? false)
                && !ours.void.contains($0.stamp.entry)
        }
        agreed = Set(own.flatMap(\.action.parts))
        contested = Set(own.flatMap { ours.spokenKeys($0.action, $0.stamp.entry) })
    }

    /// An action, in the parts of which this case says nothing else, and those of which it does; nil where there are none.
    ///
    /// - Parameter keys: what an action touches.
    func split(_ action: CaseAction, keys: (CaseAction) -> [CaseKey]) -> (taken: CaseAction?, aside: CaseAction?) {
        let parts = action.parts
        let aside = parts.filter { !agreed.contains($0) && keys($0).contains(where: contested.contains) }
        if aside.isEmpty { return (action, nil) }
        if aside.count == parts.count { return (nil, action) }
        let asides = Set(aside)
        return (.whole(parts.filter { !asides.contains($0) }), .whole(aside))
    }
}
