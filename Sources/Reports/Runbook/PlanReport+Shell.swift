import Inventory
import PlainText
import Reach

extension PlanReport {
    /// The runbook as a script for bash. It does nothing until its reader takes the guard out. Then it tells each step, shows
    /// the commands that it would run, and runs them when the reader agrees; every identifier stands in quotes, and what is
    /// incomplete is a comment. The steps stand in a function that reads the terminal, so that no tool takes for its input
    /// what is left of a script that bash reads from standard input.
    public var shell: String {
        var text = "#!/usr/bin/env bash\n"
        text += ShellText.comment(
            "A runbook written by Firebreak. It is inert: take the guard below out once you have read every line.")
        text += heading.map(ShellText.comment).joined() + "set -euo pipefail\n\n"
        let steps = entries.map(section).joined() + endings.map(section).joined()
        text += Self.guardText + "\n" + Self.terminal
        // What is never called would be remarked on.
        text += Self.functions.filter { steps.contains("\n\($0.call)") }.map(\.text).joined()
        text += Self.beginning + steps
        if entries.isEmpty && endings.isEmpty { text += "\n" + ShellText.comment("Nothing is planned.") }
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

    /// Without a terminal nothing is done.
    private static let terminal = """
        if ! { true </dev/tty >/dev/tty; } 2>/dev/null; then
          printf '%s\\n' 'This runbook asks its terminal before each step, and there is none. Nothing was done.' >&2
          exit 1
        fi

        """

    /// The functions that tell a step, ask the terminal before its commands are run, and wait for what is done by hand: each
    /// with how a call of it begins.
    ///
    /// What would be run is shown by bash itself, so that it is what will be run; there a hidden character of a name is no
    /// longer written as its number, and `cat -v` shows it.
    private static let functions: [(call: String, text: String)] = [
        (
            "\(ShellStep.tell) ",
            """
            ## Tells a step.
            \(ShellStep.tell)() {
              printf '%s\\n' '' "$@" >/dev/tty
            }

            """
        ),
        (
            "if \(ShellStep.confirm);",
            """
            ## Shows the commands of a step, and asks before they are run. Anything but yes leaves them out.
            \(ShellStep.confirm)() {
              answer=''
              declare -f step | sed -n 's/^  //p' | cat -v >/dev/tty
              printf 'yes to run this, anything else to leave it out: ' >/dev/tty
              read -r answer </dev/tty || return 1
              [ "$answer" = 'yes' ] && return
              printf 'left out\\n' >/dev/tty
              return 1
            }

            """
        ),
        (
            "\(ShellStep.manual) ",
            """
            ## Waits for what is done by hand.
            \(ShellStep.manual)() {
              printf '%s; enter to go on: ' "$1" >/dev/tty
              read -r _ </dev/tty || return 0
            }

            """
        ),
    ]

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
        var text = "\n" + ShellText.comment("step \(entry.stepText): \(entry.action) \(entry.title)")
        text += ShellText.comment("id: \(item.entity.id)")
        guard entry.isOpen else {
            return text
                + ShellText.comment(item.isOver ? "already over: no action" : "the case says: \(entry.standing)")
        }
        text += ShellText.comment(
            "held: \(entry.heldText), \(entry.useRecord); breaks \(item.impact.breaks.counted("job"))")
        if let reference = entry.recipe?.reference { text += ShellText.comment(reference) }
        return text
            + entry.steps.enumerated().map { place, step in
                let number = "\(item.step.map { "\($0.number)" } ?? "–").\(place + 1)"
                let title = "\(step.phase.rawValue): \(entry.title)"
                return ShellStep(number: number, title: title, words: step.words, parts: step.parts).text
            }.joined()
    }

    /// There is no command for the end of a relation.
    private func section(_ ending: Ending) -> String {
        "\n"
            + (ending.isOpen
                ? ShellStep(number: "end", title: ending.relation.sentence, words: ending.relation.ending).text
                : ShellText.comment(ending.line))
    }
}
