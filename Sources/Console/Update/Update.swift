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
        case .resize(let size): self.size = size
        case .interrupt: effects = press(.control("c"))
        case .end: effects = [.quit]
        case .found(let finding, let inquiry, let generation): learn(finding, for: inquiry, generation: generation)
        case .progress(let done, let generation): if generation == self.generation { progress = done }
        }
        settle()
        return effects + inquire()
    }

    private mutating func press(_ key: Key) -> [Effect] {
        message = nil
        let (wasQuitArmed, wasInterruptArmed) = (isQuitArmed, isInterruptArmed)
        isQuitArmed = false
        isInterruptArmed = false
        if key == .control("c") { return interrupt(again: wasInterruptArmed) }
        switch overlay {
        case .prompt(let prompt):
            press(key, in: prompt)
            return []
        case .sortMenu(let selected):
            press(key, inSortMenu: selected)
            return []
        case .help(let help):
            press(key, in: help)
            return []
        case nil: break
        }
        guard let command = Command.command(for: key, in: self) else {
            message = Message(text: "\(key.label()) does nothing here; ? lists the keys", tone: .warning)
            return []
        }
        if let reason = command.disabledReason(self) {
            message = Message(text: "\(command.label(in: place.view)): \(reason)", tone: .warning)
            return []
        }
        isQuitArmed = wasQuitArmed && command.id == .quit
        return command.perform(&self)
    }

    private mutating func paste(_ text: String) {
        guard case .prompt(var prompt) = overlay else {
            message = Message(text: "pasted text goes into a prompt: press / first", tone: .warning)
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
        } else if !asked.isEmpty {
            declined = Set(asked)
            message = Message(text: "computing cancelled, r computes again; " + hint)
        } else {
            message = Message(text: hint)
        }
        return []
    }
}
