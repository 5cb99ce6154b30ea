import CSimdjson

/// Some elements of the nodes or edges of a file, and what was read of them.
final class OpenGraphPiece {
    let memory: TextMemory
    var cut = ElementCutter.Cut(list: 0, offset: 0, isWrapped: true)
    /// Whether the elements are JSON.
    private(set) var isSound = false
    /// Where in the file the text had to be mended.
    private(set) var repairedAt: Int?
    private let nodes = RowReader(OpenGraphNodeField.schema)
    private let edges = RowReader(OpenGraphEdgeField.schema)
    private var hasRows = false
    private var document: JSONDocument?

    init(size: Int) { memory = TextMemory(capacity: size) }

    private var reader: RowReader { cut.list == OpenGraphStream.edges ? edges : nodes }

    /// The rows of the elements; nil when not even their number is known without the document.
    var rows: RowView? { hasRows ? reader.view : nil }

    /// Reads the elements as far as one thread can do that for itself.
    func prepare() {
        document = nil
        repairedAt = nil
        hasRows = reader.read(elements: memory.text)
        isSound = (hasRows && reader.piece.general_count == 0) || parse() != nil
    }

    /// The elements as JSON values, which are parsed when first asked for; nil when they are no JSON.
    func elements() -> JSONElements? { (document ?? parse())?.root.elements }

    private func parse() -> JSONDocument? {
        var text = [UInt8(ascii: "[")]
        text += UnsafeBufferPointer(memory.text)
        text.append(UInt8(ascii: "]"))
        document = try? JSONDocument(parsing: text)
        repairedAt = document?.repairedAt.map { cut.offset + $0 - 1 }
        return document
    }
}
