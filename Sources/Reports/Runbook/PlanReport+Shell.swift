import Inventory
import PlainText
import Reach

extension PlanReport {
    /// The runbook as a script for bash. It does nothing until its reader takes the guard out, then asks before each step;
    /// every identifier stands in quotes, and what is incomplete is a comment. The steps stand in a function that reads the
    /// terminal, so that no tool takes for its input what is left of a script that bash reads from standard input.
    public var shell: String {
        var text = "#!/usr/bin/env bash\n"
        text += comment(
            "A runbook written by Firebreak. It is inert: take the guard below out once you have read every line.")
        text += heading.map(comment).joined() + "set -euo pipefail\n\n"
        let steps = entries.map(section).joined()
        text += Self.guardText + "\n" + Self.terminal
        // What is never called would be remarked on.
        if steps.contains("\nif \(Self.confirm) ") { text += Self.asking }
        if steps.contains("\n\(Self.manual) ") { text += Self.waiting }
        text += Self.beginning + steps
        if !relations.isEmpty { text += "\n" + comment("Relations to end; there is no command for that.") }
        for relation in relations { text += comment("end: \(relation.sentence): \(relation.ending)") }
        if entries.isEmpty { text += "\n" + comment("Nothing is planned.") }
        return text + Self.ending
    }

    private static let guardText = """
        ## --- guard: delete these lines, up to the end of the guard
        guard='closed'
        if [ "$guard" = 'closed' ]; then
          printf '%s\\n' 'This runbook is inert. Read it, then delete its guard.' >&2
          exit 1
        fi
        ## --- end of the guard

        """

    private static let confirm = "confirm", manual = "manual"

    /// Without a terminal nothing is done.
    private static let terminal = """
        if ! { true </dev/tty >/dev/tty; } 2>/dev/null; then
          printf '%s\\n' 'This runbook asks its terminal before each step, and there is none. Nothing was done.' >&2
          exit 1
        fi

        """

    /// The function that asks the terminal.
    private static let asking = """
        ## Asks before a step. Anything but yes leaves the step out.
        \(confirm)() {
          answer=''
          printf '\\n%s\\nyes to do this, anything else to leave it out: ' "$1" >/dev/tty
          read -r answer </dev/tty || return 1
          [ "$answer" = 'yes' ]
        }

        """

    /// The function that waits for what is done by hand.
    private static let waiting = """
        ## Shows what is done by hand, and waits.
        \(manual)() {
          printf '\\n%s\\nby hand; enter to go on: ' "$1" >/dev/tty
          read -r answer </dev/tty || return 0
        }

        """

    private static let beginning = """

        ## All steps stand in one function, which bash reads to its end before it runs any, and which reads the terminal.
        main() {

        """

    private static let ending = """

        :
        }

        main </dev/tty; exit

        """

    private func section(_ entry: Entry) -> String {
        let item = entry.item
        var text = "\n" + comment("step \(entry.stepText): \(entry.action) \(entry.title)")
        text += comment("id: \(item.entity.id)")
        guard entry.isOpen else {
            return text + comment(item.isOver ? "already over: no action" : "the case says: \(entry.standing)")
        }
        text += comment("held: \(entry.heldText), \(entry.useRecord); breaks \(item.impact.breaks.counted("job"))")
        if let reference = entry.recipe?.reference { text += comment(reference) }
        for (place, step) in entry.steps.enumerated() {
            let number = "\(item.step.map { "\($0.number)" } ?? "–").\(place + 1)"
            let title = ShellWord.checked("\(number) \(step.phase.rawValue): \(entry.title)".printable)
            let lines = step.listed.filter(\.canRun).map { "  \($0.command.line)\n" }
            text += comment("\(number) \(step.phase.rawValue): \(step.words)")
            text += step.listed.filter { !$0.canRun }.map(incomplete).joined()
            text +=
                lines.isEmpty
                ? "\(Self.manual) \(title)\n" : "if \(Self.confirm) \(title); then\n" + lines.joined() + "fi\n"
        }
        return text
    }

    private func incomplete(_ listed: (command: RunbookCommand, canRun: Bool)) -> String {
        let missing = listed.command.missing
        let why =
            !missing.isEmpty
            ? "needs \(missing.joined(separator: ", "))"
            : listed.command.variable == nil
                ? "needs the answer of the one before" : "only what is incomplete itself takes in its answer"
        // In one line, so that taking the mark away gives the command.
        return "## incomplete, \(why): " + listed.command.line.printable + "\n"
    }

    /// Lines that a shell passes over, however long the text and whatever is in it. Two marks: after one, words of the
    /// text could instruct shellcheck.
    private func comment(_ text: String) -> String {
        var lines: [String] = []
        var line = "##"
        for word in text.printable.split(separator: " ") {
            if line.count > 2, line.count + word.count > 110 {
                lines.append(line)
                line = "##"
            }
            line += " " + word
        }
        lines.append(line)
        return lines.map { $0 + "\n" }.joined()
    }
}
