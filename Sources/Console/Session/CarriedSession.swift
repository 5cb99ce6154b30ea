import Inventory

/// A session as it goes on over evidence that was read again: all that the console knows of it, by id.
public struct CarriedSession: Sendable, Hashable {
    /// What is carried over, as it would be saved; nil where nothing could be.
    let record: SessionRecord?
    /// What became of the evidence, in words.
    let news: String
    let isMouseOn: Bool
    /// Whether the evidence is not what the case names any more.
    public var isOtherThanCase = false

    init(_ record: SessionRecord?, news: String, isMouseOn: Bool) {
        self.record = record
        self.news = news
        self.isMouseOn = isMouseOn
    }

    /// What changed, in a line. That the evidence is not what a case names comes first.
    func words(over session: RestoredSession?, in state: State) -> String {
        let warning = "THE EVIDENCE CHANGED since it was added to the case: \(state.key(.notices)) says how"
        let marked = session?.news ?? 0
        let newlyMarked = "\(Words.count(marked, "entity", plural: "entities")) newly marked as compromised"
        return [
            isOtherThanCase ? warning : nil, "read again: \(news)", session?.strays.words,
            marked > 0 ? newlyMarked : nil, session?.hasLostMarks == true ? RestoredSession.lostMarks : nil,
        ].compactMap { $0 }.joined(separator: "; ")
    }
}
