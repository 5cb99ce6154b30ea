import Inventory
import PlainText
import Reach

/// When what was held, as a picture: a line for each thing, a bar for each time it was held. What it shows stands in
/// the tables too.
struct HoldingsPicture: Sendable {
    private struct Line: Sendable {
        let label: String
        let style: String
        let bars: [Interval]
        let note: String
    }

    private let lines: [Line]
    private let span: Interval
    private let at: Instant
    private let left: Int

    /// The most lines that are drawn.
    private static let longest = 40
    /// How many of them stand together on paper.
    private static let together = 20
    private static let label = 290
    private static let chart = 560
    private static let step = 24
    private static let head = 46
    private static let ticks = 3

    /// Nil where nothing was held at a known time.
    init?(_ findings: HandOverFindings) {
        let answer = findings.answer
        let seeds = answer.entities.filter { $0.isSeed && !$0.isConditional }
        // What is live comes first within a plane.
        let others = Plane.allCases.flatMap { plane in
            let held = findings.held(on: plane).filter { plane == .integrity || $0.entity.kind.isIdentity }
            return held.filter(\.isLive) + held.filter { !$0.isLive }
        }
        let all = seeds + others
        at = answer.question.at
        guard !seeds.isEmpty, let span = Self.span(all, answer.seeds) else { return nil }
        self.span = span
        left = max(0, all.count - Self.longest)
        lines = all.prefix(Self.longest).map { held in
            Line(
                label: held.entity.told + (held.isSeed ? ", declared" : ""),
                style: held.isSeed ? "declared" : held.plane?.rawValue ?? "declared",
                bars: held.holdings, note: findings.standing(of: held).rawValue)
        }
    }

    /// From the first holding to a while behind the last one that began, or the last declared end: what began is what the
    /// picture tells, and what is held for years would leave no room for it. Nil where no such moment is known.
    private static func span(_ held: [HeldEntity], _ seeds: [Seed]) -> Interval? {
        let beginnings = held.flatMap { $0.holdings.map(\.from) } + seeds.flatMap { [$0.window.from, $0.window.until] }
        let known = beginnings.filter(\.isBounded)
        guard let first = known.min(), let last = known.max() else { return nil }
        return Interval(first, last.advanced(by: max(3_600, (last.seconds - first.seconds) / 4)))
    }

    /// The picture as elements of a page, which says what its classes look like: several, so that paper has room for each
    /// where the one before it ends.
    var svg: String {
        stride(from: 0, to: lines.count, by: Self.together).map { part(from: $0) }.joined()
    }

    private func part(from first: Int) -> String {
        let shown = lines[first..<min(first + Self.together, lines.count)]
        let isLast = shown.endIndex == lines.count
        let width = Self.label + Self.chart + 76
        let height = Self.head + shown.count * Self.step + (isLast ? 48 : 4)
        let foot = height - (isLast ? 44 : 0)
        let title = "picture-title-\(first / Self.together + 1)"
        var parts = [
            "<svg class=\"picture\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
                + "width=\"\(width)\" height=\"\(height)\" role=\"img\" aria-labelledby=\"\(title)\">",
            "<title id=\"\(title)\">When what was held: lines \(first + 1) to \(shown.endIndex) of \(lines.count), from "
                + "\(span.from.reportText) to \(span.until.reportText)</title>",
        ]
        for tick in 0...Self.ticks {
            let x = Self.label + Self.chart * tick / Self.ticks
            let anchor = tick == 0 ? "start" : tick == Self.ticks ? "end" : "middle"
            parts.append("<line class=\"grid\" x1=\"\(x)\" y1=\"26\" x2=\"\(x)\" y2=\"\(foot)\"/>")
            parts.append(
                "<text class=\"small\" text-anchor=\"\(anchor)\" x=\"\(x)\" y=\"18\">\(moment(tick).minuteText)</text>")
        }
        for (number, line) in shown.enumerated() { parts += drawn(line, y: Self.head + number * Self.step) }
        let x = place(at)
        parts.append("<line class=\"now\" x1=\"\(x)\" y1=\"26\" x2=\"\(x)\" y2=\"\(foot)\"/>")
        for (number, note) in (isLast ? notes : []).enumerated() {
            parts.append("<text class=\"small\" x=\"0\" y=\"\(height - 24 + 16 * number)\">\(note)</text>")
        }
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }

    /// What the lines mean, and how many there is no room for.
    private var notes: [String] {
        let beyond = span.contains(at) ? "" : at < span.from ? ", which is to the left" : ", which is to the right"
        return [
            "solid: identity plane · dashed: integrity plane · upright line: as of \(at.minuteText)\(beyond)",
            "live: still could be used · taken back: evidence shows it · said done: somebody reported it"
                + (left > 0 ? " · \(left) more stand in the tables" : ""),
        ]
    }

    private func drawn(_ line: Line, y: Int) -> [String] {
        let label = line.label.printable.shortened(to: 40, keeping: .middle)
        let bars = line.bars.map { bar in
            let (from, until) = (place(bar.from), place(bar.until))
            return "<rect class=\"bar \(line.style)\" x=\"\(from)\" y=\"\(y)\" width=\"\(max(3, until - from))\" "
                + "height=\"12\"/>"
        }
        let note = "<text class=\"small\" x=\"\(Self.label + Self.chart + 6)\" y=\"\(y + 11)\">\(line.note)</text>"
        return ["<text class=\"small\" x=\"0\" y=\"\(y + 11)\">\(SVGText.escaped(label))</text>"] + bars
            + (line.note.isEmpty ? [] : [note])
    }

    private func moment(_ tick: Int) -> Instant {
        let length = span.until.seconds - span.from.seconds
        return span.from.advanced(by: length / Int64(Self.ticks) * Int64(tick))
    }

    /// Where a moment stands; the ends of time at the edges.
    private func place(_ moment: Instant) -> Int {
        let moment = min(max(moment, span.from), span.until)
        let share = Double(moment.seconds - span.from.seconds) / Double(span.until.seconds - span.from.seconds)
        return Self.label + Int(share * Double(Self.chart))
    }
}
