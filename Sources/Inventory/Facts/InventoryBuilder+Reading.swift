// What readers of long files need besides: what they learn late, and what they interned.
extension InventoryBuilder {
    /// Says when the content of a source that was announced before was collected.
    public mutating func set(collected: Instant?, ofSource number: Int) {
        guard sources.indices.contains(number) else { return }
        sources[number].collected = collected
    }

    /// The text behind a reference that this builder gave. O(length).
    public func text(_ reference: TextReference) -> String { texts[reference] }
}
