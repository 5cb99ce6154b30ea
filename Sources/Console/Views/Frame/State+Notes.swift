import Inventory
import PlainText
import Reach
import Reports
import TerminalKit

extension State {
    /// The figures of the present lens. What stays live after rolling code back, and after the plan, always stands
    /// beside what is live.
    func counts(_ look: Look, columns: Int) -> TextLine {
        guard question != nil else {
            return TextLine(" " + nothingDeclared, look[.textDim])
        }
        guard let answer else { return TextLine(" " + pendingText(look), look[.status]) }
        let counts = answer.counts
        func plane(_ plane: Plane) -> String { "\(number(counts.byPlane[plane] ?? 0)) \(plane.rawValue)" }
        func number(_ value: Int) -> String { Words.grouped(value) }
        let ofNoPlane = counts.reached - Plane.allCases.reduce(0) { $0 + (counts.byPlane[$1] ?? 0) }
        let declared = ofNoPlane > 0 ? "\(number(ofNoPlane)) declared, " : ""
        let open = place.lens.isTimeless ? "reachable" : "live"
        var pieces = [
            FittedLine.Piece("\(number(counts.reached)) reached", priority: 7),
            FittedLine.Piece("\(declared)\(plane(.identity)), \(plane(.integrity)) plane", priority: 3),
            FittedLine.Piece("\(number(counts.inherited)) inherited (tier 0)", priority: 2),
            FittedLine.Piece(
                "\(number(counts.live)) \(place.lens.isTimeless ? open : "still live")",
                look[counts.live > 0 ? .live : .good], priority: 9),
        ]
        if counts.conditional > 0 {
            pieces.append(
                FittedLine.Piece("\(number(counts.conditional)) conditional", look[.conditional], priority: 9))
        }
        let impossible = answer.radius.impossibleSeeds.count
        if impossible > 0 {
            pieces.append(FittedLine.Piece("\(impossible) declared never held", look[.warning], priority: 8))
        }
        let pending = pendingText(look)
        let rollback = rollbackAnswer.map { "\(number($0.counts.live)) \(open)" } ?? pending
        pieces.append(FittedLine.Piece("rollback only: \(rollback)", priority: 8))
        let marks = work.present.planCount
        if marks > 0 {
            let left = planAnswer.map { "\(number($0.counts.live)) \(open)" } ?? pending
            let standing = casebook.map { $0.holds(work.present) ? "" : ", \($0.word)" } ?? ""
            let plan = "plan (\(Words.count(marks, "mark"))\(standing)): \(left)"
            pieces.append(FittedLine.Piece(plan, look[.mark], priority: 8))
        }
        let separator = " \(look[.separator]) "
        let main = FittedLine(pieces: pieces.filter { $0.priority >= 8 }, separator: separator)
        if counts.conditional > 0, main.line(fitting: .max).width > columns - 1 {
            // What is open only if a guard fails never leaves; where there is no room for both it is said with what is live.
            pieces.removeAll { $0.priority == 9 }
            var both = FittedLine.Piece(
                "\(number(counts.live)) \(open)", look[counts.live > 0 ? .live : .good], priority: 9)
            both.spans.append(TextSpan(", \(number(counts.conditional)) cond.", look[.conditional]))
            pieces.insert(both, at: min(3, pieces.count))
        }
        let line = FittedLine(pieces: pieces, separator: separator).line(fitting: columns - 1)
        return TextLine([" "] + line.spans)
    }

    /// What the program has to say; otherwise what the sources do not tell.
    func note(_ look: Look, columns: Int) -> TextLine {
        if let message {
            return TextLine(
                " " + look.cut(message.text, to: columns - 1), look[message.tone == .warning ? .warning : .status])
        }
        if let rangeWords { return TextLine(" " + rangeWords, look[.mark]) }
        if let rereading { return TextLine(" " + rereading.words(in: self), look[.status]) }
        if isCancelled, hasOldRows {
            return TextLine(" the rows are those of before: " + pendingText(look), look[.warning])
        }
        if asked.contains(where: { !$0.isAside }), answer != nil || question == nil {
            return TextLine(" computing\(look.glyphs.ellipsis)", look[.status])
        }
        guard !listNotes.isEmpty else { return blindSpots(look, columns: columns) }
        let hidden = listNotes.joined(separator: "; ")
        let separator = " \(look[.separator])"
        let line = TextLine(" " + hidden, look[.status])
        let room = columns - line.width - separator.displayWidth
        guard room >= Self.blindColumns else {
            let count = inventory.blindSpots.count
            if count == 0 || columns < Self.bothColumns { return line }
            let end = "\(separator) blind: \(Words.grouped(count)), \(key(.blind))"
            let cut = look.cut(line.spans[0].text, to: columns - end.displayWidth)
            return TextLine([TextSpan(cut, look[.status]), TextSpan(end, look[.warning])])
        }
        return TextLine(line.spans + [TextSpan(separator, look[.textDim])] + blindSpots(look, columns: room).spans)
    }

    /// How many rows are chosen for marking, and what to do about them; nil while none are being chosen.
    var rangeWords: String? {
        rangeCount.map { count in
            "range of \(Words.count(count, "row")): move to extend it, \(key(.mark)) or \(key(.range)) marks it, "
                + "\(key(.back)) gives it up"
        }
    }

    /// Below this width blind spots are not begun beside something else.
    private static let blindColumns = 24

    /// Below this width what the list leaves out needs the line for itself.
    private static let bothColumns = 60

    /// What has to be said of a list that a filter narrows: what it passes over because no source tells it, and how many
    /// rows are hidden.
    var listNotes: [String] {
        (counted?.gaps ?? []).filter { !$0.isAboutKinds }.map { $0.words(in: inventory) }
            + [hiddenRows].compactMap { $0 }
    }

    /// How many rows there are, and what hides the others; nil where nothing does.
    var hiddenRows: String? {
        if let worded = rows.worded, worded.count < worded.total {
            return "showing \(Words.grouped(worded.count)) of \(Words.grouped(worded.total)); "
                + "\(Words.grouped(worded.total - worded.count)) hidden by the filter"
        }
        guard let listed = counted, let total = listed.total, let filtered = listed.hiddenByFilter,
            filtered + listed.hiddenByKind > 0
        else { return nil }
        let parts = [
            filtered == 0 ? nil : "\(Words.grouped(filtered)) hidden by the filter",
            listed.hiddenByKind == 0 ? nil : "\(Words.grouped(listed.hiddenByKind)) of kinds not listed",
        ].compactMap { $0 }
        let shown = "showing \(Words.grouped(listed.indices.count)) of \(Words.grouped(total))"
        return "\(shown); \(parts.joined(separator: ", "))"
    }

    /// As many blind spots as there is room for, how many more there are, and the key that lists them all.
    private func blindSpots(_ look: Look, columns: Int) -> TextLine {
        let known = inventory.blindSpots
        let spots = known.filter(\.isAboutRuns) + known.filter { !$0.isAboutRuns }
        guard !spots.isEmpty else { return TextLine(" blind: the sources report no gaps", look[.textDim]) }
        let separator = " \(look[.separator]) "
        let key = key(.blind)
        let names = spots.map { "\($0.what) (\(Words.grouped($0.count)))".printable }
        func text(_ shown: Int) -> String {
            let rest = spots.count - shown
            return " blind: " + names.prefix(shown).joined(separator: separator)
                + (rest > 0 ? "\(separator)\(rest) more: \(key)" : "")
        }
        var shown = spots.count
        while shown > 1, text(shown).displayWidth > columns { shown -= 1 }
        if text(shown).displayWidth <= columns { return TextLine(text(shown), look[.warning]) }
        let end = spots.count > 1 ? "\(separator)\(spots.count - 1) more: \(key)" : "\(separator)\(key)"
        let room = columns - " blind: ".count - end.displayWidth
        return TextLine(" blind: " + look.cut(names[0], to: room) + end, look[.warning])
    }
}
