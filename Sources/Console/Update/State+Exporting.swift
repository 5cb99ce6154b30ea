import PlainText
import Reports
import TerminalKit

extension State {
    /// Why the list cannot be written to a file.
    var exportObstacle: String? {
        if rows.isPending { return "still computing" }
        return rows.count == 0 || table == nil ? "this list is no table" : nil
    }

    mutating func openExportPrompt() -> [Effect] {
        let parts = [place.view.rawValue, place.section].compactMap { $0 }
        let name = parts.joined(separator: "-").filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        let line = LineEditor(suggesting: "firebreak-\(name).csv")
        overlay = .prompt(Prompt(purpose: .export(replacing: false), line: line))
        return []
    }

    /// The format that the name of a file asks for; nil when it asks for another.
    static func exportFormat(of path: String) -> TableReport.Format? {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        return TableReport.Format(rawValue: path[path.index(after: dot)...].lowercased())
    }

    /// What is wrong with the name of a file.
    func exportProblem(_ path: String) -> Prompt.Problem? {
        if path.allSatisfy(\.isWhitespace) { return Prompt.Problem(text: "a file name, such as blast.csv", at: 0) }
        if Self.exportFormat(of: path) == nil {
            return Prompt.Problem(text: "the name ends in .csv or .json", at: path.count)
        }
        return nil
    }

    mutating func export(to path: String, replacing: Bool) -> [Effect] {
        guard let table, let format = Self.exportFormat(of: path) else { return [] }
        message = Message(text: "writing \(Words.count(table.rowCount, "row")) to \(path)")
        return [
            .export(
                Export(path: path, isReplacing: replacing, format: format, table: table, rowCount: table.rowCount))
        ]
    }

    /// Says what became of a list that was to be written; what would be replaced is asked about.
    mutating func learn(_ outcome: ExportOutcome) {
        switch outcome {
        case .written(let path, let rows):
            message = Message(text: "written: \(Words.count(rows, "row")) to \(path)")
        case .exists(let path):
            guard overlay == nil else {
                message = Message(text: "\(path) is there already and was left alone", tone: .warning)
                return
            }
            overlay = .prompt(Prompt(purpose: .export(replacing: true), line: LineEditor(suggesting: path)))
        case .failed(let path, let reason):
            // The name comes back, or what is typed next to mend it would run commands.
            guard overlay == nil else {
                message = Message(text: reason, tone: .warning)
                return
            }
            let problem = Prompt.Problem(text: reason, at: path.count)
            overlay = .prompt(
                Prompt(purpose: .export(replacing: false), line: LineEditor(path), problem: problem))
        }
    }
}
