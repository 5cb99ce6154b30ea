import PlainText
import TerminalKit

extension Look {
    /// A name made safe, and cut in the middle where it is longer than `columns`: both ends tell names apart.
    func shortened(_ name: String, to columns: Int) -> String {
        name.printable.shortened(to: max(1, columns), keeping: .middle, ellipsis: glyphs.ellipsis)
    }
}
