import Inventory

extension State {
    /// Takes a saved session up again, and says so.
    mutating func take(up opening: SessionOpening) {
        (keeping.mode, keeping.isApart) = (opening.mode, opening.isApart)
        var session: RestoredSession?
        if let record = opening.record {
            let restored = record.restored(
                over: inventory, declared: work.present.seeds, isCarried: opening.carried != nil)
            session = restored
            history = restored.history
            work = Work(restored.work, past: restored.past, future: restored.future)
            typed = restored.typed
            keeping.strays = restored.strays
            habits.adopt(restored.habits)
            if (try? filter(place.query)) == nil { history.current.query = "" }
        }
        if let carried = opening.carried {
            keeping.isOwed = keeping.mode == .on && carried.record != nil
            isMouseOn = carried.isMouseOn
            let isGrave = carried.isOtherThanCase || session.map { $0.strays.count + $0.news > 0 } ?? true
            say([carried.words(over: session, in: self)] + opening.notices, isGrave: isGrave, opening)
        } else {
            let remarks = session?.remarks ?? []
            let words = opening.notices + remarks + [beginning(of: session, opening)].compactMap { $0 }
            say(words, isGrave: !remarks.isEmpty, opening)
        }
    }

    /// Says how the session begins, and that the opening had something to say, which this message takes the place of.
    private mutating func say(_ words: [String], isGrave: Bool, _ opening: SessionOpening) {
        guard !words.isEmpty else { return }
        let unread = "\(key(.notices)) says what was not read"
        // Of evidence that is not what a case names that is said already.
        let isSaid = notices.isEmpty || opening.carried?.isOtherThanCase == true
        let all = words + [unusedSettings, isSaid ? nil : unread].compactMap { $0 }
        let isWarning = isGrave || !opening.notices.isEmpty || !allNotices.isEmpty
        message = Message(text: all.joined(separator: "; "), tone: isWarning ? .warning : .plain)
    }

    /// What goes on, and where its work is kept; nil for a session that begins with nothing.
    private func beginning(of session: RestoredSession?, _ opening: SessionOpening) -> String? {
        let what = session?.work.summary
        if opening.isNewlyApart {
            return "a second console: its work is saved apart, begun from what the first saved"
                + "\(what.map { " (\($0))" } ?? ""); \(key(.newCase)) makes a case, which two can share"
        }
        guard session != nil else { return nil }
        let when = opening.written.map { " of \(TimeWords.minute($0))" } ?? ""
        let apart = opening.isApart ? ", which is set apart," : ""
        return "the session\(apart)\(when) goes on\(what.map { ": \($0)" } ?? ""); \(key(.beginAnew)) begins anew"
    }
}
