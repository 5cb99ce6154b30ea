import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Large inventories")
struct LargeInventoryTests {
    private static func inventory(_ count: Int) -> Inventory {
        var maker = FactMaker()
        for number in 0..<count {
            maker.declare("e\(number)", number % 3 == 0 ? .token : .job, "name \(number * 7_919 % count)")
        }
        return maker.builder.build().inventory
    }

    @Test("Lists are made while keys go on working, and old rows stay until the new ones come")
    func deferred() throws {
        var session = Session(Self.inventory(State.promptEntities + 10), answers: false)
        #expect(session.waiting.map(\.inquiry) == [.vocabulary])
        session.answerAll()
        #expect(session.state.vocabulary != nil)
        session.press("2")
        #expect(session.state.rows.isPending)
        #expect(session.text.contains("computing…"))
        session.press("jk")
        session.answerAll()
        #expect(session.state.rows.count == State.promptEntities + 10)
        session.press("/name~\"name 12\" kind:token")
        #expect(session.state.rows.count == State.promptEntities + 10)
        #expect(session.text.contains("computing…"))
        session.answerAll()
        #expect(session.state.rows.count < 1_000)
        #expect(session.state.rows.count > 0)
        session.press("<Enter>q")
        session.press("/e12")
        session.answerAll()
        session.press("<Enter>c<Enter>b")
        session.answerAll()
        #expect(session.state.answer != nil)
        session.press("i/")
        for letter in "name 123456" {
            session.press(String(letter))
            #expect(!session.waiting.contains { $0.inquiry.asksEngine })
            session.answerAll()
        }
        session.press("<Esc>1/name 12")
        session.answerAll()
        #expect(session.selectedName == "name 12")
    }
}
