extension Place {
    /// Reads `VIEW` or `VIEW:REST`: `blast`, `blast:live`, `inventory:token`, `entity:ID`, `path:ID`,
    /// `plan:residual`, `map`, `map:ID`.
    /// Nil for a view that there is not, and for a page about an entity that is not named.
    public init?(text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, let view = View(rawValue: name.lowercased()) else { return nil }
        let rest = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
        switch view {
        case .entity, .path:
            guard let rest else { return nil }
            self.init(view, subject: rest)
        case .map:
            self.init(view, subject: rest, section: rest == nil ? nil : MapTargets.Kind.chosen.rawValue)
        case .start:
            guard rest == nil else { return nil }
            self.init(view)
        case .inventory, .blast, .plan: self.init(view, section: rest)
        }
    }

    /// The text that ``init(text:)`` reads; without filter, order, cursor and lens.
    public var text: String {
        [view.rawValue, view == .map && section != MapTargets.Kind.chosen.rawValue ? nil : subject ?? section]
            .compactMap { $0 }.joined(separator: ":")
    }
}
