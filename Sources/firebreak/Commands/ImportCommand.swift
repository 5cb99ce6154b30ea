import ArgumentParser
import Intake
import Inventory
import PlainText
import Reports

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads sources and says of each file what it gave and what was passed over.")

    @OptionGroup var sources: SourceArguments
    @Flag(help: "Fail when anything at all was passed over.") var strict = false

    func run() throws {
        guard !sources.sources.isEmpty else { throw CommandFailure.noSource }
        let result = Import(ImportOptions(repository: sources.repo)).run(sources.sources) { progress in
            Output.progress("reading \(progress.done + 1) of \(progress.total): \(progress.path.printable)")
        }
        Output.progress("")
        Output.write(ImportReport(result).text)
        let barren = Reading.barren(sources.sources, result)
        if result.readNothing { throw CommandFailure.nothingRead(barren) }
        for problem in barren { Output.diagnose(problem.printable) }
        if strict, !result.isClean { throw CommandFailure.notStrict }
    }
}
