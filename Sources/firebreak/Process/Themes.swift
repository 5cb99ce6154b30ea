import Console
import Intake
import PlainText
import TerminalKit

/// Finds a theme: one of the user's or a built-in one by its name, or a file by its path.
enum Themes {
    /// The theme called `name`, and what is wrong with it; where that is nil, the configured one, which must not keep the
    /// console from opening.
    static func theme(
        named name: String?, _ configuration: Configuration
    ) throws(CommandFailure) -> (theme: Theme, problems: [String]) {
        func used(_ name: String) throws(CommandFailure) -> (theme: Theme, problems: [String]) {
            let outcome = try outcome(named: name)
            return (outcome.theme, outcome.problems.map(\.description))
        }
        if let name { return try used(name) }
        guard let configured = configuration.theme else { return try used(ThemeLibrary.defaultName) }
        do {
            return try used(configured)
        } catch {
            let place = [UserFolders().configurationFile, configuration.themeLine.map(String.init)].compactMap { $0 }
            let problem = "\(place.joined(separator: ":").printable): \(error.message)"
            return (try used(ThemeLibrary.defaultName).theme, [problem])
        }
    }

    /// The theme called `name`. What is wrong in a theme file is said on standard error; the rest of it is used.
    static func theme(named name: String) throws(CommandFailure) -> Theme {
        let outcome = try outcome(named: name)
        for problem in outcome.problems { Output.diagnose(problem.description) }
        return outcome.theme
    }

    /// The theme called `name`, and what is wrong in its file and in those that it inherits.
    static func outcome(named name: String) throws(CommandFailure) -> ThemeLibrary.Outcome {
        let library = ThemeLibrary(read: source)
        if let outcome = library.theme(named: name) { return outcome }
        guard let bytes = try? LocalFiles().read(name, limit: sizeLimit) else {
            throw .unknownTheme(name, known: ThemeLibrary.builtInNames + ownNames)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return library.theme(named: name, source: ThemeLibrary.Source(text: text, file: name))
    }

    private static let sizeLimit = 1 << 20

    /// The names of the user's own themes, as far as they are not those of built-in ones.
    private static var ownNames: [String] {
        guard let folder = UserFolders().themes, let files = try? LocalFiles().names(in: folder) else { return [] }
        return files.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map { String($0.dropLast(ending.count)) }
            .filter { !ThemeLibrary.builtInNames.contains($0) }.sorted()
    }

    private static let ending = ".theme"

    /// The user's own theme with a name.
    @Sendable private static func source(_ name: String) -> ThemeLibrary.Source? {
        guard !name.contains("/"), let folder = UserFolders().themes else { return nil }
        let file = "\(folder)/\(name)\(ending)"
        guard let bytes = try? LocalFiles().read(file, limit: sizeLimit) else { return nil }
        return ThemeLibrary.Source(text: String(decoding: bytes, as: UTF8.self), file: file)
    }
}
