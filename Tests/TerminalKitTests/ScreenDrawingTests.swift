import Foundation
import TerminalKit
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Pictures of a screen")
struct ScreenDrawingTests {
    /// What an XML parser finds in a drawing.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [(name: String, attributes: [String: String])] = []
        var texts: [String] = []
        private var isText = false

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements.append((name, attributes))
            isText = name == "tspan" || name == "title"
            if isText { texts.append("") }
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            isText = false
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if isText { texts[texts.count - 1] += text }
        }
    }

    private func read(_ svg: String) throws -> Reader {
        let parser = XMLParser(data: Data(svg.utf8))
        let reader = Reader()
        parser.delegate = reader
        try #require(parser.parse(), "\(parser.parserError.debugDescription)")
        return reader
    }

    @Test("Every text stands at its column and row, and can be selected as text")
    func places() throws {
        var screen = Screen(Size(rows: 3, columns: 20))
        screen.write("left", at: Position(row: 0, column: 0))
        screen.write("日本", at: Position(row: 1, column: 4))
        screen.write("x", at: Position(row: 1, column: 8))
        let reader = try read(ScreenDrawing(of: screen, on: .dark, title: "a <place> & more").svg)
        let spans = reader.elements.filter { $0.name == "tspan" }.map { $0.attributes["x"] }
        #expect(spans == ["12", "50.4", "69.6", "88.8"])
        #expect(reader.texts.first == "a <place> & more")
        #expect(Array(reader.texts.dropFirst()) == ["left", "日", "本", "x"])
        #expect(reader.elements.first?.attributes["width"] == "216")
    }

    @Test("Colours, reverse, bold, faint, italic and underlined text keep their look in both schemes")
    func attributes() {
        var screen = Screen(Size(rows: 1, columns: 40))
        let styles: [Style] = [
            Style(foreground: .ansi(.red), attributes: .bold), Style(attributes: .reverse),
            Style(
                foreground: .rgb(red: 1, green: 2, blue: 3), background: .indexed(21),
                attributes: [.italic, .underline]),
            Style(attributes: .dim),
        ]
        for (column, style) in styles.enumerated() {
            screen.write("ab", at: Position(row: 0, column: column * 3), style: style)
        }
        let light = ScreenDrawing(of: screen, on: .light, title: "").svg
        let dark = ScreenDrawing(of: screen, on: .dark, title: "").svg
        let both = ScreenDrawing(of: screen, on: .both, title: "").svg
        for svg in [light, dark, both] {
            for rule in [
                "font-weight:bold", "opacity:.66", "font-style:italic", "text-decoration:underline", "#010203",
                "#0000ff",
            ] {
                #expect(svg.contains(rule), "\(rule)")
            }
            #expect(svg.components(separatedBy: "<rect class=\"s").count == 3)
        }
        #expect(light.contains("fill:#b3202c") && !light.contains("fill:#ff7b72"))
        #expect(dark.contains("fill:#ff7b72") && !dark.contains("prefers-color-scheme"))
        #expect(both.contains("fill:#b3202c") && both.contains("@media (prefers-color-scheme:dark)"))
    }

    @Test("Hostile text stays text, and nothing is fetched")
    func hostile() throws {
        var screen = Screen(Size(rows: 4, columns: 80))
        let texts = [
            "</text><script>alert(1)</script>", "\"' onload=\"x\" &lt; <![CDATA[ ]]>",
            "\u{1B}[31m\u{0}\u{FFFE}\u{202E}",
            "--> <!-- &#0; http://example.com/x.png",
        ]
        for (row, text) in texts.enumerated() { screen.write(text, at: Position(row: row, column: 0)) }
        let svg = ScreenDrawing(of: screen, on: .both, title: "</title><script/>\"").svg
        let reader = try read(svg)
        #expect(Set(reader.elements.map(\.name)) == ["svg", "title", "style", "rect", "text", "tspan"])
        for element in reader.elements {
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0.contains("href") || $0 == "src" })
        }
        #expect(reader.texts.joined().contains("</text><script>alert(1)</script>"))
        #expect(!svg.contains("@import") && !svg.contains("url("))
    }

    @Test("Words for those who hear a row come from the gaps between its texts")
    func facts() {
        var screen = Screen(Size(rows: 2, columns: 60))
        screen.write("│ → reads  token AWS key  · 2 jobs  │", at: Position(row: 0, column: 0))
        #expect(screen.facts(in: screen.bounds).map(\.words) == ["reads", "token AWS key", "2 jobs"])
    }

    @Test("Where only ASCII is shown, signs become their twins and other characters a question mark")
    func spelled() {
        #expect(Glyphs.ascii.spelled("a → b · AKIA…7Q é\n") == "a > b - AKIA~7Q ?\n")
        #expect(Glyphs.unicode.spelled("→ é") == "→ é")
    }
}
