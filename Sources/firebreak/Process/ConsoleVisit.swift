import Casebook
import Console
import Inventory

/// Evidence that the console opens, and how.
struct ConsoleVisit {
    var sources: SourceArguments
    /// The case that is worked on; nil where there is none.
    var file: CaseFile?
    /// What it is compared with.
    var later: LaterEvidence?
    /// The name of the session; nil for that of the evidence.
    var session: String?
    var place: String?
    var isFresh = false
    /// What has to be said first.
    var notices: [String] = []
    /// The evidence as it was read again; nil where it is to be read.
    var reread: EvidenceAgain.Reread?
    /// The session that goes on over it.
    var carried: CarriedSession?
    /// Where that is saved.
    private var folder: SessionFolder?

    init(
        sources: SourceArguments, file: CaseFile?, later: LaterEvidence? = nil, session: String? = nil, place: String?,
        isFresh: Bool = false
    ) {
        self.sources = sources
        self.file = file
        self.later = later
        self.session = session
        self.place = place
        self.isFresh = isFresh
    }

    /// The same evidence as it was read again, where the session of `folder` goes on.
    func again(
        over reread: EvidenceAgain.Reread, carrying carried: CarriedSession, in folder: SessionFolder
    ) -> ConsoleVisit {
        var next = self
        (next.reread, next.carried, next.folder) = (reread, carried, folder)
        (next.place, next.isFresh) = (nil, false)
        return next
    }

    /// The same evidence once more, because other evidence could not be opened.
    func anew(on file: CaseFile?, saying notice: String) -> ConsoleVisit {
        var next = ConsoleVisit(sources: sources, file: file, later: later, session: session, place: nil)
        next.notices = [notice]
        return next
    }

    /// The evidence with the name that its content gives it, which is known of what was read again.
    func atHand(
        _ evidence: OpenEvidence, of sources: SourceArguments
    ) throws(CommandFailure) -> EvidenceAtHand {
        if let known = reread?.atHand { return known }
        return try EvidenceAtHand(evidence, of: sources)
    }

    /// Where the session is saved. One that goes on stays where it is, unless its evidence is called otherwise now.
    func sessions(of inventory: Inventory, sources: [String]) -> SessionFolder {
        let name = SessionFolder.name(contentHash: inventory.snapshot?.contentHash, sources: sources)
        guard let folder else { return SessionFolder(named: session.map { SessionName($0) } ?? name) }
        if folder.wanted.evidence == name.evidence { return folder }
        folder.release()
        return SessionFolder(named: name)
    }
}
