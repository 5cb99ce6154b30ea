import ArgumentParser
import Casebook
import Inventory
import PlainText
import Reports

struct CaseExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "The report to hand over: what was compromised, taken back, verified, and remains.",
        discussion: """
            One report in four forms, with the same numbers: html is one page that needs nothing else, csv one file for \
            each table, named after FILE. The journal's head is printed in each. Twice the same case gives the same bytes.
            """)

    @OptionGroup var named: CaseArguments
    @Option(help: "What to write.") var format: HandOver.Format = .markdown
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The moment that decides what is live. Default: that of the last entry.", valueName: "TIME"))
    var at: String?
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "FILE"))
    var output: String

    func run() throws {
        if output == "-", format == .csv { throw CommandFailure.outputIsManyFiles }
        let work = try CaseWork(named)
        let record = try HandOver.Record(of: work.file)
        let at = try moment(record)
        let report = HandOver(record, inventory: work.atHand?.inventory, change: work.change, at: at)
        let parts = report.parts(as: format)
        guard output != "-" else {
            for part in parts { part.write(to: Output.write) }
            return
        }
        let evidence = record.evidenceFiles + (work.atHand?.open.files ?? [])
        let files = try parts.map { part in
            try NewFile(
                part.name.isEmpty ? output : ExportCommand.path(output, naming: part.name),
                besides: [named.file] + evidence)
        }
        for file in files { try record.check(file) }
        try work.atHand?.open.check()
        for (file, part) in zip(files, parts) { try file.write { part.write(to: $0) } }
        try work.atHand?.open.check()
        for file in files { Output.write("\(format.rawValue) \(file.path.printable)\n") }
        Output.write("  journal head \(record.head)\n")
    }

    private func moment(_ record: HandOver.Record) throws(CommandFailure) -> Instant {
        guard let at else { return record.moment }
        guard let moment = Instant(text: at, now: .now) else { throw .time(option: "--at", text: at) }
        return moment
    }
}

extension HandOver.Format: ExpressibleByArgument {}
