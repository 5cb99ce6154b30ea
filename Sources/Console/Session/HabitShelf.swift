/// Where the analyst's habits are kept, for all evidence: what `firebreak` gives the console, and tests replace.
public protocol HabitShelf: Sendable {
    /// What lies there; nil when there is nothing.
    func read() throws(SessionShelfError) -> [UInt8]?
    /// Writes what `change` makes of what lies there, whole or not at all. No other console changes it meanwhile. Nothing
    /// is written when `change` gives nil.
    func update(_ change: @Sendable ([UInt8]?) -> [UInt8]?) throws(SessionShelfError)
}
