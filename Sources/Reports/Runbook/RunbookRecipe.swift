/// What to do about one sort of thing at its provider: a row in the table of runbooks.
struct RunbookRecipe: Sendable {
    /// What the row is called, in files and for people.
    let name: String
    /// The page of the provider's own documentation that the row follows; nil where there is no provider.
    let reference: String?
    /// Whether the row is about this entity.
    let applies: @Sendable (RunbookSubject) -> Bool
    /// What to do, in order.
    let steps: @Sendable (RunbookSubject) -> [RunbookStep]

    init(
        _ name: String, _ reference: String? = nil, when applies: @escaping @Sendable (RunbookSubject) -> Bool,
        steps: @escaping @Sendable (RunbookSubject) -> [RunbookStep]
    ) {
        self.name = name
        self.reference = reference
        self.applies = applies
        self.steps = steps
    }

    /// Every row: the first one that applies counts, and the last ones always do.
    static let table: [RunbookRecipe] =
        gitHubTokens + gitHubApps + gitHubOtherTokens + gitHubSlots + gitHubRunners + gitHubPeople + amazon + google
        + azure + registries + gitLab + kubernetes + vault + npm + pyPI + code + unknown

    /// The row for `subject`.
    static func row(for subject: RunbookSubject) -> RunbookRecipe? { table.first { $0.applies(subject) } }
}

extension RunbookRecipe {
    /// The steps for `subject`. What was used since it was first held is contained before anybody waits for a replacement.
    func ordered(_ subject: RunbookSubject, isUsedSince: Bool) -> [RunbookStep] {
        let all = steps(subject).map(\.tellingLookAlikes)
        return isUsedSince ? all.filter { $0.phase == .contain } + all.filter { $0.phase != .contain } : all
    }
}
