import Inventory

extension GeneratedDocument {
    /// The file that `import -o` writes.
    static var snapshot: GeneratedDocument {
        let sections = SnapshotSection.table.map { row in
            [
                "\(row.section.rawValue)", row.name, words(row.element), "\(row.element.size)", words(row.count),
                row.meaning + (row.isOptional ? " (optional)" : ""),
            ]
        }
        return GeneratedDocument(
            name: "snapshot.md",
            text: """
                # The snapshot file

                Written by the tables in `Sources/Inventory/Snapshot`. `firebreak import SOURCE... -o FILE` writes a snapshot; every command and the console open one in place of its sources, alone.

                - **Columns.** Each property of all entities or relations lies in one piece, as it does in memory. Opening maps the file and reads nothing but its beginning, however large it is. Numbers are little-endian.
                - **Whole or not at all.** It is written beside its place as `.NAME.XXXXXX.partial`, flushed, renamed, and the folder is flushed. A process that dies leaves what was there before; the next import to the same name removes the remains.
                - **Its owner's alone.** A new file has the permissions 0600, less what the umask takes away: evidence is shared on purpose. A file that is replaced keeps its permissions.
                - **The same sources give the same bytes.** Nothing of the time, the machine, the process or the file's own name is in it. The paths of the sources are, as they were named.
                - **Content hash.** SHA-256 of everything after the header; `tail -c +\(SnapshotFormat.headerLength + 1) FILE | sha256sum` computes it without Firebreak. `import` prints it; `import SNAPSHOT` checks it.
                - **Told by its first bytes**, not by its name. A snapshot in a folder of sources is passed over; one named beside other sources is refused, because what several files say together can only be concluded when they are read together.

                ## Trust

                Every byte of the file is under a checksum: CRC-32C (Castagnoli, RFC 3720), which processors compute as fast as memory delivers. It finds accidents. Only the content hash, compared with one that was noted elsewhere, finds intent.

                | when | what is checked |
                | --- | --- |
                | on opening | length, header, directory; size, number and order of all sections; that sections which belong together agree |
                | before a command answers | the checksum of every section |
                | in the console | the same, beside the first screen; damage ends the answers with a message |
                | by `import SNAPSHOT` | the content hash as well |
                | at every read | a number that leads nowhere leads to nothing: no content makes Firebreak read outside the file |
                | at every question and answer | that size and time of the last change are still those at opening |

                A file that is cut short or overwritten while it is open ends a command with status 2 and a message; the console stays and says so. A file that is replaced, as an import does, or removed, stays readable for those who have it open.

                ## Versions

                This is version \(SnapshotFormat.version). A reader of version *n* reads every file whose least reader is at most *n* and whose version is at least the oldest that it knows (\(SnapshotFormat.oldestReadable) here); everything else is refused with a message that says which side is too old. The header's layout and the place of its checksum never change. New sections may come without a new least reader: a reader passes over sections whose number it does not know, and does without the optional ones. Numbers of sections are never used again.

                ## Layout

                The header, the directory with one entry for each section, the sections in the order of their numbers. Directory and sections end with zeroes up to a multiple of \(SnapshotFormat.alignment) bytes.

                ### Header: \(SnapshotFormat.headerLength) bytes

                \(table(["offset", "bytes", "what"], places(SnapshotFormat.headerFields)))
                ### Directory entry: \(SnapshotFormat.entryLength) bytes

                \(table(["offset", "bytes", "what"], places(SnapshotFormat.entryFields)))
                ### Sections

                \(table(["number", "name", "row", "bytes a row", "rows", "meaning"], sections))
                Entities, relations and texts are numbered from 0. Times are seconds since 1970-01-01T00:00:00Z, signed; the least number is the beginning of time, the greatest never. *Starts* say where each owner's run begins among the values; one more says where the last run ends.

                ### Packed text

                A text is its length in bytes (32 bits) and its UTF-8, a number 64 bits, one behind the other. *words*: a number and as many names of imported kinds; a number and as many names of imported relations; then for each blind spot what is not known, why, and how many there are. *sources*: for each source its path, its format, and when it was collected; the beginning of time where that is not known.

                """)
    }

    private static func places(_ fields: [SnapshotFormat.Field]) -> [[String]] {
        var offset = 0
        return fields.map { field in
            defer { offset += field.size }
            return ["\(offset)", "\(field.size)", field.name]
        }
    }

    private static func words(_ element: SnapshotSection.Element) -> String {
        switch element {
        case .byte: "byte"
        case .number8, .number16, .number32: "number"
        case .text: "text"
        case .instant: "time"
        case .interval: "first time inside, first after it"
        case .pair: "two numbers"
        case .four: "four numbers"
        case .figures: "time, bits"
        }
    }

    private static func words(_ count: SnapshotSection.RowCount) -> String {
        switch count {
        case .any: "any"
        case .upTo(let limit): "at most \(limit)"
        case .entities: "entities"
        case .relations: "relations"
        case .someEntities: "at most entities"
        case .someRelations: "at most relations"
        case .entityStarts(let values): "entities + 1; the last: rows of \(values.row.name)"
        case .relationStarts(let values): "relations + 1; the last: rows of \(values.row.name)"
        case .textStarts(let values): "texts + 1; the last: rows of \(values.row.name)"
        case .same(let other): "as \(other.row.name)"
        case .sameOrNone(let other): "as \(other.row.name), or none"
        }
    }
}
