import Inventory

extension QueryGap {
    /// It in a sentence: `8 more have no recorded age: -age>0d lists them`.
    public func words(in inventory: Inventory) -> String {
        switch self {
        case .unrecorded(let field, let count, let term):
            let (have, them) = count == 1 ? ("has", "it") : ("have", "them")
            return "\(count) more \(have) no recorded \(field.fact): \(term) lists \(them)"
        case .presumed(let field, 0, _):
            return "no source records the \(field.fact) of any of these: unknown, which is not never"
        case .presumed(let field, let recorded, let all):
            return
                "\(recorded) of \(all) such have a recorded \(field.fact); of the others it is unknown, which is not never"
        case .absent(let kind):
            return "the sources name no \(kind.row?.words(count: 2) ?? inventory.name(of: kind))"
        case .blind(let spot):
            return "blind: \(spot.what) (\(spot.count))"
        }
    }
}

extension QueryField {
    /// What is recorded, or not, where it is asked for.
    fileprivate var fact: String {
        switch self {
        case .created: "creation"
        case .issued: "issue"
        case .rotated: "rotation"
        case .used: "use"
        default: row.name
        }
    }
}
