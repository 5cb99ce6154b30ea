import Inventory

/// Finds the job of a workflow file that GitHub shows under a title.
struct JobTitles {
    /// The texts that must occur in a title, in order, with anything between them.
    private struct Pattern {
        var key: String
        var pieces: [String]
        /// Whether the matrix may add its values in brackets.
        var hasMatrix: Bool
        var calls: Bool
        var literalLength: Int { pieces.reduce(0) { $0 + $1.count } }
    }

    private let patterns: [Pattern]

    init(_ definition: WorkflowDefinition) {
        patterns = definition.jobs.flatMap { job -> [Pattern] in
            let calls = job.call != nil, hasMatrix = job.matrix != nil
            var patterns = [Pattern(key: job.key, pieces: [job.key], hasMatrix: hasMatrix, calls: calls)]
            if let name = job.name {
                patterns.insert(
                    Pattern(key: job.key, pieces: Self.pieces(of: name), hasMatrix: hasMatrix, calls: calls), at: 0)
            }
            return patterns
        }
    }

    /// The key of the job called `title`: the one that says most of it literally.
    func key(of title: String) -> String? {
        let fitting = patterns.filter { fits($0, title) }
        guard let best = fitting.map(\.literalLength).max() else { return nil }
        return fitting.first { $0.literalLength == best }?.key
    }

    private func fits(_ pattern: Pattern, _ title: String) -> Bool {
        var titles = [title]
        if pattern.calls {
            // `caller / called / called by that one`
            var rest = title[...]
            while let slash = rest.lastRange(of: " / ") {
                rest = rest[..<slash.lowerBound]
                titles.append(String(rest))
            }
        }
        return titles.contains { title in
            if Self.matches(pattern.pieces, title) { return true }
            guard pattern.hasMatrix, title.hasSuffix(")") else { return false }
            var rest = title[...]
            while let bracket = rest.lastRange(of: " (") {
                rest = rest[..<bracket.lowerBound]
                if Self.matches(pattern.pieces, String(rest)) { return true }
            }
            return false
        }
    }

    /// The plain parts of a name; an empty one where an expression stands at an end.
    private static func pieces(of name: String) -> [String] {
        var pieces = [""]
        for part in ExpressionScanner.parts(of: name) {
            switch part {
            case .plain(let text): pieces[pieces.count - 1] += text
            case .expression: pieces.append("")
            }
        }
        return pieces
    }

    /// Whether `title` consists of the pieces in their order, with anything in between.
    private static func matches(_ pieces: [String], _ title: String) -> Bool {
        guard let first = pieces.first, let last = pieces.last else { return false }
        if pieces.count == 1 { return title == first }
        guard title.hasPrefix(first) else { return false }
        var rest = title.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count >= last.count && rest.hasSuffix(last)
    }

    /// A title as part of an id, for jobs that no file tells.
    static func sanitized(_ title: String) -> String {
        let text = title.map { character -> Character in
            character.isLetter || character.isNumber || "-_.".contains(character) ? character : "-"
        }
        return text.isEmpty ? "unnamed" : String(text)
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The last place where `other` occurs. O(n·m).
    fileprivate func lastRange(of other: String) -> Range<Index>? { self[...].ranges(of: other).last }
}
