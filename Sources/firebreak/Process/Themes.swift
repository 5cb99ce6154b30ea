import Intake
import PlainText
import TerminalKit

/// Finds a theme: a built-in one by its name, or a file by its path.
enum Themes {
    /// The theme called `name`. What is wrong in a theme file is said on standard error; the rest of it is used.
    static func theme(named name: String) throws(CommandFailure) -> Theme {
        let library = ThemeLibrary()
        if let outcome = library.theme(named: name) { return outcome.theme }
        guard let bytes = try? LocalFiles().read(name, limit: 1 << 20) else {
            throw .unknownTheme(name, known: ThemeLibrary.builtInNames)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let outcome = library.theme(named: name, source: ThemeLibrary.Source(text: text, file: name))
        for problem in outcome.problems { Output.diagnose(problem.description) }
        return outcome.theme
    }
}
