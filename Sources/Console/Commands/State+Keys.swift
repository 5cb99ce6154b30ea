import TerminalKit

extension State {
    /// The key that runs a command, for words about it; where it is unbound, what to type in the palette.
    func key(_ command: Command.ID, _ glyphs: Glyphs = .ascii) -> String {
        keymap.label(of: command, glyphs) ?? ":\(Command[command]?.label(in: place.view) ?? command.rawValue)"
    }
}
