import TerminalKit
import Testing

@testable import Console

extension Session {
    /// Something done with the mouse over a cell of the picture as it is now.
    mutating func mouse(_ action: MouseEvent.Action, at position: Position) {
        apply(.mouse(MouseEvent(action, at: position), over: screen().target(at: position)))
    }

    /// The cells at which words begin on the picture, from the top.
    func cells(of words: String) -> [Position] {
        let screen = screen()
        var found: [Position] = []
        for row in 0..<screen.size.rows where screen.line(row).contains(words) {
            let texts = screen.row(row).map(\.text)
            for column in texts.indices where texts[column...].joined().hasPrefix(words) {
                found.append(Position(row: row, column: column))
            }
        }
        return found
    }

    /// Presses the mouse on words: the first ones that stand for what is wanted.
    mutating func click(
        _ words: String, sourceLocation: SourceLocation = #_sourceLocation, for isWanted: (HitTarget) -> Bool
    ) {
        let screen = screen()
        let cell = cells(of: words).first { screen.target(at: $0).map(isWanted) ?? false }
        guard let cell else {
            Issue.record("nothing to press says \(words):\n\(screen.text)", sourceLocation: sourceLocation)
            return
        }
        mouse(.press, at: cell)
    }
}

extension HitTarget {
    var isKey: Bool { if case .key = self { true } else { false } }
    var isTitle: Bool { if case .title = self { true } else { false } }
    var isList: Bool { if case .list = self { true } else { false } }
    var isPlace: Bool { if case .place = self { true } else { false } }
    var isChoice: Bool { if case .choice = self { true } else { false } }
    var isCandidate: Bool { if case .candidate = self { true } else { false } }
    var isFacet: Bool { if case .facet = self { true } else { false } }
}
