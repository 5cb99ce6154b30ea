import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("What is said while a line is typed")
struct SpokenTypingTests {
    /// What is said after each key of a script, from a state on.
    private func lines(_ script: String, after before: String = "") throws -> [[String]] {
        var session = Session.after(before)
        return try KeyScript.keys(script).map { key in
            let old = session.state
            session.apply(.key(key))
            return SpokenChange(old: old, new: session.state, key: key).lines(isReply: true)
        }
    }

    private func words(_ lines: [String]) -> Int { lines.reduce(0) { $0 + $1.split(separator: " ").count } }

    @Test("A letter of a filter says how many rows it leaves, and nothing where that is as before")
    func letters() throws {
        let said = try lines("/kind:token", after: "2")
        #expect(said[0] == ["filter: 22 rows, tab says more"])
        for lines in said.dropFirst() { #expect(lines.isEmpty || lines == ["no rows"] || words(lines) == 2) }
        #expect(said.dropFirst().contains { $0.isEmpty })
        #expect(said.last == ["5 rows"])
        #expect(try lines("/kind:token", after: "2").dropFirst().map(words).reduce(0, +) <= 12)
    }

    @Test("Tab says what it took, what else it could have taken, and what may follow")
    func tab() throws {
        let said = try lines("/ki<Tab>", after: "2")[3]
        #expect(said.first == "filter: kind:")
        #expect(said.contains { $0.hasPrefix("tab: ") && $0.contains("job") })
        #expect(!said.contains { $0.hasPrefix("problem: ") })
        let several = try lines("/o<Tab>", after: "2")[2]
        #expect(several.first?.hasPrefix("filter: o") == true)
        #expect(several.contains { $0.hasPrefix("also: ") })
        let none = try lines("/kind:zzz<Tab>", after: "2").last ?? []
        #expect(none.contains { $0 == "problem: no kind is called zzz" })
    }

    @Test("A refused Enter says what is wrong; one that keeps the filter says it, its rows and the selected one")
    func enter() throws {
        let refused = try lines("/kind:toke<Enter>", after: "2").last ?? []
        #expect(refused.first == "filter: kind:toke")
        #expect(refused.contains { $0.hasPrefix("problem: no kind is called toke") })
        let kept = try lines("/kind:token<Enter>", after: "2").last ?? []
        #expect(kept.prefix(2) == ["filter: kind:token", "5 rows"])
        #expect(kept.count == 3 && kept[2].hasPrefix("1 of 5: "))
    }

    @Test("The space behind a term says what is wrong with it, else how many rows there are")
    func space() throws {
        let wrong = try lines("/kind:toke ", after: "2").last ?? []
        #expect(wrong.first?.hasPrefix("problem: no kind is called toke") == true)
        #expect(try lines("/kind:token ", after: "2").last == ["5 rows"])
    }

    @Test("What is deleted is said, and where the cursor goes")
    func editing() throws {
        let said = try lines("/deploy<BS><Left><Home><End><C-u>", after: "2")
        #expect(said[7].first == "deleted y")
        #expect(said[8] == ["at o"])
        #expect(said[9] == ["at d"])
        #expect(said[10] == ["at the end"])
        #expect(said[11].first == "deleted deplo")
        #expect(said[11].last == "22 rows")
    }

    @Test("Arrows say the row they go to, and leave the line alone")
    func arrows() throws {
        let said = try lines("/kind:token<Down>", after: "2").last ?? []
        #expect(said.count == 1 && said[0].hasPrefix("2 of 5: "))
    }

    @Test("A search says how many hits there are; an arrow and Enter say which one, and the row")
    func search() throws {
        let said = try lines("\\deploy<Down><Enter>", after: "b")
        for lines in said[1...6] { #expect(lines.isEmpty || words(lines) == 2, "\(lines)") }
        #expect(said[1...6].contains { $0.count == 1 && $0[0].hasSuffix("hits") })
        #expect(said[7].count == 2 && said[7][0].hasPrefix("2 of ") && said[7][1].contains(" of 21: "))
        #expect(said[8].count == 2 && said[8][0].hasPrefix("2 of "))
    }

    @Test("The palette says how many choices there are and what Enter runs; arrows say the whole choice")
    func palette() throws {
        let said = try lines(":plan<Down><Tab>", after: "b")
        for lines in said[1...4] { #expect(lines.isEmpty || lines.count == 1 && words(lines) <= 6, "\(lines)") }
        #expect(said[1...4].joined().contains { $0.hasSuffix("enter: plan") })
        #expect(said[5].count == 1 && said[5][0].hasPrefix("selected: "))
        #expect(said[6].first?.hasPrefix(":") == true)
        let query = try lines(":/kind:tok<Tab>", after: "b")
        #expect(query[2...9].allSatisfy { $0.isEmpty })
        #expect(query[10].contains(":/kind:token"))
    }

    @Test("Words that narrow help say how many lines they leave, and Enter says these lines")
    func help() throws {
        let said = try lines("?/verdict<Enter>", after: "b")
        for lines in said[2...8] { #expect(lines.isEmpty || words(lines) <= 2, "\(lines)") }
        let kept = said[9]
        #expect(kept.contains { $0.contains("suspicious, cleared or contained") })
        #expect(kept.count < 12)
    }

    @Test("A pasted text is said with what it leaves")
    func paste() {
        var session = Session.after("2/")
        let old = session.state
        session.apply(.paste("kind:token"))
        let said = SpokenChange(old: old, new: session.state).lines(isReply: true)
        #expect(said.first == "filter: kind:token, 5 rows")
    }

    @Test("A count that comes later is said once")
    func later() throws {
        var session = Session.after("2/")
        session.answers = false
        var old = session.state
        let key = try #require(try KeyScript.keys("d").first)
        session.apply(.key(key))
        let now = SpokenChange(old: old, new: session.state, key: key).lines(isReply: true)
        old = session.state
        session.answers = true
        session.answerAll()
        let later = SpokenChange(old: old, new: session.state).lines(isReply: false)
        #expect((now + later).filter { $0.hasSuffix("rows") }.count <= 1)
        #expect(SpokenChange(old: session.state, new: session.state).lines(isReply: false).isEmpty)
    }
}
