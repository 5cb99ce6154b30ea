import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("What stands above the rows of the firebreak")
struct FirebreakHeadTests {
    /// A declared runner that keeps so many tokens, each of which alone leads to a vault of its own behind a slot that is
    /// still open.
    private static func tokens(_ count: Int) -> Inventory {
        var maker = FactMaker()
        maker.declare("runner", .runner, "pool", compromised: .always)
        for number in 0..<count {
            maker.declare("slot \(number)", .secret, "SLOT_\(number)")
            maker.declare("token \(number)", .token, "token \(number)")
            maker.declare("vault \(number)", .resource, "vault \(number)", flags: [.crownJewel])
            maker.relate(.reads, "job", "slot \(number)")
            maker.relate(.holds, "slot \(number)", "token \(number)")
            maker.relate(.canAccess, "token \(number)", "vault \(number)")
        }
        maker.declare("job", .job, "deploy")
        maker.relate(.serves, "runner", "job")
        return maker.builder.build().inventory
    }

    private static let sizes = [
        Size(rows: 12, columns: 40), Size(rows: 16, columns: 60), Size(rows: 24, columns: 80),
        Size(rows: 40, columns: 120), Size(rows: 60, columns: 200),
    ]

    @Test("Where there are many rows they have two thirds of the room; what it costs is always said", arguments: sizes)
    func manyRows(size: Size) throws {
        let session = Session(Self.tokens(40), size: size, place: Place(.plan, section: "firebreak"))
        #expect(session.state.rows.count == 40)
        let rest = SectionLine.rest(of: session.state.bodyRect(size))
        let list = PlanView().listRect(session.state, in: session.state.bodyRect(size))
        let head = list.row - rest.row
        #expect(head <= max(3, rest.rows / 3))
        #expect(head == 0 || session.text.contains("revoke 40 entities"))
        #expect(head == 0 || session.text.contains("targets: "))
        let shown = (0..<size.rows).filter { session.screen().line($0).contains("token ") }
        #expect(shown.count >= rest.rows / (size.rows < 16 ? 3 : 2))
    }

    @Test("Where there are few rows all is said, what it leaves open first", arguments: sizes[2...3])
    func fewRows(size: Size) throws {
        let session = Session(Self.tokens(1), size: size, place: Place(.plan, section: "firebreak"))
        let firebreak = try #require(session.state.firebreak)
        #expect(!firebreak.slotCaveats.isEmpty)
        let text = session.text.replacing(/\s+/, with: " ")
        let caveat = try #require(text.range(of: "is still held"))
        let why = try #require(text.range(of: "no target is held or reachable"))
        #expect(caveat.lowerBound < why.lowerBound)
    }
}
