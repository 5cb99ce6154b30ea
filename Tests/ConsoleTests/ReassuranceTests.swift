import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("What would reassure wrongly is said on the screen")
struct ReassuranceTests {
    @Test(
        "What is open only if a guard fails stays among the figures at every size, whatever is marked",
        arguments: [Size(rows: 24, columns: 80), Size(rows: 16, columns: 60), Size(rows: 12, columns: 40)])
    func conditional(size: Size) throws {
        for script in ["b", "b*", "b*p"] {
            let session = Session.after(script, size: size)
            let count = try #require(session.state.answer?.counts.conditional)
            #expect(count > 0)
            let line = session.state.counts(Look(), columns: size.columns).text
            #expect(line.contains("\(count) cond"), "\(script): \(line)")
            #expect(line.contains(" live"), "\(script): \(line)")
        }
    }

    @Test("What marking changes among the conditional is said, where what is live stays the same")
    func whatIf() throws {
        var session = Session.after("b/conditional<Enter>", size: Size(rows: 30, columns: 120))
        var said = 0
        for _ in 0..<max(1, session.state.rows.count) {
            if session.state.whatIfWords?.contains("conditional") == true { said += 1 }
            session.press("j")
        }
        #expect(said > 0)
    }

    @Test("A grouped list keeps the counts of its filter, and says how many rows that hides")
    func grouped() throws {
        var session = Session.after("2/kind:token<Enter>", size: Size(rows: 30, columns: 120))
        let view = session.state.place.view.screenView
        let (plain, hidden) = (view.sections(session.state), try #require(session.state.hiddenRows))
        session.state.place.group = GroupColumn.owner.rawValue
        session.apply(.resize(session.state.size))
        guard case .groups = session.state.rows else {
            Issue.record("nothing is grouped")
            return
        }
        #expect(view.sections(session.state) == plain)
        #expect(session.state.hiddenRows == hidden)
        #expect(session.state.report(limit: 10).notes.contains(hidden))
    }

    @Test("A filter by age says how many have none recorded, on the screen and in its text twin")
    func gaps() throws {
        let session = Session.after("2/kind:token used>1s<Enter>", size: Size(rows: 30, columns: 120))
        let silent = try Query(parsing: "kind:token used:none")
            .bound(to: session.state.inventory, context: QueryContext(now: session.state.at)).matchingIndices().count
        #expect(silent > 0)
        let words = "\(silent) more \(silent == 1 ? "has" : "have") no recorded use"
        #expect(session.text.contains(words), "\(session.text)")
        #expect(session.state.report(limit: 1).notes.first?.hasPrefix(words) == true)
    }

    @Test("An empty list says which kinds the sources do not name")
    func absent() {
        let session = Session.after("2/kind:runner_group<Enter>", size: Size(rows: 30, columns: 120))
        #expect(session.state.rows.count == 0)
        #expect(session.text.contains("the sources name no runner groups"), "\(session.text)")
        #expect(session.state.report(limit: 1).emptiness.contains("the sources name no runner groups"))
    }

    @Test("A slot that ended names what it held, on its row's line, on its path and in speech")
    func ended() throws {
        var session = Session.after("b/kind:secret<Enter>", size: Size(rows: 30, columns: 140))
        var found = 0
        for row in 0..<session.state.rows.count {
            session.state.select(row)
            guard let entity = session.state.selectedEntity,
                let held = session.state.answer?.radius[entity.index], !held.liveContents.isEmpty
            else { continue }
            found += 1
            let contents = HeldWords(held: held, state: session.state, look: Look()).contents ?? ""
            #expect(contents.hasPrefix("what it held: "))
            #expect(
                HeldWords(held: held, state: session.state, look: Look()).spoken.contains {
                    $0.words.contains(contents)
                })
            session.press("w")
            #expect(session.text.contains("what it held: "), "\(session.text)")
            #expect(session.text.contains("ended with "), "\(session.text)")
            break
        }
        #expect(found > 0)
    }
}
