import Casebook
import Inventory

/// What the analyst said of entities, as far as a filter may ask for it.
struct Remarks: Hashable, Sendable {
    var marks: Marks = []
    var notes: [Int: String] = [:]
    var judgements: [Int: Judgement] = [:]

    /// Nothing.
    init() {}

    init(_ work: Investigation) {
        marks = work.marks
        notes = work.notes
        judgements = work.judgements
    }

    /// The words under a field by which an entity is found.
    func words(_ field: QueryField, of entity: Int) -> [String] {
        let judgement = judgements[entity]
        switch field {
        case .state: return marks.contains(entity) ? [(judgement?.progress?.state ?? .proposed).rawValue] : []
        case .verdict: return [judgement?.conclusion?.finding.rawValue].compactMap { $0 }
        case .assignee: return [judgement?.assignee].compactMap { $0 }
        case .tag: return ((judgement?.tags ?? []) + (notes[entity]?.tags ?? [])).flatMap { [$0, "#\($0)"] }
        default: return []
        }
    }

    /// The words that occur under a field, to be offered. O(judgements).
    func words(_ field: QueryField) -> [String] {
        switch field {
        case .state: Mark.State.allCases.map(\.rawValue)
        case .verdict: Verdict.Finding.allCases.map(\.rawValue)
        case .assignee: Set(judgements.values.compactMap(\.assignee)).sorted()
        case .tag: Set(judgements.values.flatMap(\.tags) + notes.values.flatMap(\.tags)).sorted()
        default: []
        }
    }
}

extension QueryContext {
    /// What a filter needs to know besides the inventory: the moment of the lens, what was said, what was answered.
    init(at: Instant, remarks: Remarks, answer: Answer?) {
        self.init(now: at, answer: answer?.radius)
        marked = { remarks.marks.contains($0) }
        notes = remarks.notes
        said = { remarks.words($0, of: $1) }
    }
}

extension QueryVocabulary {
    /// The same with what was said in the case.
    func knowing(_ remarks: Remarks) -> QueryVocabulary {
        var vocabulary = self
        for field in [QueryField.state, .verdict, .assignee, .tag] { vocabulary.said[field] = remarks.words(field) }
        return vocabulary
    }
}
