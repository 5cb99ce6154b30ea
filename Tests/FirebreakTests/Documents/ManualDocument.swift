import Foundation

@testable import Console
@testable import firebreak

extension GeneratedDocument {
    /// The manual page: what the command line says of itself, and the console's keys.
    static var manual: GeneratedDocument {
        GeneratedDocument(name: "firebreak.1", text: ManualPage(Firebreak._dumpHelp()).text)
    }
}

/// A manual page in the language of man.
private struct ManualPage {
    private let tool: CommandFacts?

    init(_ help: String) {
        tool = try? JSONDecoder().decode(HelpFacts.self, from: Data(help.utf8)).command
    }

    var text: String {
        guard let tool else { return "" }
        let commands = (tool.subcommands ?? []).filter { $0.commandName != "help" }
        let console = commands.first { $0.commandName == tool.defaultSubcommand }
        return """
            .\\" Written by the tables that the program runs on; see Tests/FirebreakTests/Documents.
            .TH FIREBREAK 1
            .SH NAME
            firebreak \\- \(Self.roff(lowercasedFirst(tool.abstract ?? "")))
            .SH SYNOPSIS
            .B firebreak
            [\\fISOURCE\\fR...] [\\fIOPTIONS\\fR]
            .br
            .B firebreak
            \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]
            .SH DESCRIPTION
            \(Self.roff(tool.discussion ?? ""))
            .SH OPTIONS OF THE CONSOLE
            \(console.map(arguments) ?? "")
            .SH COMMANDS
            \(commands.filter(\.shouldDisplay).map(section).joined(separator: "\n"))
            .SH KEYS OF THE CONSOLE
            What they are where nothing else is configured. In the console, ? lists those that work where you are.
            \(keys)
            .SH CONFIGURATION
            The file \\fIconfig\\fR in \\fI$XDG_CONFIG_HOME/firebreak\\fR (else \\fI~/.config/firebreak\\fR) holds lines
            of \\fIname = value\\fR:
            .PP
            .nf
            \(Self.roff(ConfigurationDocument.example))
            .fi
            .PP
            The names of commands are those in brackets under KEYS OF THE CONSOLE; \\fInone\\fR unbinds one.
            .SH ENVIRONMENT
            .TP
            .B FIREBREAK_CONFIG_DIR
            The folder of the configuration, in place of the one above.
            .TP
            .B XDG_CONFIG_HOME, XDG_STATE_HOME
            Where configuration and what the program remembers stand.
            .TP
            .B NO_COLOR
            When it is set and not empty, no colours are shown.
            .TP
            .B FIREBREAK_ANALYST
            Who acts on a case, where \\fB\\-\\-analyst\\fR does not say.
            .SH EXIT STATUS
            0 done; 1 the answer is no; 2 bad usage or input; 3 an internal failure.

            """
    }

    private func section(_ command: CommandFacts) -> String { section(command, called: command.commandName) }

    /// The command, and behind it those that stand below it.
    private func section(_ command: CommandFacts, called name: String) -> String {
        let own = ".SS \(Self.roff(name))\n\(Self.roff(command.abstract ?? ""))\n\(arguments(command))"
        let below = (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
        return ([own] + below.map { section($0, called: "\(name) \($0.commandName)") }).joined(separator: "\n")
    }

    private func arguments(_ command: CommandFacts) -> String {
        (command.arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.preferredName?.name) }
            .map { argument in
                let name = argument.preferredName.map { ($0.kind == "short" ? "-" : "--") + $0.name }
                let value = argument.kind == "flag" ? nil : argument.valueName.map { $0.uppercased() }
                let head = [name.map { "\\fB\(Self.roff($0))\\fR" }, value.map { "\\fI\(Self.roff($0))\\fR" }]
                let fallback = argument.defaultValue.map { " Default: \($0)." } ?? ""
                let words = (argument.abstract ?? "") + choices(argument) + fallback
                return ".TP\n\(head.compactMap { $0 }.joined(separator: " "))\n\(Self.roff(words))"
            }.joined(separator: "\n")
    }

    private func choices(_ argument: ArgumentFacts) -> String {
        guard let values = argument.allValues, !values.isEmpty else { return "" }
        return " One of \(values.joined(separator: ", "))."
    }

    private var keys: String {
        Command.Group.allCases.map { group in
            let rows = Command.table.filter { $0.group == group }.map { command in
                """
                .TP
                \\fB\(Self.roff(Command.keyNames(command)))\\fR (\(command.id.rawValue))
                \(Self.roff(command.description))
                """
            }
            return ([".SS \(Self.roff(group.rawValue))"] + rows).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func lowercasedFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    /// Text as it stands: backslashes and dashes mean themselves, and no line is taken for a request.
    private static func roff(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-").split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&\($0)" : "\($0)" }.joined(separator: "\n")
    }
}

/// What the command line says of itself, as its library writes it down.
private struct HelpFacts: Decodable {
    let command: CommandFacts
}

private struct CommandFacts: Decodable {
    let commandName: String
    let shouldDisplay: Bool
    let abstract: String?
    let discussion: String?
    let defaultSubcommand: String?
    let subcommands: [CommandFacts]?
    let arguments: [ArgumentFacts]?
}

private struct ArgumentFacts: Decodable {
    struct Name: Decodable {
        let kind: String
        let name: String
    }

    let kind: String
    let shouldDisplay: Bool
    let preferredName: Name?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
}
