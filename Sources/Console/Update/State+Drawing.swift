import Inventory
import TerminalKit

extension State {
    /// Whether the rows are a drawing in which one moves both ways and folds.
    var isDrawn: Bool { isTree || place.view == .map }

    // MARK: Map

    /// Goes to the map. From a page about one entity it leads there; from a list to what ``mapSections`` names first.
    mutating func showMap() -> [Effect] {
        guard place.view != .map else {
            message = Message(text: "you are there: \(key(.nextSection)) chooses what the map leads to")
            return []
        }
        let isAbout = place.view == .entity || place.view == .path
        let target = isAbout ? subject ?? selectedEntity : selectedEntity
        let isChoke = place.view == .chokepoints
        let section =
            isAbout && target != nil ? MapTargets.Kind.chosen.rawValue : isChoke ? chokeTargets?.kind.rawValue : nil
        visit(.map, subject: isChoke ? place.subject ?? target?.id : target?.id, section: section, cursor: target?.id)
        return []
    }

    // MARK: Two ways to draw

    /// Why there is no other way to draw the view.
    var redrawObstacle: String? {
        switch place.view {
        case .blast: seedObstacle
        case .map: nil
        default: "only the blast radius is a tree as well: \(key(.blast)) shows it"
        }
    }

    mutating func redraw() -> [Effect] {
        if place.view == .map {
            redrawMap()
            return []
        }
        place.drawing.isTree.toggle()
        message = Message(
            text: place.drawing.isTree
                ? "a tree: each under what first gave it; \(key(.fold)) folds, \(key(.why)) shows why"
                : "a table again")
        return []
    }

    /// Levels by the earliest paths, then with all ways, then as a list; where there is room for the list alone, that is
    /// no step of its own.
    private mutating func redrawMap() {
        let hasRoom = place.drawing.isList || !isMapList
        let isNextList = place.drawing.showsAllWays && hasRoom && !place.drawing.isList
        place.drawing.showsAllWays = !place.drawing.showsAllWays && !place.drawing.isList
        place.drawing.isList = isNextList
        message = Message(
            text: isNextList
                ? "a list, level by level"
                : place.drawing.showsAllWays
                    ? "all ways, in as many levels as they take" : "levels by the earliest path to each")
    }

    // MARK: Folding

    mutating func fold() -> [Effect] {
        switch rows {
        case .tree(let tree) where tree.below(selected) > 0: toggleFold()
        case .tree: return showWhy()
        case .map(let map): fold(map)
        default: break
        }
        return []
    }

    private mutating func toggleFold() {
        if let id = rows.id(at: selected, in: inventory) { place.drawing.toggleFold(of: id) }
    }

    private mutating func fold(_ map: MapRows) {
        let node = map.node(at: selected)
        let first = node.members[0]
        if node.isBundle || map.hidden(at: selected) > 0 {
            toggleFold()
        } else if map.bundles.exclusive(behind: first) > 0 {
            toggleFold()
        } else if let bundle = openedBundle(around: first, in: map) {
            place.drawing.toggleFold(of: bundle)
            place.cursor = bundle
        } else {
            message = Message(
                text: map.leaving(map.number(of: selected)).isEmpty
                    ? "nothing lies behind it" : "nothing lies behind it alone: other ways lead there too")
        }
    }

    /// The id of the bundle that was opened and that this place would belong to.
    private func openedBundle(around place: Int, in map: MapRows) -> String? {
        let prefix = MapRows.bundlePrefix
        let opened = self.place.drawing.folded.filter { $0.hasPrefix(prefix) }
        return opened.first { id in
            var shut = Set(self.place.drawing.folded)
            shut.remove(id)
            let bundles = MapBundles(map.routes, folded: shut)
            guard let node = bundles.nodeOf[place] else { return false }
            let members = bundles.nodes[node].members
            return members.count > 1 && bundles.bundleID(members[0]) == id
        }
    }

    // MARK: Moving

    mutating func moveSideways(right: Bool) -> [Effect] {
        switch rows {
        case .map(let map):
            if let row = map.row(from: selected, right: right) {
                select(row)
            } else {
                message = Message(text: right ? "nothing lies further right" : "nothing lies further left")
            }
        case .tree(let tree):
            let isFolded = tree.isFolded(selected)
            let isOpen = !isFolded && tree.below(selected) > 0
            if right ? isFolded : isOpen {
                toggleFold()
            } else if right {
                if isOpen { select(selected + 1) }
            } else if let parent = tree.parent(of: selected) {
                select(parent)
            }
        default: break
        }
        return []
    }
}
