import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("While a query is typed")
struct QueryPromptTests {
    @Test("What cannot be read yet leaves what is shown, and no number of rows is claimed")
    func problems() {
        let all = Session.after("2").state.rows.count
        for text in ["is:leakd", "kind:nope", "name~/a[/", "%nosuch", "expires<lt>30x"] {
            let session = Session.after("2/" + text)
            #expect(session.state.rows.count == all, "\(text)")
            #expect(!session.text.contains("0 rows"), "\(text)")
        }
        let partly = Session.after("2/kind:token is:leakd")
        #expect(partly.state.place.query == "kind:token")
        var kept = Session.after("2/npm<Enter>/<C-u>is:leakd")
        #expect(kept.state.place.query == "npm")
        kept.press("<Esc>")
        #expect(kept.state.place.query == "npm")
    }

    @Test("On a small screen what may have been meant stands before what is wrong")
    func suggestion() {
        let small = Session.after("2/kind:tokn", size: Size(rows: 12, columns: 40)).text
        #expect(small.contains("did you mean token?"), "\(small)")
        #expect(Session.after("2/kind:tokn").text.contains("no kind is called tokn; did you mean token?"))
    }

    @Test("A name that no filter could ask by, or that another query has, is refused under the caret")
    func names() {
        let refused = [
            "never used": "%never-used is a ready query", "Never-Used": "%never-used is a ready query",
            "-": "a name needs a letter or a digit", "\u{1F525}": "a name needs a letter or a digit",
            "a-b": "%a-b is the saved query a b", String(repeating: "x", count: 300): "at most 40 characters",
        ]
        for (name, words) in refused {
            var session = Session.after("2/kind:token<C-s>a b<Enter>/<C-u>kind:job<C-s>")
            session.press(name + "<Enter>")
            #expect(session.text.contains(words), "\(session.text)")
            #expect(session.state.habits.queries == [SavedQuery(name: "a b", text: "kind:token")])
        }
        var again = Session.after("2/kind:token<C-s>a b<Enter>/<C-u>kind:job<C-s>a b")
        #expect(again.text.contains("enter replaces the saved one"))
        again.press("<Enter>")
        #expect(again.state.habits.queries == [SavedQuery(name: "a b", text: "kind:job")])
    }

    @Test("A query about the selected entity leads to others by what it says, and says what no source says")
    func aboutOne() throws {
        var session = Session.after("2/name:prod-linux-07<Enter>")
        let owner = try #require(session.state.selectedEntity?.owner)
        session.state.habits.queries.save(SavedQuery(name: "mine", text: "kind:token owner:{owner}"))
        session.state.habits.queries.save(SavedQuery(name: "its seal", text: "name:{seal}"))
        let index = try #require(session.state.readyQueries.firstIndex { $0.name == "mine" })
        session.state.askReady(index)
        #expect(session.state.place.query == "kind:token owner:\"\(owner)\"")
        #expect(session.state.rows.count > 0)
        session.press("q!/seal")
        #expect(session.text.contains("no source says the seal of runner prod-linux-07"))
        session.press("<Enter><Enter>")
        #expect(session.state.place.query == "name:prod-linux-07")
        session.press("<Esc>/<C-u>%mine")
        #expect(session.text.contains("no query is called mine"))
    }

    @Test("The name of an older file, however long, leaves room for what queries find")
    func longName() {
        var session = Session(size: Size(rows: 40, columns: 120))
        session.state.saveQuery("kind:token", as: String(repeating: "x", count: 300))
        session.press("2!")
        #expect(session.text.contains("the owner is disabled"))
    }

    @Test("The caret stays under the problem, however long the words about it are")
    func caret() throws {
        let texts = ["kind:token name~deploy expires<30x", String(repeating: "a ", count: 22) + "expires<30x"]
        for text in texts {
            for columns in [40, 80, 200] {
                let size = Size(rows: 24, columns: columns)
                let picture = Session.after("2/" + text.replacing("<", with: "<lt>"), size: size).text
                let lines = picture.split(separator: "\n", omittingEmptySubsequences: false)
                let typed = try #require(lines.lastIndex { $0.contains("filter:") })
                let caret = try #require(column(of: Look()[.caret], in: lines[typed + 1]), "\(picture)")
                let wrong = try #require(column(of: "30x", in: lines[typed]), "\(picture)")
                #expect(caret == wrong, "\(columns): \(text)")
            }
        }
        #expect(Session.after("2/kind:token name~deploy expires<lt>30x").text.contains("30x is not a date"))
    }

    /// The column in which a text begins.
    private func column(of text: String, in line: Substring) -> Int? {
        line.ranges(of: text).first.map { line[..<$0.lowerBound].count }
    }

    @Test("Help about the language opens from an empty line, or by ctrl-G, and gives back what was typed")
    func help() {
        var session = Session.after("2/?", size: Size(rows: 60, columns: 120))
        #expect(session.text.contains("runner ->> token") && session.text.contains("Fields"))
        session.press("<Esc>kind:token<C-g>")
        #expect(session.text.contains("Works here"))
        session.press("<Esc>")
        #expect(session.text.contains("filter: kind:token"))
        session.press("<Esc>")
        #expect(session.state.place.query.isEmpty)
        #expect(Session.after("2:/?").text.contains("queries"))
        let examples = QueryHelp(vocabulary: session.state.vocabulary).sections.first { $0.title == "Works here" }
        for entry in examples?.entries ?? [] {
            #expect(throws: Never.self) { try session.state.query(entry.name) }
        }
        #expect((examples?.entries.count ?? 0) > 2)
    }

    @Test("A popup tells its keys, and comes back after them")
    func popups() {
        for keys in ["2!", "2s", "2|", "2a", "bK", "2J", "2y", "2/npm<Enter>,"] {
            var session = Session.after(keys)
            let before = session.state.overlay
            session.press("?")
            #expect(session.text.contains("keys of this popup"), "\(keys)")
            session.press("<Esc>")
            #expect(session.state.overlay == before, "\(keys)")
        }
    }

    @Test("Words narrow a menu, and Enter takes what is chosen among the rest")
    func narrowing() {
        var session = Session.after("2!/left")
        #expect(session.text.contains("owner left") && !session.text.contains("no use recorded"))
        session.press("<Enter><Enter>")
        #expect(session.state.place.query == "nhi owner_left")
        session.press("!/nothing of the kind<Enter><Enter>")
        #expect(session.text.contains("nothing here says that"))
        session.press("<Esc>")
        #expect(session.text.contains("no use recorded"))
    }

    @Test("Esc ends the search, then clears the filter, then goes back")
    func escape() {
        var session = Session.after("b2/kind:token<Enter>\\npm<Enter>")
        session.press("<Esc>")
        #expect(session.state.place.search.isEmpty && session.state.place.query == "kind:token")
        session.press("<Esc>")
        #expect(session.state.place.query.isEmpty && session.state.place.view == .inventory)
        session.press("<Esc>")
        #expect(session.state.place.view == .blast)
    }

    @Test("On a page words find its lines by what they say")
    func page() {
        let session = Session.after("/prod-linux<Enter>e/declared<Enter>")
        #expect(session.state.place.view == .entity)
        #expect(session.state.rows.count > 0)
        #expect(session.text.contains("declared  "))
        #expect(Session.after("/prod-linux<Enter>e/zzzz<Enter>").state.rows.count == 0)
    }

    @Test("What one knows to be bad opens a list in which keys work at once")
    func start() throws {
        var session = Session.after("")
        guard case .start(let lines) = session.state.rows,
            let row = lines.firstIndex(where: { if case .entry(.token, _) = $0 { true } else { false } })
        else {
            Issue.record("the start asks nothing")
            return
        }
        session.state.select(row)
        session.press("<Enter>")
        #expect(session.state.overlay == nil && session.state.place.query == StartEntry.token.text)
        #expect(session.text.contains(": c declares the selected one"))
        session.press("/")
        #expect(session.text.contains("enter keeps the list, then c declares"))
    }

    @Test("Help explains the words of the screens, and finds them")
    func glossary() {
        for word in Glossary.table.map(\.word) {
            let text = Session.after("?/\(word)<Enter>", size: Size(rows: 60, columns: 120)).text
            #expect(text.contains("Words on the screens"), "\(word)")
        }
    }
}
