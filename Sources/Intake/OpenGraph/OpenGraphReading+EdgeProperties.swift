import Inventory

extension OpenGraphReading {
    /// What an edge's properties say. `keepsTraversable` keeps that flag as an attribute, where it decides nothing.
    mutating func draft(
        of properties: JSONValue?, keepsTraversable: Bool, at location: String
    ) -> OpenGraphEdgeDraft {
        var draft = OpenGraphEdgeDraft()
        guard let properties else { return draft }
        for (key, value) in properties.members {
            switch key {
            case "traversable":
                draft.traversable = known(value.lenientTruth, "true or false", at: location, key)
                if keepsTraversable { draft.attributes.add(key, value) }
            case "hold": readHold(value, into: &draft, at: location)
            case "session_seconds": draft.sessionSeconds = sessionSeconds(value, at: location)
            case "act": draft.act = named(value, Act.init(name:), at: location, key)
            case "evidence": draft.evidence = named(value, Evidence.init(name:), at: location, key)
            case "guard": draft.guard = guardText(value, at: location)
            case "valid_from", "valid_until":
                let time = known(value.lenientInstant, "a time (ISO 8601 or epoch seconds)", at: location, key)
                if key == "valid_from" { draft.from = time } else { draft.until = time }
            case "firebreak_imported_kind": break
            case "firebreak_attributes": draft.attributes.add(pairs: value)
            default: draft.attributes.add(key, value)
            }
        }
        if draft.valid.isEmpty {
            noteBad("valid_until", "is not after valid_from; the relation never holds", at: location)
        }
        return draft
    }

    private mutating func readHold(_ value: JSONValue, into draft: inout OpenGraphEdgeDraft, at location: String) {
        if value.saysNothing { return }
        switch value.string {
        case Hold.keep.name: draft.hold = .keep
        case Hold.borrow.name: draft.hold = .borrow
        case Hold.session(seconds: 0).name: draft.isSession = true
        default: noteBad("hold", "is not keep, borrow or session; left out", at: location)
        }
    }

    private mutating func sessionSeconds(_ value: JSONValue, at location: String) -> UInt32? {
        guard let seconds = known(value.lenientInteger, "a whole number of seconds", at: location, "session_seconds")
        else { return nil }
        guard seconds >= 0 else {
            noteBad("session_seconds", "is negative; left out", at: location)
            return nil
        }
        return UInt32(clamping: seconds)
    }

    private mutating func named<Value>(
        _ value: JSONValue, _ make: (String) -> Value?, at location: String, _ key: String
    ) -> Value? {
        if value.saysNothing { return nil }
        if let known = value.string.flatMap(make) { return known }
        noteBad(key, "is not one of the known values; left out", at: location)
        return nil
    }

    /// The control in the way: its name, or `guard` when the file only says that there is one.
    private mutating func guardText(_ value: JSONValue, at location: String) -> String? {
        if value.saysNothing { return nil }
        if let isGuarded = value.truth { return isGuarded ? "guard" : nil }
        return known(value.lenientText, "a text", at: location, "guard").map(OpenGraphAttributes.bounded)
    }
}
