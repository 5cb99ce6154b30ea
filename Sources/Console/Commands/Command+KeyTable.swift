import PlainText
import TerminalKit

extension Command {
    /// The printed table of all keys, which documentation and a test keep.
    static var keyTable: String {
        let width = table.map { keyNames($0).count }.max() ?? 0
        let idWidth = table.map(\.id.rawValue.count).max() ?? 0
        return Group.allCases.map { group in
            let lines = table.filter { $0.group == group }.map { command in
                "  \(keyNames(command).padded(to: width))  \(command.id.rawValue.padded(to: idWidth))  \(command.description)"
            }
            return ([group.rawValue] + lines).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// The keys of a command where nothing else is configured, as a configuration would have them.
    static func keyNames(_ command: Command) -> String {
        command.keys.map { $0.label(.ascii) }.joined(separator: ", ")
    }
}
