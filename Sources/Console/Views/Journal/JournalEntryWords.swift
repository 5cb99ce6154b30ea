import Casebook
import Inventory
import PlainText
import Reports
import TerminalKit

/// What the console says of an entry of the journal.
struct JournalEntryWords {
    let ground: JournalGround
    /// Its place among the entries that are at hand.
    let place: Int

    var entry: JournalEntry { ground.entries[place] }
    var action: CaseAction { entry.content.action }

    /// What was done, as `firebreak case journal` says it.
    var what: String { entry.words(ground.action) }

    /// What it is about: kind and name of one entity, how many there are of several. Empty where it is about none.
    func about(isCompact: Bool = false) -> String {
        let subject = ground.subjects[place]
        guard subject.count > 0 else { return isOfWholeCase ? "the case" : "" }
        guard subject.count == 1 else { return Words.count(subject.count, "entity", plural: "entities") }
        guard let entity = subject.entities.first.map(ground.inventory.entity(at:)) else {
            return subject.ids.first.map { "\($0), not in this evidence" } ?? ""
        }
        return "\(isCompact ? Words.shortKind(entity) : Words.kind(entity)) \(entity.name)"
    }

    /// The kind of the one entity that it is about, by which that is coloured.
    var entityKind: String? { ground.entity(at: place).map { ground.inventory.entity(at: $0).kindName } }

    private var isOfWholeCase: Bool {
        switch action {
        case .note(.wholeCase, _), .conclude(.wholeCase, _, _), .reconsider(.wholeCase), .tag(.wholeCase, _),
            .untag(.wholeCase, _), .assign(.wholeCase, _):
            true
        default: false
        }
    }

    /// The entry in one line.
    var line: String {
        "entry \(entry.sequence)  \(TimeWords.second(entry.content.when))  \(entry.content.who)  \(what)  hash \(entry.hash)"
    }

    /// The counts that it recorded; nil where it is no answer of the engine.
    var figures: Measurement.Figures? {
        if case .measure(let measurement) = action { measurement.figures } else { nil }
    }

    /// The counts that it recorded, in brief.
    var counts: String {
        figures.map { "\(Words.grouped($0.live)) live, plan: \(Words.grouped($0.afterPlan))" } ?? ""
    }

    /// Where it was made; nil where it does not say so, or says it as no place is written here.
    var madeAt: Place? { entry.content.place.flatMap { Place(text: $0) } }

    /// The meaning by which it is coloured, besides its words.
    var meaning: Meaning {
        if entry.content.origin?.isAside == true { return .conditional }
        return switch action {
        case .salvage: .alarm
        case .measure: .textDim
        default: .text
        }
    }
}

// Everything that there is to say of it.
extension JournalEntryWords {
    /// The pane about it.
    func pane(_ size: Size, in state: State, look: Look) -> FactPane {
        FactPane(
            title: "entry \(entry.sequence), \(entry.content.who), \(TimeWords.second(entry.content.when))",
            parts: [
                .init(heading: "Entry", facts: facts(in: state), lines: Self.factLines),
                .init(heading: "Chain", facts: chain),
            ], look: look, size: size)
    }

    /// The lines kept for its facts, with their heading.
    private static let factLines = 15

    /// The whole entry, a fact each.
    func facts(in state: State) -> [SummaryFact] {
        let content = entry.content
        var facts: [SummaryFact] = []
        func add(_ label: String, _ text: String, lines: Int = 1) {
            if !text.isEmpty { facts.append(SummaryFact(label: label, text: text, lines: lines)) }
        }
        add("what", what, lines: 3)
        add("about", about())
        add("id", ground.subjects[place].count == 1 ? ground.subjects[place].ids.first ?? "" : "", lines: 2)
        add("made at", madeAtWords(in: state), lines: 2)
        add("counts", countsSince)
        add("on evidence", evidenceWords(in: state), lines: 2)
        if let origin = content.origin {
            let rest =
                origin.isPart != true ? "" : origin.isAside ? ", whose rest was taken" : ", whose rest was set aside"
            let aside = origin.isAside ? ", and set aside" : ""
            let part = origin.isPart == true ? "a part of " : ""
            add("came from", "\(part)entry \(origin.entry) of case \(origin.identifier)\(aside)\(rest)", lines: 2)
        }
        return facts
    }

    /// What ties it to the others.
    var chain: [SummaryFact] {
        [
            SummaryFact(label: "hash", text: entry.hash, lines: 2),
            SummaryFact(label: "previous", text: entry.content.previous, lines: 2),
        ]
    }

    /// The counts that were recorded first after it; empty where it has its own.
    private var countsSince: String {
        guard figures == nil else { return "" }
        guard let (counted, measurement) = ground.counts(at: place) else { return "none recorded since" }
        return "\(measurement.figures.words), by entry \(counted.sequence)"
    }

    private func madeAtWords(in state: State) -> String {
        guard let text = entry.content.place else { return "not recorded" }
        guard let made = madeAt else { return text }
        return ([made.title(in: state.inventory)] + made.particulars(in: state.inventory)).joined(separator: ", ")
    }

    private func evidenceWords(in state: State) -> String {
        guard let hash = entry.content.evidence else { return "none was open" }
        let known = state.casebook?.view.state.evidence(hash: hash)
        let paths = known.map { " (\($0.paths.joined(separator: ", ")))" } ?? ", which the case does not name"
        return String(hash.prefix(12)) + paths
    }

    /// The entry with all its facts, as a text.
    func text(in state: State) -> String {
        let facts = [
            SummaryFact(label: "when", text: TimeWords.second(entry.content.when)),
            SummaryFact(label: "who", text: entry.content.who),
        ]
        return (facts + self.facts(in: state) + chain).map { "\($0.label): \($0.text)" }.joined(separator: "\n")
    }

    /// The row in words: what was done comes first, then by whom and when.
    func spoken(in state: State) -> [SpokenFact] {
        let content = entry.content
        var facts = [
            SpokenFact(clear: "entry \(entry.sequence)", label: "entry"), SpokenFact(clear: what, label: "what"),
            SpokenFact(clear: "by \(content.who)", label: "who"),
            SpokenFact("when", TimeWords.second(content.when)),
        ]
        let about = about()
        if !about.isEmpty { facts.append(SpokenFact("about", about)) }
        if let text = content.place {
            facts.append(SpokenFact("made at", madeAt?.title(in: state.inventory) ?? text))
        }
        facts.append(SpokenFact("hash", String(entry.hash.prefix(12))))
        return facts
    }
}
