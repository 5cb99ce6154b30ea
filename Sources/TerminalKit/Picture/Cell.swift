import PlainText

/// One cell of a screen: a base with up to three marks, and its style.
public struct Cell: Sendable, Hashable {
    /// Up to four scalars; 0 where there is none. All zero in the second half of a wide character.
    public internal(set) var scalars: SIMD4<UInt32>
    /// Columns: 1, 2, or 0 for the second half of a wide character.
    public internal(set) var width: UInt8
    /// How it looks.
    public internal(set) var style: Style

    /// An empty cell.
    public init(style: Style = .plain) {
        scalars = SIMD4(0x20, 0, 0, 0)
        width = 1
        self.style = style
    }

    /// A cell with `cluster`, which must be printable and 1 or 2 columns wide. Presentation selectors are left out:
    /// terminals disagree on the columns they make.
    init(_ cluster: DisplayCluster, style: Style) {
        scalars = .zero
        var count = 0
        for scalar in cluster.text.unicodeScalars where count < 4 && (scalar.value & ~1) != 0xFE0E {
            scalars[count] = scalar.value
            count += 1
        }
        width = UInt8(clamping: cluster.width)
        self.style = style
    }

    /// The second half of a wide character in `style`.
    static func continuation(style: Style) -> Cell {
        var cell = Cell(style: style)
        cell.scalars = .zero
        cell.width = 0
        return cell
    }

    /// Whether the cell is the second half of the wide character to its left.
    public var isContinuation: Bool { width == 0 }

    /// The text of the cell; empty for a continuation.
    public var text: String {
        var text = ""
        for index in 0..<4 {
            guard scalars[index] != 0, let scalar = Unicode.Scalar(scalars[index]) else { break }
            text.unicodeScalars.append(scalar)
        }
        return text
    }
}
