import ArgumentParser
import Inventory
import Reach
import Reports

struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Opens the console (default).", shouldDisplay: false)

    @OptionGroup var sources: SourceArguments
    @Option(parsing: .unconditional, help: ArgumentHelp("The moment that decides what is live.", valueName: "TIME"))
    var at: String = "now"
    @Option(help: ArgumentHelp("ansi, dark, light, high-contrast or monochrome, or a theme file.", valueName: "NAME"))
    var theme: String?
    @Flag(help: "Draw with ASCII characters only.") var ascii = false

    func run() throws {
        var sources = sources
        if sources.sources.isEmpty { sources.sources = [try BundledSample.path()] }
        let inventory = try Reading.run(sources).inventory
        printSummary(inventory)
    }

    private func printSummary(_ inventory: Inventory) {
        let question = Question(seeds: Seed.declared(in: inventory), at: .now)
        let answer = BlastRadius(inventory, question)
        let rolledBack = BlastRadius.rollbackOnly(inventory, question, at: question.at)
        let report = BlastReport(answer, in: inventory, rollbackOnlyLive: rolledBack.counts.live)
        Output.write(IncidentSummary(report, title: "Firebreak").text)
    }
}
