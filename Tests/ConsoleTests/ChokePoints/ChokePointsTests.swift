import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("Choke points")
struct ChokePointsTests {
    private static let size = Size(rows: 60, columns: 200)

    private static func rows(_ session: Session) -> [Entity] {
        (0..<session.state.rows.count).compactMap { row in
            session.state.rows.entity(at: row).map(session.state.inventory.entity(at:))
        }
    }

    /// What a question without time reaches when one entity is not there.
    private static func reached(_ state: State, without removed: Int? = nil) throws -> Set<Int> {
        var question = try #require(state.question)
        question.timeless = true
        if let removed { question.remedies.append(Remedy(entity: removed, at: question.at, means: .disable)) }
        return Set(BlastRadius(state.inventory, question).unconditional.map(\.entity.index))
    }

    @Test("Of the sample they are what cuts others off when it is taken away, with what the engine loses without each")
    func sample() throws {
        let session = Session.after("b0", size: Self.size)
        let state = session.state
        #expect(state.chokeTargets == .everything)
        let (ground, counts) = (try #require(state.chokeGround), try #require(state.chokeCounts))
        let (all, answer) = (try Self.reached(state), try #require(state.answer))
        let seeds = Set(state.work.present.seeds.map(\.seed.entity))
        var expected: [Int: Set<Int>] = [:]
        for entity in all where !seeds.contains(entity) {
            let lost = all.subtracting(try Self.reached(state, without: entity)).subtracting([entity])
            if !lost.isEmpty { expected[entity] = lost }
        }
        let listed = Self.rows(session)
        #expect(listed.count > 3 && Set(listed.map(\.index)) == Set(expected.keys))
        let sizes = listed.map { expected[$0.index]?.count ?? 0 }
        #expect(sizes == sizes.sorted(by: >))
        for entity in listed {
            let lost = try #require(expected[entity.index])
            let held = lost.compactMap { answer.radius[$0] }.filter { !$0.isConditional }
            func count(_ column: ChokeColumn) -> Int? { column.count(of: entity.index, ground, counts) }
            #expect(count(.behind) == lost.count && ground.dominates(entity.index) == lost.count)
            #expect(count(.held) == held.count && count(.live) == held.count(where: \.isLive))
            #expect(count(.identity) == held.count { $0.plane == .identity })
            #expect(count(.integrity) == held.count { $0.plane == .integrity })
            #expect(count(.credentials) == lost.count { state.inventory.entity(at: $0).kind == .token })
            #expect(count(.breaks) == Impact(of: entity).breaks)
        }
    }

    @Test("Before chosen targets, crown jewels and one entity they are those of the engine")
    func targets() throws {
        var session = Session.after("b/kind:resource<Enter>D0", size: Self.size)
        try Self.checkTargets(session)
        #expect(session.text.contains("▸before your targets 1"))
        session.press("<Tab>")
        #expect(session.text.contains("▸before crown jewels"))
        try Self.checkTargets(session)
        try Self.checkTargets(Session.after("b/npm kind:token<Enter>e0", size: Self.size))
        let map = Session.after("m0", size: Self.size)
        #expect(map.state.chokeTargets == .crownJewels)
        try Self.checkTargets(map)
        var back = map
        back.press("m")
        #expect(back.state.mapTargets == .crownJewels)
    }

    private static func checkTargets(_ session: Session) throws {
        let state = session.state
        let targets = try #require(state.chokeTargets?.chosen(in: state.inventory))
        let question = try #require(state.question)
        let points = TimelessGround(state.inventory, question).chokePoints(toward: targets)
        let ground = try #require(state.chokeGround)
        #expect(!points.points.isEmpty)
        #expect(rows(session).map(\.id) == points.points.map(\.entity.id))
        #expect(points.points.map(\.dominates) == rows(session).map { ground.dominates($0.index) ?? 0 })
        #expect(ground.reached == points.reached)
        let words = "\(points.reached) of \(Words.count(targets.count, "target")) could be reached"
        #expect(session.text.contains(words))
        #expect(session.text.contains("times left out of account"))
    }

    @Test("A moved lens changes what is live and asks for no new choke points; a plane and failing guards do ask")
    func lens() throws {
        var session = Session.after("b0", size: Self.size)
        let (inquiry, before) = (try #require(session.state.chokeInquiry), try #require(session.state.chokeCounts))
        session.press("@<C-u>2026-03-14T02:12Z<Enter>")
        #expect(session.state.chokeInquiry == inquiry)
        let after = try #require(session.state.chokeCounts)
        let places = 0..<session.state.rows.count
        #expect(places.map { before[.entities, at: $0] } == places.map { after[.entities, at: $0] })
        #expect(places.map { before[.live, at: $0] } != places.map { after[.live, at: $0] })
        session.press("f")
        #expect(session.state.chokeInquiry != inquiry)
        session.press("fP")
        #expect(session.state.chokeInquiry?.question.plane == .identity)
        let places2 = 0..<session.state.rows.count
        let counts = try #require(session.state.chokeCounts)
        #expect(places2.allSatisfy { counts[.integrity, at: $0] == 0 })
    }

    @Test("Enter opens the entity, marking marks it, why leads to its path, and the filter narrows")
    func keys() throws {
        var session = Session.after("b0", size: Self.size)
        let first = try #require(Self.rows(session).first)
        let all = session.state.rows.count
        session.press(" ")
        #expect(session.state.work.present.marks.contains(first.index))
        #expect(session.state.place.view == .chokepoints)
        session.press("g<Enter>")
        #expect(session.state.place.view == .entity && session.state.place.subject == first.id)
        session.press("qw")
        #expect(session.state.place.view == .path && session.state.place.subject == first.id)
        session.press("q/kind:token<Enter>")
        #expect(!Self.rows(session).isEmpty && Self.rows(session).allSatisfy { $0.kind == .token })
        #expect(session.text.contains("showing \(session.state.rows.count) of \(all)"))
        session.press("<Esc>ss")
        let column = try #require(session.state.place.sort?.column)
        #expect(session.state.place.sort?.ascending == false && column == ChokeColumn.behind.rawValue)
        #expect(session.state.commandLine?.contains("show") == true)
    }

    @Test("The greatest come first, and what is not counted last, by every column that counts")
    func order() throws {
        for column in ChokeColumn.columns(beforeTargets: false) where column.isCount {
            var place = Place(.chokepoints)
            place.sort = Place.Sort(column: column.rawValue, ascending: false)
            let session = Session(size: Self.size, place: place)
            let (ground, counts) = (
                try #require(session.state.chokeGround), try #require(session.state.chokeCounts)
            )
            let values = Self.rows(session).map { column.count(of: $0.index, ground, counts) ?? -1 }
            #expect(values.count > 3 && values == values.sorted(by: >), "\(column)")
        }
    }

    @Test("How they compare with the suggested firebreak is said above them and in its column")
    func firebreak() throws {
        var session = Session.after("m0", size: Self.size)
        let firebreak = try #require(session.state.chokeFirebreak)
        #expect(firebreak.isFound)
        #expect(session.text.contains("suggested firebreak: \(firebreak.headline)"))
        let shared = Self.rows(session).filter { firebreak.members[$0.index] != nil }
        #expect(session.text.components(separatedBy: "in it").count - 1 >= shared.count)
        session.press("<Tab>")
        while session.state.chokeTargets != .everything { session.press("<Tab>") }
        #expect(session.text.contains("no firebreak keeps an attacker from all that is reached"))
    }

    @Test("Where nothing is declared the place says what to do, and its key says why it does nothing")
    func nothing() {
        let session = Session(Northwind.inventory(isMarked: false), place: Place(.chokepoints))
        #expect(session.text.contains("nothing is declared compromised yet"))
        let obstacle = Command[.chokepoints]?.disabledReason(session.state)
        #expect(obstacle?.contains("nothing is declared compromised yet") == true)
    }

    @Test("The command that is copied is that of the command line, with the same targets")
    func command() throws {
        let session = Session.after("b0")
        #expect(session.state.commandLine?.hasPrefix("firebreak chokepoints ") == true)
        #expect(Session.after("m0").state.commandLine?.hasSuffix("--crown-jewels") == true)
    }

    @Test("The list is exported with all counts")
    func export() throws {
        let table = try #require(Session.after("b0", size: Self.size).state.table)
        var text = ""
        table.write(as: .csv, isCancelled: { false }) { text += $0 }
        let lines = text.split(whereSeparator: \.isNewline)
        #expect(lines.contains { $0.hasPrefix("targets,behind,held,live,tokens,identity,integrity,breaks,id,") })
        #expect(lines.count > 10)
    }

    @Test("A search that is no longer asked for is given up")
    func givenUp() throws {
        let session = Session.after("b0")
        let inquiry = Inquiry.chokes(try #require(session.state.chokeInquiry))
        let watch = Watch()
        watch.cancel()
        let engine = ReachEngine(session.state.inventory)
        #expect(throws: ReachCancelled()) { try inquiry.finding(by: engine, patience: watch) }
        let list = try #require(session.state.chokeListing)
        #expect(list.listed(in: session.state.inventory, isCancelled: { true }) == nil)
    }
}
