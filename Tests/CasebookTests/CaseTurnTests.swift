import Inventory
import Testing

@testable import Casebook

@Suite("Undo and redo that are told by where they lead")
struct CaseTurnTests {
    /// What is left to say until a case says of marks, tags, verdicts and one note what another does.
    private static func remaining(_ wanted: CaseState) -> (CaseState) -> [CaseAction] {
        { state in
            let gone = state.marks.keys.filter { wanted.marks[$0] == nil }
            let new = wanted.marks.keys.filter { state.marks[$0] == nil }
            let tags = Set(state.tags.keys).union(wanted.tags.keys).flatMap { subject -> [CaseAction] in
                let (here, there) = (state.tags[subject] ?? [], wanted.tags[subject] ?? [])
                let (added, taken) = (there.subtracting(here), here.subtracting(there))
                return (added.isEmpty ? [] : [.tag(subject: subject, tags: added.sorted())])
                    + (taken.isEmpty ? [] : [.untag(subject: subject, tags: taken.sorted())])
            }
            let note = wanted.noted.last
            let isSameNote = state.noted.last?.text == note?.text
            let notes: [CaseAction] =
                isSameNote
                ? []
                : note.map { [.note(subject: $0.subject, text: $0.text)] } ?? state.noted.last.map {
                    [.strike(note: $0.stamp.entry)]
                } ?? []
            return (gone.isEmpty ? [] : [.unmark(items: gone)])
                + (new.isEmpty ? [] : [.mark(items: new, at: nil)]) + tags + notes
        }
    }

    private static func actions(_ receipt: CaseTurnReceipt) -> [CaseAction] {
        receipt.receipt.written.map(\.content.action)
    }

    @Test("Undo names the entries that it takes back, redo those that it does again, also after reopening")
    func entries() throws {
        let folder = try CaseFolder()
        var file = try folder.make()
        let empty = file.state
        _ = try file.append([.mark("a"), .tag(subject: .entity("a"), tags: ["x"])], by: .ana)
        let tagged = file.state
        _ = try file.append([.unmark("a")], by: .ana)
        var turned = try file.turn(.back, by: .ana, seen: 4, remaining: Self.remaining(tagged))
        #expect(Self.actions(turned) == [.undo(entry: 4)] && !turned.isSaidAnew)
        #expect(file.state == tagged)
        file = try CaseFile(opening: folder.file())
        turned = try file.turn(.back, by: .ana, seen: 5, remaining: Self.remaining(empty))
        #expect(Set(Self.actions(turned)) == [.undo(entry: 2), .undo(entry: 3)])
        #expect(file.state == empty)
        turned = try file.turn(.again, by: .ana, seen: 7, remaining: Self.remaining(tagged))
        #expect(Set(Self.actions(turned)) == [.redo(entry: 2), .redo(entry: 3)])
        #expect(file.state == tagged)
        // There already: nothing is written.
        #expect(try Self.actions(file.turn(.again, by: .ana, seen: 9, remaining: Self.remaining(tagged))).isEmpty)
    }

    @Test("Of the same thing said several times only the last is taken back, and nothing of other things")
    func last() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        let subject = CaseSubject.entity("a")
        _ = try file.append([.note(subject: subject, text: "one")], by: .ana)
        let first = file.state
        _ = try file.append([.rewrite(note: 2, text: "two")], by: .ana)
        // The same analyst elsewhere.
        _ = try file.append([.mark("b")], by: .ana)
        var turned = try file.turn(.back, by: .ana, seen: 4) { state in
            state.noted.last?.text == first.noted.last?.text ? [] : [.rewrite(note: 2, text: "one")]
        }
        #expect(Self.actions(turned) == [.undo(entry: 3)])
        #expect(file.state.notes == first.notes && file.state.mark("b") != nil)
        _ = try file.append([.strike(note: 2)], by: .ana)
        turned = try file.turn(.back, by: .ana, seen: 6) { state in
            state.noted.isEmpty ? [.note(subject: subject, text: "one")] : []
        }
        #expect(Self.actions(turned) == [.undo(entry: 6)])
        #expect(file.state.notes == first.notes)
    }

    @Test("Where another built on it, it is said anew, and who did is told; that is taken back by an entry again")
    func hindered() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        let empty = file.state
        _ = try file.append([.mark("a")], by: .ana)
        _ = try file.append([.advance("a", .approved)], by: .bo)
        let approved = file.state
        let turned = try file.turn(.back, by: .ana, seen: 3, remaining: Self.remaining(empty))
        #expect(turned.isSaidAnew && turned.hindrances.map(\.stamp.entry) == [3])
        #expect(Self.actions(turned) == [.unmark("a")])
        let again = try file.turn(.again, by: .ana, seen: 4, remaining: Self.remaining(approved))
        #expect(Self.actions(again) == [.undo(entry: 4)] && !again.isSaidAnew)
        #expect(file.state == approved)
        // What nobody here has seen yet is a conflict, and nothing is written.
        let head = file.head
        let error = #expect(throws: CaseError.self) {
            try file.turn(.back, by: .ana, seen: 2, remaining: Self.remaining(empty))
        }
        guard case .conflict(let clashes)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(clashes.first?.stamp.who == "bo")
        #expect(file.head == head)
    }

    @Test(
        "Any changes of two analysts, each undone and redone by turns, come back exactly, by entries alone",
        arguments: 0..<20)
    func sequences(seed: Int) throws {
        var random = SeededRandom(UInt64(seed))
        let folder = try CaseFolder()
        var file = try folder.make()
        let authors = [("ana", CaseAuthor.ana, ["a", "b", "c"]), ("bo", .bo, ["d", "e", "f"])]
        // What each saw before each of their changes, and what they took back: of their own things.
        var past: [String: [CaseState]] = [:]
        var future: [String: [CaseState]] = [:]
        var turns = 0
        func own(_ state: CaseState, _ ids: [String]) -> [String: String] {
            state.facts.filter { fact in ids.contains { fact.key.hasSuffix($0) || fact.key.contains("\"\($0)\"") } }
        }
        for _ in 0..<40 {
            let (who, author, ids) = random.pick(authors)
            let now = file.state
            func mine(_ wanted: CaseState) -> (CaseState) -> [CaseAction] {
                { state in
                    Self.remaining(wanted)(state).filter { action in
                        action.keys(entry: 0).contains { key in
                            switch key {
                            case .mark(let item): ids.contains(item.words)
                            case .tag(let subject, _): ids.contains(subject.ids.first ?? "")
                            default: false
                            }
                        }
                    }
                }
            }
            switch Int.random(in: 0..<10, using: &random) {
            case 0...3:
                guard let wanted = past[who]?.popLast() else { continue }
                let turned = try file.turn(.back, by: author, seen: file.sequence, remaining: mine(wanted))
                #expect(!turned.isSaidAnew && !Self.actions(turned).isEmpty)
                #expect(own(file.state, ids) == own(wanted, ids))
                future[who, default: []].append(now)
                turns += 1
            case 4, 5:
                guard let wanted = future[who]?.popLast() else { continue }
                let turned = try file.turn(.again, by: author, seen: file.sequence, remaining: mine(wanted))
                #expect(!turned.isSaidAnew && !Self.actions(turned).isEmpty)
                #expect(own(file.state, ids) == own(wanted, ids))
                past[who, default: []].append(now)
                turns += 1
            case 6: file = try CaseFile(opening: folder.file())
            default:
                let id = random.pick(ids)
                let isMarked = now.mark(id) != nil
                let change: CaseAction =
                    random.pick([true, false])
                    ? isMarked ? .unmark(id) : .mark(id)
                    : now.tags[.entity(id)] == nil
                        ? .tag(subject: .entity(id), tags: ["x", "y"]) : .untag(subject: .entity(id), tags: ["x", "y"])
                _ = try file.append([change], by: author)
                past[who, default: []].append(now)
                future[who] = []
            }
        }
        #expect(turns > 5)
        #expect(try CaseFile(opening: folder.file()).state == file.state)
        #expect(file.state.facts == ReferenceCase.facts(try file.entries()))
    }
}
