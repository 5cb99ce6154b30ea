import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

/// Lists, counts, words of the query and groups go by one rule.
@Suite("What is live, has ended, and is not held yet")
struct HeldSectionTests {
    private static let moments = [
        "2026-03-13T00:00Z", "2026-03-14T02:12Z", "2026-03-14T03:10Z", "2026-03-14T12:00Z", "2026-03-20T00:00Z",
    ]

    private func blast(_ section: String? = nil, query: String = "", at moment: String) -> Session {
        var place = Place(.blast)
        place.section = section
        place.query = query
        place.lens.at = Northwind.moment(moment).seconds
        return Session(size: Size(rows: 30, columns: 120), place: place)
    }

    private func ids(_ session: Session) -> [String] {
        (0..<session.state.rows.count).compactMap { session.state.rows.entity(at: $0) }
            .map { session.state.inventory.entity(at: $0).id }
    }

    @Test(
        "A slot that is out of reach and whose value still works says so in lists of any width",
        arguments: [Size(rows: 24, columns: 60), Size(rows: 24, columns: 80), Size(rows: 60, columns: 200)])
    func valueLive(size: Size) throws {
        var maker = FactMaker()
        maker.declare("runner", .runner, "pool", compromised: Northwind.window)
        maker.declare("job", .job, "deploy")
        maker.declare("slot", .secret, "DEPLOY_KEY")
        maker.declare("token", .token, "deploy key")
        maker.relate(.serves, "runner", "job")
        maker.relate(.reads, "job", "slot")
        maker.relate(.holds, "slot", "token")
        var session = Session(maker.builder.build().inventory, size: size)
        session.press("b/kind:secret<Enter>")
        let slot = try #require(session.state.selectedEntity)
        let held = try #require(session.state.answer?.radius[slot.index])
        #expect(held.hasEnded && held.contentsText != nil)
        let row = try #require(session.screen().cursor?.row)
        #expect(session.screen().line(row).contains("value live"), "\(session.text)")
    }

    @Test("A list shows, counts and finds the same rows under its name and under the word", arguments: moments)
    func agreement(moment: String) throws {
        let sections = BlastView().sections(blast(at: moment).state)
        var sum = 0
        for section in [HeldSection.live, .ended, .notYet] {
            let listed = ids(blast(section.rawValue, at: moment))
            #expect(listed == ids(blast(query: "held:\(section.rawValue)", at: moment)), "\(section)")
            let shown = sections.first { $0.name == section.rawValue }
            #expect(shown?.count ?? 0 == listed.count, "\(section)")
            #expect((shown == nil) == (section == .notYet && listed.isEmpty))
            sum += listed.count
        }
        let everything = try #require(sections.first { $0.name == HeldSection.everything.rawValue })
        #expect(everything.count == sum)
        let ended = Set(ids(blast("ended", at: moment)))
        for word in ["expired", "revoked"] {
            #expect(ended.isSuperset(of: ids(blast(query: "held:\(word)", at: moment))), "\(word)")
        }
    }

    @Test("Before the incident nothing has ended, and what is to come is a list of its own")
    func before() {
        let session = blast(at: Self.moments[0])
        #expect(session.text.contains("not yet ") && session.text.contains("ended 0"))
        #expect(blast("not_yet", at: Self.moments[0]).text.contains("Blast not yet"))
        #expect(!blast(at: Self.moments[4]).text.contains("not yet"))
        #expect(ids(blast("ended", at: Self.moments[3])).count > 5)
    }
}
