import ArgumentParser
import Intake
import Inventory
import PlainText
import Reports

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads sources and says of each file what it gave and what was passed over.")

    @OptionGroup var sources: SourceArguments
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Write a snapshot: one file that every command and the console open at once.", valueName: "FILE"))
    var output: String?
    @Flag(help: "Fail when anything at all was passed over.") var strict = false

    func run() throws {
        guard !sources.sources.isEmpty else { throw CommandFailure.noSource }
        let output = try output.map { try SnapshotOutput($0, sources: sources.sources) }
        if let path = try Reading.snapshot(among: sources.sources) { return try copy(path, to: output) }
        let result = try Reading.everything(sources)
        let report = ImportReport(result)
        Output.write(report.text)
        let problems = Reading.barren(sources.sources, result) + Reading.snapshots(in: result)
        if result.readNothing { throw CommandFailure.nothingRead(problems) }
        for problem in problems { Output.diagnose(problem.printable) }
        if strict, !result.isClean { throw CommandFailure.notStrict }
        guard let output else { return }
        let files = (result.reports + result.passedOver).map(\.path)
        Output.write(try output.write(result.inventory, sources: files, account: report.account))
    }

    /// Checks a snapshot as a whole, its content hash included, says what it holds, and writes it anew where that is
    /// asked for.
    private func copy(_ path: String, to output: SnapshotOutput?) throws {
        let evidence = try Reading.verified(snapshot: path, repository: sources.repo)
        let inventory = evidence.inventory
        guard let snapshot = inventory.snapshot else { return }
        do throws(SnapshotError) {
            try snapshot.verifyContentHash()
        } catch {
            throw CommandFailure.snapshot(error, path: path)
        }
        try evidence.answer(
            SnapshotOutput.text(
                path: path, entities: inventory.entityCount, relations: inventory.relationCount,
                bytes: snapshot.byteCount, hash: snapshot.contentHash))
        guard let output else { return }
        Output.write(try output.write(inventory, sources: [path]))
    }
}
