import Inventory
import PlainText

/// A graph in the language of Graphviz. The plane of a relation is told by its label, and by the line besides: solid
/// for identity, dashed for integrity, dotted where it gives no control.
struct DOTExport {
    private let graph: ExportedGraph

    init(_ graph: ExportedGraph) { self.graph = graph }

    func write(to pieces: inout TextPieces) {
        pieces.append(
            """
            digraph firebreak {
            graph [rankdir=LR, fontname="sans-serif"];
            node [shape=box, fontname="sans-serif"];
            edge [fontname="sans-serif", fontsize=10];

            """)
        var numbers = [Int](repeating: 0, count: graph.inventory.entityCount)
        for (number, row) in graph.entities.enumerated() {
            numbers[row] = number
            let told = graph.entity(row)
            let entity = told.entity
            let label = quoted(entity.kindWords, entity.name.shortened(to: 60, keeping: .middle))
            let notes = told.notes.isEmpty ? "" : ", xlabel=\(quoted(told.notes.joined(separator: ", ")))"
            let look = (told.compromised == nil ? "" : ", peripheries=2") + notes
            pieces.append("n\(number) [label=\(label), tooltip=\(quoted(entity.id))\(look)];\n")
        }
        graph.forEachRelation { relation in
            let (from, to) = (numbers[relation.fromIndex], numbers[relation.toIndex])
            pieces.append(
                "n\(from) -> n\(to) [label=\(quoted(relation.phrase, relation.controlWords)), "
                    + "style=\(style(relation)), tooltip=\(quoted(relation.valid.words))];\n")
        }
        pieces.append("}\n")
    }

    private func style(_ relation: Relation) -> String {
        if relation.gaining == nil { return "dotted" }
        return relation.traits.act.plane == .identity ? "solid" : "dashed"
    }

    /// Lines of text as one string of the language: quotes end it and a backslash begins an escape, and an ampersand a
    /// named character.
    private func quoted(_ lines: String...) -> String {
        var text = "\""
        for (number, line) in lines.enumerated() {
            if number > 0 { text += "\\n" }
            for scalar in line.printable.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "&": text += "&amp;"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        return text + "\""
    }
}

extension Entity {
    /// Its kind in words.
    var kindWords: String { kind.row?.words() ?? kindName }
}

extension Relation {
    /// What it gives, in a few words: the plane and the act, or that it gives no control.
    var controlWords: String {
        guard gaining != nil else { return "no control" }
        let guarded = self.guard.map { ", guarded: \($0)" } ?? ""
        return "\(traits.act.plane.rawValue), \(traits.act.name)\(guarded)"
    }
}
