import Foundation
import Testing

/// A page of docs/ that is written by the tables that the program runs on.
struct GeneratedDocument: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    /// A Markdown table; marks that would end a cell are escaped.
    static func table(_ header: [String], _ rows: [[String]]) -> String {
        ([header, header.map { _ in "---" }] + rows.map { $0.map { $0.replacing("|", with: "\\|") } })
            .map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }
}

@Suite("Pages of docs/ say what the tables say")
struct DocumentTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs")

    @Test(
        "A page equals its tables (FIREBREAK_RECORD=1 writes it anew)",
        arguments: [
            .vocabulary, .query, .openGraph, .csv, .keys, .snapshot, .configuration, .manual, .places, .plan,
            .scripts, .themes,
        ] as [GeneratedDocument])
    func isUpToDate(document: GeneratedDocument) throws {
        let file = Self.folder.appendingPathComponent(document.name)
        if ProcessInfo.processInfo.environment["FIREBREAK_RECORD"] == "1" {
            try document.text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == document.text)
    }
}
