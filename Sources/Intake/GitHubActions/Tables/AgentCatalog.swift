/// AI agents that are known to run in pipelines, by the action or the command that starts them.
enum AgentCatalog {
    /// An action that starts an agent.
    struct ActionRow {
        /// `owner/repo`, or the start of it when it ends with `/`, in lower case.
        let action: String
        let agent: String
        /// Inputs that hold its credentials.
        let credentials: [String]
    }

    /// A command that starts an agent.
    struct CommandRow {
        let command: String
        /// One of these must follow; empty when the command alone starts it.
        let followedBy: [String]
        let agent: String
    }

    static let actions: [ActionRow] = [
        ActionRow(
            action: "anthropics/claude-code-action", agent: "claude-code",
            credentials: ["anthropic_api_key", "claude_code_oauth_token", "github_token"]),
        ActionRow(
            action: "anthropics/claude-code-base-action", agent: "claude-code",
            credentials: ["anthropic_api_key", "claude_code_oauth_token"]),
        ActionRow(
            action: "anthropics/claude-code-security-review", agent: "claude-code",
            credentials: ["claude-api-key"]),
        ActionRow(action: "openai/codex-action", agent: "codex", credentials: ["openai-api-key"]),
        ActionRow(
            action: "google-github-actions/run-gemini-cli", agent: "gemini",
            credentials: ["gemini_api_key", "google_api_key"]),
        ActionRow(
            action: "google-gemini/gemini-cli-action", agent: "gemini",
            credentials: ["gemini_api_key", "google_api_key"]),
        ActionRow(action: "coderabbitai/", agent: "coderabbit", credentials: []),
        ActionRow(action: "github/copilot", agent: "copilot", credentials: []),
        ActionRow(action: "actions/ai-inference", agent: "ai-inference", credentials: ["token"]),
        ActionRow(action: "sweepai/", agent: "sweep", credentials: []),
        ActionRow(action: "mirrajabi/aider-github-action", agent: "aider", credentials: ["openai_api_key"]),
        ActionRow(action: "qodo-ai/pr-agent", agent: "pr-agent", credentials: []),
        ActionRow(action: "codium-ai/pr-agent", agent: "pr-agent", credentials: []),
        ActionRow(action: "docker://codiumai/pr-agent", agent: "pr-agent", credentials: []),
        ActionRow(action: "cursor/", agent: "cursor", credentials: []),
        ActionRow(action: "all-hands-ai/", agent: "openhands", credentials: []),
        ActionRow(action: "warpdotdev/", agent: "warp", credentials: ["warp_api_key"]),
        ActionRow(action: "sst/opencode/github", agent: "opencode", credentials: []),
        ActionRow(action: "anomalyco/opencode/github", agent: "opencode", credentials: []),
        ActionRow(action: "augmentcode/", agent: "augment", credentials: ["augment_api_token"]),
    ]

    static let commands: [CommandRow] = [
        CommandRow(command: "claude", followedBy: ["-p", "--"], agent: "claude-code"),
        CommandRow(command: "codex", followedBy: ["exec", "--full-auto", "--yolo"], agent: "codex"),
        CommandRow(command: "gemini", followedBy: ["-p", "--prompt", "--yolo", "-y"], agent: "gemini"),
        CommandRow(command: "aider", followedBy: ["-", "."], agent: "aider"),
        CommandRow(command: "cursor-agent", followedBy: [], agent: "cursor"),
        CommandRow(command: "copilot", followedBy: ["-p", "--prompt", "--allow-all-tools"], agent: "copilot"),
        CommandRow(command: "q", followedBy: ["chat"], agent: "amazon-q"),
        CommandRow(command: "goose", followedBy: ["run"], agent: "goose"),
        CommandRow(command: "opencode", followedBy: ["run"], agent: "opencode"),
    ]

    /// Words with which an agent is told to act without asking.
    static let autonomousWords = [
        "--dangerously-skip-permissions", "--yolo", "bypasspermissions", "--full-auto", "--allow-all-tools",
        "--dangerously-bypass-approvals-and-sandbox", "danger-full-access", "--trust-all-tools", "--yes-always",
        "--approval-mode yolo", "--approval-mode=yolo",
    ]

    /// What follows a command that only looks after itself.
    private static let housekeeping: Set<String> = [
        "--version", "-v", "-V", "--help", "-h", "mcp", "update", "install", "config", "doctor", "login", "auth",
    ]

    /// An agent that a step starts.
    struct Found: Equatable {
        var agent: String
        /// The line of the action or command.
        var line: Int
        /// Whether the step tells it to act without asking.
        var isAutonomous: Bool
        /// The step's place among the job's.
        var step: Int
        /// Inputs of the step that hold its credentials; empty when it is a command.
        var credentialInputs: [String]
    }

    /// The agents that `steps` start, in their order.
    static func agents(in steps: [StepDefinition]) -> [Found] {
        var found: [Found] = []
        for (place, step) in steps.enumerated() {
            let texts = [step.run?.value ?? ""] + step.inputs.values.map(\.value.inOneLine)
            let isAutonomous = texts.contains { text in
                let text = text.lowercased()
                return autonomousWords.contains { text.contains($0) }
            }
            if let slug = step.uses.flatMap({ ActionReference($0.value) })?.slug, let row = row(ofAction: slug) {
                found.append(
                    Found(
                        agent: row.agent, line: step.uses?.line ?? step.line, isAutonomous: isAutonomous, step: place,
                        credentialInputs: row.credentials))
            } else if let run = step.run, let row = row(ofScript: run.value) {
                found.append(
                    Found(
                        agent: row.agent, line: run.line, isAutonomous: isAutonomous, step: place,
                        credentialInputs: []))
            }
        }
        return found
    }

    private static func row(ofAction slug: String) -> ActionRow? {
        actions.first { row in
            row.action.hasSuffix("/") || row.action == "github/copilot"
                ? slug.hasPrefix(row.action) : slug == row.action
        }
    }

    private static func row(ofScript script: String) -> CommandRow? {
        for line in script.split(whereSeparator: \.isNewline) {
            guard !line.trimmed.hasPrefix("#") else { continue }
            let words = line.split { $0.isWhitespace || "|;&()`$\"".contains($0) }
            for (place, word) in words.enumerated() {
                guard let row = commands.first(where: { word == $0.command || word.hasSuffix("/" + $0.command) }),
                    place == 0 || !["install", "add", "which", "-v", "echo"].contains(words[place - 1])
                else { continue }
                let next = words[(place + 1)...]
                if let first = next.first, housekeeping.contains(String(first)) { continue }
                if row.followedBy.isEmpty { return row }
                let isStarted = next.contains { word in
                    row.followedBy.contains { $0.count <= 2 && $0.hasSuffix("-") ? word.hasPrefix($0) : word == $0 }
                }
                if isStarted { return row }
            }
        }
        return nil
    }
}
