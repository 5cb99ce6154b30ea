#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Finds the texts of entries in bare bytes: they are ASCII, begin alike, and say where they end.
enum JournalScan {
    /// Everything in the file.
    static func bytes(of path: String) throws(CaseError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(systemWords()) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            // A bad sector costs what lies behind it, not what was read before.
            guard count > 0 else { return bytes }
            bytes += buffer.prefix(count)
        }
    }

    /// The texts that begin like an entry and are whole JSON objects, each with the hash that SQLite writes behind it
    /// where both lie in one piece. O(bytes).
    static func texts(in bytes: [UInt8]) -> [FoundText] {
        let start = Array(#"{"action":{"#.utf8)
        var texts: [FoundText] = []
        var place = 0
        while let brace = bytes[place...].firstIndex(of: start[0]) {
            place = brace + 1
            guard bytes[brace...].starts(with: start), let end = end(ofObjectAt: brace, in: bytes) else { continue }
            let hash = bytes[end...].prefix(64)
            texts.append(
                FoundText(
                    body: String(decoding: bytes[brace..<end], as: UTF8.self),
                    hash: hash.count == 64 && hash.allSatisfy(isDigit) ? String(decoding: hash, as: UTF8.self) : nil))
            place = end
        }
        return texts
    }

    /// Whether the byte is one of those that hashes are written with.
    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    /// Where the object that begins at `start` ends; nil where it does not, or holds what no entry holds.
    private static func end(ofObjectAt start: Int, in bytes: [UInt8]) -> Int? {
        var (depth, isText, isEscaped) = (0, false, false)
        for place in start..<bytes.count {
            let byte = bytes[place]
            guard (0x20..<0x7F).contains(byte) else { return nil }
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isText = true
                case UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "}"):
                    depth -= 1
                    if depth == 0 { return place + 1 }
                default: break
                }
            }
        }
        return nil
    }
}
