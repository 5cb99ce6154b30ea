/// Puts texts and numbers one after the other: a text as its length in bytes (32 bits, little-endian) and its UTF-8, a
/// number as 64 bits.
struct PackedTextWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ text: String) {
        let utf8 = Array(text.utf8.prefix(Int(UInt32.max)))
        withUnsafeBytes(of: UInt32(utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes += utf8
    }

    mutating func put(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ texts: [String]) {
        put(Int64(texts.count))
        for text in texts { put(text) }
    }
}

/// Takes them out again. Nothing that the bytes say makes it read beyond them or ask for more memory than they take.
struct PackedTextReader {
    private let column: Column<UInt8>
    private var place = 0

    init(_ column: Column<UInt8>) { self.column = column }

    var isAtEnd: Bool { place >= column.count }

    mutating func text() -> String? {
        guard let length = raw(UInt32.self).map({ Int(UInt32(littleEndian: $0)) }), length <= column.count - place
        else { return nil }
        defer { place += length }
        let range = place..<place + length
        return column.withUnsafeBufferPointer { bytes in
            String(unsafeUninitializedCapacity: length) { copy in
                _ = copy.initialize(from: bytes[range])
                return length
            }
        }
    }

    mutating func number() -> Int64? { raw(Int64.self).map { Int64(littleEndian: $0) } }

    /// A number of texts and these texts, at most `limit`; fewer where the bytes end sooner.
    mutating func texts(limit: Int) -> [String] {
        var texts: [String] = []
        guard let count = number().map({ min($0, Int64(limit)) }) else { return texts }
        while texts.count < count, let text = text() { texts.append(text) }
        return texts
    }

    private mutating func raw<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
        let size = MemoryLayout<Value>.size
        guard column.count - place >= size else { return nil }
        defer { place += size }
        return column.withUnsafeBufferPointer {
            UnsafeRawBufferPointer($0).loadUnaligned(fromByteOffset: place, as: Value.self)
        }
    }
}

/// The section of sources.
enum PackedSources {
    static func pack(_ sources: [Source]) -> [UInt8] {
        var writer = PackedTextWriter()
        for source in sources {
            writer.put(source.path)
            writer.put(source.format)
            // The beginning of time stands for a time that is not known.
            writer.put((source.collected ?? .beginning).seconds)
        }
        return writer.bytes
    }

    static func unpack(_ column: Column<UInt8>) -> [Source] {
        var reader = PackedTextReader(column)
        var sources: [Source] = []
        while !reader.isAtEnd, let path = reader.text(), let format = reader.text(), let collected = reader.number() {
            let moment = Instant(collected)
            sources.append(Source(path: path, format: format, collected: moment == .beginning ? nil : moment))
        }
        return sources
    }
}

/// The section of words.
struct PackedWords {
    var kinds: [String]
    var relations: [String]
    var blindSpots: [BlindSpot]

    var packed: [UInt8] {
        var writer = PackedTextWriter()
        writer.put(kinds)
        writer.put(relations)
        for spot in blindSpots {
            writer.put(spot.what)
            writer.put(spot.why)
            writer.put(Int64(spot.count))
        }
        return writer.bytes
    }
}

extension PackedWords {
    /// Far more than any reader reports: a file made to mislead shall not fill the memory when it is opened.
    private static var blindSpotLimit: Int { 1 << 20 }

    init(_ column: Column<UInt8>) {
        var reader = PackedTextReader(column)
        // Kinds are numbers of 16 bits.
        kinds = reader.texts(limit: Int(UInt16.max))
        relations = reader.texts(limit: Int(UInt16.max))
        blindSpots = []
        while blindSpots.count < Self.blindSpotLimit, !reader.isAtEnd, let what = reader.text(),
            let why = reader.text(), let count = reader.number()
        {
            blindSpots.append(BlindSpot(what: what, count: Int(clamping: count), why: why))
        }
    }
}
