/// Tells the line of each expression of a file.
struct ExpressionLines {
    /// The line of every `${{` of the file, in their order.
    private let openings: [Int]

    /// `text` is the whole file. O(n).
    init(_ text: String) {
        var openings: [Int] = []
        var line = 1
        var last: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if byte == 0x0D || (byte == 0x0A && last.1 != 0x0D) { line += 1 }
            if byte == UInt8(ascii: "{"), last.1 == byte, last.0 == UInt8(ascii: "$") { openings.append(line) }
            last = (last.1, byte)
        }
        self.openings = openings
    }

    /// An expression, without its braces, and where it starts.
    typealias Found = (text: String, line: Int)

    /// The expressions in `scalar`, which starts on `line`, and the line of one that nothing closes.
    func expressions(in scalar: YAMLScalar, from line: Int) -> (closed: [Found], unclosed: Int?) {
        let text = scalar.text
        guard ExpressionScanner.opening(in: text, from: text.startIndex) != nil else { return ([], nil) }
        var closed: [Found] = []
        var unclosed: Int?
        var number = 0
        for part in ExpressionScanner.parts(of: text) {
            switch part {
            case .expression(let expression, _):
                closed.append((expression, self.line(of: number, in: scalar, from: line)))
                number += 1 + Self.count(in: expression)
            case .plain(let plain):
                if unclosed == nil, Self.count(in: plain) > 0 {
                    unclosed = self.line(of: number, in: scalar, from: line)
                }
            }
        }
        return (closed, unclosed)
    }

    /// How many times `${{` stands in `text`.
    private static func count(in text: String) -> Int {
        var count = 0
        var place = text.startIndex
        while let opening = ExpressionScanner.opening(in: text, from: place) {
            count += 1
            place = text.utf8.index(opening, offsetBy: 3)
        }
        return count
    }

    /// The line of the opening `number`, from 0, in a scalar: folding and indentation move none to another place in
    /// their order.
    private func line(of number: Int, in scalar: YAMLScalar, from line: Int) -> Int {
        guard scalar.lastLine > line else { return line }
        var low = 0
        var high = openings.count
        while low < high {
            let middle = (low + high) / 2
            if openings[middle] < line { low = middle + 1 } else { high = middle }
        }
        return low + number < openings.count ? min(openings[low + number], scalar.lastLine) : line
    }
}
