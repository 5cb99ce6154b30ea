/// Events that let someone without write access start a workflow, or with unusual rights, and why that matters.
enum TriggerEvent {
    /// Who can start a workflow by one event.
    struct Row {
        let event: String
        /// In words.
        let note: String
        /// Whether people outside the organisation can cause it in a public repository.
        let isOpenToOutsiders: Bool
    }

    static let table: [Row] = [
        Row(
            event: "pull_request_target", note: "runs with the base repository's rights for a fork's pull request",
            isOpenToOutsiders: true),
        Row(
            event: "workflow_run", note: "runs with full rights after another workflow, whoever started that",
            isOpenToOutsiders: true),
        Row(event: "issue_comment", note: "anyone who can comment starts it", isOpenToOutsiders: true),
        Row(event: "issues", note: "anyone who can open an issue starts it", isOpenToOutsiders: true),
        Row(event: "discussion", note: "anyone who can open a discussion starts it", isOpenToOutsiders: true),
        Row(event: "discussion_comment", note: "anyone who can comment starts it", isOpenToOutsiders: true),
        Row(event: "fork", note: "anyone who forks starts it", isOpenToOutsiders: true),
        Row(event: "watch", note: "anyone who stars the repository starts it", isOpenToOutsiders: true),
        Row(event: "gollum", note: "anyone who can edit the wiki starts it", isOpenToOutsiders: true),
        Row(
            event: "pull_request_review", note: "anyone who can review a pull request starts it",
            isOpenToOutsiders: true),
        Row(
            event: "pull_request_review_comment", note: "anyone who can comment on a pull request starts it",
            isOpenToOutsiders: true),
        Row(
            event: "pull_request", note: "a fork's pull request starts it, with a token that may only read",
            isOpenToOutsiders: false),
        Row(event: "workflow_dispatch", note: "anyone with write access starts it by hand", isOpenToOutsiders: false),
        Row(event: "repository_dispatch", note: "any token with write access starts it", isOpenToOutsiders: false),
        Row(event: "workflow_call", note: "other workflows call it", isOpenToOutsiders: false),
    ]

    static func row(_ event: String) -> Row? { table.first { $0.event == event } }
}
