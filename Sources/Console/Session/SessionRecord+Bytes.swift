#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Why a saved session could not be read.
enum SessionReadError: Error, Hashable, Sendable {
    /// A later version of the program wrote it.
    case newer(version: Int)
    /// It is not what was written.
    case damaged
}

extension SessionRecord {
    /// The part that every version can read.
    private struct Head: Decodable {
        var format: String
        var version: Int
    }

    /// Reads a saved session.
    init(bytes: [UInt8]) throws(SessionReadError) {
        let data = Data(bytes)
        // What can be read is read once: it may be long.
        let whole = try? JSONDecoder().decode(Self.self, from: data)
        let known = whole.map { Head(format: $0.format, version: $0.version) }
        guard let head = known ?? (try? JSONDecoder().decode(Head.self, from: data)), head.format == Self.format,
            head.version > 0
        else { throw .damaged }
        guard head.version <= Self.version else { throw .newer(version: head.version) }
        guard let record = whole else { throw .damaged }
        self = record
    }

    /// The session as it is written; nil only for what cannot be written at all.
    var bytes: [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { Array($0) + [UInt8(ascii: "\n")] }
    }
}
