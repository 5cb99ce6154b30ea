import Inventory
import Reports
import TerminalKit

/// Why a place cannot be shown although its text can be read.
public enum PlaceProblem: Error, Sendable {
    case subject(EntityReferenceError)
    case query(QueryError, text: String)
    case unknownList(String, known: [String])
    case unknownColumn(String, known: [String])
    case unknownCursor(String)
}

extension ConsoleRuntime {
    /// A place without a picture, with everything computed: what the console would show there, in words.
    /// - Parameter limit: How many of its rows there are at most.
    public func report(of place: Place, limit: Int) throws(PlaceProblem) -> PlaceReport {
        try settled(visiting: place, size: Size(rows: 60, columns: 200)).state.report(limit: limit)
    }

    /// The console at a place that must exist as it is written: its subject may be named by kind and name.
    func settled(visiting place: Place, size: Size) throws(PlaceProblem) -> SettledConsole {
        var place = place
        let inventory = evidence
        if let subject = place.subject {
            do throws(EntityReferenceError) {
                place.subject = try inventory.resolve(subject).id
            } catch {
                throw .subject(error)
            }
        }
        do throws(QueryError) {
            if place.view != .journal { place.query = namedQueries.expanding(place.query) }
            _ = try Query(parsing: place.query)
        } catch {
            throw .query(error, text: place.query)
        }
        let console = settled(at: place, size: size)
        try Self.check(place, in: console.state)
        return console
    }

    private static func check(_ place: Place, in state: State) throws(PlaceProblem) {
        let view = place.view.screenView
        let lists = view.sections(state).map(\.name)
        if let section = place.section, !lists.contains(section) { throw .unknownList(section, known: lists) }
        let columns = view.sortColumns(state).map(\.name)
        let sorts = [place.sort].compactMap { $0 } + (place.furtherSorts ?? [])
        if let sort = sorts.first(where: { !columns.contains($0.column) }) {
            throw .unknownColumn(sort.column, known: columns)
        }
        if let cursor = place.cursor, state.place.cursor != cursor { throw .unknownCursor(cursor) }
    }
}
