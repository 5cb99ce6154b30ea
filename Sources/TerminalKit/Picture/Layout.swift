/// How much of a divided region one part asks for.
public enum Share: Sendable, Hashable {
    /// So many cells, or what is left.
    case fixed(Int)
    /// At least `minimum` while there is room, and a part of the rest by `weight`.
    case flexible(weight: Int = 1, minimum: Int = 0)
}

/// Dividing a length among shares.
public enum Layout {
    /// The extents of `shares` in `length` cells, in their order; they never add up to more than `length`. Fixed
    /// shares and minimums are served first, from the first share on; the rest goes by weight, odd cells to the
    /// earlier ones.
    public static func divide(_ length: Int, into shares: [Share]) -> [Int] {
        var left = max(0, length)
        var extents = shares.map { share in
            let wish =
                switch share {
                case .fixed(let cells): cells
                case .flexible(_, let minimum): minimum
                }
            let given = min(left, max(0, wish))
            left -= given
            return given
        }
        var weight = shares.reduce(0) { $0 + $1.weight }
        for (index, share) in shares.enumerated() where share.weight > 0 && weight > 0 {
            let given = (left * share.weight + weight - 1) / weight
            extents[index] += given
            left -= given
            weight -= share.weight
        }
        return extents
    }
}

extension Share {
    /// Weights are small numbers: the cap keeps the arithmetic far from overflow.
    fileprivate var weight: Int {
        switch self {
        case .fixed: 0
        case .flexible(let weight, _): min(max(0, weight), 1000)
        }
    }
}

extension Rect {
    /// This region cut into regions one below the other; see ``Layout/divide(_:into:)``.
    public func stacked(_ shares: Share...) -> [Rect] {
        var top = row
        return Layout.divide(rows, into: shares).map { extent in
            defer { top += extent }
            return Rect(row: top, column: column, rows: extent, columns: columns)
        }
    }

    /// This region cut into regions side by side; see ``Layout/divide(_:into:)``.
    public func sideBySide(_ shares: Share...) -> [Rect] {
        var left = column
        return Layout.divide(columns, into: shares).map { extent in
            defer { left += extent }
            return Rect(row: row, column: left, rows: rows, columns: extent)
        }
    }
}
