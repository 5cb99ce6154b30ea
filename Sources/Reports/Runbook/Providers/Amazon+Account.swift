import Inventory

/// The account of AWS that something is in.
extension RunbookRecipe {
    /// The steps, where the account is known each with a look at who is signed in before its commands: they name users and
    /// roles by names that every account may have.
    static func inAccount(of subject: RunbookSubject, _ steps: [RunbookStep]) -> [RunbookStep] {
        guard let account = amazonAccount(of: subject) else { return steps }
        let look = [
            RunbookCommand(
                "aws", "sts", "get-caller-identity", "--query", "Account", "--output", "text", into: "account"),
            RunbookCommand(
                "test", "\(variable: "account")", "=", "\(.known(account))",
                suffix: " || { printf '%s\\n' 'STOP: another account of AWS is signed in' >&2; false; }",
                isCheck: true),
        ]
        return steps.map { $0.commands.isEmpty ? $0 : RunbookStep($0.phase, $0.words, commands: look + $0.commands) }
    }

    /// The number of the account: in its own resource name or that of whom it belongs to, in an id that starts with it, or
    /// beside it.
    private static func amazonAccount(of subject: RunbookSubject) -> String? {
        let named = [subject.entity.id, subject.account?.id].compactMap { $0 }.compactMap { id -> String? in
            let parts = id.split(separator: ":", omittingEmptySubsequences: false)
            if parts.count > 5, parts[0] == "arn" { return String(parts[4]) }
            let levels = id.split(separator: "/", omittingEmptySubsequences: false)
            return levels.count > 2 && levels[0] == "aws" ? String(levels[1]) : nil
        }
        let told = subject.attribute("account_id", "account", "aws_account_id", "accountid")
        return (named + [told].compactMap { $0 }).first(where: IdentifierShape.number.accepts)
    }
}
