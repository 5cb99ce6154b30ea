import TerminalKit

/// The page about theme files.
enum ThemesDocument {
    /// A theme in which everything can be read; a test sees to that.
    static let example = """
        # Mine: as dark, but calmer.
        inherits = dark

        palette.rose = #d78787 | red      # red where there are only sixteen colours

        live         = rose bold
        selection    = black on rose
        kind.token   = rose underline     # tokens alone; other kinds look as in dark
        border       = default dim
        """
}

extension GeneratedDocument {
    /// Theme files.
    static var themes: GeneratedDocument {
        let names = ThemeLibrary.builtInNames.map { "`\($0)`" }.joined(separator: ", ")
        let attributes = Style.Attributes.named.map { "`\($0.name)`" }.joined(separator: ", ")
        let colors = ANSIColor.allCases.map { "`\($0.name)`" }.joined(separator: ", ")
        return GeneratedDocument(
            name: "themes.md",
            text: """
                # Themes

                A theme says how things look, by what they mean. Built in are \(names); `--theme NAME`, or `theme = NAME` in the
                [configuration](configuration.md), chooses one, and so does the path of a file. Nothing is told by colour alone, so
                that a theme can hide nothing.

                A theme of your own is a file `NAME.theme` in the folder that `firebreak paths` calls `themes`: `themes` beside the
                configuration, mostly `~/.config/firebreak/themes`. It goes before a built-in one of the same name. Whoever wants
                to begin from one of those finds them in the folder `themes` of the source.

                ```
                \(ThemesDocument.example)
                ```

                - A line is `MEANING = COLOUR [on COLOUR] [ATTRIBUTE …]`: the text, what is behind it, and what sets it apart without
                  colour. Attributes may stand alone. A `#` at the start of a line or before a space begins a comment.
                - Colours are `default` (the terminal's own), \(colors), `0` to `255`, `#rrggbb`, or a name from the palette. `gray`
                  is `bright-black`.
                - Attributes are \(attributes).
                - `palette.NAME = COLOUR | COLOUR` gives a colour a name, for the lines below it. Behind the bar stands the one of the
                  sixteen that is used where there are no more; without a bar the nearest is.
                - `inherits = THEME` takes over all lines and the palette of another theme, built in or yours. Lines of the file itself
                  go before them, wherever they stand; a palette colour that is named again changes all that uses it.
                - A meaning that no line names looks like the one above it: `kind.token` as `kind`, `plane.identity` as `plane`.
                  Where that has no line either it looks plain.
                - What cannot be read is said with file and line before the console opens, and by `firebreak doctor`; the rest counts.

                ## Meanings

                \(table(["name", "what looks so"], Meaning.table.map { ["`\($0.meaning.name)`", $0.words] }))
                """)
    }
}
