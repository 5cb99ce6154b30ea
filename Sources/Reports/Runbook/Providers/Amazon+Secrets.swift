import Inventory

/// What AWS Secrets Manager keeps.
extension RunbookRecipe {
    static func amazonSecretSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let isNamed = subject.entity.id.hasPrefix("arn:") && subject.entity.id.contains(":secretsmanager:")
        let secret = Identifier(isNamed ? subject.entity.id : nil, .address, or: "SECRET_ID")
        return [
            RunbookStep(
                .replace,
                "Get a new credential from whoever issues it, and put it in from a file, so that it stands in no "
                    + "history. The old version stays readable as AWSPREVIOUS.",
                RunbookCommand(
                    "aws", "secretsmanager", "put-secret-value", "--secret-id", "\(secret)", "--secret-string",
                    "file://\(.unknown("FILE_WITH_VALUE"))")),
            RunbookStep(
                .revoke,
                "A new value does not end the old credential: revoke that with whoever issued it, as an item of its "
                    + "own."
            ),
            RunbookStep(
                .check, "The version that is AWSCURRENT was made after the decision.",
                RunbookCommand("aws", "secretsmanager", "list-secret-version-ids", "--secret-id", "\(secret)")),
        ]
    }
}
