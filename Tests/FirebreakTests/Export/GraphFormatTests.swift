import Foundation
import Intake
import Inventory
import Reports
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Export as drawings and tables")
struct GraphFormatTests {
    private let inventory = HostileGraph.inventory

    /// Control, format and separator characters other than these.
    private func odd(_ text: String, besides allowed: Set<Unicode.Scalar>) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: !allowed.contains(scalar)
            default: false
            }
        }
    }

    @Test("GraphML is well-formed, with a node for each entity and an edge for each relation")
    func graphML() throws {
        let text = try #require(exported(inventory, as: .graphml).first)
        #expect(odd(text, besides: ["\n"]).isEmpty)
        let counted = try #require(MarkupCount(text))
        #expect(counted.elements["node"] == inventory.entityCount)
        #expect(counted.elements["edge"] == inventory.relationCount)
        #expect(counted.texts.contains("</data><node id=\"x\"/>"))
    }

    @Test("SVG is well-formed, with a box for each entity and a line for each relation")
    func svg() throws {
        let text = try #require(exported(inventory, as: .svg).first)
        #expect(odd(text, besides: ["\n"]).isEmpty)
        let counted = try #require(MarkupCount(text))
        #expect(counted.elements["rect"] == inventory.entityCount)
        #expect(counted.elements["path"] == 2 * inventory.relationCount)
        #expect(counted.elements["script"] == nil)
    }

    @Test("DOT has a statement a line, and no name ends one")
    func dot() throws {
        let text = try #require(exported(inventory, as: .dot).first)
        #expect(odd(text, besides: ["\n"]).isEmpty)
        let lines = text.split(separator: "\n").map(String.init)
        let nodes = lines.filter { $0.wholeMatch(of: /n\d+ \[(?:[a-z]+=(?:"(?:[^"\\]|\\.)*"|\w+)(?:, )?)+\];/) != nil }
        let edges = lines.filter {
            $0.wholeMatch(of: /n\d+ -> n\d+ \[(?:[a-z]+=(?:"(?:[^"\\]|\\.)*"|\w+)(?:, )?)+\];/) != nil
        }
        #expect(nodes.count == inventory.entityCount)
        #expect(edges.count == inventory.relationCount)
        #expect(lines.count == nodes.count + edges.count + 5)
    }

    @Test("CSV is a table of entities and one of relations that Firebreak reads, and no cell is a formula")
    func csv() throws {
        let tables = exported(inventory, as: .csv)
        #expect(tables.count == 2)
        for table in tables {
            #expect(odd(table, besides: ["\r", "\n"]).isEmpty)
            let rows = SeparatedValues.rows(table)
            #expect(Set(rows.map(\.count)).count == 1)
            #expect(!rows.joined().contains { "=+-@\t\r".contains($0.first ?? " ") })
        }
        let evidence = try Evidence(["g.csv": Data(tables[0].utf8), "g.relations.csv": Data(tables[1].utf8)])
        let read = Import(ImportOptions()).run([evidence.path("g.csv"), evidence.path("g.relations.csv")]).inventory
        #expect(read.entityCount == inventory.entityCount)
        #expect(read.relationCount == inventory.relationCount)
        let (was, now) = (try #require(inventory.entity(id: "repo")), try #require(read.entity(id: "repo")))
        #expect(now.flags == was.flags && now.cleanups == was.cleanups && now.compromised == was.compromised)
    }

    @Test("Drawings of more than their limit are refused")
    func limits() {
        var builder = InventoryBuilder()
        let here = Provenance(source: builder.add(source: Source(path: "a", format: "test")))
        for number in 0...2_000 { builder.add(EntityFact(id: "e\(number)", kind: .token, provenance: here)) }
        let inventory = builder.build().inventory
        for format in GraphExport.Format.allCases {
            let texts = exported(inventory, as: format)
            #expect(texts.isEmpty == (format == .dot || format == .svg))
            let part = exported(inventory, as: format, of: RowSet(0..<200, of: inventory.entityCount))
            #expect(!part.isEmpty)
        }
    }

    @Test("An empty part is a whole text in every format", arguments: GraphExport.Format.allCases)
    func none(format: GraphExport.Format) throws {
        let texts = exported(inventory, as: format, of: RowSet(noneOf: inventory.entityCount))
        #expect(!texts.isEmpty && texts.allSatisfy { $0.utf8.last == UInt8(ascii: "\n") })
    }
}

/// Counts the elements of a well-formed document; nil when it is none.
final class MarkupCount: NSObject, XMLParserDelegate {
    private(set) var elements: [String: Int] = [:]
    private(set) var texts: Set<String> = []
    private var text = ""

    init?(_ markup: String) {
        super.init()
        let parser = XMLParser(data: Data(markup.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements[name, default: 0] += 1
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        texts.insert(text)
    }
}

/// Reads comma-separated values after RFC 4180, byte by byte.
enum SeparatedValues {
    static func rows(_ text: String) -> [[String]] {
        var (rows, row, cell, isQuoted) = ([[String]](), [String](), [UInt8](), false)
        let bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
                    cell.append(byte)
                    place += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted = true
            case UInt8(ascii: ","), UInt8(ascii: "\n"):
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == UInt8(ascii: "\n") {
                    rows.append(row)
                    row = []
                }
            case UInt8(ascii: "\r"): break
            default: cell.append(byte)
            }
        }
        return rows
    }
}
