#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The text of an entry: JSON without spaces, members in the order of their names, every character beyond printable
/// ASCII escaped by its code units. So the stored text is one line that no terminal, editor or collation alters, and its
/// bytes are what is hashed: a reader never has to write JSON the same way again.
enum JournalText {
    /// The text of an entry.
    static func line(_ content: JournalEntry.Content) throws(CaseError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(content) else {
            throw .refused("this change cannot be written into a journal")
        }
        return ascii(bytes)
    }

    /// What the text of an entry says; nil where it is none.
    static func content(_ line: String) -> JournalEntry.Content? {
        JournalReader.read(line, as: JournalEntry.Content.self) ?? contentOfAnyJSON(line)
    }

    /// The same, of a text that says it in whatever JSON; takes many times as long.
    static func contentOfAnyJSON(_ line: String) -> JournalEntry.Content? {
        try? JSONDecoder().decode(JournalEntry.Content.self, from: Data(line.utf8))
    }

    /// JSON whose texts hold only printable ASCII. Outside of texts there is nothing else in any JSON.
    private static func ascii(_ bytes: Data) -> String {
        guard bytes.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return String(decoding: bytes, as: UTF8.self) }
        var line = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if (0x20..<0x7F).contains(scalar.value) {
                line.unicodeScalars.append(scalar)
            } else {
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    let digits = String(unit, radix: 16)
                    line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return line
    }
}
