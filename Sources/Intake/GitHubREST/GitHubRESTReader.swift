import Inventory

/// Reads answers of GitHub's REST API as `gh api --paginate` prints them (github.com/cli/cli, `gh help api`; the shapes
/// are those of docs.github.com/rest and of google/go-github).
///
/// A file may hold one answer or many: pages one after another, pages in one array (`--slurp`), JSON lines, or a
/// single item. Each object is recognised by its own keys, see ``RESTShape/table``, so kinds may be mixed. Where an
/// item belongs is read from the addresses in it or from the file's path: see ``RESTPlace``.
enum GitHubRESTReader: JSONSourceReader {
    /// The format's name in reports.
    static let format = "GitHub REST API"

    /// How many objects of a file are looked at before it is taken for something else.
    private static let recognitionLimit = 32

    /// How deep arrays nest at most: pages of items.
    private static let arrayDepth = 2

    /// Whether one of the first objects in `document` is an answer of GitHub's. An empty array says nothing: false.
    static func recognizes(_ document: JSONDocument) -> Bool {
        var looked = 0
        func isKnown(_ value: JSONValue, _ depth: Int) -> Bool {
            guard looked < recognitionLimit else { return false }
            looked += 1
            if value.kind == .array, depth < arrayDepth {
                return value.elements.prefix(recognitionLimit).contains { isKnown($0, depth + 1) }
            }
            return RESTShape.envelope(of: value) != nil || RESTShape.shape(of: value) != nil
        }
        return document.roots.prefix(recognitionLimit).contains { isKnown($0, 0) }
    }

    /// Whether the file is an empty list of GitHub's: `[]` says nothing of itself, the file's path says what it lists.
    static func isEmptyList(_ document: JSONDocument, at path: String) -> Bool {
        let place = RESTPlace(path: path)
        guard place.owner != nil, !place.tail.isEmpty else { return false }
        return document.roots.allSatisfy { $0.kind == .array && !$0.elements.contains { _ in true } }
    }

    /// Announces an empty list: what it does not have is not there.
    static func readEmptyList(_ file: SourceFile, into session: inout ImportSession) -> FileReport {
        _ = session.builder.add(source: Source(path: file.path, format: format))
        return FileReport(path: file.path, outcome: .read(format: format))
    }

    /// Adds what `file`, parsed as `document`, says to `session`. What cannot be read is noted in `report`.
    static func read(
        _ file: SourceFile, _ document: JSONDocument, into session: inout ImportSession, report: inout FileReport
    ) {
        let notes = RESTNotes()
        // The session moves into the reading and back: its columns are not copied.
        var moved = ImportSession()
        swap(&moved, &session)
        var reading = RESTReading(file, session: consume moved, notes: notes)
        let source = reading.session.builder.add(source: Source(path: file.path, format: format))
        let isPaged = document.roots.dropFirst().contains { _ in true }
        for (index, root) in document.roots.enumerated() {
            let item = RESTItem(
                value: root, pointer: .root, page: isPaged ? index + 1 : nil, context: reading.path, source: source,
                notes: notes)
            visit(item, depth: 0, &reading)
        }
        reading.noteCoverage()
        report.gave += RESTShape.table.compactMap { shape in reading.counts[shape.name].map { (shape.name, $0) } }
        report.notices += notes.summary()
        report.outcome =
            reading.counts.isEmpty && reading.coverage.isEmpty ? .failed(format: format) : .read(format: format)
        swap(&reading.session, &session)
    }

    /// Reads a page, an array of pages, or an item.
    private static func visit(_ item: RESTItem, depth: Int, _ reading: inout RESTReading) {
        switch item.value.kind {
        case .array where depth < arrayDepth:
            for (index, element) in item.value.elements.enumerated() {
                visit(item.item(element, item.pointer.appending(index)), depth: depth + 1, &reading)
            }
        case .object:
            if let (shape, items) = RESTShape.envelope(of: item.value) {
                readList(shape, items, of: item, &reading)
            } else if let shape = RESTShape.shape(of: item.value) {
                read(shape, item, &reading)
            } else {
                item.note("no answer of GitHub's that is known; passed over")
            }
        default:
            item.note("neither an object nor a page of objects; passed over")
        }
    }

    private static func readList(
        _ shape: RESTShape, _ items: JSONValue, of page: RESTItem, _ reading: inout RESTReading
    ) {
        let list = shape.list ?? ""
        let base = page.pointer.appending(list)
        var context = page.item(items, base)
        context.context = page.context.owned(as: neighbours(items))
        reading.begin(list, total: page.number("total_count") ?? 0, context)
        for (index, element) in items.elements.enumerated() {
            let item = context.item(element, base.appending(index))
            guard element.kind == .object else {
                item.note("expected an object; left out")
                continue
            }
            reading.coverage[list]?.listed += 1
            read(shape, item, &reading)
        }
    }

    private static func read(_ shape: RESTShape, _ item: RESTItem, _ reading: inout RESTReading) {
        if shape.read(item, &reading) { reading.counts[shape.name, default: 0] += 1 }
    }

    /// Where the items of one list belong: not every item has an address (an organisation's secret only when it is
    /// shared with chosen repositories), but all of them belong to one owner.
    private static func neighbours(_ items: JSONValue) -> RESTPlace {
        for element in items.elements.lazy.prefix(100) {
            for key in ["selected_repositories_url", "runners_url", "run_url", "url"] {
                guard let address = element[key]?.string else { continue }
                let place = RESTPlace(address: address)
                if place.owner != nil { return place }
            }
        }
        return RESTPlace()
    }
}
