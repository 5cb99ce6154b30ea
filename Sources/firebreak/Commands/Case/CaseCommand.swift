import ArgumentParser

struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Keeps a case: what was found, decided and done, in a journal that shows tampering.",
        discussion: """
            A case is one file. It names its evidence by the hash of its content and never changes it. Every change is an \
            entry of its journal, with who did it and when, on the disk before the command says so; undo is an entry too. \
            docs/case.md says how to check the journal with other tools.
            """,
        subcommands: [
            CaseNewCommand.self, CaseInfoCommand.self, CaseJournalCommand.self, CaseCheckCommand.self,
            CaseAddCommand.self, CaseDeclareCommand.self, CaseMarkCommand.self, CaseUnmarkCommand.self,
            CaseStateCommand.self, CaseNoteCommand.self, CaseVerdictCommand.self, CaseTagCommand.self,
            CaseAssignCommand.self, CaseUndoCommand.self, CaseRedoCommand.self, CaseRecordCommand.self,
            CaseMergeCommand.self, CaseSettleCommand.self, CaseReplayCommand.self, CaseVerifyCommand.self,
            CaseExportCommand.self, CaseSalvageCommand.self,
        ])
}
