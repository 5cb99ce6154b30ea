extension Scenario {
    /// The same scenario with everything in another order, so that entities and relations have other numbers.
    func renumbered(_ number: UInt64) -> Scenario {
        var random = SplitMix64(seed: ~number)
        var other = self
        other.things.shuffle(using: &random)
        other.links.shuffle(using: &random)
        other.cures.shuffle(using: &random)
        return other
    }
}
