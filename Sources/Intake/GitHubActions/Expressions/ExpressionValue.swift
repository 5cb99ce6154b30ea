/// A value that an expression takes or gives.
enum ExpressionValue: Hashable, Sendable {
    /// A member of an object.
    struct Property: Hashable, Sendable {
        var name: String
        var value: ExpressionValue
    }

    case null
    case boolean(Bool)
    /// As it was written.
    case number(String)
    case string(String)
    case array([ExpressionValue])
    case object([Property])
    /// What it is unless someone says otherwise: the default of an input. Conditions on it stay open.
    case assumed(String)
    /// What only a run can know.
    case unknown

    /// Whether a condition takes it for true; nil when only a run can know.
    var truth: Bool? {
        switch self {
        case .null: false
        case .boolean(let value): value
        case .number(let text): Self.number(of: text).map { $0 != 0 }
        case .string(let text): !text.isEmpty
        case .array, .object: true
        case .assumed, .unknown: nil
        }
    }

    /// The text that it becomes within a longer one; nil for lists, objects and the unknown.
    var text: String? {
        switch self {
        case .null: ""
        case .boolean(let value): value ? "true" : "false"
        case .number(let written): Self.number(of: written).map { Self.text(of: $0) } ?? written
        case .string(let text), .assumed(let text): text
        case .array, .object, .unknown: nil
        }
    }

    /// This text followed by another; unknown when either has no text.
    func appending(_ other: ExpressionValue) -> ExpressionValue {
        guard let left = text, let right = other.text else { return .unknown }
        if case .assumed = self { return .assumed(left + right) }
        if case .assumed = other { return .assumed(left + right) }
        return .string(left + right)
    }

    /// Whether all of it is known for certain.
    var isKnown: Bool {
        switch self {
        case .unknown, .assumed: false
        case .array(let values): values.allSatisfy(\.isKnown)
        case .object(let properties): properties.allSatisfy(\.value.isKnown)
        default: true
        }
    }

    /// The member called `name`, in any case; null when it has none.
    subscript(name: String) -> ExpressionValue {
        switch self {
        case .object(let properties):
            return properties.first { $0.name.lowercased() == name.lowercased() }?.value ?? .null
        case .unknown, .assumed: return .unknown
        default: return .null
        }
    }
}

/// The values that an expression may have, without repetition.
struct PossibleValues: Equatable, Sendable {
    /// How many are told apart; with more, the rest is unknown.
    static let maximum = 256
    /// How long, in bytes, a text may become; a longer one is unknown.
    static let maximumLength = 65_536

    private(set) var values: [ExpressionValue] = []
    private var known: Set<ExpressionValue> = []

    init(_ values: [ExpressionValue] = []) { for value in values { insert(value) } }

    static let unknown = PossibleValues([.unknown])

    mutating func insert(_ value: ExpressionValue) {
        var new = values.count < Self.maximum ? value : .unknown
        if let text = value.text, text.utf8.count > Self.maximumLength { new = .unknown }
        if known.insert(new).inserted { values.append(new) }
    }

    mutating func formUnion(_ other: PossibleValues) { for value in other.values { insert(value) } }

    /// Whether no value depends on the run.
    var isKnown: Bool { values.allSatisfy(\.isKnown) }

    /// What `transform` makes of each.
    func flatMap(_ transform: (ExpressionValue) -> PossibleValues) -> PossibleValues {
        var result = PossibleValues()
        for value in values { result.formUnion(transform(value)) }
        return result
    }
}
