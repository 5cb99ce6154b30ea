import CNcurses
import TerminalKit

extension terminal_cell {
    /// A cell of a picture, with the nearest colours the terminal has.
    init(_ cell: Cell, support: ColorSupport) {
        let style = cell.style.downgraded(to: support == .full ? .palette : support)
        self.init(
            scalars: (cell.scalars[0], cell.scalars[1], cell.scalars[2], cell.scalars[3]),
            foreground: Self.index(style.foreground), background: Self.index(style.background),
            attributes: style.attributes.rawValue, width: cell.width)
    }

    /// A space.
    static var blank: terminal_cell { terminal_cell(Cell(), support: .none) }

    private static func index(_ color: Color) -> Int16 {
        switch color {
        case .ansi(let color): Int16(color.rawValue)
        case .indexed(let index): Int16(index)
        case .standard, .rgb: -1
        }
    }
}
