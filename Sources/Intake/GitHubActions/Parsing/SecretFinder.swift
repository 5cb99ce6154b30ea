/// Finds every place in a part of a file that names a secret, with its line.
struct SecretFinder {
    private let lines: [Substring]

    /// `text` is the whole file.
    init(_ text: String) { lines = text.split(omittingEmptySubsequences: false) { $0.isNewline } }

    /// The secrets named in `node`; a text under a key `if` is an expression even without braces.
    func secrets(in node: YAMLNode) -> [SecretUse] {
        var uses: [SecretUse] = []
        collect(node, isCondition: false, into: &uses)
        return uses
    }

    private func collect(_ node: YAMLNode, isCondition: Bool, into uses: inout [SecretUse]) {
        switch node.content {
        case .scalar(let scalar): collect(scalar, line: node.line, isCondition: isCondition, into: &uses)
        case .sequence(let nodes): for node in nodes { collect(node, isCondition: false, into: &uses) }
        case .mapping(let entries):
            for entry in entries { collect(entry.value, isCondition: entry.key == "if", into: &uses) }
        }
    }

    private func collect(_ scalar: YAMLScalar, line: Int, isCondition: Bool, into uses: inout [SecretUse]) {
        let text = scalar.text
        guard text.mentions("secrets") else { return }
        let parts = ExpressionScanner.parts(of: text)
        var isTemplate = false
        for case .expression(let expression, let start) in parts {
            isTemplate = true
            for found in ExpressionScanner.secrets(in: expression) {
                let place = self.line(of: expression, at: start, in: scalar, from: line)
                uses.append(SecretUse(reference: found.reference, line: place))
            }
        }
        if isCondition, !isTemplate {
            for found in ExpressionScanner.secrets(in: text) {
                uses.append(SecretUse(reference: found.reference, line: line))
            }
        }
    }

    /// The line of an expression within a text of several lines.
    private func line(of expression: String, at start: String.Index, in scalar: YAMLScalar, from line: Int) -> Int {
        guard scalar.lastLine > line else { return line }
        if scalar.style == .literal { return line + 1 + scalar.text[..<start].count(where: \.isNewline) }
        // Folding joins lines: the file itself tells where the expression stands.
        let first = expression.prefix { !$0.isNewline }
        let range = max(line - 1, 0)..<min(scalar.lastLine, lines.count)
        guard range.lowerBound < range.upperBound else { return line }
        return lines[range].firstIndex { $0.contains("${{") && $0.contains(first) }.map { $0 + 1 } ?? line
    }
}
