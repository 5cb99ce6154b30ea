import PlainText
import TerminalKit

/// A step from the first suspicion to a written plan: what help says before all keys, with how far one is.
struct IncidentStep: Sendable {
    /// The commands that it takes, in their order.
    let commands: [Command.ID]
    /// What it is.
    let words: @Sendable (State) -> String
    /// What of it is done, in words; nil where nothing is.
    let done: @Sendable (State) -> String?

    private init(
        _ commands: Command.ID..., words: @escaping @Sendable (State) -> String,
        done: @escaping @Sendable (State) -> String?
    ) {
        (self.commands, self.words, self.done) = (commands, words, done)
    }

    /// All steps, in their order.
    static let table: [IncidentStep] = [
        IncidentStep(.filter, .declare) {
            "Find what is known to be bad: on the start (\($0.key(.start))) type its name. "
                + "Then declare it compromised, with its window"
        } done: {
            let count = Set($0.work.present.seeds.map(\.seed.entity)).count
            return count == 0 ? nil : "\(Words.grouped(count)) declared"
        },
        IncidentStep(.blast) {
            "See what that reaches: \($0.key(.open)) says why a row is held, \($0.key(.nextSection)) lists what is live"
        } done: {
            $0.wasAt(.blast) || $0.wasAt(.inherit) || $0.wasAt(.map) ? "seen" : nil
        },
        IncidentStep(.mark) { _ in
            "Mark what is to be revoked, rotated or re-imaged: first what is live and was used since"
        } done: {
            let count = $0.work.present.planCount
            return count == 0 ? nil : Words.count(count, "mark")
        },
        IncidentStep(.plan) {
            "See the plan: the order, what breaks, what stays live. \($0.key(.nextSection)) goes on to the firebreak, "
                + "which \($0.key(.markAll)) takes into it"
        } done: {
            $0.wasAt(.plan) && $0.work.present.planCount > 0 ? "seen" : nil
        },
        IncidentStep(.newCase) { _ in
            "Make a case of it: a file that others can go on with, and a journal of who decided what"
        } done: {
            $0.casebook.map { "the case is \($0.name)" }
        },
        IncidentStep(.runbook) {
            "On the plan: how the selected one is done at its provider. \($0.wholeRunbook)"
        } done: { _ in
            nil
        },
        IncidentStep(.report) { _ in
            "Write the report to hand over"
        } done: { _ in
            nil
        },
    ]

    /// The steps as a section of help: what is done, and which one comes next.
    static func section(_ state: State, _ look: Look) -> HelpSection {
        let done = table.map { $0.done(state) }
        let next = done.firstIndex { $0 == nil }
        return HelpSection(
            "Step by step",
            table.indices.map { number in
                let step = table[number]
                let keys = step.commands.map { state.key($0, look.glyphs) }.joined(separator: ", ")
                let mark = done[number].map { " (done: \($0))" } ?? ""
                return HelpEntry(keys, (number == next ? "next: " : "") + step.words(state) + mark)
            })
    }
}

extension State {
    /// Whether a view is shown or was, and lies on the trail or off it.
    fileprivate func wasAt(_ view: Place.View) -> Bool {
        (history.all + history.left).contains { $0.view == view }
    }

    /// What writes how all of the plan is done, in a sentence.
    var wholeRunbook: String {
        guard let casebook else {
            return
                "\(key(.newCase)) makes a case of this, and firebreak plan CASE --format markdown (or sh) writes that for "
                + "the whole plan"
        }
        return
            "firebreak plan \(ShellWord.line([casebook.name]).printable) --format markdown (or sh) writes that for the "
            + "whole plan"
    }
}
