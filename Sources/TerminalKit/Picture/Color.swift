/// A colour of a cell.
public enum Color: Sendable, Hashable {
    /// What the terminal uses when nobody asks for a colour.
    case standard
    /// One of the sixteen colours that the user's palette defines.
    case ansi(ANSIColor)
    /// One of the 256 colours of xterm: 0–15 as ``ansi(_:)``, 16–231 a 6×6×6 cube, 232–255 greys.
    case indexed(UInt8)
    /// A colour by its parts.
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// The sixteen colours every colour terminal has, by their number. The user's palette decides how they look.
public enum ANSIColor: UInt8, Sendable, Hashable, CaseIterable {
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite

    /// The name used in theme files: `red`, `bright-red`.
    public var name: String {
        let dark = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        let name = dark[Int(rawValue % 8)]
        return rawValue < 8 ? name : "bright-" + name
    }

    /// The colour with this name; `gray` and `grey` also mean `bright-black`.
    public init?(name: some StringProtocol) {
        if name == "gray" || name == "grey" {
            self = .brightBlack
            return
        }
        guard let color = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = color
    }
}

/// How many colours a terminal can show.
public enum ColorSupport: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// No colours: attributes only. Also what NO_COLOR asks for.
    case none
    /// The sixteen of ``ANSIColor``.
    case sixteen
    /// The 256 of xterm.
    case palette
    /// Every ``Color``.
    case full

    /// Orders from fewer colours to more.
    public static func < (left: ColorSupport, right: ColorSupport) -> Bool { left.rawValue < right.rawValue }

    /// What `count` colours, as a terminal description states them, amount to.
    public init(colorCount count: Int) {
        self = count >= 256 ? .palette : count >= 8 ? .sixteen : .none
    }
}
