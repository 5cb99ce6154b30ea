import Inventory

/// Secrets of GitHub: what an organisation, a repository or an environment keeps under a name.
extension RunbookRecipe {
    static let gitHubSlots: [RunbookRecipe] = [
        RunbookRecipe("secrets that only a run can name", "https://docs.github.com/en/rest/actions/secrets") {
            $0.kind == .secret && $0.provider == .gitHub && $0.entity.flags.contains(.unknown)
        } steps: { subject in
            [
                RunbookStep(
                    .revoke,
                    "Which secrets these are is decided only when the job runs. Treat every secret that the job "
                        + "can see as read, those of its organisation and environment too: put each of them on the "
                        + "plan, and let the job name its secrets.",
                    GitHubSlot.list(subject.place))
            ]
        },
        RunbookRecipe(
            "GitHub secret",
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets"
        ) {
            $0.kind == .secret && $0.provider == .gitHub
        } steps: {
            slotSteps($0)
        },
        RunbookRecipe("GitHub environment", "https://docs.github.com/en/rest/deployments/environments") {
            $0.kind == .environment && $0.provider == .gitHub
        } steps: { subject in
            let place = subject.place
            let environment = place.environment ?? .unknown("ENVIRONMENT")
            return [
                RunbookStep(
                    .contain,
                    "Require reviewers for the environment, where your plan of GitHub has that, and limit the branches "
                        + "that may deploy to it: repository settings, Environments. The command shows its rules. A "
                        + "job that was let in already keeps what it was given.",
                    RunbookCommand("gh", "api", place.address("/environments/", environment))),
                RunbookStep(
                    .revoke, "Rotate every secret that it grants, each as an item of its own.",
                    RunbookCommand("gh", "secret", "list", "--env", "\(environment)", "--repo", place.fullName)),
            ]
        },
    ]

    private static func slotSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let slot = GitHubSlot(subject.entity)
        let held = subject.targets(.holds).map(\.name)
        let holds = held.isEmpty ? "" : " In it: \(held.prefix(5).joined(separator: ", "))."
        var steps: [RunbookStep] = []
        if subject.attribute("scope") != nil || subject.entity.flags.contains(.inferred) {
            steps.append(
                RunbookStep(
                    .contain,
                    "No source lists this slot: it may lie at the organisation or in an environment. Look before you "
                        + "change it.",
                    GitHubSlot.list(subject.place)))
        }
        steps.append(
            subject.breaks == 0
                ? RunbookStep(
                    .revoke,
                    "No job is known to need it, as far as the sources tell: delete it. A secret of the same name "
                        + "further up takes its place: the repository's that of an environment, the organisation's "
                        + "that "
                        + "of a repository. If something needs it after all, put a new value in instead.", slot.delete()
                )
                : RunbookStep(
                    .replace,
                    "Get a new credential from whoever issues it, and put it in; the tool asks for it, so that it "
                        + "stands in no history. Whoever still has a job, a runner or a workflow that reads the slot "
                        + "reads the new value too: those come first. Dependabot and Codespaces keep secrets of their "
                        + "own, under the same names.",
                    commands: slot.set()))
        steps.append(
            RunbookStep(
                .revoke,
                "A new value in the slot, or none, does not end the old credential: revoke that with whoever issued "
                    + "it, as an item of its own. Jobs that run already still have it." + holds))
        steps.append(
            RunbookStep(
                .check,
                "Nothing is printed: it is gone. Otherwise the time of its last change is later than the decision.",
                slot.show()))
        return steps
    }
}

extension RunbookSubject {
    /// The slots on GitHub that still have it, or had it last.
    var gitHubSlots: [Entity] { slots.filter { Provider(of: $0, type: nil) == .gitHub } }

    /// The step that gives those who need it a new credential; none where nothing is known to break.
    func replacing(_ words: String, _ commands: RunbookCommand...) -> [RunbookStep] { replacing(words, commands) }

    func replacing(_ words: String, _ commands: [RunbookCommand]) -> [RunbookStep] {
        guard breaks > 0 || !slots.isEmpty else { return [] }
        let filling = SlotFilling(of: self)
        let held = slots.isEmpty ? "" : " Then put it into every slot that holds the old one." + filling.others
        return [RunbookStep(.replace, words + held, commands: commands + filling.commands())]
    }
}
