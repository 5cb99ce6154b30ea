import TerminalKit

extension State {
    /// What the pane says of the selected row while it alone is shown.
    var spokenPane: [String] {
        guard place.pane == .preview, place.view.screenView.hasPreview, overlay == nil else { return [] }
        return factPane(Size(rows: 24, columns: 80), look: .spoken)?.spoken.map(\.printable) ?? []
    }
}
