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

    /// Adds a fact without the credentials that its name or its attributes hold.
    mutating func add(_ fact: EntityFact) {
        var fact = fact
        fact.name = fact.name.map(SecretText.redacted)
        fact.attributes = fact.attributes.map { Attribute($0.name, SecretText.redacted($0.value)) }
        builder.add(fact)
    }
}
