import CNcurses
import TerminalKit

/// Puts the codes of ncurses together to events: escape and a character to alt, a bracketed paste to one text.
struct KeyReader {
    /// How long the rest of a sequence may take, in milliseconds.
    static let patience: Int32 = 25

    /// How long the rest of a paste may take, in milliseconds.
    static let pastePatience: Int32 = 500
    private static let pasteLimit = 1 << 20
    /// No sequence that a terminal sends by itself is longer.
    private static let sequenceLimit = 4096
    private static let mouseLimit = 32

    /// Whether the mouse is reported: where it is not, ncurses knows how a report of it begins, and leaves the rest.
    var reportsMouse = false
    private var pending: TerminalEvent?

    /// The next event, or nil when there is nothing to read.
    mutating func read(patience: Int32, size: @autoclosure () -> Size) -> TerminalEvent? {
        if let event = pending {
            pending = nil
            return event
        }
        guard let code = Code.next(patience: patience) else { return nil }
        if case .scalar("\u{1B}") = code { return escape(size()) }
        return event(for: code, size())
    }

    private mutating func escape(_ size: Size) -> TerminalEvent? {
        switch Code.next(patience: 0) {
        case nil: return .key(.escape)
        case .scalar(let scalar)? where scalar.value >= 0x20:
            return SequenceEnding(introducedBy: scalar).map { sequence(behind: scalar, $0) }
                ?? .key(.alt(Character(scalar)))
        case let code?:
            switch event(for: code, size) {
            case .key(.left): return .key(.altLeft)
            case .key(.right): return .key(.altRight)
            case let event:
                pending = event
                return .key(.escape)
            }
        }
    }

    /// What an escape and `introducer` begin, where ncurses knows no such sequence: a key that many terminals send so; nil
    /// for what was not typed, such as a late answer of the terminal, none of which is a key.
    private func sequence(behind introducer: Unicode.Scalar, _ ending: SequenceEnding) -> TerminalEvent? {
        guard var code = Code.next(patience: 0) else { return .key(.alt(Character(introducer))) }
        var sequence = "\u{1B}\(introducer)"
        for place in 0..<Self.sequenceLimit {
            guard case .scalar(let scalar) = code else { break }
            sequence.unicodeScalars.append(scalar)
            if ending.ends(at: scalar, place: place) { break }
            guard let next = Code.next(patience: Self.patience) else { break }
            code = next
        }
        // What the oldest reports of the mouse say, stands in three bytes behind what looks like their end.
        if sequence == "\u{1B}[M" {
            for _ in 0..<3 { _ = Code.next(patience: Self.patience) }
            return nil
        }
        // The other half of an escape that ends a string.
        if ending == .string, case .scalar("\u{1B}") = code { _ = Code.next(patience: Self.patience) }
        return KeyDecoder.key(of: Array(sequence.utf8)).map { .key($0) }
    }

    private func event(for code: Code, _ size: Size) -> TerminalEvent? {
        switch code {
        case .scalar(let scalar): .key(Key(typed: scalar))
        case .key(TERMINAL_KEY_RESIZE):
            resized(size)
        case .key(TERMINAL_KEY_PASTE_START): .paste(paste())
        case .key(TERMINAL_KEY_MOUSE) where reportsMouse: mouse()
        case .key(TERMINAL_KEY_MOUSE): skipMouse()
        case .key(let key): Key(key).map(TerminalEvent.key)
        }
    }

    /// Terminals move lines about when their size changes, each in its own way.
    private func resized(_ size: Size) -> TerminalEvent {
        terminal_redraw()
        return .resize(size)
    }

    /// What was done with the mouse; nil for buttons that mean nothing here.
    private func mouse() -> TerminalEvent? {
        var row: Int32 = 0
        var column: Int32 = 0
        let action: MouseEvent.Action? =
            switch terminal_mouse_event(&row, &column) {
            case TERMINAL_MOUSE_PRESS: .press
            case TERMINAL_MOUSE_WHEEL_UP: .wheelUp
            case TERMINAL_MOUSE_WHEEL_DOWN: .wheelDown
            default: nil
            }
        return action.map { .mouse(MouseEvent($0, at: Position(row: Int(row), column: Int(column)))) }
    }

    /// Passes over the rest of a report of the mouse: numbers up to a letter, or three bytes.
    private func skipMouse() -> TerminalEvent? {
        var rest = [Unicode.Scalar]()
        while rest.count < Self.mouseLimit, case .scalar(let scalar)? = Code.next(patience: Self.patience) {
            rest.append(scalar)
            let hasNumbers = ("0"..."9").contains(rest[0])
            if hasNumbers ? SequenceEnding.final.ends(at: scalar, place: rest.count) : rest.count == 3 { break }
        }
        return nil
    }

    private func paste() -> String {
        var text = ""
        var count = 0
        while let code = Code.next(patience: Self.pastePatience) {
            if case .key(TERMINAL_KEY_PASTE_END) = code { break }
            guard case .scalar(let scalar) = code, count < Self.pasteLimit else { continue }
            text.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
            count += 1
        }
        return text
    }

    /// What ncurses gives: a character or a key.
    private enum Code {
        case scalar(Unicode.Scalar)
        case key(terminal_key)

        static func next(patience: Int32) -> Code? {
            var key = TERMINAL_KEY_NONE
            let code = terminal_read(patience, &key)
            guard code >= 0 else { return nil }
            if key != TERMINAL_KEY_NONE { return .key(key) }
            return .scalar(Unicode.Scalar(UInt32(code)) ?? "\u{FFFD}")
        }
    }
}
