import Inventory
import TerminalKit

extension State {
    /// Asks a ready query: of the list of the place where it has one of entities, else of the inventory.
    mutating func askReady(_ index: Int) {
        overlay = nil
        let offered = readyQueries
        guard offered.indices.contains(index) else { return }
        let chosen = offered[index]
        if let reason = obstacle(to: chosen) {
            message = Message(text: "\(chosen.name): \(reason)", tone: .warning)
            return
        }
        let text = selectedEntity.flatMap { try? QueryTemplate(chosen.text).filled(from: $0) } ?? chosen.text
        do throws(QueryError) {
            let wanted = try query(text)
            let staysHere = (place.view == .inventory || place.view == .blast) && !chosen.isAboutOne
            var next = staysHere ? place : Place(.inventory, lens: place.lens)
            if !staysHere { next.table = habits.tables[next.tableName] }
            next.query = text
            next.group = nil
            next.cursor = nil
            next.scroll = 0
            history.visit(next)
            selected = 0
            message = Message(text: "\(chosen.name): \(chosen.explanation)")
            if wanted.needsReach, work.present.seeds.isEmpty {
                message = Message(text: "\(chosen.name): nothing is declared compromised yet", tone: .warning)
            }
        } catch {
            message = Message(text: "\(chosen.name) cannot be asked here: \(error.message)", tone: .warning)
        }
    }

    /// Asks for the name under which a query is saved.
    mutating func openQueryName(_ text: String) {
        guard place.view != .journal else {
            message = Message(text: "a filter of the journal asks for entries, not for entities", tone: .warning)
            return
        }
        guard !text.isEmpty, (try? query(text)) != nil else {
            overlay = nil
            message = Message(text: "there is no filter to save: \(key(.filter)) types one", tone: .warning)
            return
        }
        overlay = .prompt(Prompt(purpose: .saveQuery(text: text), line: LineEditor()))
    }

    /// Why no query can be saved under a name: what a filter asks it by must be there, and belong to no other.
    func queryNameProblem(_ text: String) -> Prompt.Problem? {
        func problem(_ text: String, at place: Int = 0) -> Prompt.Problem { Prompt.Problem(text: text, at: place) }
        let name = text.trimmed
        if name.isEmpty { return problem("a name is missing") }
        let limit = SavedQuery.nameLimit
        if name.count > limit { return problem("at most \(limit) characters", at: min(limit, text.count)) }
        let word = NamedQueries.word(for: name)
        if word.isEmpty { return problem("a name needs a letter or a digit") }
        func isTaken(_ name: String) -> Bool { NamedQueries.word(for: name) == word }
        let written = "\(NamedQueries.mark)\(word)"
        if ReadyQuery.table.contains(where: { isTaken($0.name) || $0.formerName.map(isTaken) ?? false }) {
            return problem("\(written) is a ready query")
        }
        if configuration.queries.contains(where: { isTaken($0.name) }) {
            return problem("\(written) is a query of the configuration")
        }
        let other = habits.queries.first { isTaken($0.name) && $0.name != name }
        return other.map { problem("\(written) is the saved query \($0.name)") }
    }

    /// Saves a query under a name.
    mutating func saveQuery(_ text: String, as name: String) {
        changeQueries("save the query \(name)") { $0.save(SavedQuery(name: name, text: text)) }
        message = Message(
            text: "saved as \(name): \(key(.queries)) lists it, %\(NamedQueries.word(for: name)) asks it in a filter")
    }

    /// Forgets a saved query.
    mutating func forget(_ index: Int) {
        let saved = index - (readyQueries.count - habits.queries.count)
        guard habits.queries.indices.contains(saved) else {
            message = Message(text: "only saved queries can be removed", tone: .warning)
            return
        }
        let name = habits.queries[saved].name
        changeQueries("remove the query \(name)") { $0.remove(at: saved) }
        message = Message(text: "removed: the query \(name); \(key(.undo)) brings it back")
        overlay = .menu(Menu(purpose: .queries, selected: max(0, index - 1)))
    }

    /// Changes the saved queries, so that it can be undone.
    private mutating func changeQueries(_ what: String, _ change: (inout [SavedQuery]) -> Void) {
        let before = habits.queries
        change(&habits.queries)
        guard habits.queries != before else { return }
        work.note(Deed(what: what, place: nil, change: .queries(before: before, after: habits.queries)))
    }
}
