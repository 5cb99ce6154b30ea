import PlainText
import Reports
import TerminalKit

extension State {
    /// Why the list cannot be written to a file.
    var exportObstacle: String? {
        if rows.isPending { return pendingReason }
        return rows.count == 0 || table == nil ? "this list is no table" : nil
    }

    mutating func openExportPrompt() -> [Effect] {
        let parts = [place.view.rawValue, place.section].compactMap { $0 }
        return openPrompt(for: .list, suggesting: "firebreak-\(Self.fileName(parts)).csv")
    }

    /// Why no report can be written.
    var reportObstacle: String? {
        caseObstacle ?? (isWorkKept ? nil : "what was decided is not in the case yet: its report would lack it")
    }

    mutating func openReportPrompt() -> [Effect] {
        let name = casebook.map { $0.name.hasSuffix(".case") ? String($0.name.dropLast(5)) : $0.name } ?? ""
        return openPrompt(for: .report, suggesting: "\(name)-report.html")
    }

    /// Why what was decided cannot be kept as a case.
    var newCaseObstacle: String? { casebook.map { "this is the case \($0.name) already" } }

    mutating func openNewCasePrompt() -> [Effect] {
        let words = title.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return openPrompt(for: .newCase, suggesting: "\(Self.fileName(words.isEmpty ? ["firebreak"] : words)).case")
    }

    private mutating func openPrompt(for paper: Paper, suggesting name: String) -> [Effect] {
        overlay = .prompt(Prompt(purpose: .write(paper, replacing: false), line: LineEditor(suggesting: name)))
        return []
    }

    private static func fileName(_ words: [String]) -> String {
        words.joined(separator: "-").filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }

    /// What is wrong with the name of a file.
    func exportProblem(_ path: String, _ paper: Paper) -> Prompt.Problem? {
        if path.allSatisfy(\.isWhitespace) {
            return Prompt.Problem(text: "a file name, such as \(paper.example)", at: 0)
        }
        guard let endings = paper.endings, !endings.contains(Self.ending(of: path)) else { return nil }
        let known = endings.map { ".\($0)" }
        let words = known.dropLast().joined(separator: ", ") + " or " + (known.last ?? "")
        return Prompt.Problem(text: "the name ends in \(words)", at: path.count)
    }

    /// What follows the last dot of a name, in small letters; empty where there is none.
    private static func ending(of path: String) -> String {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "" }
        return path[path.index(after: dot)...].lowercased()
    }

    mutating func write(_ paper: Paper, to path: String, replacing: Bool) -> [Effect] {
        guard let content = content(of: paper, at: path) else { return [] }
        message = Message(text: "writing \(summary(of: paper)) to \(path)")
        return [.export(Export(path: path, isReplacing: replacing, content: content))]
    }

    /// What is to be written, in the form that the name of the file asks for.
    private func content(of paper: Paper, at path: String) -> Export.Content? {
        let ending = Self.ending(of: path)
        switch paper {
        case .list:
            guard let table, let format = TableReport.Format(rawValue: ending) else { return nil }
            return .list(table, as: format)
        case .report:
            guard let casebook, let format = HandOver.Format(ending: ending) else { return nil }
            return .report(format, of: casebook.name)
        case .newCase: return .newCase(work.present)
        }
    }

    /// What would be written, in few words.
    func summary(of paper: Paper) -> String {
        switch paper {
        case .list: Words.count(table?.rowCount ?? 0, "row")
        case .report: "the report of \(casebook?.name ?? "the case")"
        case .newCase: work.present.summary ?? "a case without marks"
        }
    }

    /// Says what became of a file that was to be written; what would be replaced is asked about. A new case is gone on in.
    mutating func learn(_ outcome: ExportOutcome) -> [Effect] {
        switch outcome {
        case .written(let path, let what):
            message = Message(text: "written: \(what) to \(path)")
        case .exists(let paper, let path):
            guard overlay == nil else {
                message = Message(text: "\(path) is there already and was left alone", tone: .warning)
                return []
            }
            overlay = .prompt(Prompt(purpose: .write(paper, replacing: true), line: LineEditor(suggesting: path)))
        case .failed(let paper, let path, let reason):
            // The name comes back, or what is typed next to mend it would run commands.
            guard overlay == nil else {
                message = Message(text: reason, tone: .warning)
                return []
            }
            // Which file is said by the line itself.
            let words = reason.hasPrefix("\(path) ") ? String(reason.dropFirst(path.count + 1)) : reason
            let problem = Prompt.Problem(text: words, at: path.count)
            overlay = .prompt(
                Prompt(purpose: .write(paper, replacing: false), line: LineEditor(path), problem: problem))
        case .opened(let path, let work):
            guard work == self.work.present else {
                let words = "\(path) is there, without what was decided since: leave, then firebreak --case opens it"
                message = Message(text: words, tone: .warning)
                return []
            }
            return [.open(NextEvidence(sources: sources, casebook: path, place: place))]
        }
        return []
    }
}

extension Paper {
    /// What the name of its file may end in; nil where that does not matter.
    var endings: [String]? {
        switch self {
        case .list: TableReport.Format.allCases.map(\.rawValue)
        case .report: HandOver.Format.allCases.compactMap(\.ending)
        case .newCase: nil
        }
    }

    /// The name of such a file.
    var example: String {
        switch self {
        case .list: "blast.csv"
        case .report: "report.html"
        case .newCase: "night.case"
        }
    }

    /// What stands before the name that is typed.
    func prompt(replacing: Bool) -> String {
        switch self {
        case .list, .report: replacing ? "replace the file: " : "write to: "
        case .newCase: "new case: "
        }
    }

    /// What enter does.
    var deed: String {
        switch self {
        case .list, .report: "enter writes"
        case .newCase: "enter makes it and goes on in it"
        }
    }
}

extension HandOver.Format {
    /// What names of such files end in; nil where it is several files.
    fileprivate var ending: String? {
        switch self {
        case .markdown: "md"
        case .html: "html"
        case .json: "json"
        case .csv: nil
        }
    }

    fileprivate init?(ending: String) {
        guard let format = Self.allCases.first(where: { $0.ending == ending }) else { return nil }
        self = format
    }
}
