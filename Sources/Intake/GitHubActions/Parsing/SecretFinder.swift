/// Finds every place in a part of a file that names a secret, with its line.
struct SecretFinder {
    let lines: ExpressionLines

    /// `text` is the whole file.
    init(_ text: String) { lines = ExpressionLines(text) }

    /// The secrets named in `node`; a text under a key `if` is an expression even without braces.
    /// - Parameter key: what is passed over in it.
    func secrets(in node: YAMLNode, except key: String? = nil) -> [SecretUse] {
        var node = node
        if let key, case .mapping(let entries) = node.content {
            node.content = .mapping(entries.filter { $0.key != key })
        }
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
        guard scalar.text.mentions("secrets") else { return }
        var expressions = lines.expressions(in: scalar, from: line).closed
        if isCondition, expressions.isEmpty { expressions = [(scalar.text, line)] }
        for expression in expressions {
            for found in ExpressionScanner.secrets(in: expression.text) {
                uses.append(SecretUse(reference: found.reference, line: expression.line))
            }
        }
    }
}
