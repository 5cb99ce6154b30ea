import Inventory
import Reach
import TerminalKit

extension State {
    /// What the map may lead to, the first of which is shown on arrival: targets that the analyst chose, else crown
    /// jewels that are reached, else all that is reached. What is marked to be revoked is a target only where one goes
    /// there.
    var mapSections: [ViewSection] {
        var sections: [ViewSection] = []
        func add(_ kind: MapTargets.Kind, _ title: String, _ count: Int?) {
            sections.append(ViewSection(name: kind.rawValue, title: title, count: count))
        }
        func addEverything() { add(.everything, "to all that is reached", answer?.counts.reached) }
        let targets = work.present.targets
        let jewels = findings.crownJewels ?? []
        let reachesJewel = reachesOne(of: jewels)
        if !targets.isEmpty { add(.defended, "to your targets", targets.count) }
        if targets.isEmpty, !reachesJewel { addEverything() }
        if !jewels.isEmpty { add(.crownJewels, "to crown jewels", jewels.count) }
        if !markedTargets.isEmpty { add(.marked, "to what is marked", markedTargets.count) }
        if let subject, !isDeclared(subject) { add(.chosen, "to \(subject.name)", nil) }
        if !targets.isEmpty || reachesJewel { addEverything() }
        return sections
    }

    /// Which targets the map leads to, and why these where nobody chose them.
    func mapTargetWords(_ look: Look) -> String {
        let isChosenList = place.section != nil
        switch mapTargets {
        case .defended: return "to the targets that you chose"
        case .crownJewels:
            return isChosenList
                ? "to the crown jewels"
                : "to the crown jewels, as no target is chosen: \(key(.defend)) chooses one"
        case .marked: return "to what is marked for the plan"
        case .chosen: return "to \(subject.map { look.shortened($0.name, to: 30) } ?? "what was chosen")"
        case .everything, nil:
            return isChosenList
                ? "to all that is reached"
                : "to all that is reached: no target is chosen, and no crown jewel is reached"
        }
    }

    /// Of how many crown jewels it is looked up whether they are reached; more of them are shown in any case.
    private static let jewelsLookedUp = 1_000

    private func reachesOne(of jewels: [Int]) -> Bool {
        guard let answer, !jewels.isEmpty else { return false }
        return jewels.count > Self.jewelsLookedUp
            || jewels.contains { answer.radius[$0].map { !$0.isConditional } ?? false }
    }

    /// What is marked, without what is declared: from there the ways begin.
    private var markedTargets: Marks {
        var marks = work.present.marks
        for seed in work.present.seeds { marks.remove(seed.seed.entity) }
        return marks
    }

    private func isDeclared(_ entity: Entity) -> Bool {
        work.present.seeds.contains { $0.seed.entity == entity.index }
    }

    /// What the map leads to; nil while that is not known, and where there is nothing.
    var mapTargets: MapTargets? { mapTargets(among: mapSections) }

    /// What the list of the place is about, of these; the first for a name that is none.
    func mapTargets(among sections: [ViewSection]) -> MapTargets? {
        let isKnown = findings.crownJewels != nil || place.section == MapTargets.Kind.chosen.rawValue
        guard isKnown, let section = sections.first(where: { $0.name == place.section }) ?? sections.first else {
            return nil
        }
        switch MapTargets.Kind(rawValue: section.name) {
        case .defended: return .defended(work.present.targets)
        case .crownJewels: return .crownJewels
        case .marked: return .marked(markedTargets)
        case .chosen: return subject.map { .chosen($0.index) }
        case .everything, nil: return .everything
        }
    }

    /// What the map asks for; nil while that cannot be asked yet.
    var mapRequest: MapRequest? {
        guard place.view == .map, let question, let answer, let mapTargets else { return nil }
        return MapRequest(targets: mapTargets, question: question, answer: answer)
    }

    /// What the map needs to know, the most urgent first.
    var neededForMap: [Inquiry] {
        guard let mapRequest else { return [.crownJewels] }
        // Nothing keeps an attacker from all that is reached.
        let cut = mapRequest.targets == .everything ? [] : [Inquiry.cut(mapRequest)]
        let layout = mapLayoutRequest.map { [Inquiry.map($0)] } ?? []
        return [.crownJewels, .routes(mapRequest)] + layout + [.chokePoints(mapRequest)] + cut
    }

    /// How the ways are to be drawn; nil while they are not known.
    var mapLayoutRequest: MapLayoutRequest? {
        guard let mapRequest, let routes = findings.routes(mapRequest) else { return nil }
        let drawing = place.drawing
        return MapLayoutRequest(
            request: mapRequest, folded: drawing.folded, showsAllWays: drawing.showsAllWays, routes: routes)
    }

    /// Whether held entities are shown under what gave them.
    var isTree: Bool { place.view == .blast && place.drawing.isTree && place.group == nil }
}
