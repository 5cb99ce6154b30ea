/// In files of our own a moment stands as people read it: `2026-03-14T02:10:05Z`, `beginning` or `never`; as epoch seconds
/// where ISO 8601 has no such date.
extension Instant: Codable {
    /// Reads a moment as it is written by ``encode(to:)``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let seconds = try? container.decode(Int64.self) {
            self.init(seconds)
            return
        }
        let text = try container.decode(String.self)
        guard let moment = Instant(written: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a moment: \(text)")
        }
        self = moment
    }

    /// Reads a moment that ``encode(to:)`` wrote as a text.
    public init?(written text: String) {
        switch text {
        case Self.beginning.iso8601: self = .beginning
        case Self.never.iso8601: self = .never
        default: self.init(text: text)
        }
    }

    /// Writes the moment as a text where that reads back as the same moment, else as a number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let text = iso8601
        if !isBounded || Instant(text: text) == self {
            try container.encode(text)
        } else {
            try container.encode(seconds)
        }
    }
}
