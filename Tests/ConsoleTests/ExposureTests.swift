import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Exposures in the console")
struct ExposureTests {
    /// A chain of jobs, so that the exposure of each is its distance from the end.
    private static func chain(_ count: Int) -> Inventory {
        var maker = FactMaker()
        for number in 0..<count { maker.declare("e\(number)", .serviceAccount, "name \(number)") }
        for number in 1..<count { maker.relate(.canAssume, "e\(number - 1)", "e\(number)") }
        return maker.builder.build().inventory
    }

    private static let sortedByExposure: Place = {
        var place = Place(.inventory)
        place.sort = Place.Sort(column: "exposure", ascending: false)
        return place
    }()

    @Test("The sort menu begins with the greatest exposure, and the column is there")
    func sorting() {
        var session = Session(Self.chain(12), size: Size(rows: 24, columns: 200))
        session.press("2")
        #expect(!session.text.contains("EXPOSURE"))
        session.press("sG<Enter>")
        #expect(session.state.place.sort == Place.Sort(column: "exposure", ascending: false))
        #expect(session.text.contains("EXPOSURE"))
        #expect(session.selectedName == "name 0" || session.state.rows.count == 12)
        session.press("g")
        #expect(session.selectedName == "name 0")
        session.press("sG<Enter>g")
        #expect(session.selectedName == "name 11")
    }

    @Test("Until they are worked out the list says so, and keys go on working")
    func deferred() {
        var session = Session(
            Self.chain(State.promptEntities + 10), size: Size(rows: 24, columns: 120), answers: false,
            place: Self.sortedByExposure)
        #expect(session.waiting.contains { $0.inquiry.isRanking && !$0.inquiry.asksEngine })
        #expect(session.state.rows.isPending)
        #expect(session.text.contains("computing…"))
        session.press("j")
        session.answerAll()
        session.answerAll()
        #expect(session.state.rows.count == State.promptEntities + 10)
        session.press("g")
        #expect(session.selectedName == "name 0")
        #expect(session.text.contains("20,010"))
    }

    @Test("A filter can ask for exposures, in the inventory and elsewhere")
    func filter() {
        var session = Session(Self.chain(12))
        session.press("2/exposure>9<Enter>")
        #expect(session.state.rows.count == 3)
    }

    @Test("The page of an entity says its exact number")
    func page() {
        var session = Session(Self.chain(12), size: Size(rows: 40, columns: 100))
        session.press("2sG<Enter>g<Enter>")
        #expect(session.text.contains("12 entities, itself included"))
    }
}
