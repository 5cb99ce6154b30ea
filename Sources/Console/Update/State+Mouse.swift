import TerminalKit

extension State {
    /// Something done with the mouse over what was drawn there. A press does what the key for that thing does; on a row
    /// it selects, and opens what is selected already. The wheel moves what takes the arrows under it.
    mutating func apply(_ event: MouseEvent, over target: HitTarget?) -> [Effect] {
        guard isMouseOn else { return [] }
        switch event.action {
        case .wheelUp: return turnWheel(down: false, over: target)
        case .wheelDown: return turnWheel(down: true, over: target)
        case .press:
            if overlay != nil { return pressOverlay(target) }
            return target.map { press($0) } ?? []
        }
    }

    private static let wheelRows = 3

    private mutating func turnWheel(down: Bool, over target: HitTarget?) -> [Effect] {
        let key = down ? Key.down : .up
        if let overlay {
            if case .prefix = overlay { return [] }
            var effects: [Effect] = []
            for _ in 0..<overlay.wheelLines(Self.wheelRows) { effects += press(key) }
            return effects
        }
        message = nil
        isQuitArmed = false
        switch target {
        case .row, .far, .title, .list, .pane(.list): return move(by: down ? Self.wheelRows : -Self.wheelRows)
        case .pane(.preview): return scrollPane(by: down ? Self.wheelRows : -Self.wheelRows)
        case .facet, .pane(.facets):
            for _ in 0..<Self.wheelRows { _ = pressInFacets(key) }
            return []
        case .key, .place, .choice, .candidate, .pane(.over), nil: return []
        }
    }

    /// A press where nothing lies over the view.
    private mutating func press(_ target: HitTarget) -> [Effect] {
        message = nil
        wantedHit = nil
        wantedStep = nil
        let wasQuitArmed = isQuitArmed
        isQuitArmed = false
        isNewArmed = false
        isInterruptArmed = false
        switch target {
        case .row(let row): return press(row: row)
        case .far(let row):
            place.facets?.isActive = false
            if let row = rows.selectable(from: row) { select(row) }
        case .title(let title): sort(underTitle: title)
        case .key(let name):
            guard let id = Command.ID(rawValue: name), let command = Command[id] else { return [] }
            isQuitArmed = wasQuitArmed && id == .quit
            return run(command)
        case .list(let number): showSection(number)
        case .place(let number): if number != history.back.count { goAlongTrail(to: number) }
        case .facet(let line): pickFacet(line: line)
        case .pane(.facets): place.facets?.isActive = true
        case .pane(.list): place.facets?.isActive = false
        case .pane(.preview): return Command[.entity].map { run($0) } ?? []
        case .choice, .candidate, .pane(.over): break
        }
        return []
    }

    private mutating func press(row: Int) -> [Effect] {
        place.facets?.isActive = false
        guard rows.isSelectable(row) else { return [] }
        guard row == selected else {
            select(row)
            return []
        }
        return (isDrawn ? Command[.fold] : Command[.open]).map { run($0) } ?? []
    }

    /// A press on what lies over the view. Beside it a press shuts it, but never a line that is being typed for the list.
    private mutating func pressOverlay(_ target: HitTarget?) -> [Effect] {
        message = nil
        switch (target, overlay) {
        case (.choice(let number)?, .prefix(let keys)?):
            let next = keymap.continuations(of: keys)
            return next.indices.contains(number) ? press(next[number].key) : []
        case (.choice(let number)?, .copyMenu?):
            overlay = .copyMenu(selected: number)
            return press(.enter)
        case (.choice(let number)?, .bookmarks?):
            overlay = .bookmarks(selected: number)
            return press(.enter)
        case (.choice(let number)?, .menu(var menu)?):
            let shown = shownEntries(of: menu)
            guard shown.indices.contains(number) else { return [] }
            menu.selected = shown[number]
            overlay = .menu(menu)
            return press(menu.purpose.switchesEntries ? .character(" ") : .enter)
        case (.choice(let number)?, .palette(var palette)?):
            palette.chosen = number
            overlay = .palette(palette)
            return press(.enter)
        case (.candidate(let number)?, .prompt(var prompt)?):
            let candidates = completions(of: prompt)
            guard candidates.indices.contains(number) else { return [] }
            prompt.line.replace(candidates[number].range, with: candidates[number].text)
            overlay = .prompt(prompt)
            promptChanged()
        case (.candidate(let number)?, .palette(let palette)?):
            complete(palette, with: number)
        case (.choice?, _), (.candidate?, _), (.pane(.over)?, _), (_, .prompt?): break
        default: overlay = nil
        }
        return []
    }

    /// Why the mouse cannot be switched on.
    var mouseObstacle: String? { hasMouse ? nil : Self.noMouse }

    private static let noMouse = "this terminal reports no mouse"

    /// Says that there is no mouse.
    mutating func missMouse() {
        isMouseOn = false
        hasMouse = false
        message = Message(text: Self.noMouse, tone: .warning)
    }
}

extension Overlay {
    /// How many arrows a notch of the wheel is worth: what is read moves faster than what is chosen.
    fileprivate func wheelLines(_ reading: Int) -> Int {
        switch self {
        case .help, .text, .notices: reading
        case .prompt, .menu, .copyMenu, .bookmarks, .palette, .prefix: 1
        }
    }
}
