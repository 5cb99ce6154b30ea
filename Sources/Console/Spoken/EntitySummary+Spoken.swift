import TerminalKit

extension EntitySummary {
    /// What the pane says, a line a fact.
    var spoken: [String] {
        let facts = held + facts
        return [Words.kind(entity) + " " + entity.name] + facts.map { SpokenFact($0.label, $0.text).words }
    }
}

extension State {
    /// What the pane says of the selected row while it alone is shown.
    var spokenPane: [String] {
        guard place.pane == .preview, place.view.screenView.hasPreview, overlay == nil, let entity = selectedEntity
        else { return [] }
        return EntitySummary(state: self, entity: entity, look: .spoken, size: Size(rows: 24, columns: 80)).spoken
            .map(\.printable)
    }
}
