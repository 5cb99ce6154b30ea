import Inventory
import TerminalKit

/// A list of choices that lies over the view.
struct Menu: Hashable, Sendable {
    /// What is chosen.
    enum Purpose: Hashable, Sendable {
        /// The column to order rows by.
        case sort
        /// The column to order rows by that are equal so far.
        case furtherSort
        /// The column to group rows by.
        case group
        /// The kinds that are listed.
        case kinds
        /// The columns of the table.
        case columns
        /// The places of the trail, and those off it.
        case visited
        /// A query to ask.
        case queries
        /// The terms of the filter.
        case terms
        /// How far what is planned is.
        case advance(PlanSelection)
        /// What is concluded of entities.
        case conclude(Marks)
        /// The tag that is taken from entities.
        case untag(Marks)

        /// Whether choosing an entry switches it and leaves the menu open.
        var switchesEntries: Bool {
            switch self {
            case .kinds, .columns, .terms: true
            case .sort, .furtherSort, .group, .visited, .queries, .advance, .conclude, .untag: false
            }
        }
    }

    var purpose: Purpose
    /// The chosen entry by its number among all of them, those that are not shown included.
    var selected = 0
    /// The words that entries must have to be shown, and whether they are being typed.
    var filter = LineEditor()
    var isTyping = false
    /// The terms of a filter in the order in which they stood when the menu was opened.
    var order: [String] = []
}

extension State {
    /// The numbers of the entries that have the words that are typed.
    func shownEntries(of menu: Menu) -> [Int] {
        let entries = entries(of: menu)
        let words = menu.filter.text.lowercased().split(separator: " ")
        return entries.indices.filter { number in
            let text = "\(entries[number].text) \(entries[number].remark)".lowercased()
            return words.allSatisfy(text.contains)
        }
    }
}

extension State {
    /// The entries of a menu in words: the sign before each, and what it says.
    func entries(of menu: Menu) -> [MenuEntry] {
        switch menu.purpose {
        case .sort:
            sortColumns.map { column in
                guard let sort = place.sort, sort.column == column.name else { return MenuEntry(column.title) }
                return MenuEntry(column.title, sign: sort.ascending ? .up : .down)
            }
        case .furtherSort:
            sortColumns.map { column in
                let keys = sortKeys
                guard let place = keys.firstIndex(where: { $0.column == column.name }) else {
                    return MenuEntry(column.title)
                }
                return MenuEntry("\(column.title), key \(place + 1)", sign: keys[place].ascending ? .up : .down)
            }
        case .group:
            [MenuEntry("single rows", sign: place.group == nil ? .on : .off)]
                + groupColumns.map { MenuEntry($0.title, sign: place.group == $0.rawValue ? .on : .off) }
        case .kinds:
            kindCounts.map { count in
                let name = inventory.name(of: count.kind)
                let isShown = !(place.hiddenKinds ?? []).contains(name)
                return MenuEntry(
                    Words.kinds(count.kind, in: inventory), remark: remark(on: count), sign: isShown ? .on : .off)
            }
        case .columns:
            tableSetup.columns.map { column in
                let width = column.width.map { ", \($0) wide" } ?? ""
                return MenuEntry(columnTitle(column.name) + width, sign: column.isShown ? .on : .off)
            }
        case .visited: visitedEntries
        case .advance(let items): entries(ofStatesOf: items)
        case .conclude(let entities): entries(ofVerdictsOn: entities)
        case .untag(let entities): tags(of: entities).map { MenuEntry($0) }
        case .terms: terms(of: menu).map { MenuEntry($0.text, sign: $0.isOn ? .on : .off) }
        case .queries:
            readyQueries.map { offered in
                MenuEntry(
                    offered.name, remark: obstacle(to: offered).map { "not now: \($0)" } ?? offered.explanation,
                    sign: query == offered.query ? .on : .off)
            }
        }
    }

    /// How many there are of a kind: in all, or reached.
    private func remark(on count: KindCount) -> String {
        guard place.view != .inventory, let answer else { return Words.grouped(count.count) }
        return "\(Words.grouped(answer.counts.byKind[count.kind] ?? 0)) reached"
    }

    /// The columns by which the rows of the place can be grouped.
    var groupColumns: [GroupColumn] {
        GroupColumn.columns(held: place.view != .inventory && !listsMarks, inCase: casebook != nil)
    }
}

/// One choice of a menu.
struct MenuEntry: Hashable, Sendable {
    enum Sign: Hashable, Sendable { case on, off, up, down, here, behind, ahead, none }

    var text: String
    var remark = ""
    var sign: Sign

    init(_ text: String, remark: String = "", sign: Sign = .none) {
        self.text = text
        self.remark = remark
        self.sign = sign
    }

    /// Whether it is what there is now.
    var isPresent: Bool { [.on, .up, .down, .here].contains(sign) }
}

/// A query that can be asked without typing it.
struct OfferedQuery: Hashable, Sendable {
    var name: String
    var explanation: String
    var text: String

    /// The query; nil when the text can no longer be read.
    var query: Query? { try? Query(parsing: text) }

    /// Whether it asks about the selected entity.
    var isAboutOne: Bool { QueryTemplate(text).isAboutOne }
}

extension State {
    /// The ready queries, with those about the selected entity behind the others, then those of the configuration, then
    /// those that the analyst saved.
    var readyQueries: [OfferedQuery] {
        let named = namedQueries
        func offer(_ queries: [SavedQuery], _ explanation: String) -> [OfferedQuery] {
            queries.map { OfferedQuery(name: $0.name, explanation: explanation, text: named.expanding($0.text)) }
        }
        return (ReadyQuery.table + QueryTemplate.ready).map {
            OfferedQuery(name: $0.name, explanation: $0.explanation, text: $0.text)
        }
            + offer(configuration.queries, "of the configuration") + offer(habits.queries, "saved")
    }

    /// Why a query about the selected entity cannot be asked; nil for any other.
    func obstacle(to query: OfferedQuery) -> String? {
        let template = QueryTemplate(query.text)
        guard template.isAboutOne else { return nil }
        guard let entity = selectedEntity else { return "it is about the selected entity, and none is selected" }
        do throws(QueryTemplate.Missing) {
            _ = try template.filled(from: entity)
            return nil
        } catch {
            return "no source says the \(error.name) of \(Words.kind(entity)) \(entity.name)"
        }
    }
}
