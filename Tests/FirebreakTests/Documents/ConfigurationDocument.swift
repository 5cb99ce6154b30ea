@testable import Console

/// The page about the configuration file.
enum ConfigurationDocument {
    /// A file in which everything can be read; a test sees to that.
    static let example = """
        # A comment.
        theme = dark                  # a theme's name, or the path of its file
        ascii = no                    # yes draws ASCII only
        mouse = yes                   # no leaves the mouse to the terminal
        key.why = w, <F2>             # instead of w alone
        key.plan = 4, Z p             # 4, or Z and then p
        key.suspend = none            # no key; the palette still has it
        query.old keys = kind:token age>1y   # in the list of queries; %old-keys in filters
        """
}

extension GeneratedDocument {
    /// The configuration file.
    static var configuration: GeneratedDocument {
        let ids = Command.table.map { "`\($0.id.rawValue)`" }.joined(separator: ", ")
        return GeneratedDocument(
            name: "configuration.md",
            text: """
                # Configuration

                `firebreak paths` says where the file `config` is looked for: in `FIREBREAK_CONFIG_DIR` (from the root), else in
                `$XDG_CONFIG_HOME/firebreak`, else in `~/.config/firebreak`. Nothing is read from the current folder. Themes of
                your own are `themes/NAME.theme` beside it ([themes.md](themes.md)). The file holds lines of `name = value`:

                ```
                \(ConfigurationDocument.example)
                ```

                - A line `key.COMMAND` replaces all keys of that command; other commands keep theirs. `none` unbinds it.
                - Keys are called as in help (`ctrl-f`, `space`, `pgdn`, `F2`) or as in scripts (`<C-f>`, `<Enter>`). A comma stands
                  between alternatives, a space between keys that are pressed one after another. `<#>` is the key `#`.
                - A line `query.NAME` gives a query a name, for whoever has a copy of the line. It may name others:
                  `%no-use-recorded owner:none`.
                - A query may be about the selected entity: in `query.its vault secret = kind:secret name:{vault_path}` what stands in braces
                  is the name of one of its columns (kind, name, id, short_id, provider, parent, owner) or of one of its attributes. `!` and the
                  palette ask it of the whole inventory with what the entity says, and say so where no source says it. This leads from one kind
                  to another by what only your sources know. (A relation that paths and the blast radius follow is a row of [CSV](csv.md).)
                - Where two lines ask for one key the first has it. Where a line takes a key that another command has by default,
                  that command loses it, unless it has a line of its own.
                - What cannot be used is said with file and line before the console opens, and again on its start; the rest counts.
                  `firebreak doctor` says it too. `ctrl-C` always stops what is going on and cannot be bound.
                - `--theme` and `--ascii` on the command line go before the file.

                Commands: \(ids). [keys.md](keys.md) says what each does.

                """)
    }
}
