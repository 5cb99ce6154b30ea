import Casebook
import Inventory
import TerminalKit

/// What a case says of an entity, in words: the same in tables, pages and panes.
struct JudgementWords {
    private let judgement: Judgement
    private let progress: Judgement.Progress?
    private let moment: Instant?
    private let subject: CaseSubject
    private let state: State

    init(of entity: Entity, in state: State) {
        judgement = state.work.present.judgement(of: entity.index)
        progress = state.casebook == nil ? nil : state.work.present.progress(of: entity.index)
        moment = state.work.present.moments[.entity(entity.index)]
        subject = .entity(entity.id)
        self.state = state
    }

    // MARK: In tables

    func stateCell(_ look: Look) -> TextSpan {
        guard let progress else { return TextSpan(look[.none], look[.textDim]) }
        return TextSpan(progress.state.rawValue, progress.state.tone.map { look[$0] })
    }

    func assigneeCell(_ look: Look) -> TextSpan {
        judgement.assignee.map { TextSpan($0) } ?? TextSpan(look[.none], look[.textDim])
    }

    func tagsCell(_ look: Look) -> TextSpan {
        judgement.tags.isEmpty
            ? TextSpan(look[.none], look[.textDim]) : TextSpan(judgement.tags.joined(separator: ", "))
    }

    /// The verdict in a word; in a narrow table a short one.
    func verdictCell(_ look: Look, isCompact: Bool) -> TextSpan {
        guard let finding = judgement.conclusion?.finding else { return TextSpan(look[.none], look[.textDim]) }
        return TextSpan(isCompact ? finding.shortWord : finding.rawValue, look[finding.tone])
    }

    /// Which room the column of verdicts wants.
    static func verdictColumn(isCompact: Bool, priority: Int) -> TableColumn {
        let width = isCompact ? 5 : 10
        return TableColumn(isCompact ? "VERD." : "VERDICT", minimum: width, ideal: width, priority: priority)
    }

    // MARK: In pages and panes

    /// Everything that is said, each with its label.
    var facts: [(label: String, text: String)] {
        [
            ("verdict", verdict), ("state", progressInFull),
            ("takes effect", moment.map { "\(TimeWords.second($0)), whatever the moment of the lens" }),
            ("assigned to", judgement.assignee),
            ("tags", judgement.tags.isEmpty ? nil : judgement.tags.joined(separator: ", ")),
        ].compactMap { label, text in text.map { (label, $0) } }
    }

    /// The verdict with who concluded it, when and why.
    private var verdict: String? {
        guard let conclusion = judgement.conclusion else { return nil }
        let known = state.casebook?.view.state.verdicts[subject]
        let recorded = known.flatMap {
            $0.finding == conclusion.finding && $0.why.firstGiven == conclusion.why ? $0 : nil
        }
        return Self.inFull(conclusion.finding.rawValue, recorded?.stamp, recorded?.why ?? conclusion.why)
    }

    /// How far it is, with who said so, when and why.
    private var progressInFull: String? {
        guard let progress else { return nil }
        let step = item.flatMap { state.casebook?.view.state.marks[$0]?.steps.last }
        let recorded = step.flatMap { $0.state == progress.state && $0.why.firstGiven == progress.why ? $0 : nil }
        return Self.inFull(progress.state.rawValue, recorded?.stamp, recorded?.why ?? progress.why)
    }

    private var item: Mark.Item? { subject.entity.map { .entity($0) } }

    private static func inFull(_ word: String, _ stamp: Stamp?, _ why: String) -> String {
        let recorded = stamp.map { "by \($0.who), \(TimeWords.minute($0.when))" } ?? "not recorded yet"
        return "\(word), \(recorded)" + (why.isEmpty ? "" : ": \(why)")
    }
}

extension Mark.State {
    /// By what it is coloured, besides its word; nil for what is nothing to look out for.
    fileprivate var tone: Meaning? {
        switch self {
        case .proposed, .approved, .done: nil
        case .verified: .good
        case .failed: .warning
        }
    }
}

extension Verdict.Finding {
    fileprivate var shortWord: String {
        switch self {
        case .suspicious: "susp."
        case .cleared: "clear"
        case .contained: "cont."
        }
    }

    /// By what it is coloured, besides its word.
    fileprivate var tone: Meaning {
        switch self {
        case .suspicious: .alarm
        case .cleared, .contained: .good
        }
    }
}
