import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Commands")
struct CommandTests {
    @Test("Every command has one row, and every key one command")
    func unique() {
        #expect(Command.table.map(\.id.rawValue).sorted() == Command.ID.allCases.map(\.rawValue).sorted())
        for command in Command.table { #expect(Keymap.standard.keys(of: command.id) == command.keys, "\(command.id)") }
        for command in Command.table { #expect(!command.keys.isEmpty, "\(command.id) has no key") }
    }

    @Test("All but clearing works without esc, chords and function keys")
    func plainKeys() {
        let chords: Set<Command.ID> = [.clear]
        for command in Command.table where !chords.contains(command.id) {
            let isPlain = command.keys.contains { sequence in
                sequence.keys.allSatisfy { key in
                    switch key {
                    case .control, .alt, .function, .escape, .altLeft, .altRight: false
                    default: true
                    }
                }
            }
            #expect(isPlain, "\(command.id) needs a chord")
        }
    }

    @Test("A key without a meaning says so, and one that cannot run says why")
    func reasons() {
        #expect(Session.after("&").text.contains("& does nothing here"))
        #expect(Session.after("L").text.contains("nothing lies ahead"))
        #expect(Session.after("q").text.contains("this is where you began"))
        #expect(Session.after("b<Enter>,").text.contains("a path is shown whole"))
    }

    @Test("What is typed behind the key for filters searches where nothing can be filtered, and runs no commands")
    func searchInstead() {
        for view in ["b<Enter>", "bm"] {
            var session = Session.after(view)
            let seeds = session.state.work.present.seeds
            session.press("/x prod")
            #expect(session.text.contains("search: x prod"))
            #expect(session.state.work.present.seeds == seeds && session.state.work.present.marks.isEmpty)
        }
    }

    @Test("Help can be narrowed by typing, and closes one thing at a time")
    func help() {
        var session = Session.after("?/undo<Enter>")
        #expect(session.text.contains("Undo the last mark"))
        #expect(!session.text.contains("Select the next row"))
        session.press("<Esc>")
        #expect(session.text.contains("Select the next row"))
        session.press("<Esc>")
        #expect(session.state.overlay == nil)
        #expect(session.state.place.view == .start)
    }

    @Test("Short names of kinds are words of at most eight letters, no two the same")
    func shortKinds() {
        let names = EntityKind.table.map(\.short)
        #expect(names.allSatisfy { $0.count <= 8 && !$0.isEmpty })
        #expect(Set(names).count == names.count)
    }
}
