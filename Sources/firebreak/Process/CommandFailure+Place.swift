import Console
import PlainText

extension CommandFailure {
    /// Does something that needs a place; a place that there is not is a failure of the command.
    static func placing<Result>(_ body: () throws(PlaceProblem) -> Result) throws(CommandFailure) -> Result {
        do throws(PlaceProblem) {
            return try body()
        } catch {
            throw .placeProblem(error)
        }
    }

    /// Why a place cannot be shown, in words.
    static func words(for problem: PlaceProblem) -> String {
        switch problem {
        case .subject(let error): CommandFailure.entity(error).message
        case .query(let error, let text): CommandFailure.query(error, text: text).message
        case .unknownList(let name, let known):
            known.isEmpty
                ? "this place has no list '\(name.printable)' to choose"
                : "no list '\(name.printable)'; one of: \(known.joined(separator: ", ").printable)"
        case .unknownColumn(let name, let known):
            known.isEmpty
                ? "this list keeps its order: it cannot be sorted by '\(name.printable)'"
                : "no column '\(name.printable)'; one of: \(known.joined(separator: ", "))"
        case .unknownCursor(let id): "no row of this place has the id '\(id.printable)'"
        }
    }
}
