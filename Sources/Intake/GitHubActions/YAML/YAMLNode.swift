/// A YAML value and the place where it stands. Scalars keep their text: `on`, `1.10` and `yes` are what was written.
struct YAMLNode {
    enum Content {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }

    var content: Content
    /// From 1.
    var line: Int
    /// How many values it holds once every alias is written out, itself included.
    var weight = 1

    static func null(line: Int) -> YAMLNode {
        YAMLNode(content: .scalar(YAMLScalar(text: "", style: .plain, lastLine: line)), line: line)
    }
}

/// A key and its value.
struct YAMLEntry {
    var key: String
    /// The key's line, from 1.
    var line: Int
    var value: YAMLNode
}

/// A text and how it was written.
struct YAMLScalar {
    enum Style { case plain, quoted, literal, folded }

    var text: String
    var style: Style
    /// The last line that it takes up in the file.
    var lastLine: Int

    /// Whether it stands for nothing: empty, `~` or `null`, without quotes.
    var isNull: Bool { style == .plain && ["", "~", "null", "Null", "NULL"].contains(text) }
}

extension YAMLNode {
    /// The text of a scalar that is not null.
    var text: String? {
        guard case .scalar(let scalar) = content, !scalar.isNull else { return nil }
        return scalar.text
    }

    var isNull: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.isNull
    }

    /// The text with its line.
    var located: Located<String>? { text.map { Located($0, line: line) } }

    var sequence: [YAMLNode]? {
        guard case .sequence(let nodes) = content else { return nil }
        return nodes
    }

    var mapping: [YAMLEntry]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    /// The value of `key`, when this is a mapping that has it.
    subscript(key: String) -> YAMLNode? { entry(key)?.value }

    /// The entry of `key`, when this is a mapping that has it.
    func entry(_ key: String) -> YAMLEntry? { mapping?.first { $0.key == key } }

    /// The texts of a sequence of scalars, or of one scalar: YAML that says "one or several".
    var texts: [Located<String>] {
        if let located { return [located] }
        return (sequence ?? []).compactMap(\.located)
    }

    /// What the values mean to an expression: quotes make strings, plain `true`, `null` and numbers are themselves.
    var value: ExpressionValue {
        switch content {
        case .scalar(let scalar):
            guard scalar.style == .plain else { return .string(scalar.text) }
            if scalar.isNull { return .null }
            switch scalar.text {
            case "true", "True", "TRUE": return .boolean(true)
            case "false", "False", "FALSE": return .boolean(false)
            default: return ExpressionValue.number(of: scalar.text) == nil ? .string(scalar.text) : .number(scalar.text)
            }
        case .sequence(let nodes): return .array(nodes.map(\.value))
        case .mapping(let entries):
            return .object(entries.map { ExpressionValue.Property(name: $0.key, value: $0.value.value) })
        }
    }
}

/// A value and the line, from 1, on which it is written.
struct Located<Value> {
    var value: Value
    var line: Int

    init(_ value: Value, line: Int) {
        self.value = value
        self.line = line
    }
}

extension Located: Equatable where Value: Equatable {}
