import Inventory

/// What entries say again and again. What a case says once or seldom (how it began, what it is about, what was saved of
/// it) is left to whoever reads any JSON.
extension CaseAction: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        let name = try reader.name()
        try reader.begin()
        switch name {
        case "retitle": self = .retitle(title: try reader.member("title"))
        case "removeEvidence": self = .removeEvidence(hash: try reader.member("hash"))
        case "declare":
            let entity: String = try reader.member("entity")
            let why: String = try reader.member("why")
            self = .declare(entity: entity, windows: try reader.member("windows"), why: why)
        case "undeclare": self = .undeclare(entity: try reader.member("entity"))
        case "mark":
            let at: Instant? = try reader.optional("at")
            self = .mark(items: try reader.member("items"), at: at)
        case "unmark": self = .unmark(items: try reader.member("items"))
        case "advance": self = try Self.advance(from: &reader)
        case "note": self = .note(subject: try reader.member("subject"), text: try reader.member("text"))
        case "rewrite": self = .rewrite(note: try reader.member("note"), text: try reader.member("text"))
        case "strike": self = .strike(note: try reader.member("note"))
        case "conclude":
            let finding: Verdict.Finding = try reader.member("finding")
            self = .conclude(
                subject: try reader.member("subject"), finding: finding, why: try reader.member("why"))
        case "reconsider": self = .reconsider(subject: try reader.member("subject"))
        case "tag": self = .tag(subject: try reader.member("subject"), tags: try reader.member("tags"))
        case "untag": self = .untag(subject: try reader.member("subject"), tags: try reader.member("tags"))
        case "assign": self = .assign(subject: try reader.member("subject"), to: try reader.optional("to"))
        case "bookmark": self = .bookmark(name: try reader.member("name"), place: try reader.member("place"))
        case "dropBookmark": self = .dropBookmark(name: try reader.member("name"))
        case "aim": self = .aim(targets: try reader.member("targets"))
        case "measure": self = .measure(measurement: try reader.member("measurement"))
        case "undo": self = .undo(entry: try reader.member("entry"))
        case "redo": self = .redo(entry: try reader.member("entry"))
        case "merge":
            let entries: Int = try reader.member("entries")
            let head: String = try reader.member("head")
            self = .merge(identifier: try reader.member("identifier"), head: head, entries: entries)
        case "settle": self = .settle(entry: try reader.member("entry"), takes: try reader.member("takes"))
        default: throw JournalReader.Unfamiliar()
        }
        try reader.end()
        try reader.end()
    }

    private static func advance(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) -> Self {
        let finding: String? = try reader.optional("finding")
        let items: [Mark.Item] = try reader.member("items")
        let proof: String? = try reader.optional("proof")
        let source: Mark.ProofSource? = try reader.optional("source")
        let state: Mark.State = try reader.member("state")
        return .advance(
            items: items, state: state, why: try reader.member("why"), proof: proof, source: source, finding: finding)
    }
}
