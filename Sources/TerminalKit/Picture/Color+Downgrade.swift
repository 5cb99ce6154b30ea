extension Color {
    /// This colour, or the nearest one that `support` can show. ``standard`` and the sixteen named colours stay as
    /// they are while there are colours at all.
    public func downgraded(to support: ColorSupport) -> Color {
        switch (support, self) {
        case (.none, _): .standard
        case (.full, _), (_, .standard), (_, .ansi), (.palette, .indexed): self
        case (.palette, .rgb(let red, let green, let blue)):
            .indexed(Self.nearest(RGB(red, green, blue), among: 16...255))
        case (.sixteen, .rgb(let red, let green, let blue)):
            Self.named(Self.nearest(RGB(red, green, blue), among: 0...15))
        case (.sixteen, .indexed(let index)):
            Self.named(index < 16 ? index : Self.nearest(Self.parts(of: index), among: 0...15))
        }
    }

    /// A colour by its parts, each from 0 to 255.
    public struct RGB: Sendable, Hashable {
        /// A part.
        public let red, green, blue: Int

        init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
            (self.red, self.green, self.blue) = (Int(red), Int(green), Int(blue))
        }

        /// Squared distance, weighted as the eye does: most for green, least for blue.
        func distance(to other: RGB) -> Int {
            let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
            return 3 * r * r + 6 * g * g + 2 * b * b
        }
    }

    /// Its parts, where xterm's own colours stand for numbers; nil for ``standard``.
    public var parts: RGB? {
        switch self {
        case .standard: nil
        case .ansi(let color): Self.parts(of: color.rawValue)
        case .indexed(let index): Self.parts(of: index)
        case .rgb(let red, let green, let blue): RGB(red, green, blue)
        }
    }

    /// What xterm shows for an index: its sixteen default colours, the cube, the greys.
    static func parts(of index: UInt8) -> RGB {
        switch index {
        case 0..<16:
            return namedParts[Int(index)]
        case 16..<232:
            let cube = index - 16
            let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
            return RGB(steps[Int(cube / 36)], steps[Int(cube / 6 % 6)], steps[Int(cube % 6)])
        default:
            let grey = 8 + 10 * (index - 232)
            return RGB(grey, grey, grey)
        }
    }

    private static let namedParts: [RGB] = [
        RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
        RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
        RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
        RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
    ]

    private static func nearest(_ wanted: RGB, among indexes: ClosedRange<UInt8>) -> UInt8 {
        indexes.min { wanted.distance(to: parts(of: $0)) < wanted.distance(to: parts(of: $1)) } ?? 7
    }

    private static func named(_ index: UInt8) -> Color { .ansi(ANSIColor(rawValue: index) ?? .white) }
}
