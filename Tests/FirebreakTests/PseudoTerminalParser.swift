/// Takes the bytes for a terminal apart: UTF-8 characters, control characters, and escape sequences.
struct PseudoTerminalParser {
    /// One thing to do.
    enum Command: Equatable {
        case print(Unicode.Scalar)
        case control(UInt8)
        case escape(UInt8)
        case sequence(final: UInt8, parameters: [Int], isPrivate: Bool)
    }

    private enum State {
        case ground
        case escape
        /// After `ESC (` and the like: one byte more, which is of no interest.
        case designation
        case sequence
        /// A title or a colour, until BEL or `ESC \`.
        case string
        case stringEscape
    }

    private var state = State.ground
    private var parameters: [Int] = []
    private var isPrivate = false
    private var pending: [UInt8] = []

    /// Takes one byte; returns the command it completes.
    mutating func next(_ byte: UInt8) -> Command? {
        switch state {
        case .ground: return ground(byte)
        case .escape: return escape(byte)
        case .designation: state = .ground
        case .sequence: return sequence(byte)
        case .string: state = byte == 0x07 ? .ground : byte == 0x1B ? .stringEscape : .string
        case .stringEscape: state = byte == UInt8(ascii: "\\") ? .ground : .string
        }
        return nil
    }

    private mutating func ground(_ byte: UInt8) -> Command? {
        if byte == 0x1B {
            state = .escape
            return nil
        }
        if byte < 0x20 || byte == 0x7F { return .control(byte) }
        pending.append(byte)
        let expected = pending[0] < 0x80 ? 1 : pending[0] < 0xE0 ? 2 : pending[0] < 0xF0 ? 3 : 4
        guard pending.count == expected else { return nil }
        defer { pending = [] }
        return String(decoding: pending, as: UTF8.self).unicodeScalars.first.map(Command.print)
    }

    private mutating func escape(_ byte: UInt8) -> Command? {
        state = .ground
        switch byte {
        case UInt8(ascii: "["):
            (state, parameters, isPrivate) = (.sequence, [], false)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            state = .string
        case 0x20...0x2F: state = .designation
        default: return .escape(byte)
        }
        return nil
    }

    private mutating func sequence(_ byte: UInt8) -> Command? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let last = parameters.popLast() ?? 0
            parameters.append(min(9999, last * 10 + Int(byte - UInt8(ascii: "0"))))
        case UInt8(ascii: ";"), UInt8(ascii: ":"):
            if parameters.isEmpty { parameters.append(0) }
            parameters.append(0)
        case 0x20...0x3F: isPrivate = true
        case 0x40...0x7E:
            state = .ground
            return .sequence(final: byte, parameters: parameters, isPrivate: isPrivate)
        default:
            // Control characters act in the midst of a sequence; ncurses sends none.
            return byte < 0x20 ? .control(byte) : nil
        }
        return nil
    }
}
