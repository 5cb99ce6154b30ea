import Inventory
import TerminalKit

extension ConsoleScript {
    /// Reads a script.
    public init(parsing text: String) throws(Problem) {
        self.init()
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            if line.hasPrefix("|") {
                guard case .screen(let lines)? = steps.last?.action, steps.last?.line == number - lines.count - 1 else {
                    throw Problem(line: number, text: "a line of a screen, and no 'screen' above it")
                }
                steps[steps.count - 1].action = .screen(lines + [Self.trimmed(line.dropFirst())])
            } else if !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") {
                try read(line, number)
            }
        }
    }

    private mutating func read(_ line: Substring, _ number: Int) throws(Problem) {
        let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        let rest = parts.count > 1 ? String(parts[1]) : ""
        func problem(_ text: String) -> Problem { Problem(line: number, text: text) }
        guard let word = Word(rawValue: name) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw problem("'\(name)' is none of \(words)")
        }
        func add(_ action: Action) { steps.append(Step(line: number, action: action)) }
        switch word {
        case .size:
            guard let size = Size(text: rest) else { throw problem("'\(rest)' is no size such as 80x24") }
            add(.resize(size))
        case .at:
            guard let instant = Instant(text: rest), instant.isBounded else {
                throw problem("'\(rest)' is no time such as 2026-03-15T12:00Z")
            }
            guard !hasBegun else { throw problem("the console is open already: 'at' comes before all keys") }
            opened = instant
        case .place:
            guard !hasBegun else { throw problem("the console is open already: 'place' comes before all keys") }
            do throws(PlaceError) {
                place = try Place(parsing: rest)
            } catch {
                throw problem(error.description)
            }
        case .glyphs:
            guard rest == "ascii" || rest == "unicode" else { throw problem("'\(rest)' is neither ascii nor unicode") }
            add(.glyphs(rest == "ascii" ? .ascii : .unicode))
        case .press:
            do throws(KeyScript.UnknownKey) {
                add(.press(try KeyScript.keys(rest)))
            } catch {
                throw problem("no key is called \(error.name)")
            }
        case .paste: add(.paste(rest))
        case .expect, .reject:
            guard !rest.isEmpty else { throw problem("\(name) what?") }
            add(word == .expect ? .expect(rest) : .reject(rest))
        case .screen: add(.screen([]))
        case .left: add(.left)
        }
    }

    private var hasBegun: Bool {
        steps.contains { step in
            if case .press = step.action { true } else { false }
        }
    }

    /// A line without the spaces at its end, as a screen's text has it.
    static func trimmed(_ line: some StringProtocol) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}

extension Size {
    /// The largest screen that is drawn.
    private static let limit = 1_000

    /// Reads columns and rows, as people say them: `80x24`.
    public init?(text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }.map { Int($0) }
        guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...Self.limit).contains(columns),
            (1...Self.limit).contains(rows)
        else { return nil }
        self.init(rows: rows, columns: columns)
    }
}
