// Yams answers a duplicate key by giving up on the whole file, and compares keys by writing out every alias, which a
// hostile file can make endless. The parser beneath it does neither, so the events are taken from there.
internal import CYaml

/// What a YAML file says, one step at a time.
enum YAMLEvent {
    case documentStart
    case documentEnd
    case scalar(YAMLScalar, anchor: String?, line: Int)
    case alias(String, line: Int)
    case sequenceStart(anchor: String?, line: Int)
    case mappingStart(anchor: String?, line: Int)
    case collectionEnd
    case streamEnd
}

/// Why, and where, a text is not YAML.
struct YAMLError: Error, Equatable {
    var problem: String
    /// From 1.
    var line: Int
    /// From 1, in characters.
    var column: Int
}

/// Calls `receive` with every event in `bytes`, which must be UTF-8, until the text ends.
///
/// - Throws: ``YAMLError`` at the first place where the text is not YAML; all events before it were received.
func forEachYAMLEvent(in bytes: [UInt8], _ receive: (YAMLEvent) throws -> Void) throws {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
        throw YAMLError(problem: "there was not enough memory", line: 1, column: 1)
    }
    defer { yaml_parser_delete(parser) }
    try bytes.withUnsafeBufferPointer { buffer in
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
        var event = yaml_event_t()
        while true {
            guard yaml_parser_parse(parser, &event) == 1 else { throw YAMLError(parser.pointee) }
            defer { yaml_event_delete(&event) }
            guard let known = YAMLEvent(event) else { continue }
            try receive(known)
            if case .streamEnd = known { return }
        }
    }
}

extension YAMLEvent {
    /// Nil for the stream's start, which says nothing.
    fileprivate init?(_ event: yaml_event_t) {
        let line = Self.line(event.start_mark)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: self = .documentStart
        case YAML_DOCUMENT_END_EVENT: self = .documentEnd
        case YAML_ALIAS_EVENT: self = .alias(Self.text(event.data.alias.anchor) ?? "", line: line)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let style: YAMLScalar.Style =
                switch scalar.style {
                case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
                case YAML_LITERAL_SCALAR_STYLE: .literal
                case YAML_FOLDED_SCALAR_STYLE: .folded
                default: .plain
                }
            self = .scalar(
                YAMLScalar(text: text, style: style, lastLine: Self.line(event.end_mark)),
                anchor: Self.text(scalar.anchor), line: line)
        case YAML_SEQUENCE_START_EVENT:
            self = .sequenceStart(anchor: Self.text(event.data.sequence_start.anchor), line: line)
        case YAML_MAPPING_START_EVENT:
            self = .mappingStart(anchor: Self.text(event.data.mapping_start.anchor), line: line)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: self = .collectionEnd
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: self = .streamEnd
        default: return nil
        }
    }

    fileprivate static func line(_ mark: yaml_mark_t) -> Int { Int(clamping: mark.line) &+ 1 }

    private static func text(_ pointer: UnsafePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}

extension YAMLError {
    fileprivate init(_ parser: yaml_parser_t) {
        var problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
        // The parser speaks of its own settings here.
        if problem.hasPrefix("Maximum nesting level") { problem = "it is nested too deeply" }
        if let context = parser.context { problem = "\(String(cString: context)): \(problem)" }
        self.init(
            problem: problem, line: YAMLEvent.line(parser.problem_mark),
            column: Int(clamping: parser.problem_mark.column) &+ 1)
    }
}
