import CNcurses
import TerminalKit

extension Key {
    /// The key behind a typed character: control characters are keys with control, or keys of their own.
    init(typed scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x0D, 0x0A: self = .enter
        case 0x09: self = .tab
        case 0x1B: self = .escape
        case 0x08, 0x7F: self = .backspace
        case 0x00: self = .control(" ")
        case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        default: self = .character(Character(scalar))
        }
    }

    /// The key behind a code of the C layer; nil for keys that have no name here.
    init?(_ code: terminal_key) {
        let table: [(terminal_key, Key)] = [
            (TERMINAL_KEY_UP, .up), (TERMINAL_KEY_DOWN, .down), (TERMINAL_KEY_LEFT, .left),
            (TERMINAL_KEY_RIGHT, .right), (TERMINAL_KEY_HOME, .home), (TERMINAL_KEY_END, .end),
            (TERMINAL_KEY_PAGE_UP, .pageUp), (TERMINAL_KEY_PAGE_DOWN, .pageDown), (TERMINAL_KEY_INSERT, .insert),
            (TERMINAL_KEY_DELETE, .delete), (TERMINAL_KEY_BACKSPACE, .backspace), (TERMINAL_KEY_ENTER, .enter),
            (TERMINAL_KEY_BACK_TAB, .backTab), (TERMINAL_KEY_ALT_LEFT, .altLeft), (TERMINAL_KEY_ALT_RIGHT, .altRight),
        ]
        if let key = table.first(where: { $0.0 == code })?.1 {
            self = key
        } else if code.rawValue > TERMINAL_KEY_FUNCTION.rawValue {
            self = .function(Int(code.rawValue - TERMINAL_KEY_FUNCTION.rawValue))
        } else {
            return nil
        }
    }
}
