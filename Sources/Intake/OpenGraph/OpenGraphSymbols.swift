import CSimdjson
import Inventory

/// The kinds, property names and other words of which a file has few different ones, and what each of them means where it
/// can stand. Each is looked up once a piece, so that rows need numbers only.
struct OpenGraphSymbols {
    /// What a property that has no place in the vocabulary becomes.
    enum Property: BitwiseCopyable {
        case attribute(TextReference)
        /// An attribute when it is a yes or no; may be a secret otherwise.
        case mayBeSecret(TextReference)
        case leftOut
        /// Something that is no attribute and no field of a row.
        case another
    }

    /// What an edge kind means, where the file itself says it.
    struct EdgeMeaning: BitwiseCopyable {
        let relation: RelationKind
        /// Whether the table of relations speaks for it.
        let isVocabulary: Bool
    }

    /// Properties of ours that are no field of a row.
    private static let others: Set<String> = [
        "remediated_at", "firebreak_flags", "firebreak_attributes", "firebreak_imported_kind",
    ]

    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]
    private var properties: [Property?] = []
    private var edgeMeanings: [EdgeMeaning??] = []
    /// The file's number of each symbol of the piece at hand.
    private var current: [Int] = []

    /// Takes up the symbols of the next piece.
    mutating func begin(_ symbols: UnsafeBufferPointer<csj_text>) {
        current.removeAll(keepingCapacity: true)
        for symbol in symbols {
            let text = String(decoding: UnsafeBufferPointer(start: symbol.bytes, count: symbol.length), as: UTF8.self)
            current.append(number(of: text))
        }
    }

    /// The file's number of `text`.
    mutating func number(of text: String) -> Int {
        if let known = numbers[text] { return known }
        numbers[text] = texts.count
        texts.append(text)
        properties.append(nil)
        edgeMeanings.append(nil)
        return texts.count - 1
    }

    /// The file's number of what the cell holds.
    func number(_ cell: csj_cell) -> Int? { cell.value.map { current[Int($0)] } }

    /// The text of what the cell holds.
    func text(_ cell: csj_cell) -> String? { number(cell).map { texts[$0] } }

    /// What the property with the piece's symbol `symbol` as its name becomes.
    mutating func property(_ symbol: UInt32, into builder: inout InventoryBuilder) -> Property {
        let number = current[Int(symbol)]
        if let known = properties[number] { return known }
        let name = texts[number]
        let property: Property
        if name.hasPrefix("query_") || name == ShortID.property {
            property = .leftOut
        } else if Self.others.contains(name) {
            property = .another
        } else {
            let reference = builder.intern(SecretText.redacted(name))
            property = SecretFields.contains(name) ? .mayBeSecret(reference) : .attribute(reference)
        }
        properties[number] = property
        return property
    }

    /// What edges of the kind with this number mean; nil when a collector's table decides.
    mutating func edgeMeaning(
        _ number: Int, _ reading: inout OpenGraphReading, into builder: inout InventoryBuilder
    ) -> EdgeMeaning? {
        if let known = edgeMeanings[number] { return known }
        let kind = reading.edgeKind(named: texts[number], in: &builder)
        let meaning: EdgeMeaning? =
            switch kind.authority {
            case .vocabulary: EdgeMeaning(relation: kind.relation, isVocabulary: true)
            case .edge: EdgeMeaning(relation: kind.relation, isVocabulary: false)
            case .collector: nil
            }
        edgeMeanings[number] = .some(meaning)
        return meaning
    }
}
