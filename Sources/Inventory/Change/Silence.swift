/// What it means that an inventory does not tell of something that another one tells of.
///
/// Not collected is not the same as not there: absence is concluded only where the silent inventory is known to have
/// looked. Numbers of entities are those of the inventory that tells; numbers of sources those of the silent one.
public enum Silence: Hashable, Sendable {
    /// It is not there: the silent inventory would tell of it.
    case absent(Basis)
    /// It may be there all the same.
    case unknown(Gap)

    /// Why the silent inventory would tell.
    public enum Basis: Hashable, Sendable {
        /// It lists so many others of the same list: of the same sort, at the same place.
        case listed(others: Int)
        /// What it belongs to is itself not there.
        case scope(Int)
        /// The file that tells of it was read again.
        case readAgain(source: Int)
        /// A source that tells of what is around it also tells of others of its sort.
        case surveyed(source: Int)
        /// One end of the relation is not there.
        case end(Int)
    }

    /// Why the silent inventory might not tell.
    public enum Gap: Hashable, Sendable {
        /// It exists by inference: no source ever lists it.
        case inferred
        /// It is a record of what once happened, which a later source need not repeat.
        case history
        /// The silent inventory says itself that such lists are not complete, or were refused.
        case incomplete
        /// It tells of nothing of that kind.
        case noneOfKind
        /// It tells of nothing of that kind that the same provider issues or hosts.
        case noneOfProvider
        /// It tells of too little of what it was related to: that part of the estate was not collected.
        case surroundings(known: Int, of: Int)
        /// It tells of what is around it, but lists nothing of its sort there.
        case list
        /// Whether an end of the relation is still there cannot be known.
        case end(Int)
    }

    /// The name of the reason in files, in snake case.
    public var name: String {
        switch self {
        case .absent(.listed): "listed"
        case .absent(.scope): "scope_gone"
        case .absent(.readAgain): "read_again"
        case .absent(.surveyed): "surveyed"
        case .absent(.end): "end_gone"
        case .unknown(.inferred): "inferred"
        case .unknown(.history): "history"
        case .unknown(.incomplete): "incomplete"
        case .unknown(.noneOfKind): "none_of_kind"
        case .unknown(.noneOfProvider): "none_of_provider"
        case .unknown(.surroundings): "surroundings"
        case .unknown(.list): "no_such_list"
        case .unknown(.end): "end_unknown"
        }
    }

    /// Whether it is known not to be there.
    public var isAbsent: Bool { if case .absent = self { true } else { false } }
}
