import PlainText
import TerminalKit

extension Look {
    /// The keys that choose among rows.
    var arrows: String { isSpoken ? "up and down" : self[.arrowUp] + self[.arrowDown] }

    /// A name made safe, and cut in the middle where it is longer than `columns`: both ends tell names apart. Those who
    /// hear it get it whole.
    func shortened(_ name: String, to columns: Int) -> String {
        guard !isSpoken else { return name.printable }
        return name.printable.shortened(to: max(1, columns), keeping: .middle, ellipsis: glyphs.ellipsis)
    }

    /// A sentence made safe, and cut at its end where it is longer than `columns`.
    func cut(_ sentence: String, to columns: Int) -> String {
        guard !isSpoken else { return sentence.printable }
        return sentence.printable.shortened(to: max(1, columns), ellipsis: glyphs.ellipsis)
    }
}
