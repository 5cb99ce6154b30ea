/// AI agents that are known to run in pipelines, by the action or the command that starts them.
enum AgentCatalog {
    /// An action that starts an agent.
    struct ActionRow {
        /// `owner/repo`, or the start of it when it ends with `/`, in lower case.
        let action: String
        let agent: String
    }

    /// A command that starts an agent.
    struct CommandRow {
        let command: String
        /// One of these must follow; empty when the command alone starts it.
        let followedBy: [String]
        let agent: String
    }

    static let actions: [ActionRow] = [
        ActionRow(action: "anthropics/claude-code-action", agent: "claude-code"),
        ActionRow(action: "anthropics/claude-code-base-action", agent: "claude-code"),
        ActionRow(action: "anthropics/claude-code-security-review", agent: "claude-code"),
        ActionRow(action: "openai/codex-action", agent: "codex"),
        ActionRow(action: "google-github-actions/run-gemini-cli", agent: "gemini"),
        ActionRow(action: "google-gemini/gemini-cli-action", agent: "gemini"),
        ActionRow(action: "coderabbitai/", agent: "coderabbit"),
        ActionRow(action: "github/copilot", agent: "copilot"),
        ActionRow(action: "actions/ai-inference", agent: "ai-inference"),
        ActionRow(action: "sweepai/", agent: "sweep"),
        ActionRow(action: "mirrajabi/aider-github-action", agent: "aider"),
        ActionRow(action: "qodo-ai/pr-agent", agent: "pr-agent"),
        ActionRow(action: "codium-ai/pr-agent", agent: "pr-agent"),
        ActionRow(action: "docker://codiumai/pr-agent", agent: "pr-agent"),
        ActionRow(action: "cursor/", agent: "cursor"),
        ActionRow(action: "all-hands-ai/", agent: "openhands"),
        ActionRow(action: "warpdotdev/", agent: "warp"),
        ActionRow(action: "sst/opencode/github", agent: "opencode"),
        ActionRow(action: "anomalyco/opencode/github", agent: "opencode"),
        ActionRow(action: "augmentcode/", agent: "augment"),
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
    struct Found: Hashable {
        var agent: String
        /// The line of the action or command.
        var line: Int
        /// Whether the step tells it to act without asking.
        var isAutonomous: Bool
    }

    /// The agent that `step` starts, when it starts one.
    static func agent(in step: StepDefinition) -> Found? {
        let agent: String
        let line: Int
        if let uses = step.uses, let slug = ActionReference(uses.value)?.slug, let row = row(ofAction: slug) {
            (agent, line) = (row.agent, uses.line)
        } else if let run = step.run, let row = row(ofScript: run.value) {
            (agent, line) = (row.agent, run.line)
        } else {
            return nil
        }
        let texts = [step.run?.value ?? ""] + step.inputs.values.map(\.value.inOneLine)
        let isAutonomous = texts.contains { text in autonomousWords.contains { text.mentions($0) } }
        return Found(agent: agent, line: line, isAutonomous: isAutonomous)
    }

    private static func row(ofAction slug: String) -> ActionRow? {
        actions.first { row in
            row.action.hasSuffix("/") || row.action == "github/copilot"
                ? slug.hasPrefix(row.action) : slug == row.action
        }
    }

    private static func row(ofScript script: String) -> CommandRow? {
        guard commands.contains(where: { script.mentions($0.command) }) else { return nil }
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
