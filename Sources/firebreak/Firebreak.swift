import ArgumentParser

/// The command line: what it can do, and what happens when no command is named.
struct Firebreak: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "firebreak",
        abstract: "Investigates breached CI/CD: which identities were exposed, when, and what is still open.",
        discussion: """
            Without a command the console opens on SOURCES, or on the bundled incident when none is named. A source is a \
            snapshot (import -o), a file in any readable format, or a directory of them; the format is told by the content. Times are UTC: ISO \
            8601, epoch seconds, or relative such as -6h. A source that is called like a command is written ./NAME.

            Options of the console need no command either, such as firebreak --case FILE SOURCES: --case, --analyst, \
            --against, --place, --at, --theme, --fresh, --ascii, --linear. firebreak open --help says what each does.

            Exit status: 0 done; 1 the answer is no; 2 bad usage or input; 3 an internal failure.
            """,
        version: "0.1.0",
        subcommands: [
            OpenCommand.self, ImportCommand.self, InventoryCommand.self, ShowCommand.self, BlastCommand.self,
            PathCommand.self, ImpactCommand.self, CutCommand.self, ChokePointsCommand.self, DiffCommand.self,
            PlanCommand.self,
            ExportCommand.self, PictureCommand.self, ScriptCommand.self, CaseCommand.self, TourCommand.self,
            PathsCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: OpenCommand.self)
}
