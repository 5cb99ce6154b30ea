import Inventory
import Reach
import TerminalKit
import Testing

@testable import Console

@Suite("What a runner exposed")
struct InheritTests {
    private func inheritance(_ session: Session) throws -> Inheritance { try #require(session.state.inheritance) }

    private func pool(_ keys: String = "", isPersistent: Bool = true, isMarked: Bool = true) -> Session {
        var session = Session(
            Pool.inventory(isPersistent: isPersistent, isMarked: isMarked), size: Size(rows: 40, columns: 120),
            place: Place(.inherit, subject: Pool.runner))
        session.press(keys)
        return session
    }

    private func ids(_ entities: [Int], _ session: Session) -> Set<String> {
        Set(entities.map { session.state.inventory.entity(at: $0).id })
    }

    @Test("Each run tells what it exposed, and whether that was in the declared window")
    func runs() throws {
        let session = pool()
        let runs = try inheritance(session).runs
        let names = runs.map { session.state.inventory.entity(at: $0.run).name }
        #expect(names == ["build 1", "build 2", "deploy 1", "build 3", "audit 1"])
        #expect(runs.map(\.isInWindow) == [false, true, true, true, false])
        for run in runs { #expect(run.identities?.count == 2) }
        #expect(ids(runs[2].identities ?? [], session) == ["slot KEY_deploy", "token KEY_deploy"])
        #expect(session.text.contains("in window"))
    }

    @Test("What a run in the window exposed is held by the answer", arguments: [true, false])
    func agrees(isPool: Bool) throws {
        let session =
            isPool
            ? pool() : Session(size: Size(rows: 24, columns: 80), place: Place(.inherit, subject: Northwind.runner))
        let inheritance = try inheritance(session)
        let answer = try #require(session.state.answer)
        let inWindow = inheritance.runs.filter(\.isInWindow)
        #expect(!inWindow.isEmpty)
        for run in inWindow {
            let identities = try #require(run.identities)
            #expect(!identities.isEmpty)
            for identity in identities {
                let held = try #require(answer.radius[identity])
                #expect(!held.isConditional && held.tier == 0)
                #expect(inheritance.actual.identities.contains(identity))
            }
        }
        let inherited = answer.radius.entities.filter {
            $0.tier == 0 && !$0.isSeed && !$0.isConditional && $0.entity.kind.isIdentity
        }
        #expect(inheritance.actual.identities == inherited.map(\.entity.index))
    }

    @Test("An ephemeral runner exposes what the same inventory without its persistence exposes")
    func ephemeral() throws {
        let session = pool()
        let inheritance = try inheritance(session)
        let without = pool(isPersistent: false)
        let other = try self.inheritance(without)
        #expect(ids(inheritance.ephemeral.identities, session) == ids(other.actual.identities, without))
        #expect(ids(other.ephemeral.identities, without) == ids(other.actual.identities, without))
        let gone = ids(inheritance.actual.identities, session)
            .subtracting(ids(inheritance.ephemeral.identities, session))
        #expect(gone == ["left", "slot KEY_nightly", "token KEY_nightly"])
        let one = try #require(inheritance.firstRunOnly)
        #expect(ids(one.identities, session) == ["slot KEY_build", "token KEY_build", "pool-host"])
    }

    @Test("What was assumed is said where the comparison stands")
    func assumptions() {
        let session = pool("<S-Tab>")
        let text = session.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("serves, retains"))
        #expect(text.contains("one machine, which is thrown away"))
        #expect(text.contains("exposed 8 identities"))
        #expect(text.contains("if re-imaged after each run 3 to 5"))
        #expect(text.contains("as it was: re-imaged 03-14 09:40"))
        // Where there is no room for all, what the selected row assumes is said.
        var small = Session(
            Pool.inventory(), size: Size(rows: 18, columns: 80), place: Place(.inherit, subject: Pool.runner))
        small.press("<S-Tab>j")
        #expect(small.text.contains("none of these clean-ups had been"))
        #expect(!small.text.contains("one machine"))
    }

    @Test("Had the runner never been re-imaged, it exposes what it would without its clean-ups and with no end")
    func neverCleaned() throws {
        let session = pool()
        let inheritance = try inheritance(session)
        #expect(inheritance.cleanups == [Northwind.window.until])
        let never = try #require(inheritance.neverCleaned)
        let actual = ids(inheritance.actual.identities, session)
        #expect(ids(never.identities, session) == actual.union(["slot KEY_audit", "token KEY_audit"]))
        #expect(session.state.isInheritDeclared)
        let undeclared = pool(isMarked: false)
        #expect(try self.inheritance(undeclared).neverCleaned == nil)
        let timeless = pool("T<S-Tab>")
        #expect(try self.inheritance(timeless).cleanups.isEmpty)
        #expect(!timeless.text.contains("re-imaging known") && timeless.text.contains("times left out of account"))
    }

    @Test("Runs in the window come first, under the cursor, and plain words say what was taken over")
    func plainWords() throws {
        let session = pool()
        #expect(session.selectedName == "build 3")
        guard case .inherit(let rows) = session.state.rows else {
            Issue.record("no rows")
            return
        }
        let names = rows.rows.compactMap(\.entity).map { session.state.inventory.entity(at: $0).name }
        #expect(names == ["build 3", "deploy 1", "build 2", "audit 1", "build 1"])
        #expect(session.text.contains("TAKEN OVER"))
        let line = try #require(session.text.split(separator: "\n").first { $0.contains("deploy 1") })
        #expect(line.contains("in window") && line.contains("0 of 2"))
        #expect(session.text.contains("1 of 2, 1 used!"))
        #expect(pool("<Tab><Tab><Tab>").text.contains("THE RUNNER"))
    }

    @Test("A standing assignment without run history is called blind")
    func standing() {
        let session = pool("<Tab><Tab><Tab>")
        #expect(session.text.contains("serves (blind)"))
        #expect(session.text.contains("no run history covers it"))
        #expect(pool("<Tab><Tab>").text.contains("no history"))
    }

    @Test("A runner that is not declared is asked as if it were, and says so")
    func undeclared() throws {
        let session = pool(isMarked: false)
        #expect(session.text.contains("not declared: as if an attacker's all along"))
        #expect(session.text.contains("would expose 10 identities"))
        #expect(try inheritance(session).firstRunOnly == nil)
    }

    @Test("A run, a job and what is held through a runner lead to it, and say why")
    func offers() {
        var session = pool()
        for (entity, section, words) in [
            ("run:deploy 1", nil, "deploy 1 is on pool-1"), ("pool/app/deploy", "jobs", "deploy is on pool-1"),
            ("token KEY_deploy", "identities", "token of deploy is held through pool-1"),
        ] as [(String, String?, String)] {
            session.state.place = Place(.entity, subject: entity)
            session.apply(.resize(session.state.size))
            session.press("I")
            #expect(session.state.place.view == .inherit)
            #expect(session.state.place.subject == Pool.runner)
            #expect(session.state.place.section == section)
            #expect(session.selectedEntity?.id == entity)
            #expect(session.text.contains(words))
            session.press("q")
            #expect(session.state.place.subject == entity)
        }
        session.state.place = Place(.entity, subject: "people/kim")
        session.apply(.resize(session.state.size))
        session.press("I")
        #expect(session.state.place.view == .entity)
        #expect(session.text.contains("inherit: it is no runner, no run of it on one is recorded"))
    }

    @Test("Enter opens a run's page and an identity's path, and going back restores the list")
    func opens() {
        var session = pool("jj")
        let place = session.state.place
        session.press("<Enter>")
        #expect(session.state.place.view == .entity)
        session.press("q")
        #expect(session.state.place == place)
        session.press("<Tab>/token<Enter>j")
        let identities = session.state.place
        session.press("<Enter>")
        #expect(session.state.place.view == .path)
        session.press("q")
        #expect(session.state.place == identities)
    }

    @Test("Lists can be filtered and sorted")
    func sorted() throws {
        var session = pool("s<Enter>")
        guard case .inherit(let rows) = session.state.rows else {
            Issue.record("no rows")
            return
        }
        let starts = rows.rows.compactMap { row -> Instant? in
            if case .run(let run) = row { run.interval.from } else { nil }
        }
        #expect(starts == starts.sorted())
        session.press("/deploy<Enter>")
        #expect(session.state.rows.count == 1)
    }

    @Test("The lens moves what is live, without asking the engine again")
    func lens() {
        var session = pool()
        let before = session.text
        session.answers = false
        session.waiting = []
        session.press("@2026-03-14T09:35Z<Enter>")
        #expect(session.text != before)
        guard case .inherit(let rows) = session.state.rows else {
            Issue.record("no rows")
            return
        }
        let live = rows.inheritance.actual.identities.count { session.state.answer?.radius[$0]?.isLive == true }
        let actual = rows.figures.scenarios.first { $0.name == .actual }
        #expect(live > 0 && actual?.liveIdentities == live)
        let asked = session.waiting.map(\.inquiry)
        #expect(
            !asked.contains {
                if case .reach = $0 { true } else if case .inheritance = $0 { true } else { false }
            })
    }

    @Test("What is no runner, and what there is not, says so")
    func wrongSubject() {
        for subject in ["people/kim", "nobody"] {
            let session = Session(Pool.inventory(), place: Place(.inherit, subject: subject))
            #expect(session.text.contains(subject == "nobody" ? "no entity has the id" : "this entity is no runner"))
        }
    }
}

extension Session {
    var selectedEntity: Entity? { state.selectedEntity }
}
