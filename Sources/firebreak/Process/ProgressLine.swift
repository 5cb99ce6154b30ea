import Intake
import PlainText

/// How far an import is, in one line.
struct ProgressLine {
    /// What is being read, ready to be shown.
    private let name: String
    private let done: Int64
    private let total: Int64
    /// Since the import began, in seconds.
    private let elapsed: Double

    init(_ progress: ImportProgress, elapsed: Double) {
        let file = progress.total > 1 ? "\(progress.done + 1) of \(progress.total): " : ""
        name = "reading \(file)\(progress.path.printable)"
        done = max(0, progress.bytes)
        total = max(0, progress.totalBytes)
        self.elapsed = elapsed
    }

    /// The part that is done, from 0 to 1.
    private var share: Double { total == 0 ? 0 : min(1, Double(done) / Double(total)) }

    /// Bytes a second; nil while there is nothing to tell it from.
    private var rate: Double? { elapsed > 0 && done > 0 ? Double(done) / elapsed : nil }

    /// What is told besides the name: the share, the rate, and the time left.
    private var figures: String {
        var words = ["\(Int(share * 100))%"]
        if let rate {
            words.append("\(Self.size(rate))/s")
            if done < total { words.append("\(Self.time(Double(total - done) / rate)) left") }
        }
        return words.joined(separator: "  ")
    }

    /// For a terminal: the name, a bar and the figures, never wider than `width` columns.
    func drawn(width: Int) -> String {
        let room = width - figures.displayWidth - 2
        let bar = min(30, room - name.displayWidth - 2)
        guard room > 8 else { return figures.shortened(to: max(0, width), keeping: .start, ellipsis: "...") }
        let name = name.shortened(to: room, keeping: .end, ellipsis: "...")
        guard bar >= 8 else { return "\(name)  \(figures)" }
        let full = Int(Double(bar - 2) * share)
        let drawing = String(repeating: "#", count: full) + String(repeating: "-", count: bar - 2 - full)
        return "\(name)  [\(drawing)]  \(figures)".shortened(to: width, keeping: .start, ellipsis: "...")
    }

    /// For a log: the same in words.
    var words: String { "\(name): \(Self.size(Double(done))) of \(Self.size(Double(total))), \(figures)" }

    /// `312 MB`.
    private static func size(_ bytes: Double) -> String {
        var (size, unit) = (bytes, "B")
        for larger in ["kB", "MB", "GB"] where size >= 1_000 { (size, unit) = (size / 1_000, larger) }
        return size < 10 && unit != "B" ? "\((size * 10).rounded(.down) / 10) \(unit)" : "\(Int(size)) \(unit)"
    }

    /// `8 s`, `2 min 05 s`.
    private static func time(_ seconds: Double) -> String {
        let whole = Int(min(seconds.rounded(.up), 359_999))
        if whole < 60 { return "\(whole) s" }
        let rest = whole % 60
        return whole < 3_600
            ? "\(whole / 60) min \(rest < 10 ? "0" : "")\(rest) s" : "\(whole / 3_600) h \(whole / 60 % 60) min"
    }
}
