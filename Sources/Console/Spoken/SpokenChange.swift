import PlainText
import TerminalKit

/// What a change of the console says to those who hear it, or whose terminal takes nothing but lines. Pure: lines in a
/// fixed order, of what is different only. The place comes first, the selection last.
struct SpokenChange {
    let old: State?
    let new: State
    /// The key that is answered; nil where another event is, or it is not known which.
    var key: Key?

    /// The lines. After a key that changed nothing the answer is where one is.
    func lines(isReply: Bool) -> [String] {
        // Nothing may be read from the evidence any more.
        if let lost = new.lost {
            return isReply || old?.lost == nil || old?.message != new.message ? new.lostLines(lost) : []
        }
        if let typing = SpokenTyping(from: old, to: new, after: key) {
            return message + place + typing.lines(isReply: isReply) + (typing.moves ? moved : [])
        }
        let said = changes
        guard said.isEmpty, isReply else { return said }
        if isHeldBack, new.message == nil, new.overlay == nil { return ["computing"] }
        return [new.message?.words ?? new.spokenOverlay.first ?? new.spokenSelection]
    }

    private var changes: [String] { message + keys + place + list + overlay + pane + selection }

    private var message: [String] {
        guard let message = new.message, message != old?.message else { return [] }
        return [message.words]
    }

    /// What keys do now that they do something else than before: in the panel of facets, and while rows are chosen.
    private var keys: [String] {
        var lines: [String] = []
        if new.isInFacets != old?.isInFacets ?? false {
            let keys = new.facetKeys(.words).map { "\($0.key) \($0.label)" }.joined(separator: ", ")
            lines.append(new.isInFacets ? "keys go to the facets: \(keys)" : "keys go to the list again")
        }
        if let words = new.rangeWords, let count = new.rangeCount, count != old?.rangeCount {
            lines.append(old?.range == nil ? words : "range of \(Words.count(count, "row"))")
        }
        return lines
    }

    private var isElsewhere: Bool {
        guard let old else { return true }
        return old.place.view != new.place.view || old.place.subject != new.place.subject
            || old.place.section != new.place.section
    }

    private var place: [String] {
        var lines: [String] = []
        if old == nil { lines.append(new.titleLine(.spoken, columns: .max).spokenText) }
        if old?.work.present.seeds != new.work.present.seeds {
            let declared = new.spokenDeclarations
            lines += declared.isEmpty ? ["nothing is declared compromised"] : declared.map { "declared: \($0)" }
        }
        if old?.place.lens != new.place.lens { lines.append(new.spokenLens) }
        if isElsewhere { lines.append("place: \(new.spokenPlace)") }
        // What a page is about may have to be worked out first.
        if !new.rows.isPending, isElsewhere || old?.rows.isPending == true, new.typing == nil {
            lines += new.place.view.screenView.spokenHead(of: new).map(\.words)
        }
        if !new.isCounting, old?.isCounting ?? true || old?.spokenCounts != new.spokenCounts {
            lines.append("counts: \(new.spokenCounts)")
        }
        if old == nil, !new.inventory.blindSpots.isEmpty {
            lines.append(
                "blind: \(Words.count(new.inventory.blindSpots.count, "thing")) the sources do not tell; "
                    + "\(new.key(.blind)) lists them")
        }
        return lines
    }

    /// The filter, the order, and how many rows that leaves.
    private var list: [String] {
        var lines: [String] = []
        // What was kept of a filter while it was typed was not said.
        let isKept = key == .enter && old?.overlay.filters == true && new.overlay == nil
        if new.overlay == nil, isKept || new.place.query != (isElsewhere ? "" : old?.place.query ?? "") {
            let name = new.place.view == .start ? "find" : "filter"
            lines.append(new.place.query.isEmpty ? "no filter" : "\(name): \(new.place.query)".printable)
        }
        if let sort = new.place.sort, sort != old?.place.sort || isElsewhere {
            lines.append("sorted by \(sort.column), \(sort.ascending ? "ascending" : "descending")".printable)
        }
        if isElsewhere, let list = new.spokenList { lines.append(list) }
        let count = new.rows.isPending || new.overlay != nil ? nil : new.rows.selectableCount
        let isCounted =
            isKept || isElsewhere || old?.rows.isPending == true || old?.rows.selectableCount != count
        if let count, count > 0, isCounted { lines.append(Words.count(count, "row")) }
        if key == .enter, old?.overlay.searches == true, new.overlay == nil, let hits = new.hitText(.spoken) {
            lines.append(hits)
        }
        return lines
    }

    /// What lies over the view: all of it when it comes, then the lines that changed; of a menu, the line that was
    /// chosen.
    private var overlay: [String] {
        let lines = new.spokenOverlay
        if let begun = SpokenTyping.beginning(from: old, to: new) { return begun }
        guard let old, old.overlay != nil else { return lines }
        // What words leave of help or of a menu is said once they are typed; without them only that all is there again.
        if let words = new.overlay?.words, let before = old.overlay?.words, words.isHelp == before.isHelp,
            words.text != before.text || old.typing != nil, new.typing == nil
        {
            return words.text.isEmpty ? Array(lines.prefix(1)) : lines
        }
        let said = old.spokenOverlay
        // A line that is selected no more is no news.
        let unselected = said.filter { $0.hasPrefix(State.selectedSign) }
            .map { String($0.dropFirst(State.selectedSign.count)) }
        let known = Set(said + unselected)
        return lines.filter { !known.contains($0) }
    }

    /// What the pane says of the selected row, where it alone is shown.
    private var pane: [String] {
        guard !isHeldBack else { return [] }
        let words = new.spokenPane
        return isOwed || words != old?.spokenPane ? words : []
    }

    /// The selected row. While something lies over the view the keys go there, and only a filter moves it.
    private var selection: [String] {
        guard !isHeldBack else { return [] }
        let words = new.spokenSelection
        if isOwed || old?.overlay != nil && new.overlay == nil { return [words] }
        return words == old?.spokenSelection ? [] : [words]
    }

    /// The row that an arrow went to while a line is typed, and which of the hits it is.
    private var moved: [String] {
        guard let old, new.spokenSelection != old.spokenSelection else { return [new.spokenSelection] }
        return (new.overlay.searches ? [new.hitText(.spoken)].compactMap { $0 } : []) + [new.spokenSelection]
    }

    /// Whether what would be said of the row is about to change: then it is said once, as soon as it is known. Somebody
    /// who moves on meanwhile hears what there is.
    private var isHeldBack: Bool {
        guard new.isFindingOut else { return false }
        guard let old, old.isFindingOut, !old.rows.isPending else { return true }
        return old.place.cursor == new.place.cursor
    }

    /// Whether it was held back.
    private var isOwed: Bool { old?.isFindingOut == true && !new.isFindingOut }
}

extension State {
    /// Whether anything is asked that rows tell. How far each entity reaches takes long, and few rows tell it; what the
    /// work on a plan comes to is told by the plan alone.
    fileprivate var isFindingOut: Bool {
        asked.contains { !$0.isRanking && (place.view == .plan || !$0.isPlanning && !$0.isAside) }
    }

    /// What is said once the evidence is lost, line by line.
    fileprivate func lostLines(_ words: String) -> [String] {
        lostText(words, .spoken).split(separator: "\n").map { String($0).printable }
    }
}

extension Overlay {
    /// The words that narrow help or a menu; nil where there is neither.
    fileprivate var words: (text: String, isHelp: Bool)? {
        switch self {
        case .menu(let menu): (menu.filter.text, false)
        case .help(let help): (help.filter.text, true)
        default: nil
        }
    }
}

extension Message {
    /// The message in words, with its weight.
    var words: String { (tone == .warning ? "note: \(text)" : text).printable }
}
