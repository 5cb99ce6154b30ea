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
        let record = try record(of: work.file)
        let at = try moment(record)
        let report = HandOver(record, inventory: work.atHand?.inventory, change: work.change, at: at)
        let parts = report.parts(as: format)
        guard output != "-" else {
            for part in parts { part.write(to: Output.write) }
            return
        }
        let evidence = work.file.state.evidence.flatMap(\.evidence.places) + (work.atHand?.open.files ?? [])
        let files = try parts.map { part in
            try NewFile(
                part.name.isEmpty ? output : ExportCommand.path(output, naming: part.name),
                besides: [named.file] + evidence)
        }
        for file in files { try file.refuse(in: work.file.state.evidence.flatMap(\.evidence.paths)) }
        try work.atHand?.open.check()
        for (file, part) in zip(files, parts) { try file.write { part.write(to: $0) } }
        try work.atHand?.open.check()
        for file in files { Output.write("\(format.rawValue) \(file.path.printable)\n") }
        Output.write("  journal head \(record.head)\n")
    }

    /// What the case says and all entries that say it: others may add some meanwhile.
    private func record(of file: CaseFile) throws(CommandFailure) -> HandOver.Record {
        try CommandFailure.onCase(named.file) { () throws(CaseError) in
            var entries = try file.entries()
            while entries.last?.hash != file.head { entries = try file.entries() }
            return HandOver.Record(state: file.state, identifier: file.identifier, entries: entries)
        }
    }

    private func moment(_ record: HandOver.Record) throws(CommandFailure) -> Instant {
        guard let at else { return record.moment }
        guard let moment = Instant(text: at, now: .now) else { throw .time(option: "--at", text: at) }
        return moment
    }
}

extension CaseEvidence {
    /// Where it lay: what was named, and each file below that.
    fileprivate var places: [String] { paths + paths.flatMap { path in files.map { "\(path)/\($0.path)" } } }
}

extension HandOver.Format: ExpressibleByArgument {}
