import ArgumentParser
import Casebook
import PlainText

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct CaseUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Takes back what the analyst did last, or one entry: an entry of its own.",
        discussion: """
            A merge is taken back as a whole, with all that it brought and what was settled of it. What somebody built on \
            is not taken back: who did, and by which entry, is said, and that has to be undone first.
            """)

    @OptionGroup var named: CaseArguments
    @Option(help: ArgumentHelp("What is taken back, whoever did it.", valueName: "ENTRY")) var entry: Int?
    @Flag(help: "Also where that is that evidence was added or removed.") var evidence = false

    func run() throws {
        let work = try CaseWork(named)
        try work.write(measures: true) { () throws(CaseError) in
            try work.file.undo(by: work.author, entry: entry, evidence: evidence)
        }
    }
}

struct CaseRedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Does again what the analyst undid last, or one entry: an entry of its own.")

    @OptionGroup var named: CaseArguments
    @Option(help: ArgumentHelp("What is done again, whoever took it back.", valueName: "ENTRY")) var entry: Int?

    func run() throws {
        let work = try CaseWork(named)
        try work.write(measures: true) { () throws(CaseError) in try work.file.redo(by: work.author, entry: entry) }
    }
}

struct CaseRecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Adds changes from standard input, a JSON object a line, as the journal has them.",
        discussion: """
            Each line is an action such as {"mark":{"items":[{"entity":"ID"}]}}; docs/case.md lists them. Its entry's number \
            and hash are printed once it is on the disk. The first line that makes no sense ends the command; what was \
            printed before stays. Ids are not looked up.
            """)

    @OptionGroup var named: CaseArguments

    func run() throws {
        let file = try named.open()
        var number = 0
        while let line = readLine() {
            number += 1
            guard !line.isEmpty else { continue }
            guard let action = try? JSONDecoder().decode(CaseAction.self, from: Data(line.utf8)), action.isRecordable
            else { throw CommandFailure.caseText("line \(number) is no action that can be recorded") }
            let receipt = try CommandFailure.onCase(named.file) { () throws(CaseError) in
                try file.append([action], by: named.author())
            }
            for entry in receipt.written { Output.write("\(entry.sequence) \(entry.hash)\n") }
        }
    }
}

extension CaseAction {
    /// Whether people may write it by hand: not what only the program knows to be so.
    fileprivate var isRecordable: Bool {
        switch self {
        case .open, .measure, .verify, .merge, .salvage: false
        default: true
        }
    }
}

struct CaseMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Takes over what another copy of the case has; the copy is not changed.",
        discussion: """
            Where both changed the same thing, this case stays as it is and the other's change is set aside: firebreak case \
            info lists the conflicts, firebreak case settle ends them. Ends with status 1 when there are any. firebreak case \
            undo --entry N takes back one of the entries that are listed, or, with the number of the merge, all of them: as \
            long as nothing that was decided since builds on them. Merging the same copy again does not bring them back; \
            firebreak case redo does.
            """)

    @OptionGroup var named: CaseArguments
    @Argument(help: ArgumentHelp("The other copy.", valueName: "OTHER"), completion: .file()) var other: String
    @Flag(help: "Also where OTHER is another case, and no copy of this one.") var otherCase = false

    func run() throws {
        let work = try CaseWork(named)
        let copy = try CommandFailure.onCase(other) { () throws(CaseError) in try CaseFile(opening: other) }
        guard otherCase || copy.identifier == work.file.identifier else {
            throw CommandFailure.caseText(
                "\(other) is another case ('\(copy.state.title)'), and not a copy of this one; nothing was taken over. "
                    + "What it says is taken into this case for good with --other-case")
        }
        let outcome = try CommandFailure.onCase(named.file) { () throws(CaseError) in
            try work.file.merge(copy, by: work.author)
        }
        work.say(outcome.taken)
        Output.write("\(outcome.taken.count) taken over, \(outcome.setAside) of them set aside\n")
        if let entry = outcome.entry {
            let undo = ShellWord.line(["firebreak", "case", "undo", named.file, "--entry", String(entry)])
            Output.write("  \(undo) takes all of it back, while nothing that was decided since builds on it\n")
        }
        if outcome.taken.isEmpty, let entry = outcome.takenBack {
            let redo = ShellWord.line(["firebreak", "case", "redo", named.file, "--entry", String(entry)])
            Output.write("  entry \(entry), which took it over before, was taken back: \(redo) brings it back\n")
        }
        if !outcome.taken.isEmpty { try work.measure() }
        Output.write("  head \(work.file.head)\n")
        if !outcome.state.conflicts.isEmpty { throw AnswerIsNo() }
    }
}

struct CaseSettleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Ends a conflict: lets a change that was set aside take effect, or dismisses it.",
        discussion: """
            firebreak case undo takes that back like any other change: what was set aside is an open conflict again.
            """)

    enum Choice: String, ExpressibleByArgument, CaseIterable { case take, dismiss }

    @OptionGroup var named: CaseArguments
    @Argument(help: ArgumentHelp("The entry that was set aside.", valueName: "ENTRY")) var entry: Int
    @Argument(help: ArgumentHelp("What becomes of it.", valueName: "CHOICE")) var choice: Choice

    func run() throws {
        let work = try CaseWork(named)
        try work.change([.settle(entry: entry, takes: choice == .take)], measures: true)
    }
}

struct CaseSalvageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "salvage", abstract: "Saves what can be read of a damaged case to a new one.")

    @OptionGroup var named: CaseArguments
    @Option(name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("The new case.", valueName: "FILE"))
    var output: String

    func run() throws {
        let salvage = try CommandFailure.onCase(named.file) { () throws(CaseError) in
            try CaseSalvage(path: named.file)
        }
        guard salvage.count > 0 else {
            throw CommandFailure.caseText("no entry of a journal can be read in \(named.file); nothing was written")
        }
        let saved = try CommandFailure.onCase(output) { () throws(CaseError) in
            try salvage.save(to: output, by: named.author(), version: Firebreak.configuration.version)
        }
        Output.write(CommandFailure.words(for: salvage, to: saved.path).printable + "\n")
    }
}
