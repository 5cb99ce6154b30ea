extension InventoryBuilder {
    /// Lets `new` add to what is known of draft `index`; what it contradicts is reported.
    mutating func merge(_ new: EntityRecord, into index: Int) {
        var draft = entities[index]
        if let kind = new.kind {
            if let known = draft.kind, known != kind {
                report(draft, "kind", kept: name(of: known), dropped: name(of: kind), new)
            } else {
                draft.kind = kind
            }
        }
        if draft.name.isEmpty { draft.name = new.name }
        mergeText(&draft.parent, new.parent, "parent", draft, new)
        mergeText(&draft.owner, new.owner, "owner", draft, new)
        mergeText(&draft.provider, new.provider, "provider", draft, new)
        if let level = new.privilege { draft.privilege = max(draft.privilege ?? 0, min(level, 4)) }

        mergeTime(&draft.created, new.created, .earliest, "created", draft, new)
        mergeTime(&draft.issued, new.issued, .widenToEarliest, "issued", draft, new)
        mergeTime(&draft.rotated, new.rotated, .latest, "rotated", draft, new)
        mergeTime(&draft.lastUsed, new.lastUsed, .latest, "last used", draft, new)
        mergeTime(&draft.expires, new.expires, .widenToLatest, "expires", draft, new)
        mergeTime(&draft.revoked, new.revoked, .widenToLatest, "revoked", draft, new)
        if let window = new.compromised {
            let known = draft.compromised ?? window
            draft.compromised = Interval(min(known.from, window.from), max(known.until, window.until))
            draft.flags.insert(.compromised)
        }
        draft.flags.formUnion(new.flags)
        if new.kind != nil, !new.flags.contains(.inferred) { draft.isRecorded = true }
        if draft.isRecorded { draft.flags.remove(.inferred) }
        entities[index] = draft
    }

    private mutating func mergeText(
        _ text: inout TextReference, _ new: TextReference, _ property: String, _ draft: EntityRecord,
        _ record: EntityRecord
    ) {
        guard !new.isEmpty, text != new else { return }
        if text.isEmpty {
            text = new
        } else {
            report(draft, property, kept: texts[text], dropped: texts[new], record)
        }
    }

    private mutating func mergeTime(
        _ time: inout Instant, _ new: Instant, _ merge: Merge, _ property: String, _ draft: EntityRecord,
        _ record: EntityRecord
    ) {
        let old = time
        let (kept, conflict) = merge(old, new)
        time = kept
        if conflict {
            report(draft, property, kept: kept.iso8601, dropped: (kept == old ? new : old).iso8601, record)
        }
    }

    private mutating func report(
        _ draft: EntityRecord, _ property: String, kept: String, dropped: String, _ record: EntityRecord
    ) {
        issues.append(
            .conflict(
                entity: texts[draft.id], property: property, kept: kept, dropped: dropped,
                provenance: place(record.provenance)))
    }

    private func name(of kind: EntityKind) -> String {
        let imported = Int(kind.rawValue) - EntityKind.table.count
        return kind.row?.name ?? (importedKinds.indices.contains(imported) ? importedKinds[imported] : "unknown")
    }
}
