import Inventory
import Reach

extension State {
    /// What the map may lead to, the first of which is shown on arrival: targets that the analyst chose, crown jewels,
    /// what is marked, the place's own subject, all that is reached.
    var mapSections: [ViewSection] {
        var sections: [ViewSection] = []
        func add(_ kind: MapTargets.Kind, _ title: String, _ count: Int?) {
            sections.append(ViewSection(name: kind.rawValue, title: title, count: count))
        }
        let targets = work.present.targets
        if !targets.isEmpty { add(.defended, "to your targets", targets.count) }
        if let jewels = findings.crownJewels, !jewels.isEmpty { add(.crownJewels, "to crown jewels", jewels.count) }
        if !markedTargets.isEmpty { add(.marked, "to what is marked", markedTargets.count) }
        if let subject, !isDeclared(subject) { add(.chosen, "to \(subject.name)", nil) }
        add(.everything, "to all that is reached", answer?.counts.reached)
        return sections
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
    var mapTargets: MapTargets? {
        let sections = mapSections
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
