import CNcurses
import TerminalKit

extension Key {
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
