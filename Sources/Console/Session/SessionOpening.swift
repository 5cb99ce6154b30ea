import Inventory

/// How the session of the evidence is taken up when the console opens.
struct SessionOpening: Sendable {
    /// The saved session; nil to begin anew.
    var record: SessionRecord?
    var written: Instant?
    /// Whether this console saves its session.
    var mode = Keeping.Mode.off
    /// Whether that is set apart from the session of another console.
    var isApart = false
    /// Whether it was set apart just now.
    var isNewlyApart = false
    /// What goes on over evidence that was read again, in place of what is saved.
    var carried: CarriedSession?
    /// What must be said, in words.
    var notices: [String] = []

    /// Nothing is kept.
    init() {}

    /// Takes the session, reads it, and puts aside what cannot be read, or not be told in `inventory`. With `isFresh` what
    /// was saved is put aside too, and where another one is carried over.
    init(
        _ shelf: (any SessionShelf)?, over inventory: Inventory, isFresh: Bool = false,
        carrying carried: CarriedSession? = nil
    ) {
        self.carried = carried
        record = carried?.record
        guard let shelf else { return }
        switch shelf.claim() {
        case .unavailable(let reason):
            mode = .refused(reason)
            notices = ["the session is not saved: \(reason)"]
            // What is saved can be looked at all the same.
            if carried == nil, !isFresh, let saved = try? shelf.read() {
                (record, written) = (try? SessionRecord(bytes: saved.bytes), saved.written)
            }
            return
        case .ours: mode = .on
        case .apart(let isNew): (mode, isApart, isNewlyApart) = (.on, true, isNew)
        }
        do throws(SessionShelfError) {
            guard let saved = try shelf.read() else { return }
            if let carried = carried?.record {
                try putAside(saved, unless: carried, shelf)
            } else if isFresh {
                if !isNewlyApart {
                    notices.append("begun anew; the session before is kept as \(try shelf.putAside("earlier"))")
                }
            } else {
                try take(saved, over: inventory, shelf)
            }
        } catch {
            mode = .refused(error.reason)
            notices.append("the session is not saved: \(error.reason)")
        }
    }

    private mutating func take(
        _ saved: SavedSession, over inventory: Inventory, _ shelf: any SessionShelf
    ) throws(SessionShelfError) {
        do throws(SessionReadError) {
            record = try SessionRecord(bytes: saved.bytes)
        } catch {
            let (name, words) =
                switch error {
                case .damaged: ("damaged", "is damaged")
                case .newer(let version): ("newer", "was written by a later version (format \(version))")
                }
            // What another console has is for that one to put aside.
            let kept = isNewlyApart ? "" : ", and kept beside it as \(try shelf.putAside(name))"
            notices.append("the saved session \(words): begun anew\(kept)")
            return
        }
        written = saved.written
        // What is saved from now on is without them.
        if !isNewlyApart, record?.hasUnmatchedMarks(in: inventory) == true {
            notices.append("the session as it was is kept as \(try shelf.putAside("unmatched"))")
        }
    }

    /// Keeps what lies where a session goes on, unless that is the session itself as it was last saved.
    private mutating func putAside(
        _ saved: SavedSession, unless carried: SessionRecord, _ shelf: any SessionShelf
    ) throws(SessionShelfError) {
        guard !isNewlyApart else { return }
        if let there = try? SessionRecord(bytes: saved.bytes), there.revision == carried.revision,
            there.evidence.fingerprint == carried.evidence.fingerprint
        {
            return
        }
        notices.append("another session of this evidence is kept as \(try shelf.putAside("earlier"))")
    }
}
