import Inventory

extension OpenGraphReading {
    /// Adds the entity that `node` describes.
    mutating func readNode(_ node: JSONValue, at location: String, into builder: inout InventoryBuilder) {
        guard node.kind == .object else { return report.note("a node has to be an object; left out", at: location) }
        guard let id = node["id"]?.text, !id.isEmpty else {
            return report.note("a node needs an id, as a string; left out", at: "\(location)/id")
        }
        let kinds = kinds(of: node, at: location)
        let properties = node["properties"]
        if let properties, properties.kind != .object, !properties.isNull {
            report.note("properties have to be an object; left out", at: "\(location)/properties")
        }
        let imported = importedKind(properties)
        let declared =
            declaredKind(properties, at: location) ?? imported.map { entityKind(named: $0, in: &builder) }
            ?? kinds.lazy.compactMap(kindNames).first
        let mapped = declared ?? OpenGraphKinds.kind(of: kinds)
        let kind = mapped ?? entityKind(named: kinds.first ?? "unknown", in: &builder)
        let kindName = kind.row?.name ?? imported ?? kinds.first ?? "unknown"

        var fact = EntityFact(id: SecretText.redactedID(id), kind: kind, provenance: provenance(location))
        var draft = OpenGraphNodeDraft(collector: declared == nil ? kinds.first ?? "" : "")
        if let properties {
            for (key, value) in properties.members { read(key, value, of: &fact, &draft, at: location) }
        }
        complete(&fact, from: draft, kinds: imported == nil ? kinds : [], kind: kind, at: location)
        builder.add(fact)
        counts[kind.row?.words(count: 2) ?? kindName, default: 0] += 1

        let order = estate.nextOrder()
        if estate.nodes[fact.id] == nil {
            estate.nodes[fact.id] = OpenGraphNode(
                order: order, kindName: kindName, provenance: fact.provenance, isDeclared: declared != nil,
                isProtected: draft.isProtected, isEphemeral: fact.flags.contains(.ephemeral),
                permissions: draft.permissions)
        }
        guard declared == nil, kinds.contains(where: OpenGraphKinds.isKnownCollector) else { return }
        if draft.hasWorkflowText { estate.unreadWorkflows += 1 }
        if kind == .secret { estate.slots.add(fact) }
        if kind == .runner || kind == .job { estate.runners.add(fact, kind: kind) }
    }

    private mutating func kinds(of node: JSONValue, at location: String) -> [String] {
        guard let property = node["kinds"], !property.isNull else { return [] }
        if let one = property.string { return one.isEmpty ? [] : [one] }
        guard property.kind == .array else {
            report.note("kinds have to be a list of strings; left out", at: "\(location)/kinds")
            return []
        }
        var kinds: [String] = []
        for (place, kind) in property.elements.enumerated() {
            if let name = kind.string, !name.isEmpty {
                kinds.append(name)
            } else {
                report.note("a kind has to be a string; left out", at: "\(location)/kinds/\(place)")
            }
        }
        return kinds
    }

    private mutating func declaredKind(_ properties: JSONValue?, at location: String) -> EntityKind? {
        guard let property = properties?["firebreak_kind"], !property.saysNothing else { return nil }
        if let kind = property.string.flatMap({ EntityKind(name: $0) }) { return kind }
        noteBad("firebreak_kind", "is not a kind of the vocabulary; its kinds decide instead", at: location)
        return nil
    }

    /// The name of a kind that the vocabulary does not have, where Firebreak wrote the file: no collector's table speaks
    /// for it.
    func importedKind(_ properties: JSONValue?) -> String? {
        properties?["firebreak_imported_kind"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Fills in what no property of ours said, and the rest as attributes.
    private mutating func complete(
        _ fact: inout EntityFact, from draft: OpenGraphNodeDraft, kinds: [String], kind: EntityKind,
        at location: String
    ) {
        fact.name = (draft.name ?? draft.otherName?.text).map(OpenGraphAttributes.bounded)
        if fact.provider == nil { fact.provider = kinds.lazy.compactMap(OpenGraphKinds.provider(of:)).first }
        if let from = draft.compromisedFrom ?? draft.compromisedUntil.map({ _ in .beginning }) {
            let window = Interval(from, draft.compromisedUntil ?? .never)
            if window.isEmpty {
                noteBad("compromised_until", "is not after compromised_from; both left out", at: location)
            } else {
                fact.compromised = window
            }
        }
        fact.attributes = draft.attributes.all + ownKinds(kinds, besides: kind)
    }

    /// What the file calls the node, where that is not what we call it.
    func ownKinds(_ kinds: [String], besides kind: EntityKind) -> [Attribute] {
        guard namesKinds else { return [] }
        var attributes = OpenGraphAttributes()
        for own in kinds where own != kind.row?.name { attributes.add("opengraph_kind", text: own) }
        return attributes.all
    }
}
