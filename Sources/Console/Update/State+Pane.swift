import TerminalKit

// The pane about the selected entity: what does not fit into it is scrolled to.
extension State {
    /// The first line that the pane shows.
    var paneOffset: Int { paneScroll.row == place.cursor ? paneScroll.offset : 0 }

    /// How many of its lines do not fit.
    private var hiddenPaneLines: Int {
        guard let pane = layout(size).preview else { return 0 }
        return factPane(pane.size, look: Look())?.hiddenLines ?? 0
    }

    /// Why there is no pane to scroll.
    var paneObstacle: String? {
        if layout(size).preview != nil { return nil }
        return zoomObstacle ?? "no pane is shown here: \(key(.zoom)) shows it"
    }

    /// Why the pane does not move.
    var paneRowObstacle: String? {
        hiddenPaneLines == 0 ? "the pane shows all that it has to say" : nil
    }

    /// Scrolls the pane by half of its lines.
    mutating func scrollPane(down: Bool) -> [Effect] {
        let lines = max(1, (layout(size).preview?.rows ?? 0) / 2)
        return scrollPane(by: down ? lines : -lines)
    }

    /// Scrolls the pane, as far as there is something to see.
    mutating func scrollPane(by lines: Int) -> [Effect] {
        paneScroll = PaneScroll(row: place.cursor, offset: max(0, min(hiddenPaneLines, paneOffset + lines)))
        return []
    }
}
