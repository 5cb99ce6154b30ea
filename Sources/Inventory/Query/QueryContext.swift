/// What a query needs besides the inventory: the time of asking, and what an investigation found.
///
/// Each answer takes an entity's number. What is nil is not known: a term that needs it matches nothing, negated or
/// not, because unknown is not the same as no.
public struct QueryContext: Sendable {
    /// The moment that `now` and lengths of time count from.
    public var now: Instant
    /// Whether an attacker can use it at the lens' moment.
    public var live: (@Sendable (Int) -> Bool)?
    /// Whether an attacker could use it at some time.
    public var reached: (@Sendable (Int) -> Bool)?
    /// Whether it is reached only when a guard fails.
    public var conditional: (@Sendable (Int) -> Bool)?
    /// Whether it was used after it was first reached; nil where no source says when it was used.
    public var usedSince: (@Sendable (Int) -> Bool?)?
    /// Whether it is marked in the case.
    public var marked: (@Sendable (Int) -> Bool)?
    /// What the analyst noted, by entity.
    public var notes: [Int: String]?
    /// What the case says of an entity under one of the fields that ask for it, in words; none where it says nothing.
    public var said: (@Sendable (QueryField, Int) -> [String])?
    /// When it was first reached; nil when it is not.
    public var firstHeld: (@Sendable (Int) -> Instant?)?
    /// When an attacker can use it no longer, ``Instant/never`` where no end is known; nil when it is not reached.
    public var heldUntil: (@Sendable (Int) -> Instant?)?
    /// Its tier; nil when it is not reached.
    public var tier: (@Sendable (Int) -> Int?)?
    /// The plane on which it was reached; nil when it was not.
    public var plane: (@Sendable (Int) -> Plane?)?

    /// How many entities its holder can reach, itself included, times left out of account.
    public var exposure: (@Sendable (Int) -> Int?)?

    /// A context without an investigation.
    public init(now: Instant) { self.now = now }
}
