/// A place as it was seen last, and where in the history: by it a changed filter is told from another place.
struct Sight: Sendable {
    var place: Place
    var depth: [Int]

    init(_ history: History) {
        place = history.current
        depth = [history.back.count, history.forward.count]
    }

    /// What was done to the list since, in words; nil when nothing was, or when it is another list.
    func change(to next: Sight) -> String? {
        guard depth == next.depth, place.isSameList(as: next.place) else { return nil }
        let (old, new) = (place, next.place)
        if old.query != new.query {
            return new.query.isEmpty ? "clear filter \(old.query)" : "filter \(new.query)"
        }
        if old.table != new.table { return "choose columns" }
        if old.hiddenKinds != new.hiddenKinds { return "choose kinds" }
        guard old.sort != new.sort || old.furtherSorts != new.furtherSorts else { return nil }
        let keys = [new.sort].compactMap { $0 } + (new.furtherSorts ?? [])
        let words = keys.map { "\($0.column), \($0.ascending ? "ascending" : "descending")" }
        return words.isEmpty ? "clear sort" : "sort by \(words.joined(separator: ", then "))"
    }
}

extension Place {
    /// Whether both are the same part of the same view about the same entity, whatever the filter.
    func isSameList(as other: Place) -> Bool {
        view == other.view && subject == other.subject && section == other.section
    }
}
