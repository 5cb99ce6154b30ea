extension WorkflowParser {
    /// Notes every expression in `node` that GitHub would refuse: what it gives is not known.
    mutating func noteBrokenExpressions(in node: YAMLNode?) {
        switch node?.content {
        case .scalar(let scalar):
            let line = node?.line ?? 1
            let found = finder.lines.expressions(in: scalar, from: line)
            for expression in found.closed where Expression(expression.text) == nil {
                note("an expression that cannot be read; what it gives counts as unknown", expression.line)
            }
            if let line = found.unclosed { note("'${{' that no '}}' closes; what it gives counts as unknown", line) }
        case .sequence(let nodes): for node in nodes { noteBrokenExpressions(in: node) }
        case .mapping(let entries): for entry in entries { noteBrokenExpressions(in: entry.value) }
        case nil: break
        }
    }
}
