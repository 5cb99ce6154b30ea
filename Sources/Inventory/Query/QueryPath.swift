/// A chain of entities joined by relations: `runner[self-hosted] -> job -> token[age>90d]`.
///
/// Without a name, a step follows control: from who holds to what is gained, whatever the times and the guards, and only
/// relations that give control count. What merely connects (``QueryStep/joints``) may be left unnamed on the way. With a
/// name, a step is one relation of that name as it is written in the table of relations, whether it gives control or not.
struct QueryPath: Hashable, Sendable {
    /// The elements, one more than there are steps.
    var elements: [QueryElement]
    var steps: [QueryStep]
    /// The place of the element whose entities are meant: the last one unless another is marked with `@`.
    var chosen: Int
}

/// What stands at one place of a path.
struct QueryElement: Hashable, Sendable {
    /// The kinds by name; empty for any.
    var kinds: [String]
    /// What else must hold; the empty conjunction for nothing.
    var filter: QueryExpression

    /// Both as one expression.
    var expression: QueryExpression {
        if kinds.isEmpty { return filter }
        let kind = QueryTerm(subject: .field(.kind), values: kinds.map { .text($0) })
        return .conjunction([.term(kind), filter])
    }
}

/// How one gets from an element of a path to the next.
struct QueryStep: Hashable, Sendable {
    /// Whether it goes from who holds to what is gained, or from the near to the far end of a named relation.
    var isForward: Bool
    /// The relations by name; empty for all that give control, ``anyRelation`` for each there is.
    var relations: [String]
    /// Whether it may be repeated any number of times.
    var isMany = false

    /// Stands for the name of any relation.
    static let anyRelation = "*"

    /// The kinds that only connect: a step without a name may pass through them. A job reads a slot that holds a token, or
    /// names an environment that grants the slot; a runner executes runs of jobs; a group has runners.
    static let joints: [EntityKind] = [.run, .secret, .environment, .runnerGroup]
}

extension QueryPath {
    /// The canonical text.
    var text: String {
        var text = elements[0].text(isChosen: chosen == 0 && elements.count > 1)
        for (place, step) in steps.enumerated() {
            let isChosen = chosen == place + 1 && place + 2 < elements.count
            text += " \(step.text) \(elements[place + 1].text(isChosen: isChosen))"
        }
        return text
    }

    /// Every term in it, in reading order.
    var terms: [QueryTerm] { elements.flatMap(\.expression.terms) }
}

extension QueryElement {
    fileprivate func text(isChosen: Bool) -> String {
        let kind = kinds.isEmpty ? QueryStep.anyRelation : kinds.joined(separator: ",")
        return (isChosen ? "@" : "") + kind + (filter == .all([]) ? "" : "[\(filter.text(inside: .any))]")
    }
}

extension QueryStep {
    var text: String {
        let names = relations.isEmpty ? "" : "-[\(relations.joined(separator: ","))]"
        if isForward { return (names.isEmpty ? "-" : names + "-") + (isMany ? ">>" : ">") }
        return (isMany ? "<<" : "<") + (names.isEmpty ? "-" : names + "-")
    }
}
