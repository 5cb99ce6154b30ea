import Inventory
import Reach
import TerminalKit

extension State {
    /// What choke points are sought before, the first of which is shown on arrival: targets that the analyst chose, else
    /// all that is reached. The others are those of the map.
    var chokeSections: [ViewSection] {
        let isAll = { (section: ViewSection) in section.name == MapTargets.Kind.everything.rawValue }
        let sections = mapSections.map { section in
            let title = section.title.hasPrefix("to ") ? "before \(section.title.dropFirst(3))" : section.title
            // What is reached in time is not what could be reached: that is counted above the list.
            return ViewSection(name: section.name, title: title, count: isAll(section) ? nil : section.count)
        }
        guard work.present.targets.isEmpty else { return sections }
        return sections.filter(isAll) + sections.filter { !isAll($0) }
    }

    /// What they are sought before; nil while that is not known.
    var chokeTargets: MapTargets? { mapTargets(among: chokeSections) }

    /// What is to be found whatever the time; nil elsewhere, and while that cannot be asked yet.
    var chokeInquiry: ChokeInquiry? {
        guard place.view == .chokepoints, let question, let chokeTargets else { return nil }
        return ChokeInquiry(chokeTargets, question)
    }

    /// The choke points, when they are at hand.
    var chokeGround: ChokeGround? { chokeInquiry.flatMap { findings.chokeGround($0) } }

    /// What is to be counted behind them under the lens; nil while they or the answer are not at hand.
    var chokeCounting: ChokeCounting? {
        guard let base = chokeInquiry, let ground = chokeGround, let question, let answer else { return nil }
        return ChokeCounting(base: base, question: question, ground: ground, answer: answer)
    }

    /// What lies behind them, when it is counted.
    var chokeCounts: ChokeCounts? { chokeCounting.flatMap { findings.chokeCounts($0) } }

    /// The list that the place shows, to be made; nil while what it needs is not at hand.
    var chokeListing: ChokeListing? {
        guard let chokeCounting, let chokeCounts, !asksForExposure || exposures != nil else { return nil }
        return ChokeListing(counting: chokeCounting, filter: listing(.section(.all)), counts: chokeCounts)
    }

    /// What the view needs, the most urgent first.
    var neededForChokePoints: [Inquiry] {
        guard let chokeInquiry else { return [.crownJewels] }
        let counts = chokeCounting.map { [Inquiry.chokeCounts($0)] } ?? []
        let list = chokeListing.map { [Inquiry.chokeList($0)] } ?? []
        return [.crownJewels, .chokes(chokeInquiry)] + counts + list + firebreakBesides
    }

    private var firebreakBesides: [Inquiry] {
        guard let question, let chokeFirebreakTargets else { return [] }
        return [.firebreak(question, chokeFirebreakTargets)]
    }

    /// What the suggested firebreak keeps from the attacker: the targets, none for the crown jewels; nil where all that is
    /// reached counts, from which nothing keeps an attacker.
    var chokeFirebreakTargets: Marks? {
        switch chokeTargets {
        case .crownJewels: Marks()
        case .defended(let marks), .marked(let marks): marks
        case .chosen(let entity): Marks([entity])
        case .everything, nil: nil
        }
    }

    /// The suggested firebreak before the same targets, when it is at hand.
    var chokeFirebreak: Firebreak? {
        guard let question, let chokeFirebreakTargets else { return nil }
        return findings.firebreak(question, chokeFirebreakTargets)
    }

    /// Goes to the choke points: from the map before the same targets, from a page about one entity before that.
    mutating func showChokePoints() -> [Effect] {
        guard place.view != .chokepoints else {
            message = Message(text: "you are there: \(key(.nextSection)) chooses what they are sought before")
            return []
        }
        let isAbout = place.view == .entity || place.view == .path
        let target = isAbout ? subject ?? selectedEntity : selectedEntity
        var section = isAbout && target != nil ? MapTargets.Kind.chosen.rawValue : nil
        var about = target?.id
        if place.view == .map {
            section = mapTargets?.kind.rawValue
            about = place.subject ?? about
        }
        visit(.chokepoints, subject: about, section: section, cursor: isAbout ? nil : selectedEntity?.id)
        return []
    }
}

extension MapTargets {
    var kind: Kind {
        switch self {
        case .defended: .defended
        case .crownJewels: .crownJewels
        case .marked: .marked
        case .chosen: .chosen
        case .everything: .everything
        }
    }

    /// The targets themselves; nil for all that is reached.
    func chosen(in inventory: Inventory) -> [Int]? {
        switch self {
        case .crownJewels: inventory.crownJewels
        case .defended(let marks), .marked(let marks): Array(marks)
        case .chosen(let entity): [entity]
        case .everything: nil
        }
    }
}
