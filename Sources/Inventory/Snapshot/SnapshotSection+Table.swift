extension SnapshotSection {
    /// Every section, in the order of the file.
    public static let table: [Row] = [
        row(
            .figures, "figures", .figures, .upTo(1),
            "newest collection time; bit 0: some relation gives control backwards, bit 1: a guarded one gives control, "
                + "bit 2: all that give control keep what they gain"
        ),
        row(.words, "words", .byte, .any, "names of imported kinds, of imported relations, and blind spots"),
        row(.sources, "sources", .byte, .any, "path, format and collection time of each source"),
        row(.kindTallies, "kind tallies", .pair, .upTo(65_536), "each kind that occurs, and how often"),
        row(.compromised, "compromised", .number32, .someEntities, "entities declared compromised, by id"),
        row(
            .account, "account", .byte, .any,
            "of each file named: path, whether it was read whole (0), in part (1) or not (2), what it gave, what was "
                + "passed over", isOptional: true),

        row(.textBytes, "text bytes", .byte, .any, "all texts in UTF-8, one after the other"),
        row(.textStarts, "text starts", .number32, .textStarts(.textBytes), "where each text starts; text 0 is empty"),

        row(.entityKind, "entity kind", .number16, .entities, "place in the table of kinds, imported ones after it"),
        row(.entityID, "entity id", .text, .entities, "stable id"),
        row(.entityName, "entity name", .text, .entities, "display name"),
        row(.entityParent, "entity parent", .number32, .entities, "what it belongs to; the greatest number: nothing"),
        row(.entityOwner, "entity owner", .text, .entities, "who answers for it"),
        row(.entityProvider, "entity provider", .text, .entities, "who issues or hosts it"),
        row(.entityPrivilege, "entity privilege", .number8, .entities, "0 to 4; 255: not known"),
        row(.entityCreated, "entity created", .instant, .entities, "when it came into being"),
        row(.entityIssued, "entity issued", .instant, .entities, "from when on it can be used"),
        row(.entityRotated, "entity rotated", .instant, .entities, "when its value last changed"),
        row(.entityLastUsed, "entity last used", .instant, .entities, "when it was last used"),
        row(.entityExpires, "entity expires", .instant, .entities, "from when on it cannot be used"),
        row(.entityRevoked, "entity revoked", .instant, .entities, "when it was taken back"),
        row(.entityCompromised, "entity window", .interval, .entities, "when it was an attacker's, where declared"),
        row(.entityFlags, "entity flags", .number16, .entities, "yes-or-no facts, a bit each"),
        row(.entityByID, "entities by id", .number32, .entities, "all entities in the order of their ids' bytes"),
        row(.entityIDRanks, "id ranks", .number32, .entities, "for each entity its place in that order"),

        row(.cleanupStarts, "clean-up starts", .number32, .entityStarts(.cleanups), "each entity's clean-ups"),
        row(.cleanups, "clean-ups", .instant, .any, "recorded clean-ups, ascending within an entity"),
        row(
            .entityAttributeStarts, "entity attribute starts", .number32, .entityStarts(.entityAttributes),
            "each entity's attributes"),
        row(.entityAttributes, "entity attributes", .pair, .any, "name and value, both texts"),
        row(.entityPlaces, "entity places", .pair, .entities, "where it is first said: a pattern, and a number in it"),
        row(.entityFurtherKeys, "further place entities", .number32, .any, "entities said elsewhere too, ascending"),
        row(.entityFurtherPlaces, "further entity places", .pair, .same(.entityFurtherKeys), "these places"),
        row(
            .placePatterns, "place patterns", .four, .any,
            "source, text before the number, text after it, and 1 where there is a number"),

        row(
            .relationKind, "relation kind", .number16, .relations, "place in the table of relations, imported after it"),
        row(.relationFrom, "relation from", .number32, .relations, "near end; relations are in the order of these"),
        row(.relationTo, "relation to", .number32, .relations, "far end"),
        row(.relationValid, "relation valid", .interval, .relations, "when it was so"),
        row(
            .relationTraits, "relation traits", .number16, .relations,
            "gain (2 bits), act (3), hold (2), evidence (2), guarded (1), from the lowest bit up"),
        row(.sessionKeys, "session relations", .number32, .someRelations, "relations that open sessions, ascending"),
        row(.sessionSeconds, "session seconds", .number32, .same(.sessionKeys), "how long these sessions last"),
        row(.guardKeys, "guarded relations", .number32, .someRelations, "relations that have a guard, ascending"),
        row(.guardNames, "guards", .text, .same(.guardKeys), "what guards them"),
        row(
            .outgoingStarts, "outgoing starts", .number32, .entityStarts(.relationKind),
            "each entity's leaving relations"),
        row(
            .incomingStarts, "incoming starts", .number32, .entityStarts(.incoming), "each entity's entering relations"),
        row(.incoming, "incoming", .number32, .relations, "relations by far end"),

        row(
            .relationAttributeStarts, "relation attribute starts", .number32, .relationStarts(.relationAttributes),
            "each relation's attributes"),
        row(.relationAttributes, "relation attributes", .pair, .any, "name and value, both texts"),
        row(.relationPlaces, "relation places", .pair, .relations, "where it is first said: a pattern, and a number"),
        row(
            .relationFurtherKeys, "further place relations", .number32, .any, "relations said elsewhere too, ascending"),
        row(.relationFurtherPlaces, "further relation places", .pair, .same(.relationFurtherKeys), "these places"),

        row(
            .leavingStarts, "leaving starts", .number32, .entityStarts(.leavingTargets),
            "each entity's crossings to what it gains"),
        row(.leavingTargets, "leaving targets", .number32, .someRelations, "what each crossing gains"),
        row(
            .leavingRelations, "leaving relations", .number32, .sameOrNone(.leavingTargets),
            "the relation behind each crossing; none where crossing n is relation n throughout"),
        row(
            .enteringStarts, "entering starts", .number32, .entityStarts(.enteringSources),
            "each entity's crossings from what gains it"),
        row(.enteringSources, "entering sources", .number32, .same(.leavingTargets), "where each crossing comes from"),
        row(
            .enteringRelations, "entering relations", .number32, .same(.leavingTargets),
            "the relation behind each of these"),
    ]

    private static func row(
        _ section: SnapshotSection, _ name: String, _ element: Element, _ count: RowCount, _ meaning: String,
        isOptional: Bool = false
    ) -> Row {
        Row(section: section, name: name, element: element, count: count, meaning: meaning, isOptional: isOptional)
    }
}
