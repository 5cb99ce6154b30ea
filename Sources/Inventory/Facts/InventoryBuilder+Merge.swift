extension InventoryBuilder {
    /// Lets `fact` add to what is known of draft `index`; what it contradicts is reported.
    mutating func merge(_ fact: EntityFact, into index: Int) {
        var draft = entities[index]
        if let kind = fact.kind {
            if let known = draft.kind, known != kind {
                report(draft, "kind", kept: name(of: known), dropped: name(of: kind), fact)
            } else {
                draft.kind = kind
            }
        }
        if draft.name.isEmpty, let name = fact.name { draft.name = texts.intern(name) }
        mergeText(&draft.parent, fact.parent, "parent", draft, fact)
        mergeText(&draft.owner, fact.owner, "owner", draft, fact)
        mergeText(&draft.provider, fact.provider, "provider", draft, fact)
        if let level = fact.privilege { draft.privilege = max(draft.privilege ?? 0, min(level, 4)) }

        mergeTime(&draft.created, fact.created, .earliest, "created", draft, fact)
        mergeTime(&draft.issued, fact.issued, .widenToEarliest, "issued", draft, fact)
        mergeTime(&draft.rotated, fact.rotated, .latest, "rotated", draft, fact)
        mergeTime(&draft.lastUsed, fact.lastUsed, .latest, "last used", draft, fact)
        mergeTime(&draft.expires, fact.expires, .widenToLatest, "expires", draft, fact)
        mergeTime(&draft.revoked, fact.revoked, .widenToLatest, "revoked", draft, fact)
        if let window = fact.compromised {
            let known = draft.compromised ?? window
            draft.compromised = Interval(min(known.from, window.from), max(known.until, window.until))
            draft.flags.insert(.compromised)
        }
        draft.flags.formUnion(fact.flags)
        if fact.kind != nil, !fact.flags.contains(.inferred) { draft.isRecorded = true }
        if draft.isRecorded { draft.flags.remove(.inferred) }
        entities[index] = draft
    }

    private mutating func mergeText(
        _ text: inout TextReference, _ new: String?, _ property: String, _ draft: EntityDraft, _ fact: EntityFact
    ) {
        guard let new, !new.isEmpty else { return }
        let reference = texts.intern(new)
        if text.isEmpty {
            text = reference
        } else if text != reference {
            report(draft, property, kept: texts[text], dropped: new, fact)
        }
    }

    private mutating func mergeTime(
        _ time: inout Instant?, _ new: Instant?, _ merge: Merge, _ property: String, _ draft: EntityDraft,
        _ fact: EntityFact
    ) {
        let old = time
        let (kept, conflict) = merge(old, new)
        time = kept
        if conflict, let old, let new, let kept {
            report(draft, property, kept: kept.iso8601, dropped: (kept == old ? new : old).iso8601, fact)
        }
    }

    private mutating func report(
        _ draft: EntityDraft, _ property: String, kept: String, dropped: String, _ fact: EntityFact
    ) {
        issues.append(
            .conflict(
                entity: texts[draft.id], property: property, kept: kept, dropped: dropped,
                provenance: fact.provenance))
    }

    private func name(of kind: EntityKind) -> String {
        let imported = Int(kind.rawValue) - EntityKind.table.count
        return kind.row?.name ?? (importedKinds.indices.contains(imported) ? importedKinds[imported] : "unknown")
    }
}
