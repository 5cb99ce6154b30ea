import PlainText
import Testing

@testable import Intake
@testable import firebreak

@Suite("Progress: one line that fits")
struct ProgressLineTests {
    private func line(_ bytes: Int64, of total: Int64, after elapsed: Double, path: String = "graph.json")
        -> ProgressLine
    {
        ProgressLine(
            ImportProgress(path: path, done: 0, total: 1, bytes: bytes, totalBytes: total), elapsed: elapsed)
    }

    @Test("It shows the share, the rate and the time left")
    func figures() {
        let text = line(400_000_000, of: 800_000_000, after: 2).drawn(width: 100)
        #expect(text == "reading graph.json  [##############--------------]  50%  200 MB/s  2 s left")
        #expect(
            line(3_000, of: 900_000, after: 1).words
                == "reading graph.json: 3.0 kB of 900 kB, 0%  3.0 kB/s  4 min 59 s left")
        #expect(line(0, of: 0, after: 0).drawn(width: 80) == "reading graph.json  [----------------------------]  0%")
    }

    @Test("It is never wider than the terminal", arguments: 0...120)
    func width(width: Int) {
        for path in ["a", String(repeating: "long/", count: 40), "日本語のグラフ.json", "x\u{1B}[2J\n"] {
            for bytes in [Int64(0), 5, 900_000_000_000] {
                let text = line(bytes, of: 1_000_000_000_000, after: 0.5, path: path).drawn(width: width)
                #expect(text.displayWidth <= width)
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
            }
        }
    }
}
