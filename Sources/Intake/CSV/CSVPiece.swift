import CSimdjson

/// Some lines of a table, and what was read of them.
final class CSVPiece {
    let memory: TextMemory
    let rows: RowReader
    /// Where in the file it starts, in bytes.
    var offset = 0
    /// Whether there was memory enough to read it.
    private(set) var isRead = false
    /// Where in the file bytes are that are not UTF-8.
    private(set) var repairedAt: Int?

    init(_ header: CSVHeader, size: Int) {
        memory = TextMemory(capacity: size)
        rows = RowReader(header.table == .nodes ? OpenGraphNodeField.schema : OpenGraphEdgeField.schema)
        hasColumns = rows.set(columns: header.columns, delimiter: header.delimiter)
    }

    private let hasColumns: Bool

    /// Reads the lines.
    func prepare() {
        repairedAt = nil
        if let base = memory.text.baseAddress, !csj_is_utf8(base, memory.count) { repair() }
        isRead = hasColumns && rows.read(lines: memory.text)
    }

    /// The bytes of a row.
    func text(of row: csj_row) -> UnsafeBufferPointer<UInt8> {
        let start = Int(row.offset)
        return UnsafeBufferPointer(rebasing: memory.text[start..<start + Int(row.length)])
    }

    /// Puts U+FFFD in the place of what is not UTF-8.
    private func repair() {
        let bytes = Array(memory.text)
        let repair = UTF8Repair(of: bytes)
        var length = 0
        let first = bytes.withUnsafeBufferPointer { csj_first_invalid_utf8($0.baseAddress, $0.count, &length) }
        repairedAt = offset + Int(first)
        repair.repaired().withUnsafeBufferPointer { memory.assign($0) }
    }
}
