import PlainText
import TerminalKit

/// What was typed into each kind of prompt, to be typed again.
struct TypedLines: Hashable, Sendable {
    /// The prompts that remember, each what was typed into it.
    enum Kind: String, Hashable, Sendable, CaseIterable { case filter, search, command, note, reason }

    /// How many lines each remembers; the oldest go first.
    static let limit = 50
    /// How long a line may be that is saved.
    private static let length = 4_096

    /// The lines of each kind, the last one last.
    private var lines: [Kind: [String]] = [:]
    /// The lines that are forgotten when the console is left.
    private var fleeting: Set<String> = []

    subscript(kind: Kind) -> [String] { lines[kind] ?? [] }

    /// Remembers a line as the last of its kind, where it says something; a fleeting one only until the console is left.
    mutating func remember(_ text: String, as kind: Kind, isFleeting: Bool = false) {
        guard !text.allSatisfy(\.isWhitespace) else { return }
        let others = self[kind].filter { $0 != text }
        lines[kind] = Array((others + [text]).suffix(Self.limit))
        if isFleeting || text.count > Self.length { fleeting.insert(text) }
    }

    /// What may be saved of it.
    var saved: TypedLines {
        var saved = TypedLines()
        for (kind, lines) in lines { saved.lines[kind] = lines.filter { !fleeting.contains($0) } }
        saved.lines = saved.lines.filter { !$0.value.isEmpty }
        return saved
    }

    var isEmpty: Bool { lines.isEmpty }
}

extension TypedLines: Codable {
    /// Takes what can be typed; a file may hold anything.
    init(from decoder: any Decoder) throws {
        let read = try decoder.singleValueContainer().decode([String: [String]].self)
        for kind in Kind.allCases {
            for line in (read[kind.rawValue] ?? []).suffix(Self.limit)
            where line.count <= Self.length && line == line.printable { remember(line, as: kind) }
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Dictionary(uniqueKeysWithValues: lines.map { ($0.key.rawValue, $0.value) }))
    }
}

extension State {
    /// Remembers what was typed; what looks like a credential is not saved.
    mutating func remember(_ text: String, as kind: TypedLines.Kind) {
        typed.remember(text, as: kind, isFleeting: redact(text) != text)
    }
}

/// An earlier line that stands where another was being typed.
struct Recall: Hashable, Sendable {
    /// How many lines back it is, from 1 on.
    var number: Int
    /// What was being typed before.
    let draft: String

    /// What a key asks for while a line is typed: an earlier line, or a later one; nil for another key. The arrows do so on
    /// an empty line, and from there on until something is typed.
    static func step(for key: Key, in line: LineEditor, _ recall: Recall?) -> Int? {
        switch key {
        case .control("p"): 1
        case .control("n"): -1
        case .up where line.isEmpty || recall != nil: 1
        case .down where recall != nil: -1
        default: nil
        }
    }
}

extension TypedLines {
    /// The line some steps back from what is typed now; nil where there is none.
    func recalled(_ step: Int, from line: LineEditor, _ recall: Recall?, of kind: Kind) -> (LineEditor, Recall?)? {
        let lines = self[kind]
        let (number, draft) = ((recall?.number ?? 0) + step, recall?.draft ?? line.text)
        if recall != nil, number == 0 { return (LineEditor(draft), nil) }
        guard number > 0, number <= lines.count else { return nil }
        return (LineEditor(lines[lines.count - number]), Recall(number: number, draft: draft))
    }
}

extension Prompt {
    /// Under which kind it remembers what is typed; nil where it does not.
    var remembers: TypedLines.Kind? {
        switch purpose {
        case .filter: .filter
        case .search: .search
        case .note: .note
        case .advance, .conclude: .reason
        default: nil
        }
    }
}
