import TerminalKit

/// A script that is played on a console of its own, up to the first difference.
public struct ScriptRun {
    /// Where the console was not as the script says.
    public struct Difference: Sendable {
        /// The line of the script, from 1.
        public let line: Int
        /// What differs, in words.
        public let words: String
        /// The screen at that moment.
        public let screen: String
    }

    /// The first difference; nil when all was as written.
    public private(set) var difference: Difference?
    /// How many checks were as written.
    public private(set) var checks = 0
    /// What each `screen` showed, by its line.
    private var screens: [Int: [String]] = [:]

    private var console: SettledConsole
    private var glyphs = Glyphs.unicode

    init(_ script: ConsoleScript, on console: SettledConsole, isRecording: Bool = false) {
        self.console = console
        for step in script.steps where difference == nil {
            if let words = play(step, isRecording: isRecording) {
                difference = Difference(line: step.line, words: words, screen: screen.text)
            }
        }
    }

    private var screen: Screen { console.screen(console.state.size, look: Look(glyphs: glyphs)) }

    /// Plays one step.
    /// - Returns: What is not as written.
    private mutating func play(_ step: ConsoleScript.Step, isRecording: Bool) -> String? {
        switch step.action {
        case .resize(let size): console.apply(.resize(size))
        case .glyphs(let repertoire): glyphs = Glyphs(repertoire)
        case .paste(let text): console.apply(.paste(text))
        case .press(let keys):
            for key in keys {
                if console.hasEnded { return "\(key.script) is pressed after the analyst left" }
                console.apply(.key(key))
            }
        case .expect(let text):
            if !screen.text.contains(text) { return "the screen does not hold: \(text)" }
            checks += 1
        case .reject(let text):
            if screen.text.contains(text) { return "the screen holds: \(text)" }
            checks += 1
        case .screen(let lines):
            let shown = screen.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            screens[step.line] = shown
            if !isRecording, shown != lines { return "the screen differs:\n" + Self.difference(lines, shown) }
            checks += 1
        case .left:
            if !console.hasEnded { return "the analyst has not left" }
            checks += 1
        }
        return nil
    }

    /// The lines that differ: `-` as written, `+` as shown.
    private static func difference(_ written: [String], _ shown: [String]) -> String {
        (0..<max(written.count, shown.count)).flatMap { index -> [String] in
            let old = index < written.count ? written[index] : nil
            let new = index < shown.count ? shown[index] : nil
            guard old != new else { return [] }
            return [old.map { "\(index + 1) - \($0)" }, new.map { "\(index + 1) + \($0)" }].compactMap { $0 }
        }.joined(separator: "\n")
    }

    /// The text of the script with every `screen` as it was shown.
    func recorded(_ text: String) -> String {
        var lines: [String] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        where !line.hasPrefix("|") {
            lines.append(String(line))
            lines += (screens[index + 1] ?? []).map { "|" + $0 }
        }
        return lines.joined(separator: "\n")
    }
}

extension ConsoleRuntime {
    /// Plays a script on a console of its own, which begins where the script says.
    public func play(_ script: ConsoleScript) throws(PlaceProblem) -> ScriptRun {
        ScriptRun(script, on: try settled(visiting: script.place, size: ScriptRun.size))
    }

    /// The text of a script with every `screen` as it is now, and what differs besides.
    public func record(_ text: String, _ script: ConsoleScript) throws(PlaceProblem) -> (text: String, ScriptRun) {
        let run = ScriptRun(script, on: try settled(visiting: script.place, size: ScriptRun.size), isRecording: true)
        return (run.recorded(text), run)
    }

    /// The picture after some keys at a place, with everything computed.
    public func picture(
        of place: Place, after keys: [Key], size: Size, look: Look
    ) throws(PlaceProblem) -> Screen {
        var console = try settled(visiting: place, size: size)
        for key in keys where !console.hasEnded { console.apply(.key(key)) }
        return console.screen(size, look: look)
    }
}

extension ScriptRun {
    /// The screen with which a script begins.
    static let size = Size(rows: 24, columns: 80)
}
