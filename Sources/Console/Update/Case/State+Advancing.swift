import Casebook
import Inventory
import TerminalKit

// How far what is planned is.
extension State {
    /// Offers the states that what is planned can come to.
    mutating func openStates(of items: PlanSelection) -> [Effect] {
        guard !items.isEmpty else {
            message = Message(text: "none of these rows is on the plan: \(key(.mark)) marks them", tone: .warning)
            return []
        }
        return openMenu(.advance(items))
    }

    /// The states in words, with the one that all of them have.
    func entries(ofStatesOf items: PlanSelection) -> [MenuEntry] {
        let counts = work.present.states(of: items)
        return Mark.State.allCases.map { state in
            let count = counts[state] ?? 0
            let remark = items.count > 1 && count > 0 ? Words.count(count, "mark") : state.meaning
            return MenuEntry(state.rawValue, remark: remark, sign: count == items.count ? .on : .off)
        }
    }

    /// A key in the menu of states: also the first letter of a state.
    mutating func press(_ key: Key, isChoice: Bool, inStatesOf items: PlanSelection, _ menu: Menu) {
        let states = Mark.State.allCases
        let typed = states.firstIndex { $0.rawValue.first.map(Key.character) == key }
        guard let chosen = typed ?? (isChoice ? menu.selected : nil), states.indices.contains(chosen) else { return }
        overlay = .prompt(Prompt(purpose: .advance(items, states[chosen]), line: LineEditor()))
    }

    /// Says how far what is planned is.
    mutating func advance(_ items: PlanSelection, to state: Mark.State, because text: String) {
        let why = redact(text.trimmed)
        let words = words(for: items)
        let before = work.present
        let progress = Judgement.Progress(state: state, why: why)
        let isSilent = state == .proposed && why.isEmpty
        change("\(state.rawValue): \(words)") { work in
            for entity in items.entities where work.marks.contains(entity) {
                work.judge(entity) { $0.progress = isSilent ? nil : progress }
            }
            for relation in items.relations where work.endings[relation] != nil { work.endings[relation] = progress }
        }
        range = nil
        tellJudged("\(state.rawValue): \(words)", before, why, text)
    }

    /// Says what was said; it is in the journal once the title says *recorded*.
    mutating func tellJudged(_ words: String, _ before: Investigation, _ kept: String, _ typed: String) {
        if work.present == before {
            message = Message(text: "\(words), as it was already")
        } else if kept != typed.trimmed {
            message = Message(text: "\(words); what looks like a credential was left out", tone: .warning)
        } else {
            message = Message(text: "\(words); \(key(.undo)) undoes it")
        }
    }
}

extension Mark.State {
    /// What it means.
    var meaning: String {
        switch self {
        case .proposed: "marked, and not yet decided"
        case .approved: "decided by whoever may"
        case .done: "carried out, somebody says"
        case .verified: "new evidence shows it"
        case .failed: "not carried out, or evidence shows that it was not"
        }
    }
}
