import Intake
import Inventory
import PlainText

/// Reads the sources of a command and says on standard error what could not be read.
enum Reading {
    /// What the sources give, for a command that answers once; fails when they give nothing at all. A snapshot is
    /// checked as a whole.
    static func run(_ arguments: SourceArguments) throws(CommandFailure) -> OpenEvidence {
        if let path = try snapshot(among: arguments.sources) {
            return try verified(snapshot: path, repository: arguments.repo)
        }
        return try imported(arguments)
    }

    /// What the sources give, for the console. A snapshot is only opened: see ``EvidenceWatch``.
    static func open(_ arguments: SourceArguments) throws(CommandFailure) -> OpenEvidence {
        if let path = try snapshot(among: arguments.sources) {
            return try open(snapshot: path, repository: arguments.repo)
        }
        return try imported(arguments)
    }

    private static func imported(_ arguments: SourceArguments) throws(CommandFailure) -> OpenEvidence {
        let (evidence, problems) = try evidence(of: everything(arguments), named: arguments.sources)
        for problem in problems { Output.diagnose(problem.printable) }
        return evidence
    }

    /// What an import gave, and what could not be read; fails when it gave nothing at all.
    static func evidence(
        of result: ImportResult, named sources: [String]
    ) throws(CommandFailure) -> (evidence: OpenEvidence, problems: [String]) {
        let empty = barren(sources, result) + snapshots(in: result)
        let problems = problems(of: result.reports) + passedOver(result, hint: "firebreak import names them") + empty
        guard !result.readNothing else { throw .nothingRead(problems) }
        let evidence = OpenEvidence(
            inventory: result.inventory, notices: summary(of: result) + empty, account: ImportReport(result).account,
            files: result.reports.map(\.path))
        return (evidence, problems)
    }

    /// Reads the sources, whatever they give, and shows how far it is. Ctrl-C stops it.
    static func everything(_ arguments: SourceArguments) throws(CommandFailure) -> ImportResult {
        guard !arguments.sources.isEmpty else { throw .noSource }
        try refuseMissing(arguments.sources)
        let meter = ProgressMeter()
        let (result, isInterrupted) = Interruption.watched { isInterrupted in
            let result = Import(ImportOptions(repository: arguments.repo))
                .run(arguments.sources, progress: meter.show, isCancelled: isInterrupted)
            return (result, isInterrupted())
        }
        meter.finish()
        guard !isInterrupted, !result.wasCancelled else { throw .interrupted }
        return result
    }

    /// Refuses paths at which there is nothing: who mistypes one of several must not take the answer for the whole.
    static func refuseMissing(_ sources: [String]) throws(CommandFailure) {
        let files = LocalFiles()
        let missing = sources.filter { source in
            do throws(FileTreeError) {
                _ = try files.status(of: source, followingLinks: true)
                return false
            } catch {
                return error == .notFound
            }
        }
        guard missing.isEmpty else { throw .missingSources(missing) }
    }

    /// A line for each source in which there was no file of any kind that is read.
    static func barren(_ sources: [String], _ result: ImportResult) -> [String] {
        let files = LocalFiles()
        return sources.filter { source in
            let absolute = files.absolutePath(of: source)
            return !result.reports.contains { report in
                let path = files.absolutePath(of: report.path)
                return path == absolute || path.hasPrefix(absolute == "/" ? "/" : absolute + "/")
            }
        }.map { "\($0): no file in it can be read" }
    }

    /// A line for each snapshot that lies in a folder among its sources, the first ones.
    static func snapshots(in result: ImportResult) -> [String] {
        let lines = result.snapshots.prefix(3).map { "\($0): a snapshot, passed over; name it alone to open it" }
        let rest = result.snapshots.count - lines.count
        return lines + (rest > 0 ? ["… and \(rest) more snapshots"] : [])
    }

    /// What the console says of an import that left something out; empty when it left nothing out.
    private static func summary(of result: ImportResult) -> [String] {
        let broken = result.reports.count { !$0.isRead }
        let files = broken == 1 ? "file" : "files"
        let unread =
            broken == 0 ? [] : ["\(broken) \(files) could not be read: why stands under What was read"]
        return unread + passedOver(result, hint: "What was read names them")
            + partlyRead(result.reports, hint: "which parts stands under What was read")
    }

    /// A line on the files that no reader knows; none where there are no such files.
    private static func passedOver(_ result: ImportResult, hint: String) -> [String] {
        let count = result.passedOver.count
        let files = count == 1 ? "file is of a kind that is" : "files are of kinds that are"
        return count == 0 ? [] : ["\(count) \(files) not read: \(hint)"]
    }

    /// A line on the files that were read without everything in them; none where there are no such files.
    private static func partlyRead(_ reports: [FileReport], hint: String) -> [String] {
        let partly = reports.count { $0.isRead && !($0.notices.isEmpty && $0.issues.isEmpty) }
        let files = partly == 1 ? "file was" : "files were"
        return partly == 0 ? [] : ["\(partly) \(files) read in part: \(hint)"]
    }

    /// A line for each file that could not be read, the first ones, and how many lines more there would be.
    private static func problems(of reports: [FileReport]) -> [String] {
        let broken = reports.filter { !$0.isRead }
        let lines = broken.prefix(10).map { report in
            let notice = report.notices.first
            let place = notice.map { $0.location.isEmpty ? "" : ", \($0.location)" } ?? ""
            return "\(report.path)\(place): \(notice?.reason ?? "not a format that is read")"
        }
        return lines + (broken.count > 10 ? ["… and \(broken.count - 10) more files that could not be read"] : [])
            + partlyRead(reports, hint: "firebreak import says which parts")
    }
}
