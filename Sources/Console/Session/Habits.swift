import Inventory

/// How the analyst likes to look at things, whatever is looked at: kept for all evidence.
public struct Habits: Codable, Hashable, Sendable {
    /// The columns that were chosen last for each view, by the view's name: what places begin with.
    var tables: [String: TableSetup] = [:]
    /// The queries that the analyst gave names.
    public internal(set) var queries: [SavedQuery] = []

    /// None yet.
    public init() {}
}

extension Habits {
    /// Takes over what is not known here.
    mutating func adopt(_ other: Habits) {
        tables.merge(other.tables) { own, _ in own }
        for query in other.queries where !queries.contains(where: { $0.name == query.name }) { queries.append(query) }
    }

    /// Does to the saved queries what leads from some to others: to those as they were, where nothing else became of them.
    mutating func turnQueries(from before: [SavedQuery], to after: [SavedQuery]) {
        if queries == before {
            queries = after
        } else {
            var (old, new) = (Habits(), Habits())
            (old.queries, new.queries) = (before, after)
            self = following(old, to: new)
        }
    }

    /// With what changed between two others: so that two consoles that keep their habits lose nothing.
    func following(_ before: Habits, to after: Habits) -> Habits {
        var result = self
        for view in Set(before.tables.keys).union(after.tables.keys) where before.tables[view] != after.tables[view] {
            result.tables[view] = after.tables[view]
        }
        for query in before.queries where !after.queries.contains(where: { $0.name == query.name }) {
            result.queries.removeAll { $0.name == query.name }
        }
        for query in after.queries where !before.queries.contains(query) { result.queries.save(query) }
        return result
    }
}

extension State {
    /// Takes up the habits that are kept. Those that cannot be read are left as they are, and no others are kept.
    mutating func takeUp(_ shelf: any HabitShelf) {
        do throws(SessionShelfError) {
            habits = try shelf.habits()
            keeping.habits = habits
        } catch {
            message = Message(text: "chosen columns and saved queries are not kept: \(error.reason)", tone: .warning)
        }
    }

    /// Asks for keeping the habits when they changed. A step of every update.
    mutating func keepHabits() -> [Effect] {
        guard let before = keeping.habits, before != habits else { return [] }
        keeping.habits = habits
        return [.keepHabits(before: before, after: habits)]
    }

    /// The queries that `%NAME` can stand for: the analyst's before those of the configuration, and those before the
    /// ready ones.
    var namedQueries: NamedQueries { habits.named(over: configuration.queries) }
}

extension Habits {
    /// The ready queries, then those of a configuration, then the saved ones: of one name the later counts.
    public func named(over configured: [SavedQuery]) -> NamedQueries {
        var named = NamedQueries.ready
        // What is about one entity has nothing that it could stand for in a filter.
        for query in configured + queries where !QueryTemplate(query.text).isAboutOne { named[query.name] = query.text }
        return named
    }
}
