import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("Blast radius as a tree")
struct TreeTests {
    private static func tree(_ session: Session) throws -> TreeRows {
        guard case .tree(let tree) = session.state.rows else {
            Issue.record("no tree: \(session.text)")
            throw Missing()
        }
        return tree
    }

    private struct Missing: Error {}

    @Test("Every held entity is in the tree once, under what first gave it")
    func parents() throws {
        let session = Session.after("bO")
        let tree = try Self.tree(session)
        let radius = try #require(session.state.answer?.radius)
        #expect(tree.count == radius.entities.count)
        var seen: Set<Int> = []
        for row in 0..<tree.count {
            let held = tree.held(at: row)
            #expect(seen.insert(held.entity.index).inserted)
            let parent = tree.parent(of: row).map { tree.held(at: $0).entity }
            #expect(parent == held.via?.from)
            #expect(held.isSeed == (tree.depth(of: row) == 0))
        }
        #expect(tree.below(0) == tree.count - 1)
    }

    @Test("O goes from table to tree and back with the same entity selected")
    func toggle() {
        var session = Session.after("b/aws<Enter>jO")
        let name = session.selectedName
        #expect(session.text.contains("a tree: each under what first gave it"))
        session.press("O")
        #expect(session.selectedName == name)
        guard case .held = session.state.rows else {
            Issue.record("no table")
            return
        }
    }

    @Test("With a filter each lies under the nearest listed one")
    func filtered() throws {
        let session = Session.after("bO/kind:token or kind:runner<Enter>")
        let tree = try Self.tree(session)
        #expect(tree.count > 3)
        for row in 1..<tree.count where tree.held(at: row).entity.kind == .token {
            #expect(tree.parent(of: row) != nil)
        }
        #expect(tree.below(0) == tree.count - 1)
    }

    @Test("Under one that did not give it no relation is told, but how many entities are hidden between")
    func hiddenBetween() throws {
        let session = Session.after("bO/kind:token<Enter>")
        let tree = try Self.tree(session)
        #expect(tree.count > 2)
        for row in 0..<tree.count {
            let held = tree.held(at: row)
            let via = try #require(held.via)
            let parent = tree.parent(of: row).map(tree.held(at:))
            var between = 0
            var above = via.from
            while above.index != parent?.entity.index, let next = session.state.answer?.radius[above.index] {
                between += 1
                guard let via = next.via else { break }
                above = via.from
            }
            let spoken = try #require(BlastView().spoken(row: row, in: session.state))
            let words = "\(between) hidden \(parent == nil ? "above" : "between")"
            #expect(spoken.contains(words) == (between > 0), "\(spoken)")
            #expect(session.text.contains(words) == (between > 0))
        }
        #expect(!Session.after("bO").text.contains("hidden"))
    }

    @Test("A filtered tree says how many rows are hidden, and its lists count as those of the table do")
    func filteredCounts() throws {
        let tree = Session.after("bO/kind:token<Enter>", size: Size(rows: 24, columns: 120))
        let flat = Session.after("b/kind:token<Enter>", size: Size(rows: 24, columns: 120))
        let hidden = try #require(flat.state.hiddenRows)
        #expect(hidden.contains("hidden by the filter"))
        #expect(tree.state.hiddenRows == hidden)
        #expect(BlastView().sections(tree.state) == BlastView().sections(flat.state))
        #expect(BlastView().sections(tree.state) != BlastView().sections(Session.after("bO").state))
    }

    @Test("Siblings stand in the order of the table")
    func order() throws {
        var session = Session.after("bO")
        session.state.place.sort = Place.Sort(column: "name", ascending: true)
        session.apply(.resize(session.state.size))
        let tree = try Self.tree(session)
        var last: [Int: String] = [:]
        for row in 0..<tree.count {
            let name = tree.held(at: row).entity.name
            let held = tree.held(at: row)
            guard !held.isConditional else { continue }
            let parent = tree.parent(of: row) ?? -1
            if let before = last[parent] { #expect(!name.utf8.lexicographicallyPrecedes(before.utf8)) }
            last[parent] = name
        }
        #expect(last.count > 3)
    }

    @Test("Enter folds and opens, and what is folded stays so on coming back")
    func folding() throws {
        var session = Session.after("bOj")
        let all = try Self.tree(session).count
        let below = try Self.tree(session).below(1)
        #expect(below > 0)
        session.press("<Enter>")
        #expect(try Self.tree(session).count == all - below)
        #expect(try Self.tree(session).isFolded(1))
        session.press("eq")
        #expect(try Self.tree(session).count == all - below)
        #expect(session.state.selected == 1)
        session.press("<Enter>")
        #expect(try Self.tree(session).count == all)
    }

    @Test("Left folds, then goes up; right opens, then goes down; enter on a leaf shows why")
    func sideways() throws {
        var session = Session.after("bO")
        session.press("l")
        #expect(session.state.selected == 1)
        session.press("h")
        #expect(try Self.tree(session).isFolded(1))
        session.press("h")
        #expect(session.state.selected == 0)
        session.press("jl")
        #expect(try !Self.tree(session).isFolded(1))
        let tree = try Self.tree(session)
        let leaf = try #require((0..<tree.count).first { tree.below($0) == 0 })
        session.press("g" + String(repeating: "j", count: leaf) + "<Enter>")
        #expect(session.state.place.view == .path)
    }

    @Test("Rows and positions agree whatever is folded", arguments: 0..<60)
    func arithmetic(seed: Int) throws {
        var keys = RandomKeys(seed: UInt64(seed))
        var maker = FactMaker()
        maker.declare("e0", .runner, "e0", compromised: .always)
        let count = 2 + keys.number(below: 60)
        for number in 1..<count {
            maker.declare("e\(number)", .token, "e\(number)")
            maker.relate(.retains, "e\(keys.number(below: number))", "e\(number)")
        }
        var session = Session(maker.builder.build().inventory)
        session.press("bO")
        let forest = try Self.tree(session).forest
        #expect(forest.count == count)
        let answer = try #require(session.state.answer)
        let folded = (0..<5).map { _ in "e\(keys.number(below: count))" }
        let rows = TreeRows(forest, of: answer, folded: folded, in: session.state.inventory)
        // What is seen, worked out one by one.
        let shut = Set(folded.compactMap { session.state.inventory.entity(id: $0)?.index })
        let seen = (0..<count).filter { position in
            !forest.line(to: position).dropLast().contains {
                shut.contains(answer.radius.entities[Int(forest.places[$0])].entity.index)
            }
        }
        #expect(rows.count == seen.count)
        for (row, position) in seen.enumerated() {
            #expect(rows.position(of: row) == position)
            #expect(rows.row(at: position) == row)
        }
        for position in 0..<count where !seen.contains(position) {
            #expect(forest.line(to: position).contains(rows.position(of: rows.row(at: position))))
        }
        for position in 0..<count {
            let entity = answer.radius.entities[Int(forest.places[position])].entity.index
            #expect(forest.position(of: entity, in: answer.radius) == position)
        }
    }

    @Test("A row is told in words")
    func spoken() throws {
        let session = Session.after("bOj<Enter>")
        let words = try #require(BlastView().spoken(row: 1, in: session.state))
        #expect(words.contains("level 1"))
        #expect(words.contains("held since 2026-03-14 02:14Z"))
        #expect(words.hasSuffix("below, folded"))
        #expect(BlastView().spoken(row: 0, in: Session.after("b").state) == nil)
    }

    @Test("A tree of a large answer is made off the thread that draws, and a chain of it does not overflow")
    func large() throws {
        var maker = FactMaker()
        maker.declare("e0", .runner, "e0", compromised: .always)
        let count = State.promptEntities + 10
        for number in 1..<count {
            maker.declare("e\(number)", .token, "e\(number)")
            maker.relate(.retains, "e\(number - 1)", "e\(number)")
        }
        var session = Session(maker.builder.build().inventory, answers: false)
        session.press("bO")
        #expect(session.state.rows.isPending)
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.rows.count == count)
        session.press("G")
        #expect(session.text.contains("\(count - 1)"))
        session.press("gj<Enter>")
        while !session.waiting.isEmpty { session.answerAll() }
        #expect(session.state.rows.count == 2)
    }
}

@Suite("An entity in the middle of its neighbours")
struct EgoTests {
    @Test("The first few of each relation are drawn, and how many more")
    func more() throws {
        let session = Session(
            MapTests.wide(14), size: Size(rows: 60, columns: 120), place: Place(.entity, subject: "slot"))
        let text = session.text
        #expect(text.contains("[job build 0] reads · identity"))
        #expect(text.contains("[11 more]"))
        #expect(text.contains("holds · ident"))
        #expect(text.contains("[token deploy key]"))
    }

    @Test("A line in which both planes come together has a sign of its own, and words", arguments: [120, 60])
    func planes(columns: Int) throws {
        var maker = FactMaker()
        maker.declare("job", .job, "build", compromised: .always)
        maker.declare("org", .organization, "acme")
        maker.declare("slot", .secret, "DEPLOY_KEY")
        maker.declare("token", .token, "deploy key")
        maker.relate(.reads, "job", "slot")
        maker.relate(.owns, "org", "slot")
        maker.relate(.holds, "slot", "token")
        let session = Session(
            maker.builder.build().inventory, size: Size(rows: 60, columns: columns),
            place: Place(.entity, subject: "slot"))
        let text = session.text
        #expect(text.contains("reads · identity") && text.contains("owns · integrity"))
        let isWide = columns >= EgoDrawing.wideColumns
        #expect(text.contains("dashed both") == isWide)
        let line = try #require(text.split(separator: "\n").first { $0.contains("[slot DEPLOY_KEY]") })
        #expect(line.contains(" both →[slot") == isWide)
        #expect(!line.contains("═→[slot"))
        let ascii = session.screen(look: Look(glyphs: .ascii)).text
        #expect(ascii.contains(" both >[slot") == isWide)
        // Where all is on one plane, no word is lost on it.
        let plain = Session(
            MapTests.wide(2), size: Size(rows: 60, columns: columns), place: Place(.entity, subject: "slot"))
        #expect(!plain.text.contains(" both ") && !plain.text.contains("dashed"))
    }

    @Test("A narrow screen draws one above the other, and resizing lays out anew")
    func narrow() throws {
        var session = Session(
            MapTests.wide(2), size: Size(rows: 60, columns: 60), place: Place(.entity, subject: "slot"))
        let lines = session.text.split(separator: "\n").map(String.init)
        let first = try #require(lines.firstIndex { $0.contains("job build 0 reads · identity") })
        #expect(lines[first + 2].contains("[slot DEPLOY_KEY]"))
        #expect(lines[first + 3].contains("holds · identity → token deploy key"))
        session.apply(.resize(Size(rows: 60, columns: 120)))
        #expect(session.text.contains("[job build 0] reads · identity"))
    }

    @Test("Every side shows at most seven lines, whatever the entity has", arguments: [0, 1, 3, 4, 5, 30])
    func bounded(count: Int) throws {
        var maker = FactMaker()
        maker.declare("hub", .token, "hub")
        for (place, relation) in [
            RelationKind.canWrite, .administers, .canPublish, .canAccess, .authenticatesAs, .holds, .reads, .executed,
            .serves,
        ].enumerated() {
            for number in 0..<count {
                maker.declare("e\(place) \(number)", .repository, "e\(place) \(number)")
                maker.relate(relation, "hub", "e\(place) \(number)")
            }
        }
        let inventory = maker.builder.build().inventory
        let session = Session(inventory, size: Size(rows: 60, columns: 120), place: Place(.entity, subject: "hub"))
        guard case .page(let lines) = session.state.rows else { return }
        let hub = try #require(inventory.entity(id: "hub"))
        let ego = EgoMap(of: hub.index, lines: lines, in: inventory)
        guard count > 0 else {
            #expect(ego == nil)
            return
        }
        let out = try #require(ego).out
        #expect(out.count <= 7)
        #expect(out.reduce(0) { $0 + ($1.entity == nil ? $1.more : 1) } == count * 9)
    }
}
