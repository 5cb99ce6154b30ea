import Console
import CursesTerminal
import PlainText
import TerminalKit

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What stands in the way of the console here, and what to do about it.
struct DoctorReport {
    private enum Verdict: String {
        case good = "ok"
        /// It works, though not as well as it could.
        case poor = "poor"
        case wrong = "wrong"
    }

    private var lines: [(verdict: Verdict, subject: String, words: String)] = []

    init(
        terminal: TerminalDescription, folders: UserFolders, hasSample: Bool,
        variable: (String) -> String? = { getenv($0).map { String(cString: $0) } }
    ) {
        check(terminal, term: variable("TERM") ?? "")
        checkColors(terminal, isRefused: !(variable("NO_COLOR") ?? "").isEmpty)
        checkLocale(terminal, names: ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty })
        checkMultiplexer(variable)
        check(folders)
        checkState(folders)
        add(
            hasSample ? .good : .poor, "sample data",
            hasSample ? "the bundled incident is there" : "not beside the program: name a source to open the console")
    }

    /// Whether nothing is wrong.
    var isWell: Bool { lines.allSatisfy { $0.verdict != .wrong } }

    /// A line for each check.
    var text: String {
        let width = lines.map(\.subject.count).max() ?? 0
        return lines.map {
            "\($0.verdict.rawValue.padded(to: 5))  \($0.subject.padded(to: width))  \($0.words.printable)\n"
        }.joined()
    }

    private mutating func add(_ verdict: Verdict, _ subject: String, _ words: String) {
        lines.append((verdict, subject, words))
    }

    private mutating func check(_ terminal: TerminalDescription, term: String) {
        if terminal.hasOutput, terminal.hasInput {
            add(.good, "terminal", "input and output are a terminal")
        } else {
            let missing = terminal.hasOutput ? "input" : "output"
            add(.wrong, "terminal", "\(missing) is none: run it in a terminal; elsewhere the answer comes as text")
        }
        if term.isEmpty {
            add(.wrong, "TERM", "not set: export TERM=xterm-256color, or what the terminal is")
        } else if !terminal.isDescribed {
            add(.wrong, "TERM", "nothing describes \(term): install its terminfo, or export TERM=xterm-256color")
        } else if !terminal.placesCursor {
            add(.wrong, "TERM", "\(term) cannot place the cursor: the answer comes as text")
        } else {
            add(.good, "TERM", terminal.name == term ? term : "\(term), drawn as \(terminal.name)")
        }
    }

    private mutating func checkColors(_ terminal: TerminalDescription, isRefused: Bool) {
        if isRefused {
            add(.good, "colours", "none, as NO_COLOR asks")
        } else if terminal.colors <= 0 {
            add(.good, "colours", "none: words and signs say the same")
        } else if terminal.hasAllColors {
            add(.good, "colours", "all")
        } else {
            let hint = terminal.colors < 256 ? "; a TERM that ends in -256color shows more, if the terminal does" : ""
            add(.good, "colours", "\(terminal.colors)\(hint)")
        }
        add(.good, "mouse", terminal.hasMouse ? "can be reported; it is off until it is asked for" : "none")
    }

    private mutating func checkLocale(_ terminal: TerminalDescription, names: String?) {
        let name = names ?? "not set"
        add(
            terminal.isUTF8 ? .good : .poor, "locale",
            terminal.isUTF8 ? name : "\(name): not UTF-8, so that only ASCII is drawn; export LANG=C.UTF-8")
    }

    private mutating func checkMultiplexer(_ variable: (String) -> String?) {
        if variable("TMUX") != nil {
            add(.good, "tmux", "esc may come late (escape-time); q and backspace go back as well")
        } else if variable("STY") != nil {
            add(.good, "screen", "runs in GNU screen")
        }
    }

    /// Whether what is to be remembered can be written, also where the folder has still to be made.
    private mutating func checkState(_ folders: UserFolders) {
        guard let state = folders.state else { return }
        var folder = state
        while access(folder, F_OK) != 0, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            folder = String(folder[..<slash])
        }
        let isWritable = access(folder, W_OK) == 0
        add(
            isWritable ? .good : .poor, "state",
            isWritable ? state : "\(folder) cannot be written: nothing is remembered between sessions")
    }

    private mutating func check(_ folders: UserFolders) {
        guard let file = folders.configurationFile else {
            return add(.poor, "config", "HOME is not set: nothing can be configured or remembered")
        }
        guard access(file, F_OK) == 0 else {
            return add(.good, "config", "\(file) is not there: nothing is configured")
        }
        guard access(file, R_OK) == 0 else { return add(.wrong, "config", "\(file) cannot be read") }
        let configuration = UserConfiguration.read(folders)
        for problem in configuration.problems {
            add(problem.isWarning ? .poor : .wrong, "config", problem.description)
        }
        if configuration.problems.isEmpty { add(.good, "config", file) }
        guard let theme = configuration.theme else { return }
        do throws(CommandFailure) {
            let problems = try Themes.outcome(named: theme).problems
            for problem in problems { add(problem.isWarning ? .poor : .wrong, "theme", problem.description) }
            if problems.isEmpty { add(.good, "theme", theme) }
        } catch { add(.wrong, "theme", "\(file):\(configuration.themeLine ?? 0): \(error.message)") }
    }
}
