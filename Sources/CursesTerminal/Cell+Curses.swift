import CNcurses
import TerminalKit

extension terminal_cell {
    /// A cell of a picture, with the nearest colours the terminal has.
    init(_ cell: Cell, support: ColorSupport) {
        let style = cell.style.downgraded(to: support)
        self.init(
            scalars: (cell.scalars[0], cell.scalars[1], cell.scalars[2], cell.scalars[3]),
            foreground: Self.number(style.foreground, support),
            background: Self.number(style.background, support),
            attributes: style.attributes.rawValue, width: cell.width)
    }

    /// A space.
    static var blank: terminal_cell { terminal_cell(Cell(), support: .none) }

    private static func number(_ color: Color, _ support: ColorSupport) -> Int32 {
        switch color {
        case .standard: -1
        case .ansi(let color) where support < .full || color.rawValue < 8: Int32(color.rawValue)
        case .indexed(let index) where support < .full: Int32(index)
        case .ansi, .indexed, .rgb:
            color.parts.map { Int32(TERMINAL_RGB) + Int32($0.red << 16 | $0.green << 8 | $0.blue) } ?? -1
        }
    }
}
