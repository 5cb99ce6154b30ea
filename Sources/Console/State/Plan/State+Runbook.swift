import Inventory
import Reports

// How an entity is revoked or cleaned at its provider: text for people, of which Firebreak runs nothing.
extension State {
    static let countingBreakage = "still counting what that breaks"

    /// The entity whose runbook is at hand, or about to be asked for.
    var runbookEntity: Entity? {
        if case .copyMenu = overlay { return selectedEntity }
        return place.view == .plan || place.view == .entity ? selectedEntity : nil
    }

    /// The runbook of the selected entity; nil until it is known what revoking it breaks.
    var runbook: Runbook? {
        guard let entity = runbookEntity, let impact = findings.impact(of: entity.index) else { return nil }
        return Runbook(
            of: impact, isUsedSince: answer?.radius[entity.index]?.usedSince == true,
            openSlots: openSlots(of: entity))
    }

    /// Why there is none to show.
    var runbookObstacle: String? {
        entityObstacle ?? (runbook == nil ? Self.countingBreakage : nil)
    }

    mutating func showRunbook() -> [Effect] {
        guard let entity = selectedEntity, let runbook else { return [] }
        let text = """
            Firebreak runs nothing of this: read it, and run it elsewhere. \(key(.copy)) r copies the commands.
            \(wholeRunbook).

            \(runbook.text)
            """
        overlay = .text(ShownText(title: "\(Words.remedy(entity.kind)) \(entity.name)", text: text))
        return []
    }
}
