@testable import Console

extension GeneratedDocument {
    /// The console's keys.
    static var keys: GeneratedDocument {
        GeneratedDocument(
            name: "keys.md",
            text: """
                # Keys of the console

                Written by the table in `Sources/Console/Commands`. In the console, `?` lists those that work where you are.

                ```
                \(Command.keyTable)
                ```

                """)
    }
}
