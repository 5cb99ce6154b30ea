import PlainText
import TerminalKit

/// What a change of the console says to those who hear it, or whose terminal takes nothing but lines. Pure: lines in a
/// fixed order, of what is different only. The place comes first, the selection last.
struct SpokenChange {
    let old: State?
    let new: State

    /// The lines. After a key that changed nothing the answer is where one is.
    func lines(isReply: Bool) -> [String] {
        // Nothing may be read from the evidence any more.
        if let lost = new.lost { return isReply || old?.lost == nil ? new.lostLines(lost) : [] }
        let said = changes
        guard said.isEmpty, isReply else { return said }
        return [new.message?.words ?? new.spokenOverlay.first ?? new.spokenSelection]
    }

    private var changes: [String] { message + place + list + overlay + selection }

    private var message: [String] {
        guard let message = new.message, message != old?.message else { return [] }
        return [message.words]
    }

    private var isElsewhere: Bool {
        guard let old else { return true }
        return old.place.view != new.place.view || old.place.subject != new.place.subject
            || old.place.section != new.place.section
    }

    private var place: [String] {
        var lines: [String] = []
        if old == nil { lines.append(new.titleLine(Look(), columns: .max).spokenText) }
        if old?.work.present.seeds != new.work.present.seeds {
            let declared = new.spokenDeclarations
            lines += declared.isEmpty ? ["nothing is declared compromised"] : declared.map { "declared: \($0)" }
        }
        if old?.place.lens != new.place.lens { lines.append(new.spokenLens) }
        if isElsewhere { lines.append("place: \(new.spokenPlace)") }
        // What a page is about may have to be worked out first.
        if !new.rows.isPending, isElsewhere || old?.rows.isPending == true {
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
        if new.overlay == nil, new.place.query != (isElsewhere ? "" : old?.place.query ?? "") {
            lines.append(new.place.query.isEmpty ? "no filter" : "filter: \(new.place.query)".printable)
        }
        if let sort = new.place.sort, sort != old?.place.sort || isElsewhere {
            lines.append("sorted by \(sort.column), \(sort.ascending ? "ascending" : "descending")".printable)
        }
        if isElsewhere, let list = new.spokenList { lines.append(list) }
        let count = new.rows.isPending || new.overlay != nil ? nil : new.rows.selectableCount
        if let count, count > 0, isElsewhere || old?.rows.isPending == true || old?.rows.selectableCount != count {
            lines.append(Words.count(count, "row"))
        }
        return lines
    }

    /// What lies over the view: all of it when it comes, then the lines that changed; of a menu, the line that was
    /// chosen.
    private var overlay: [String] {
        let lines = new.spokenOverlay
        guard let old, old.overlay != nil else { return lines }
        let known = Set(old.spokenOverlay)
        let changed = lines.filter { !known.contains($0) }
        let chosen = changed.filter { $0.hasPrefix(State.selectedSign) }
        return chosen.isEmpty ? changed : chosen
    }

    /// The selected row. While something lies over the view the keys go there, and only a filter moves it.
    private var selection: [String] {
        let words = new.spokenSelection
        if old?.overlay != nil, new.overlay == nil { return [words] }
        return words == old?.spokenSelection ? [] : [words]
    }
}

extension State {
    /// What is said once the evidence is lost, line by line.
    fileprivate func lostLines(_ words: String) -> [String] {
        lostText(words, Look()).split(separator: "\n").map { String($0).printable }
    }
}

extension Message {
    /// The message in words, with its weight.
    var words: String { (tone == .warning ? "note: \(text)" : text).printable }
}
