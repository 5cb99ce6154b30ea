import Foundation
import Testing

/// A text kept in a file beside the tests. With FIREBREAK_RECORD=1 it is written, otherwise compared.
struct Golden {
    let name: String

    init(_ name: String) { self.name = name }

    private var file: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Goldens").appendingPathComponent(name + ".txt")
    }

    /// Whether texts are written instead of compared.
    static var isRecording: Bool { ProcessInfo.processInfo.environment["FIREBREAK_RECORD"] == "1" }

    /// The text as it was recorded; nil where nothing was.
    var kept: String? { try? String(contentsOf: file, encoding: .utf8) }

    func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = text + "\n"
        if Self.isRecording {
            do {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
            } catch { Issue.record("\(name): \(error)", sourceLocation: sourceLocation) }
            return
        }
        guard let kept else {
            Issue.record("\(name): nothing is recorded; FIREBREAK_RECORD=1 records", sourceLocation: sourceLocation)
            return
        }
        guard kept != text else { return }
        Issue.record("\(name) differs:\n\(Self.difference(kept, text))", sourceLocation: sourceLocation)
    }

    /// The lines that differ, with their number: `-` as recorded, `+` as it is now.
    static func difference(_ old: String, _ new: String) -> String {
        let (old, new) = (lines(old), lines(new))
        return (0..<max(old.count, new.count)).compactMap { index -> String? in
            let (left, right) = (index < old.count ? old[index] : nil, index < new.count ? new[index] : nil)
            guard left != right else { return nil }
            return [left.map { "\(index + 1) - \($0)" }, right.map { "\(index + 1) + \($0)" }].compactMap { $0 }
                .joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
