/// One line of a table, taken apart with all that RFC 4180 and common writers allow.
enum CSVLine {
    /// The columns of `line`, quotes resolved; nil when a quote is never closed. Bytes that are not UTF-8 become U+FFFD.
    static func columns(_ line: some Collection<UInt8>, delimiter: UInt8) -> [String]? {
        let quote = UInt8(ascii: "\"")
        var columns: [String] = []
        var column: [UInt8] = []
        var isQuoted = false
        var isAtStart = true
        var bytes = line.makeIterator()
        var pending = bytes.next()
        while let byte = pending {
            pending = bytes.next()
            if isQuoted {
                if byte != quote {
                    column.append(byte)
                } else if pending == quote {
                    column.append(quote)
                    pending = bytes.next()
                } else {
                    isQuoted = false
                }
            } else if byte == quote, isAtStart {
                (isQuoted, isAtStart) = (true, false)
            } else if byte == delimiter {
                columns.append(String(decoding: column, as: UTF8.self))
                column = []
                isAtStart = true
            } else if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && (pending ?? 0x0A) == 0x0A) {
                // The end of the line.
            } else {
                column.append(byte)
                isAtStart = false
            }
        }
        columns.append(String(decoding: column, as: UTF8.self))
        return isQuoted ? nil : columns
    }
}
