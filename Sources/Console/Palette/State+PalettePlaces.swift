import Inventory

extension State {
    /// Places as `--place` names them, `blast:live`, `entity:ID`; a list of a view also as `blast live`. Their entity is named as anywhere: by id, by kind and name,
    /// or by short id. Where several go by that, each is offered, and none is taken for the one that is meant.
    func typedPlaces(_ text: String) -> [PaletteEntry] {
        guard let place = Self.place(typedAs: text) ?? typedSection(text) else { return [] }
        guard let name = placeName(text) else {
            return [PaletteEntry(target: .place(place), name: text, meaning: "Go to this place")]
        }
        let found = entityEntries(name).compactMap { entry -> Entity? in
            guard case .entity(let index) = entry.target else { return nil }
            let entity = inventory.entity(at: index)
            let goesBy = ShortIDPrefix(naming: name)?.matches(inventory.shortID(of: index)) ?? false
            return goesBy || entry.match?.kind == .whole ? entity : nil
        }
        return found.map { entity in
            var place = place
            place.subject = entity.id
            let one = "\(Words.kind(entity)) \(entity.name), \(entity.shortID), \(entity.id)"
            var entry = PaletteEntry(
                target: .place(place), name: text,
                meaning: found.count == 1 ? "Go to this place: \(one)" : "One of \(found.count) that go by it: \(one)")
            // Enter chooses among several, and goes to none at once.
            if found.count > 1 { entry.match = .loosely }
            return entry
        }
    }

    /// What a typed place calls its entity, where that is no id; nil where nothing has to be looked for.
    func placeName(_ text: String) -> String? {
        guard let name = Self.place(typedAs: text)?.subject, inventory.entity(id: name) == nil else { return nil }
        return name
    }

    /// A view, and one of its lists.
    private func typedSection(_ text: String) -> Place? {
        let words = text.lowercased().split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, let view = Place.View(rawValue: words[0]), view != .inventory, !view.needsSubject,
            let section = view.screenView.sections(self).first(where: { [$0.name, $0.title].contains(words[1]) })
        else { return nil }
        return Place(view, section: section.name)
    }

    private static func place(typedAs text: String) -> Place? { text.contains(":") ? Place(text: text) : nil }
}
