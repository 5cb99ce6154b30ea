import Inventory
import PlainText
import Reach
import TerminalKit

/// What a map shows of a node, in words: for the line below the drawing, and for those who hear it.
struct MapWords {
    let map: MapRows
    let state: State
    var look = Look.spoken

    /// What a relation says, read from its holder to what is gained.
    static func phrase(_ relation: Relation) -> String {
        (relation.gaining == relation.fromIndex ? relation.inverse : relation.phrase).printable
    }

    private var inventory: Inventory { state.inventory }

    // MARK: The selected node

    /// The ways that lead to the selected node, the earliest first, as many as there is room for; of a node at which
    /// ways begin, where it leads.
    func ways(columns: Int) -> TextLine {
        let row = state.selected
        guard row < map.count else { return "" }
        let separator = " \(look[.separator]) "
        let number = map.number(of: row)
        let into = (map.entering(number).flatMap { map.edges[$0] } + map.aside[number]).sorted {
            ($0.isEarliest ? 0 : 1, $0.at, $0.relation) < ($1.isEarliest ? 0 : 1, $1.at, $1.relation)
        }
        let level = "level \(map.layer(of: row)) of \(map.layout.layerCount - 1)"
        var pieces = [FittedLine.Piece(" " + level, priority: 9)]
        if into.isEmpty {
            pieces.append(.init("the ways begin here; \(onward(number))", priority: 8))
        } else {
            let count = into.count == 1 ? "1 way in" : "\(Words.grouped(into.count)) ways in"
            pieces.append(.init("\(count), \(onward(number))", priority: 8))
        }
        for (place, crossing) in into.prefix(4).enumerated() {
            pieces.append(.init(sentence(crossing, columns: columns), priority: 7 - place))
        }
        return FittedLine(pieces: pieces, separator: separator).line(fitting: columns)
    }

    private func onward(_ node: Int) -> String {
        let count = map.leaving(node).count
        let hidden = map.hidden(at: map.row(ofNode: node))
        if hidden > 0 { return "\(Words.grouped(hidden)) folded behind it" }
        guard count > 0 else { return "leads no further here" }
        let names = map.leaving(node).prefix(2).map { edge in
            let members = map.bundles.nodes[map.layout.graph.edges[edge].to].members
            let name = look.shortened(map.routes.entities[members[0]].entity.name, to: 20)
            return members.count == 1 ? name : "\(Words.grouped(members.count)) alike"
        }
        let more = count > names.count ? " and \(Words.grouped(count - names.count)) more" : ""
        return "leads on to \(names.joined(separator: ", "))\(more)"
    }

    /// A crossing as a sentence: who does what to it, when, and how that is known.
    private func sentence(_ crossing: Routes.Crossing, columns: Int) -> String {
        let relation = inventory.relation(at: crossing.relation)
        let traits = relation.traits
        let short = look.shortened(
            map.routes.entities[crossing.from].entity.name, to: columns < 100 ? 18 : 34)
        let name = (crossing.isEarliest ? "first: " : "") + short
        let time = crossing.at == .beginning ? "" : ", \(TimeWords.cell(crossing.at, near: state.at))"
        let control = relation.guard.map { ", if \(look.shortened($0, to: 20)) fails" } ?? ""
        if columns < 100 {
            return "\(name) \(Self.phrase(relation)) it, \(traits.act.plane.rawValue) plane\(time)\(control)"
        }
        return "\(name) \(Self.phrase(relation)) it (\(traits.act.name), \(traits.act.plane.rawValue) plane, "
            + "\(traits.evidence.name)\(time)\(control))"
    }

    // MARK: Spoken

    /// A node in words: what it is, where it stands, how it is held, what leads to it and on from it, what is said by
    /// signs.
    func spoken(_ row: Int) -> String {
        let node = map.node(at: row)
        let first = map.routes.entities[node.members[0]]
        let number = map.number(of: row)
        var parts: [String] = []
        if node.isBundle {
            let kinds = Words.kinds(first.entity.kind, in: inventory, count: node.members.count)
            parts.append("\(Words.grouped(node.members.count)) \(kinds) alike, folded into one")
        } else {
            parts.append("\(Words.kind(first.entity)) \(first.entity.name)")
        }
        parts.append("level \(map.layer(of: row)) of \(map.layout.layerCount - 1)")
        if !node.isBundle { parts += HeldWords(held: first, state: state, look: look).shortSpoken }
        let into = map.entering(number)
        for edge in into.prefix(3) {
            guard let crossing = map.edges[edge].first else { continue }
            let relation = inventory.relation(at: crossing.relation)
            parts.append(
                "\(map.routes.entities[crossing.from].entity.name) \(Self.phrase(relation)) it, "
                    + "\(relation.traits.act.plane.rawValue) plane")
        }
        if into.count > 3 { parts.append("\(Words.grouped(into.count - 3)) more lead to it") }
        let aside = map.aside[number].count
        if aside > 0 { parts.append("\(Words.count(aside, "more way")) in from the same level or a later one") }
        parts.append(onward(number))
        let signs = MapSigns(map: map, state: state).signs(of: row)
        for (sign, count) in signs {
            let isSome = node.isBundle && count < node.members.count
            parts.append(isSome ? "\(Words.grouped(count)) of them \(sign.words)" : sign.words)
        }
        if !node.isBundle { parts.append(SpokenFact.shortID(first.entity).words) }
        return parts.joined(separator: ", ").printable
    }
}

extension HeldWords {
    /// How it is held, as it is spoken where its kind and name were said.
    var shortSpoken: [String] {
        var parts: [String] = []
        if held.isSeed { parts.append("declared") }
        if firstHeld != look[.none] {
            parts.append(
                held.firstHeld.isBounded ? "held since \(TimeWords.minute(held.firstHeld))" : "held, start unknown")
        }
        parts.append(standing)
        if held.usedSince == true { parts.append("used since") }
        if let plane = held.plane { parts.append("\(plane.rawValue) plane") }
        if !held.isSeed { parts.append("tier \(held.tier)") }
        return parts
    }
}
