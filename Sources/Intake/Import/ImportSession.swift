import Inventory

/// What all files of one import share while they are read.
struct ImportSession {
    /// Where facts go that one file can state alone.
    var builder = InventoryBuilder()
    /// What only makes sense once all files on GitHub were read: names that other files resolve.
    var estate = GitHubEstate()
    /// The same for OpenGraph files.
    var openGraph = OpenGraphEstate()
    /// `OWNER/NAME` for workflow files whose place does not tell it.
    var repository: String?
}
