import CSimdjson
import Inventory

/// What is looked for in each element of a long list, or in each line of a table: fields, by number.
struct RowSchema: Sendable {
    /// One field: a member of the element, or a member of one of its members (`properties/name`).
    struct Field: Sendable {
        let path: String
        let type: csj_field_type

        init(_ path: String, _ type: csj_field_type) {
            self.path = path
            self.type = type
        }
    }

    /// The fields, in the order of their numbers.
    let fields: [Field]
    /// The member of an element whose further members become extras.
    var extras: String?

    /// Longer texts are not read as plain ones.
    static let longestText = 4_096
}

/// The C reader for one schema, with its memory. One thread at a time; what it read lives until it reads again.
final class RowReader {
    private let handle: OpaquePointer?
    private(set) var piece = csj_piece()
    private let fieldCount: Int

    init(_ schema: RowSchema) {
        fieldCount = schema.fields.count
        guard let beginnings = SecretBeginnings.all.handle else {
            handle = nil
            return
        }
        // One run of text for all paths: the reader copies them.
        let paths = schema.fields.map { Array($0.path.utf8CString) }
        let bytes = paths.flatMap { $0 }
        handle = bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var start = 0
            let fields = zip(schema.fields, paths).map { field, path in
                defer { start += path.count }
                return csj_field(path: base + start, type: field.type)
            }
            return csj_rows_create(fields, fields.count, schema.extras, RowSchema.longestText, beginnings)
        }
    }

    deinit { csj_rows_destroy(handle) }

    /// Reads the elements of a JSON array; false when they are no JSON, or not such as can be read fast.
    /// - Parameter text: writable one byte before it, and `CSJ_PADDING` behind it.
    func read(elements text: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        guard let handle, let base = text.baseAddress else { return false }
        return csj_rows_read_elements(handle, base, text.count, &piece)
    }

    /// Says what the columns of a table are: the number of a field, or nil for an extra, and a name.
    func set(columns: [(field: Int?, name: String)], delimiter: UInt8) -> Bool {
        guard let handle else { return false }
        let names = columns.map { Array($0.name.utf8CString) }
        return names.flatMap { $0 }.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            var start = 0
            let all = zip(columns, names).map { column, name in
                defer { start += name.count }
                return csj_column(field: Int32(column.field ?? -1), name: base + start)
            }
            return csj_rows_set_columns(handle, all, all.count, delimiter)
        }
    }

    /// Reads the lines of a table; false when there is no memory left.
    /// - Parameter text: writable `CSJ_PADDING` behind it.
    func read(lines text: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        guard let handle, let base = text.baseAddress else { return false }
        return csj_rows_read_lines(handle, base, text.count, &piece)
    }

    /// What was read last.
    var view: RowView { RowView(piece, fieldCount: fieldCount) }
}

/// The rows of a piece, for loops: plain pointers into the memory of a ``RowReader``, valid until it reads again.
struct RowView {
    /// The rows.
    let rows: UnsafeBufferPointer<csj_row>
    /// The different names and kinds in the rows, by number.
    let symbols: UnsafeBufferPointer<csj_text>
    private let allCells: UnsafePointer<csj_cell>?
    private let allExtras: UnsafePointer<csj_extra>?
    private let fieldCount: Int

    fileprivate init(_ piece: csj_piece, fieldCount: Int) {
        rows = UnsafeBufferPointer(start: piece.rows, count: piece.row_count)
        symbols = UnsafeBufferPointer(start: piece.symbols, count: piece.symbol_count)
        allCells = piece.cells
        allExtras = piece.extras
        self.fieldCount = fieldCount
    }

    /// How many rows there are.
    var count: Int { rows.count }

    /// The cells of a row, by field; nil for one that is not plain.
    func cells(_ row: Int) -> UnsafePointer<csj_cell>? {
        rows[row].is_general ? nil : allCells.map { $0 + row * fieldCount }
    }

    /// The extras of a row.
    func extras(_ row: Int) -> UnsafeBufferPointer<csj_extra> {
        let row = rows[row]
        return UnsafeBufferPointer(start: allExtras.map { $0 + Int(row.first_extra) }, count: Int(row.extra_count))
    }
}

extension csj_cell {
    /// The text; empty when there is none.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text, count: type == CSJ_CELL_TEXT && text != nil ? Int(number) : 0)
    }

    /// The number, or the number of a symbol; nil when there is none.
    var value: Int64? { type == CSJ_CELL_NUMBER ? number : nil }

    /// Yes or no; nil when it is not said.
    var truth: Bool? { type == CSJ_CELL_TRUTH ? number != 0 : nil }

    /// The moment; nil when it is not said.
    var instant: Instant? { value.map { Instant(epoch: $0) } }
}
