import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("The lens of evidence")
struct EvidenceLensTests {
    @Test("It leaves out what is only configured or inferred, says so, and every count follows the engine's")
    func cycle() throws {
        var session = Session.after("b")
        let whole = try #require(session.state.answer?.counts.reached)
        for evidence in Evidence.narrower {
            session.press("Ze")
            #expect(session.state.place.lens.evidence == evidence)
            #expect(session.text.contains(Words.only(evidence)))
            var question = try #require(session.state.question)
            question.evidence = evidence
            let engine = ReachEngine(session.state.inventory).blastRadius(question)
            #expect(session.state.answer?.counts == engine.counts)
        }
        #expect(try #require(session.state.answer?.counts.reached) < whole)
        session.press("Ze")
        #expect(session.state.place.lens == Lens())
        #expect(session.state.answer?.counts.reached == whole)
    }

    @Test("A place carries it, the copied command asks for the same, and a place without it reads as before")
    func place() throws {
        var session = Session.after("bZeZe")
        let text = session.state.place.text
        #expect(text.contains("evidence=observed"))
        #expect(try Place(parsing: text).lens.evidence == .observed)
        #expect(try Place(parsing: "blast").lens.evidence == nil)
        #expect(throws: (any Error).self) { try Place(parsing: "blast?evidence=inferred") }
        session.press("y")
        #expect(session.state.commandLine?.contains("--evidence observed") == true)
    }
}
