import Inventory

/// How the session of the evidence is taken up when the console opens.
struct SessionOpening: Sendable {
    /// The saved session; nil to begin anew.
    var record: SessionRecord?
    var written: Instant?
    /// Whether this console saves its session.
    var mode = Keeping.Mode.off
    /// What must be said, in words.
    var notices: [String] = []

    /// Nothing is kept.
    init() {}

    /// Takes the session, reads it, and puts aside what cannot be read. With `isFresh` what was saved is put aside too.
    init(_ shelf: any SessionShelf, isFresh: Bool) {
        switch shelf.claim() {
        case .unavailable(let reason):
            mode = .refused(reason)
            notices = ["the session is not saved: \(reason)"]
            return
        case .taken:
            mode = .taken
            notices = ["another console has this session open: what you do here is not saved"]
        case .ours: mode = .on
        }
        do throws(SessionShelfError) {
            guard let saved = try shelf.read() else { return }
            if isFresh {
                if mode == .on {
                    notices.append("begun anew; the session before is kept as \(try shelf.putAside("earlier"))")
                }
                return
            }
            do throws(SessionReadError) {
                record = try SessionRecord(bytes: saved.bytes)
                written = saved.written
            } catch {
                try putAside(error, shelf)
            }
        } catch {
            mode = .refused(error.reason)
            notices.append("the session is not saved: \(error.reason)")
        }
    }

    private mutating func putAside(_ error: SessionReadError, _ shelf: any SessionShelf) throws(SessionShelfError) {
        let (name, words) =
            switch error {
            case .damaged: ("damaged", "is damaged")
            case .newer(let version): ("newer", "was written by a later version (format \(version))")
            }
        guard mode == .on else {
            notices.append("the saved session \(words)")
            return
        }
        notices.append("the saved session \(words): begun anew, and kept beside it as \(try shelf.putAside(name))")
    }
}
