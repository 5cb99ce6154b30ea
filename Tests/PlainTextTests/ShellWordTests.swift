import Foundation
import PlainText
import Testing

@Suite("Words for a shell")
struct ShellWordTests {
    static let texts = [
        "plain", "a b", "", "it's", "$(touch x)", "`id`", "a;b|c&d>e", "new\nline", "\u{3}rm -rf x\r", "tab\there",
        "-n", "\\", "!history", "a\u{1B}[31mb", "\u{202E}x", "é▸", "'\n'", "\\'\n", "7\u{1}7", "*?[x]~", "#", "a\u{85}",
    ]

    @Test("A shell reads the word back as the text", arguments: texts)
    func readBack(text: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["--norc", "-c", "printf %s \(ShellWord.quoted(text)); printf ."]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // printf would take a text of its own for an option only before the format.
        #expect(String(decoding: bytes, as: UTF8.self) == text + ".")
    }

    @Test("Nothing in a word acts as a key where it is pasted", arguments: texts)
    func visible(text: String) {
        let word = ShellWord.quoted(text)
        #expect(!PrintableText(word).isAltered)
        #expect(!word.contains("\n"))
    }
}
