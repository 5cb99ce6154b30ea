@testable import Reports

extension GeneratedDocument {
    /// Plans and their runbooks.
    static var plan: GeneratedDocument {
        let rows = RunbookRecipe.table.map { recipe in
            [recipe.name, recipe.reference.map { "<\($0)>" } ?? "–"]
        }
        return GeneratedDocument(
            name: "plan.md",
            text: """
                # Plans and runbooks

                Written by the table in `Sources/Reports/Runbook`. `firebreak plan` says in which order to revoke what, what that breaks, what stays \
                live after it, and what to do at each provider, in words and as commands to copy.

                    firebreak plan sample-data/northwind --at 2026-03-15T11:02Z --remediate token:npm\\ publish --format markdown

                `--format table` is for the eye, `json` and `csv` for programs, `markdown` the runbook to hand on, `sh` a script. `firebreak plan CASE` takes \
                the marks of a case, on its own evidence; beside sources `--case CASE` adds them. `--remediate`, `--disable`, `--cleanse` and `--sever` add \
                more. The relations that are to be ended stand behind the items, with their state. What the case says is done or verified stays in the list, without commands; verified is what names the evidence that shows it, as in the \
                report, and otherwise it is called done. Every form names the case and the head of its journal. Rollback only always stands beside it: what stays live when \
                code is rolled back and no credential is touched.

                ## Order

                - What can be regained or made anew from something else comes after it. Items that can restore each other are one step, done together.
                - Of what has nothing left to come before it, hosts are next (what watches there for a revocation is removed before it), then what was used \
                since it was first held, each with what has to come before it, then the rest, by how much has to come before it and by id. What was used since also stands in a list of its own at the top.
                - What has expired or been revoked by then needs no action, and says so.
                - An item that jobs need has two steps: *replace*, then *revoke*. *Contain* takes something away at once and can be undone; *check* shows that it worked. \
                What a step does not end, such as sessions that outlive a key, stands in its words.
                - A list for each owner says what they have to see to, and which of their jobs break meanwhile. The owner is the entity's, else \
                whoever is responsible for it or for what it belongs to.

                ## Commands

                Firebreak never calls a provider to change anything: it writes what people carry out. An identifier is filled in where a \
                source has it and it looks like what the provider writes; otherwise a name in angle brackets stands in its place, the line is marked \
                as incomplete and cannot run. So a name made to look like an option, a path or a command comes into no command. \
                What is named only within an account, a cluster or a server goes to the one that the sources name: steps at AWS stop where another account is signed in, \
                commands for Kubernetes name a context, those for Vault and GitLab the server. No secret value is written: \
                the tools ask for it, or read it from a file that the reader makes.

                The script is for bash. It does nothing until the lines of its guard are deleted. After that it tells each step on the terminal, shows the \
                commands that it would run, and runs them when they are answered with *yes*: those and nothing else. What it cannot run, because there is no command \
                or because one is incomplete, it leaves to its reader, in words, and waits; a step of which only some commands can run is asked for part by part, in order. \
                Anything but *yes* leaves the commands out, and the terminal says so. It stops at the first command that fails. Characters beyond ASCII in a command are shown as \
                `cat -v` shows them, so that a letter that only looks like another is seen; the words of the step say it too. Without a terminal the script does nothing. Tools that ask \
                for a value are given the terminal too, also where bash reads the script from standard input (`ssh -t HOST` and then `bash -s < runbook.sh`). Every identifier is one quoted word; it passes shellcheck.

                ## What there is a runbook for

                The first row that applies to an entity counts. It follows the page of the provider's own documentation that stands beside it; what \
                has none is told in general words.

                \(table(["runbook", "the provider's page"], rows))
                """)
    }
}
