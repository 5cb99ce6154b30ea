#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Habits as they are written: JSON, `"format": "firebreak.habits"`.
public struct HabitRecord: Codable, Sendable {
    /// What it is.
    static let format = "firebreak.habits"
    /// Later versions may hold what this program would lose.
    static let version = 1

    var format = Self.format
    var version = Self.version
    /// The habits.
    public var habits: Habits

    init(_ habits: Habits) { self.habits = habits }

    /// Reads what was written.
    /// - Throws: In words, when it is damaged or was written by a later version.
    public init(bytes: [UInt8]) throws(SessionShelfError) {
        guard let record = try? JSONDecoder().decode(Self.self, from: Data(bytes)), record.format == Self.format else {
            throw SessionShelfError("they are damaged")
        }
        guard record.version <= Self.version else {
            throw SessionShelfError("they were written by a later version (format \(record.version))")
        }
        self = record
    }

    /// The habits as they are written; nil only for what cannot be written at all.
    var bytes: [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { Array($0) + [UInt8(ascii: "\n")] }
    }
}

extension HabitShelf {
    /// The habits that lie there; none where nothing does.
    public func habits() throws(SessionShelfError) -> Habits {
        guard let bytes = try read() else { return Habits() }
        return try HabitRecord(bytes: bytes).habits
    }

    /// Takes over what changed. What cannot be read is left as it is.
    func keep(from before: Habits, to after: Habits) throws(SessionShelfError) {
        try update { bytes in
            guard let bytes else { return HabitRecord(after).bytes }
            return (try? HabitRecord(bytes: bytes)).flatMap {
                HabitRecord($0.habits.following(before, to: after)).bytes
            }
        }
    }
}
