import Inventory
import Reach

extension PathReport {
    /// The path as a picture: entities one below the other, and between them the crossings in words. It follows the
    /// reader's light or dark scheme; the planes are told by words and by the line, not by colour alone.
    public var svg: String {
        let width = 860
        guard let steps else {
            let text = "no path to \(target.kindName) \(target.name)"
            return SVGText.document(width: width, height: 60, title: text, [SVGText.text(text, x: 20, y: 36)])
        }
        let title = "\(target.kindName) \(target.name): first held \(heldText)"
        var parts = [SVGText.text(title, x: 20, y: 34, style: "title")]
        var y = 56
        func box(_ entity: Entity, _ note: String) {
            parts += [
                "<rect class=\"box\" x=\"20\" y=\"\(y)\" width=\"\(width - 40)\" height=\"44\" rx=\"6\"/>",
                SVGText.text(entity.kindName, x: 34, y: y + 18, style: "dim"),
                SVGText.text(entity.name, x: 34, y: y + 36),
                SVGText.text(note, x: width - 34, y: y + 18, style: "dim end"),
            ]
            y += 44
        }
        box(steps.first?.from ?? target, "declared compromised")
        for step in steps {
            let plane = step.relation.traits.act.plane
            parts += [
                "<line class=\"\(plane.rawValue)\" x1=\"60\" y1=\"\(y)\" x2=\"60\" y2=\"\(y + 42)\"/>",
                "<path class=\"head\" d=\"M54 \(y + 40) L66 \(y + 40) L60 \(y + 50) Z\"/>",
                SVGText.text(step.crossingWords, x: 82, y: y + 22),
            ]
            if let place = step.relation.provenance.first {
                parts.append(SVGText.text(target.inventory.place(place), x: 82, y: y + 40, style: "dim"))
            }
            y += 52
            box(step.to, step.to == target ? "the target" : "")
        }
        return SVGText.document(width: width, height: y + 20, title: title, parts)
    }
}

extension Step {
    /// When and how it was crossed, without its ends.
    fileprivate var crossingWords: String {
        let traits = relation.traits
        let time = at == .beginning ? "any time" : "\(at.minuteText)Z"
        let guarded = relation.guard.map { ", guard: \($0)" } ?? ""
        let known = "\(traits.act.name), \(traits.act.plane.rawValue) plane, \(traits.evidence.name)\(guarded)"
        return "\(time)  \(phrase)  [\(known)]"
    }
}
