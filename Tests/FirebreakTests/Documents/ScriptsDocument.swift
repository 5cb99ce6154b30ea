@testable import Console

extension GeneratedDocument {
    /// How key scripts are written.
    static var scripts: GeneratedDocument {
        let words = ConsoleScript.Word.allCases.map { ["`\($0.rawValue)`", $0.meaning] }
        return GeneratedDocument(
            name: "scripts.md",
            text: """
                # Key scripts

                Written by the table in `Sources/Console/Script`. A script presses keys in a console that nobody sees, and compares what it shows with what was
                written down: an investigation that others can run again, or a test of the console.

                    firebreak script FILE [SOURCE…]              status 1 at the first difference, which is shown with the screen
                    firebreak script FILE [SOURCE…] --record     writes every screen of FILE anew, as it is now

                ```
                # Which credentials were used since, and what does revoking the one leave?
                at 2026-03-15T11:02Z
                press b/kind:token used_since<Enter>
                expect AWS key
                press  p
                expect plan (1 mark): 44 live
                ```

                A line is a word and what follows it. Empty lines, and those that begin with `#`, are for people.

                \(GeneratedDocument.table(["word", "what it does"], words))
                Everything that takes time is finished before the next key, so that the same script always sees the same screens. Keys are named as in
                [keys.md](keys.md), in angle brackets: `<Enter>`, `<Esc>`, `<Tab>`, `<S-Tab>`, `<Up>`, `<PageDown>`, `<C-f>`, `<F1>`; a space is a key too.

                """)
    }
}
