/// What a note, a verdict, a tag or an assignment is about.
public enum CaseSubject: Hashable, Sendable {
    /// The case as a whole.
    case wholeCase
    /// An entity, by its id.
    case entity(String)
    /// A path, by the ids of the entities along it, from the one that was held first.
    case path([String])

    /// The ids that it names, in order; none for the whole case.
    public var ids: [String] {
        switch self {
        case .wholeCase: []
        case .entity(let id): [id]
        case .path(let ids): ids
        }
    }
}

/// `{}`, `{"entity":"…"}` or `{"path":["…","…"]}`.
extension CaseSubject: Codable {
    private enum CodingKeys: String, CodingKey { case entity, path }

    /// Reads a subject.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        if let id = try values.decodeIfPresent(String.self, forKey: .entity) {
            self = .entity(id)
        } else if let ids = try values.decodeIfPresent([String].self, forKey: .path) {
            self = .path(ids)
        } else {
            self = .wholeCase
        }
    }

    /// Writes the subject.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .wholeCase: break
        case .entity(let id): try values.encode(id, forKey: .entity)
        case .path(let ids): try values.encode(ids, forKey: .path)
        }
    }
}
