import Inventory

extension Place {
    /// The place as a journal names it: `now` is the moment that it was, and what looks like a credential is left out of
    /// what was typed.
    func written(asOf at: Instant, _ redact: (String) -> String) -> String {
        var place = self
        place.query = redact(query)
        place.lens.at = at.seconds
        return place.text
    }
}
