import Inventory
import TerminalKit

extension State {
    /// The state after an event, and what to do about it. Pure.
    func updated(by event: Event) -> (state: State, effects: [Effect]) {
        var next = self
        let effects = next.apply(event)
        return (next, effects)
    }

    /// Applies an event in place; see ``updated(by:)``.
    mutating func apply(_ event: Event) -> [Effect] {
        if lost != nil { return applyWhenLost(event) }
        var effects: [Effect] = []
        switch event {
        case .key(let key): effects = press(key)
        case .paste(let text): paste(text)
        case .mouse(let event, let target): effects = apply(event, over: target)
        case .mouseMissing: missMouse()
        case .resize(let size): self.size = size
        case .interrupt: effects = press(.control("c"))
        case .end: effects = [.quit]
        case .found(let finding, let inquiry, let generation):
            learn(finding, for: inquiry, generation: generation)
        case .gathered(let gathered, let number): learn(gathered, number: number)
        case .copied(let outcome): effects = learn(outcome)
        case .exported(let outcome): effects = learn(outcome)
        case .kept(let outcome): learn(outcome)
        case .recorded(let outcome): learn(outcome)
        case .habitsNotKept(let reason):
            message = Message(text: "the columns and queries could not be kept: \(reason)", tone: .warning)
        case .recent(let sessions): recent = sessions
        case .other(let outcome): learn(outcome)
        case .reread(let outcome, let number): learn(outcome, number: number)
        case .progress(let done, let generation): if generation == self.generation { progress = done }
        }
        seeFromHere()
        takeWantedStep()
        settle()
        noteView()
        return effects + inquire() + record() + recordCounts() + keep() + keepHabits() + takeReread()
    }

    /// A key, for whatever takes the keys now.
    mutating func press(_ key: Key) -> [Effect] {
        message = nil
        wantedHit = nil
        wantedStep = nil
        let (wasQuitArmed, wasInterruptArmed, wasNewArmed) = (isQuitArmed, isInterruptArmed, isNewArmed)
        isQuitArmed = false
        isNewArmed = false
        isInterruptArmed = false
        if key == .control("c") { return interrupt(again: wasInterruptArmed) }
        if let command = programCommand(key) { return run(command) }
        if let section = overlay?.help, isKey(key, of: .help) {
            openHelp(about: .popup(section))
            return []
        }
        switch overlay {
        case .prompt(let prompt):
            return press(key, in: prompt)
        case .help(let help):
            press(key, in: help)
            return []
        case .copyMenu(let selected): return press(key, inCopyMenu: selected)
        case .bookmarks(let selected):
            press(key, inBookmarks: selected)
            return []
        case .text(let text): return press(key, in: text)
        case .notices(let offset):
            press(key, inNotices: offset)
            return []
        case .palette(let palette): return press(key, in: palette)
        case .prefix(let keys): return press(key, after: keys)
        case .menu(let menu):
            press(key, in: menu)
            return []
        case nil: break
        }
        if isInFacets, pressInFacets(key) { return [] }
        switch keymap.meaning(of: [key], in: self) {
        case .command(let id):
            isQuitArmed = wasQuitArmed && id == .quit
            isNewArmed = wasNewArmed && id == .beginAnew
            return Command[id].map { run($0) } ?? []
        case .prefix: overlay = .prefix([key])
        case .nothing:
            let words = "\(key.label(.ascii)) does nothing here; \(self.key(.help)) lists the keys"
            message = Message(text: words, tone: .warning)
        }
        return []
    }

    /// What a key does to the program whatever lies over the view: nothing where it could be typed.
    private func programCommand(_ key: Key) -> Command? {
        if overlay == nil { return nil }
        if case .character = key { return nil }
        return [.suspend, .redraw].first { isKey(key, of: $0) }.flatMap { Command[$0] }
    }

    /// Runs a command, or says why it cannot run now.
    mutating func run(_ command: Command) -> [Effect] {
        if range != nil, command.id == .back || command.id == .clear {
            giveUpRange()
            return []
        }
        if let reason = command.disabledReason(self) {
            message = Message(text: "\(command.label(in: self)): \(reason)", tone: .warning)
            return []
        }
        return command.perform(&self)
    }

    private mutating func paste(_ text: String) {
        if case .palette(var palette) = overlay {
            palette.line.insert(text)
            palette.chosen = nil
            overlay = .palette(palette)
            return
        }
        guard case .prompt(var prompt) = overlay else {
            message = Message(text: "pasted text goes into a prompt: press \(key(.filter)) first", tone: .warning)
            return
        }
        prompt.line.insert(text)
        overlay = .prompt(prompt)
        promptChanged()
    }

    /// Ctrl-C: gives up what is open, then what is computed; pressed again it leaves.
    private mutating func interrupt(again: Bool) -> [Effect] {
        if again { return [.quit] }
        isInterruptArmed = true
        let hint = "press ctrl-C again to leave"
        if overlay != nil {
            closeOverlay()
            message = Message(text: "given up; " + hint)
        } else if rereading != nil {
            return stopRereading(hint)
        } else if !asked.isEmpty {
            declined = Set(asked)
            message = Message(text: "computing cancelled, \(key(.compute)) computes again; " + hint)
        } else {
            message = Message(text: hint)
        }
        return []
    }
}
