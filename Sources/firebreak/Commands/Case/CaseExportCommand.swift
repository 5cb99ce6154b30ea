import ArgumentParser
import Casebook
import Inventory
import PlainText
import Reports

struct CaseExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "The report to hand over: what was compromised, taken back, verified, and remains; or the graph.",
        discussion: """
            One report in four forms, with the same numbers: html is one page that needs nothing else, csv one file for \
            each table, named after FILE. The journal's head is printed in each. Twice the same case gives the same bytes. \
            opengraph, graphml, dot and svg are the graph of the evidence with what the case says of it, as firebreak export \
            CASE writes it, which can choose a part with --filter.
            """)

    /// What a case is written as.
    enum Form: ExpressibleByArgument {
        case report(HandOver.Format)
        case graph(GraphExport.Format)

        init?(argument: String) {
            if let format = HandOver.Format(rawValue: argument) {
                self = .report(format)
            } else if let format = GraphExport.Format(rawValue: argument) {
                self = .graph(format)
            } else {
                return nil
            }
        }

        var defaultValueDescription: String {
            switch self {
            case .report(let format): format.rawValue
            case .graph(let format): format.rawValue
            }
        }

        /// The tables of the report are meant by what both can be.
        static var allValueStrings: [String] {
            let reports = HandOver.Format.allCases.map(\.rawValue)
            return reports + GraphExport.Format.allCases.map(\.rawValue).filter { !reports.contains($0) }
        }
    }

    @OptionGroup var named: CaseArguments
    @Option(help: "What to write.") var format: Form = .report(.markdown)
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The moment that decides what is live. Default: that of the last entry.", valueName: "TIME"))
    var at: String?
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "FILE"))
    var output: String

    func validate() throws {
        if case .graph(let format) = format, at != nil {
            throw ValidationError(
                "--at decides what is live in the report; a graph as \(format.rawValue) has no moment")
        }
    }

    func run() throws {
        switch format {
        case .report(let format): try writeReport(as: format)
        case .graph(let format): try writeGraph(as: format)
        }
    }

    private func writeGraph(as format: GraphExport.Format) throws {
        let work = try CaseWork(named)
        let record = try HandOver.Record(of: work.file)
        let paper = try GraphPaper(format, at: output, besides: [named.file] + record.evidenceFiles)
        for file in paper.files { try record.check(file) }
        let atHand = try work.evidence()
        let remarks = GraphRemarks(work.file.state, in: atHand.inventory)
        try paper.write(ExportedGraph(atHand.inventory, of: nil, remarks: remarks), of: atHand.open)
    }

    private func writeReport(as format: HandOver.Format) throws {
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
                part.name.isEmpty ? output : NewFile.path(output, naming: part.name),
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
