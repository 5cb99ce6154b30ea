import ArgumentParser
import Console
import CursesTerminal
import PlainText
import TerminalKit

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Checks terminal, locale and configuration, and says what is wrong. Status 1 when something is.")

    func run() throws {
        let report = DoctorReport(
            terminal: TerminalDescription(), folders: UserFolders(), hasSample: (try? BundledSample.path()) != nil)
        Output.write(report.text)
        if !report.isWell { throw AnswerIsNo() }
    }
}
