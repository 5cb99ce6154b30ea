import PlainText
import TerminalKit

extension State {
    /// The picture of the console. Pure: nothing but the state decides it.
    func screen(_ size: Size, look: Look) -> Screen {
        if let lost { return lostScreen(lost, size: size, look: look) }
        var screen = Screen(size)
        let layout = layout(screen.size)
        screen.fill(screen.bounds, style: look[.text])
        if let rect = layout.title { drawTitle(into: &screen, in: rect, look: look) }
        if let rect = layout.crumbs { drawCrumbs(into: &screen, in: rect, look: look) }
        if let rect = layout.counts { screen.write(counts(look, columns: rect.columns), in: rect, look: look) }
        if layout.showsList {
            screen.hold(.pane(.list), in: layout.body)
            place.view.screenView.draw(self, into: &screen, in: layout.body, look: look)
            drawHits(into: &screen, in: layout.body, look: look)
        }
        if let rect = layout.panel {
            screen.hold(.pane(.facets), in: rect)
            FacetDrawing(state: self, look: look).draw(into: &screen, in: rect)
        }
        if let rect = layout.preview {
            screen.hold(.pane(.preview), in: rect)
            drawPreview(into: &screen, in: rect, look: look)
        }
        if let rect = layout.detail { drawDetail(into: &screen, in: rect, look: look) }
        if let rect = layout.note { drawNote(into: &screen, in: rect, above: layout.moreNote, look: look) }
        if let rect = layout.bar { keyBar(look).draw(into: &screen, in: rect, look: look) }
        drawOverlay(into: &screen, layout: layout, look: look)
        return screen
    }

    /// A message has as many lines as it needs, while a fourth of the screen is enough for it: it can be read nowhere else.
    private func drawNote(into screen: inout Screen, in rect: Rect, above more: Rect?, look: Look) {
        let lines = messageLines(columns: rect.columns)
        guard let message, let more else {
            screen.write(note(look, columns: rect.columns), in: rect, look: look)
            return
        }
        let room = more.rows + 1
        var shown = Array(lines.prefix(room))
        if lines.count > room {
            shown[room - 1] = look.cut(shown[room - 1] + look.glyphs.ellipsis, to: rect.columns - 1)
        }
        for (number, line) in shown.enumerated() {
            screen.write(
                TextLine(" " + line, look[message.tone == .warning ? .warning : .status]),
                in: Rect(row: more.row + number, column: rect.column, rows: 1, columns: rect.columns), look: look)
        }
    }

    /// The lines of what the program has to say.
    func messageLines(columns: Int) -> [String] {
        message.map { Paragraph.lines($0.text, columns: max(1, columns - 1)) } ?? []
    }

    private func drawTitle(into screen: inout Screen, in rect: Rect, look: Look) {
        screen.fill(rect, style: look[.statusBar])
        let texts = troubleColumns == 0 ? [lensText(look)] : [lensText(look), shortLens(look)]
        let lens = texts.map { TextLine($0) }.first { $0.width + troubleColumns <= rect.columns } ?? TextLine("")
        screen.write(
            left: { titleLine(look, columns: $0) }, right: lens, in: rect, style: look[.statusBar], look: look)
        screen.hold(.lens, atEnd: lens, of: rect)
    }

    /// How much of the name of the evidence stays.
    private static let leastTitle = 8

    /// How wide it is to say that nothing is saved, which is never left out: rather other words are cut.
    private var troubleColumns: Int {
        guard let word = casebook?.word ?? keeping.word, word.hasPrefix("not ") else { return 0 }
        return word.displayWidth + 2
    }

    /// The same as ``lensText(_:)`` where there is little room.
    private func shortLens(_ look: Look) -> String {
        let lens = place.lens
        let moment = at.isBounded && lens.at == nil ? at.minuteText + "Z" : at.iso8601
        let parts = [
            lens.isTimeless ? "timeless" : moment, lens.guardsFail ? "guards fail" : nil, lens.plane?.rawValue,
            lens.evidence?.name,
        ]
        return parts.compactMap { $0 }.joined(separator: " \(look[.separator]) ")
    }

    /// What the evidence is, how much of it there is, and how old it is.
    func titleLine(_ look: Look, columns: Int) -> TextLine {
        let word = casebook?.word ?? keeping.word
        let trouble = troubleColumns
        let named = look.shortened(title, to: max(Self.leastTitle, min(40, columns - trouble - 1)))
        var pieces = [
            FittedLine.Piece(named, look[.title], priority: 9),
            FittedLine.Piece(Words.count(inventory.entityCount, "entity", plural: "entities"), priority: 3),
            FittedLine.Piece(Words.count(inventory.relationCount, "relation"), priority: 1),
        ]
        let collected = inventory.collected.map { "collected \(TimeWords.minute($0))" } ?? "collection time unknown"
        pieces.append(FittedLine.Piece(collected, priority: 2))
        if let casebook { pieces.append(FittedLine.Piece(look.shortened(casebook.name, to: 30), priority: 5)) }
        if let word {
            pieces.append(
                FittedLine.Piece(word, trouble > 0 ? look[.warning] : nil, priority: trouble > 0 ? 10 : 4))
        }
        return FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: columns)
    }

    /// As of when, and under which assumptions.
    func lensText(_ look: Look) -> String {
        let separator = " \(look[.separator]) "
        let lens = place.lens
        let moment = !at.isBounded ? at.iso8601 : lens.at == nil ? at.minuteText : TimeWords.secondText(at)
        var parts = ["lens: " + (lens.isTimeless ? "timeless" : moment)]
        if lens.guardsFail { parts.append("guards fail") }
        if let plane = lens.plane { parts.append("\(plane.rawValue) plane only") }
        if let evidence = lens.evidence { parts.append(Words.only(evidence)) }
        parts.append("UTC")
        return parts.joined(separator: separator)
    }

    private func drawCrumbs(into screen: inout Screen, in rect: Rect, look: Look) {
        let crumb = " \(look[.crumb]) "
        // A long filter leaves the window in sight.
        let widths = declarationTexts(look).map(\.printable.displayWidth)
        let end = widths.first { $0 <= rect.columns / 2 } ?? widths.last ?? 0
        let room = rect.columns - end - 2 - (history.back.isEmpty ? 0 : crumb.displayWidth + 1)
        // A trail begins anew where everything begins.
        let beginning = history.back.lastIndex { $0.view == .start } ?? 0
        let parents = place.view == .start ? [] : history.back[min(beginning, history.back.count)...].suffix(8)
        let briefs = parents.map { $0.unfiltered.crumb(in: inventory, look: look) }
        var names =
            parents.map { $0.crumb(in: inventory, look: look) }
            + [place.crumb(in: inventory, look: look, fitting: room)]
        var first = 0
        var shownColumns = 0
        func start() -> String {
            names.count - first < history.back.count + 1 ? look.glyphs.ellipsis + crumb : ""
        }
        // Where one is comes first: what is declared is said as far as that leaves room.
        let here = names.suffix(1).joined().printable.displayWidth + (names.count > 1 ? crumb.displayWidth + 1 : 0)
        let declared = declarationTexts(look).first { here + 2 + $0.printable.displayWidth <= rect.columns } ?? ""
        screen.write(
            left: { columns in
                func text() -> String { start() + names[first...].joined(separator: crumb) }
                // Where one was needs no filter to be known again.
                for (number, brief) in briefs.enumerated() where text().printable.displayWidth > columns {
                    names[number] = brief
                }
                while first < names.count - 1, text().printable.displayWidth > columns { first += 1 }
                shownColumns = columns
                return TextLine(text(), look[.breadcrumb])
            },
            right: TextLine(declared), in: rect, look: look)
        screen.hold(.start, atEnd: TextLine(declared), of: rect)
        var column = rect.column + start().printable.displayWidth
        let line = Rect(row: rect.row, column: rect.column, rows: 1, columns: shownColumns)
        for (number, name) in names[first...].enumerated() {
            let width = name.printable.displayWidth
            screen.hold(
                .place(history.back.count + 1 - (names.count - first) + number),
                in: Rect(row: rect.row, column: column, rows: 1, columns: width), clip: line)
            column += width + crumb.displayWidth
        }
    }

    /// What is declared compromised, from the longest text to the shortest: of one its window, of several how many there
    /// are and which came last.
    func declarationTexts(_ look: Look) -> [String] {
        let seeds = work.present.seeds
        guard let last = seeds.last else { return ["nothing declared"] }
        let window = TimeWords.window(last.seed.window, near: at, arrow: look[.until])
        guard seeds.count > 1 else { return ["declared \(window)", "declared"] }
        let name = look.shortened(inventory.entity(at: last.seed.entity).name, to: 24)
        return ["\(seeds.count) declared, last \(name) \(window)", "\(seeds.count) declared, last \(name)"]
            + ["\(seeds.count) declared"]
    }

    private func keyBar(_ look: Look) -> KeyBar {
        if isInFacets { return KeyBar(facetKeys(look.glyphs), trailing: facetPosition) }
        var named: Set<String> = []
        let items = Command.table.filter { command in
            guard let first = keymap.keys(of: command.id).first else { return false }
            return command.priority > 0 && keymap.meaning(of: first.keys, in: self) == .command(command.id)
                && command.placeObstacle(self) == nil && !command.leads(to: place.view)
                && named.insert(command.label(in: self)).inserted
        }.map {
            KeyBar.Item(
                keymap.label(of: $0.id, look.glyphs) ?? "", $0.label(in: self),
                priority: $0.priorities[place.view] ?? $0.priority, isIdle: isIdle($0),
                name: $0.id.rawValue)
        }
        return KeyBar(zoomItem(look) + items, trailing: positionText(look))
    }

    /// Whether a command does nothing on the selected row. What only waits for a count stays as it is: at every step it
    /// would be idle for a moment.
    private func isIdle(_ command: Command) -> Bool {
        command.rowObstacle(self).map { $0 != Self.countingBreakage } ?? false
    }

    /// The way back to the list, where only the selected entity is shown.
    private func zoomItem(_ look: Look) -> [KeyBar.Item] {
        guard place.pane == .preview, zoomObstacle == nil, let key = keymap.label(of: .zoom, look.glyphs) else {
            return []
        }
        return [KeyBar.Item(key, "shows the list", priority: 11, name: Command.ID.zoom.rawValue)]
    }

    private func positionText(_ look: Look) -> String {
        if rows.isPending {
            return isCancelled ? "cancelled" : pendingText(look) + (progress.map { " \($0) %" } ?? "")
        }
        let (number, count) = position(of: selected)
        if let before = rows.eventsBeforeLens(at: selected) {
            return "lens after \(Words.grouped(before)) of \(Words.grouped(count))"
        }
        guard count > 0 else { return "0 rows" }
        let hits = hitText(look).map { "\($0) \(look[.separator]) " } ?? ""
        // As wide for every row, so that nothing beside it moves.
        let (place, all) = (Words.grouped(number), Words.grouped(count))
        return hits + String(repeating: " ", count: max(0, all.count - place.count)) + "\(place) of \(all)"
    }
}

extension Screen {
    /// Lets a mouse run a command where a text stands at the end of a line.
    fileprivate mutating func hold(_ command: Command.ID, atEnd text: TextLine, of line: Rect) {
        let columns = text.width
        guard columns <= line.columns else { return }
        let place = Rect(row: line.row, column: line.endColumn - columns, rows: 1, columns: columns)
        hold(.key(command.rawValue), in: place)
    }
}
