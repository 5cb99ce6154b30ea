import PlainText

// The widths that the texts of a table ask for.
extension TextTable {
    /// How many rows are looked at to find how wide the texts of a column are.
    static let sampleLimit = 256

    /// The columns with the widths that their texts ask for. The one that never leaves is given a fifth of the room,
    /// where most of its texts need that, before any other has more than its minimum; half of it where other columns
    /// have nothing to say, which are shown only where all others are.
    func fitted(to room: Int, look: Look, row: (Int) -> TableRow) -> [TableColumn] {
        guard columns.contains(where: \.fitsContent), rowCount > 0 else { return columns }
        let key = TableMeasures.Key(columns: columns, rowCount: rowCount, room: room, none: look[.none])
        let measure = measures?.measure(key) { measured(look: look, row: row) } ?? measured(look: look, row: row)
        let part = measure.extents.contains(where: \.saysNothing) ? 2 : 5
        return zip(columns, measure.extents).map { column, extent in
            var column = column
            guard column.fitsContent else { return column }
            let title = column.title.displayWidth + 2
            let whole = column.isWhole ? column.ideal : column.wholePart.map { min(column.ideal, room / $0) } ?? 0
            column.minimum = max(column.minimum, min(whole, extent.greatest))
            column.whole = max(title, extent.greatest)
            column.ideal = max(column.minimum, min(column.ideal, max(title, extent.greatest, extent.withAsides)))
            column.usual = max(column.minimum, min(column.ideal, max(title, extent.usual)))
            if column.priority == .max {
                column.minimum = min(max(column.minimum, room / part), max(title, extent.usual), column.ideal)
            } else if extent.saysNothing {
                column.isSpare = true
                // What a sample does not show may still be there: only a look at all rows tells that nothing is.
                if measure.isOfAllRows { column.priority = .min }
            }
            return column
        }
    }

    /// What the texts of the rows ask for, or of an even sample of many.
    private func measured(look: Look, row: (Int) -> TableRow) -> TableMeasure {
        let step = max(1, (rowCount + Self.sampleLimit - 1) / Self.sampleLimit)
        var widths = columns.map { _ in [Int]() }
        var saysNothing = columns.map(\.fitsContent)
        var withAsides = columns.map { _ in 0 }
        for index in stride(from: 0, to: rowCount, by: step) {
            let row = row(index)
            for (column, cell) in row.cells.enumerated()
            where columns.indices.contains(column) && columns[column].fitsContent {
                let width = cell.text.printable.displayWidth
                widths[column].append(width)
                if let aside = row.asides[column] {
                    let whole = width + Self.asideGap + aside.text.printable.displayWidth
                    withAsides[column] = max(withAsides[column], whole)
                }
                if !cell.text.isEmpty, cell.text != look[.none] { saysNothing[column] = false }
            }
        }
        let extents = columns.indices.map { column in
            let sorted = widths[column].sorted()
            return TableMeasure.Extent(
                greatest: sorted.last ?? 0, usual: sorted.isEmpty ? 0 : sorted[sorted.count * 9 / 10],
                withAsides: withAsides[column], saysNothing: saysNothing[column])
        }
        return TableMeasure(extents: extents, isOfAllRows: step == 1)
    }
}
