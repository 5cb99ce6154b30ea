// Reading the evidence once more, beside the console.
extension State {
    /// Why the evidence cannot be read again now.
    var rereadObstacle: String? {
        if !canReread { return "where the evidence comes from is not known here" }
        return rereading == nil ? nil : "it is being read already: ctrl-C gives that up"
    }

    /// Begins to read it. The evidence at hand stays until that is done.
    mutating func readAgain() -> [Effect] {
        rereadings += 1
        let reading = Rereading(number: rereadings)
        rereading = reading
        message = Message(text: reading.words(in: self))
        return [.reread(number: rereadings)]
    }

    /// Gives it up; `hint` says what else the key does.
    mutating func stopRereading(_ hint: String? = nil) -> [Effect] {
        rereading = nil
        let words = ["reading again is given up, the evidence stays as it was", hint].compactMap { $0 }
        message = Message(text: words.joined(separator: "; "))
        return [.stopRereading]
    }

    /// Takes in what became of it.
    mutating func learn(_ outcome: RereadOutcome, number: Int) {
        guard let reading = rereading, reading.number == number else { return }
        // That it began is said as long as there is nothing to say of how far it is.
        if message?.text == reading.words(in: self) { message = nil }
        switch outcome {
        case .reading(let words): rereading?.standing = .reading(words)
        case .read(let news): rereading?.standing = .ready(news)
        case .failed(let reason):
            rereading = nil
            let stays = lost == nil ? "; the evidence stays as it was" : ""
            message = Message(text: "not read again: \(reason)\(stays)", tone: .warning)
        }
    }

    /// Goes on over what was read, once nothing would be cut short by it: a line being typed, rows being chosen, a decision
    /// that is on its way to the journal. The last step of every update.
    mutating func takeReread() -> [Effect] {
        guard case .ready(let news)? = rereading?.standing else { return [] }
        if lost == nil {
            guard overlay == nil, range == nil, !isGathering, casebook == nil || isWorkKept else { return [] }
        }
        rereading = nil
        return [.goOn(news)]
    }
}
